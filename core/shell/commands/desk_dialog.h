// The dialog "Nơi làm việc": for which unit and in which roles this PC works, which decides what may be done here.
#pragma once
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/stattext.h>

#include <string>
#include <utility>
#include <vector>

#include "core/model/desk.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class DeskDialog final : public wxDialog {
 public:
  // Ends with wxID_OK once another desk is saved. The desk of a shared store is decided by the database: the dialog
  // then only shows it.
  DeskDialog(wxWindow* parent, Workspace& workspace);
  void chooseUnit(const std::string& code);  // "": any; as if it were chosen

 private:
  void showDesk(const Desk& desk);
  void proposeRoles();         // those that the chosen unit has without further words
  std::string chosen() const;  // as `cchc desk set` takes it
  void save();

  Workspace& workspace_;
  wxChoice* unit_ = nullptr;
  std::vector<OrgUnit> units_;  // for the lines of unit_ after the first, which is any unit
  std::vector<std::pair<UserRole, wxCheckBox*>> roles_;
  wxStaticText* problem_ = nullptr;
};

}  // namespace cchc::shell
