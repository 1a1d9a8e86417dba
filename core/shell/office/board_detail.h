// The pane next to the board: the selected section, buttons for the possible decisions, and how its latest revision
// differs from the previous one.
#pragma once
#include <wx/button.h>
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/presentation/office/board.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class BoardDetail final : public wxPanel {
 public:
  BoardDetail(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> showError;
  // The actions of the buttons. Each is called after the click event, since it may open a dialog.
  std::function<void()> accept, returnSection, refuseReturn, reopen, choosePackage, discard, enterFor, open;

  // Shows the selected lines. For a single section that was received, the differences are read on a thread.
  void show(const std::vector<presentation::BoardLine>& lines);
  wxListView& differences() { return makeSectionControls(), *differences_; }
  bool reading() const { return reading_.running(); }
  // The button of a command about the sections that are shown; nullptr if there is none, or no section was shown yet.
  wxButton* buttonOf(DeskCommand command) const;

 private:
  struct Comparison {
    std::vector<presentation::Difference> differences;
    std::size_t rivals = 0;  // number of packages of the latest revision that are not discarded
    bool mayChoose = false;  // which of them counts
  };
  std::string headingOf(const presentation::BoardLine& line) const;
  void showText(const std::string& text);
  wxButton* addButton(const std::string& label, std::function<void()> BoardDetail::*action);
  void addCommand(DeskCommand command, const char* label, std::function<void()> BoardDetail::*action);
  void makeSectionControls();
  void fitColumns();
  void showComparison(const presentation::BoardLine& line, const Comparison& comparison);

  Workspace& workspace_;
  Task reading_{workspace_.tasks()};
  wxStaticText* text_ = nullptr;
  wxSizer* buttons_ = nullptr;
  wxButton* open_ = nullptr;
  std::map<DeskCommand, wxButton*> commands_;  // most are created when a section is first selected
  wxListView* differences_ = nullptr;
  bool hasPrevious_ = true;  // whether the shown section has a previous revision
};

}  // namespace cchc::shell
