// The first start, and later the command "Đổi kho dữ liệu, kỳ, đơn vị": where the data are, who the user is, and which
// period they report on.
#pragma once
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <functional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/start/store_contents.h"

namespace cchc::shell {

class StartDialog final : public wxDialog {
 public:
  // ShowModal returns
  //   wxID_OK        the workspace has the chosen settings, and its store is open
  //   wxID_REFRESH   the language was switched, so the dialog has to be created again
  //   wxID_CANCEL    nothing was chosen
  StartDialog(wxWindow* parent, Workspace& workspace);

 private:
  // start_dialog_layout.cpp
  wxSizer* makeStoreBox();
  wxSizer* makePersonBox();
  wxSizer* makeButtons();
  void listen();

  // start_dialog.cpp: reading the named store, and choosing from its contents
  std::string address() const;  // of the currently named store
  void inspectStore();          // reads the named store on a thread, then shows its contents
  void showContents(const Result<StoreContents>& contents);
  void fillUnits();                // with those that report in the chosen period
  std::string chosenUnit() const;  // its code; "" if none is chosen
  void accept();                   // opens the store with the chosen settings
  void abandonOpening();           // if it is being opened; the settings are as before
  void finish();                   // called once the store is open, or could not be opened
  void saveDesk();                 // that of the chosen unit, if another one was chosen; then ends the dialog
  void showState(const std::string& text, bool wrong);
  void setBusy(bool busy);  // while a store is being made or opened; Cancel still works

  // start_dialog_store.cpp: making a store
  void chooseFile();
  void openSample();
  void loadTables();
  void restore();
  void runAndInspect(const std::string& state, std::function<Status()> work);

  Workspace& workspace_;
  wxComboBox *store_ = nullptr, *person_ = nullptr;
  wxRadioButton *department_ = nullptr, *office_ = nullptr;
  wxChoice *period_ = nullptr, *unit_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton *browse_ = nullptr, *sample_ = nullptr, *tables_ = nullptr, *backup_ = nullptr;
  wxButton *language_ = nullptr, *start_ = nullptr;
  StoreContents contents_;
  std::vector<Period> shownPeriods_;
  std::vector<OrgUnit> shownUnits_;
  std::string inspected_;          // the address of the store that was last read, or is being read
  bool acceptNext_ = false;        // Start was pressed while the store was being read
  presentation::Settings before_;  // the settings before Start was pressed
  wxTimer opening_;
  Task task_{workspace_.tasks()};
};

}  // namespace cchc::shell
