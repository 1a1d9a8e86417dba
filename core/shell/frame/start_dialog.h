// First start, and later "Đổi kho, kỳ, đơn vị": where the data are, who one is, which period. No terminal, no file to
// edit.
#pragma once
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <vector>

#include "core/shell/frame/workspace.h"
#include "core/shell/work/aside.h"

namespace cchc::shell {

class StartDialog final : public wxDialog {
 public:
  StartDialog(wxWindow* parent, Workspace& workspace);
  // After wxID_OK the workspace's settings are what was chosen, and its store is open.

 private:
  // What a store holds that one chooses from.
  struct Found {
    std::vector<Period> periods;
    std::vector<OrgUnit> units;
    std::vector<Assignment> assignments;
  };
  static Result<Found> lookInto(const std::string& address, const Clock& clock);
  void look();  // opens the store to list its periods and units; a shared one beside the window
  void take(const Result<Found>& found);
  void finish();  // with the store that the workspace opens
  void setBusy(bool busy);
  void doAside(const char* what, std::function<Status()> work);
  void fillUnits();
  std::string unitChosen() const;  // "" while there is none
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
  wxButton *start_ = nullptr, *sample_ = nullptr;
  bool acceptNext_ = false;  // once what is being looked into is known
  presentation::Settings before_;
  wxTimer opening_;
  Aside aside_;
};

}  // namespace cchc::shell
