// The dialog "Nơi làm việc": for which unit and in which roles this PC works, which decides what may be done here. The
// store is read and written on a thread.
#pragma once
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/stattext.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/threads/task.h"
#include "core/model/desk.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class DeskDialog final : public wxDialog {
 public:
  // Ends with wxID_OK once another desk is saved. The desk of a shared store is decided by the database: the dialog
  // then only shows it.
  DeskDialog(wxWindow* parent, Workspace& workspace);
  bool reading() const { return task_.running() || proposing_.running(); }

 private:
  void addRoles();
  void addButtons();
  void readUnits();
  void showUnits(std::vector<OrgUnit> units);
  void showRoles(Roles roles);
  void proposeRoles();                 // those that the chosen unit has without further words
  std::optional<Desk> chosen() const;  // nullopt: any unit
  void save();
  void showProblem(const std::string& text, bool wrong);
  void updateControls();  // by whether the store is being read or written, and by the chosen unit

  Workspace& workspace_;
  bool shared_;
  wxChoice* unit_ = nullptr;
  std::vector<OrgUnit> units_;  // for the lines of unit_ after the first, which is any unit
  std::vector<std::pair<UserRole, wxCheckBox*>> roles_;
  wxStaticText* problem_ = nullptr;
  wxButton* save_ = nullptr;
  bool known_ = false, saving_ = false;  // the units were read; the desk is being saved
  Task task_{workspace_.tasks()};        // reads the units, then saves the desk
  Task proposing_{workspace_.tasks()};
};

}  // namespace cchc::shell
