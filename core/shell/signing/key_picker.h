// The key to sign with: a certificate's file, or a token by its library, with its password or PIN.
#pragma once
#include <wx/panel.h>
#include <wx/textctrl.h>

#include "core/presentation/window/words.h"
#include "core/signing/key.h"

namespace cchc::shell {

class KeyPicker final : public wxPanel {
 public:
  KeyPicker(wxWindow* parent, presentation::Words words, const std::string& key);

  std::string key() const;  // path as it stands; "" none
  std::string secret() const;
  void focusSecret() { password_->SetFocus(); }
  bool Enable(bool enable = true) override;

 private:
  wxTextCtrl *key_ = nullptr, *password_ = nullptr;
  wxWindow* browse_ = nullptr;
};

// A library is the token's, anything else a key file. A token answers slowly: not for the window's thread.
Result<SigningKey> openKey(const std::string& file, const std::string& secret);

}  // namespace cchc::shell
