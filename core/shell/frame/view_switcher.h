// The views in the middle of the window. Each is created when it is first needed; one is shown.
#pragma once
#include <wx/simplebook.h>

#include <functional>
#include <map>
#include <string>

#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/on_demand.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/office/board_view.h"
#include "core/shell/office/overview_view.h"
#include "core/shell/office/report_view.h"
#include "core/shell/section/form_view.h"
#include "core/shell/table/table_view.h"
#include "core/shell/units/units_view.h"

namespace cchc::shell {

class ViewSwitcher {
 public:
  struct Callbacks {
    std::function<void(const SectionKey&, const Place& place)> openSection;
    // Opens a section for the office to enter into it, for a unit or to amend the heading.
    std::function<void(const SectionKey&, DeskCommand)> enterAsOffice;
    std::function<void(const Place&)> openAttachment;
    std::function<void()> storeChanged;  // a view has changed the store, so everything shown must be read again
    std::function<void()> viewShown;     // another view is shown
  };
  ViewSwitcher(const FrameContext& context, wxSimplebook& book, Callbacks callbacks);
  ViewSwitcher(const ViewSwitcher&) = delete;
  ViewSwitcher& operator=(const ViewSwitcher&) = delete;

  // Shows a view and reads its content. Does nothing if an editor refuses what was typed in it.
  void show(FrameView view);
  FrameView view() const { return view_; }
  // Shows the form at a field or cell.
  void showField(const Place& place);
  // Shows the place where the user was, in the form or in a table, without opening an editor there. `scroll`:
  // formScroll() as it was then.
  void comeBack(const Place& place, int scroll);
  int formScroll() const { return form_.made() != nullptr ? form_.made()->scrolled() : 0; }
  // The current field or cell; empty if there is none.
  Place currentPlace() const;

  [[nodiscard]] bool commit();  // saves what is being typed in form or table; false if it was refused
  void sectionChanged();        // another section is open, or none
  void sectionEdited();         // values of the open section changed
  void entriesChanged();        // states of this unit's sections changed
  void deskChanged();           // other commands are permitted

  // Each of these creates the view when it is first asked for.
  FormView* form() { return form_.get(); }
  TableView* table() { return table_.get(); }
  BoardView* board() { return board_.get(); }
  ReportView* report() { return report_.get(); }
  OverviewView* overview() { return overview_.get(); }
  UnitsView* units() { return units_.get(); }
  bool hasReport() const { return report_.made() != nullptr && report_.made()->hasReport(); }

 private:
  FormView* makeForm();
  TableView* makeTable();
  BoardView* makeBoard();
  ReportView* makeReport();
  OverviewView* makeOverview();
  UnitsView* makeUnits();
  template <class View>
  View* addPage(FrameView view, View* page);
  Place currentCell() const;

  const FrameContext& context_;
  wxSimplebook& book_;
  Callbacks callbacks_;
  std::function<void(const Error&)> showError_;
  std::function<void(const std::string&)> showNote_;
  OnDemand<FormView> form_;
  OnDemand<TableView> table_;
  OnDemand<BoardView> board_;
  OnDemand<ReportView> report_;
  OnDemand<OverviewView> overview_;
  OnDemand<UnitsView> units_;
  std::map<FrameView, std::size_t> pages_;  // position in the book of each view that exists
  FrameView view_ = FrameView::form;
};

}  // namespace cchc::shell
