// Asks a person to confirm that the report is issued although sections are missing: what is missing and why, who
// confirms it, and what the report says of it.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include <string>

#include "core/app/report/missing_sections.h"
#include "core/presentation/window/words.h"

namespace cchc::shell {

class MissingDialog final : public wxDialog {
 public:
  // `person`: who works here, whose name is proposed. `missing` is borrowed for the call.
  MissingDialog(wxWindow* parent, presentation::Words words, const MissingNow& missing, const std::string& person);
  std::string by() const;
  std::string sentence() const;

 private:
  void updateButton();

  wxTextCtrl *by_ = nullptr, *sentence_ = nullptr;
  wxButton* confirm_ = nullptr;
  bool worded_ = true;  // the document says something of it: of errors alone it says nothing
};

}  // namespace cchc::shell
