// Why a section goes back: required, sent with Ctrl+Enter.
#pragma once
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include <string>

#include "core/presentation/words.h"

namespace cchc::shell {

class ReasonDialog final : public wxDialog {
 public:
  ReasonDialog(wxWindow* parent, presentation::Words words, const std::string& what);
  std::string reason() const;

 private:
  wxTextCtrl* text_ = nullptr;
};

}  // namespace cchc::shell
