// First start, and later "Đổi kho, kỳ, đơn vị": where the data are, who one is, which period. No terminal, no file to edit.
#pragma once
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>

#include <vector>

#include "core/shell/workspace.h"

namespace cchc::shell {

class StartDialog final : public wxDialog {
 public:
  StartDialog(wxWindow* parent, Workspace& workspace);
  // After wxID_OK the workspace's settings are what was chosen, and its store is open.

 private:
  void look();          // opens the store to list its periods and units
  void fillUnits();
  void makeSample();
  void loadTables();
  void restore();
  void accept();
  void tell(const std::string& text, bool wrong);
  std::string address() const;

  Workspace& workspace_;
  wxComboBox *store_ = nullptr, *person_ = nullptr;
  wxRadioButton *department_ = nullptr, *office_ = nullptr;
  wxChoice *period_ = nullptr, *unit_ = nullptr;
  wxStaticText* state_ = nullptr;
  std::vector<Period> periods_;
  std::vector<OrgUnit> units_;
  std::vector<OrgUnitId> shownUnits_;
  std::vector<Assignment> assignments_;
  std::string looked_;
};

}  // namespace cchc::shell
