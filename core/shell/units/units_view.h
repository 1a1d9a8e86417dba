// The page of units: the tree on a day, the history of the chosen unit beside it, and the import of a list of units.
// All members are used on the window's thread; the store is read on another one.
#pragma once
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/units/unit_past_pane.h"
#include "core/shell/units/unit_tree_list.h"

namespace cchc::shell {

class UnitsView final : public wxPanel {
 public:
  UnitsView(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> showError;
  std::function<void()> changed;  // called after units were imported

  // Reads the units from the store on a thread, and then shows them. The day and the chosen unit stay.
  void reload();
  bool reading() const { return reading_.running(); }
  // Shows a unit and its history on a day.
  void goTo(const presentation::UnitPlace& place);
  void goBack();
  void focusSearch();
  void search(const std::string& text);  // as if it were typed
  // Asks for a list of units, and shows what importing it would do. If `file` is empty, a dialog asks for one.
  void importUnits(std::filesystem::path file = {});

  void updateButtons();  // call this after the desk has changed

  UnitTreeList* list() const { return list_; }
  UnitPastPane* past() const { return past_; }
  const Date& day() const { return day_; }

 private:
  struct Read {
    std::shared_ptr<const UnitHistory> units;
    std::vector<Period> periods;
  };
  void makeBar();
  void makePanes();
  void setRead(Read read);
  void setDay(const Date& day);
  void readTypedDay();
  void showPeriods();
  void showStatus(const std::string& text, bool wrong = false);
  void showCount();
  void showEmpty();
  void choose(const std::optional<presentation::UnitPlace>& place);

  Workspace& workspace_;
  Task reading_{workspace_.tasks()};
  std::shared_ptr<const UnitHistory> units_;  // nullptr until they were read
  std::vector<Period> periods_;               // newest first
  Date day_;
  std::string imported_;                          // what was imported last; shown until the user goes on
  std::optional<presentation::UnitPlace> shown_;  // whose history is shown
  std::vector<presentation::UnitPlace> before_;   // for going back
  wxTextCtrl *search_ = nullptr, *dayBox_ = nullptr, *empty_ = nullptr;
  wxChoice* period_ = nullptr;
  wxButton* import_ = nullptr;
  wxStaticText* status_ = nullptr;
  wxSplitterWindow* panes_ = nullptr;
  UnitTreeList* list_ = nullptr;
  UnitPastPane* past_ = nullptr;
};

}  // namespace cchc::shell
