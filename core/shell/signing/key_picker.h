// Asks for the key to sign with (a key file, or the library of a signing token) and its password or PIN.
#pragma once
#include <wx/panel.h>
#include <wx/textctrl.h>

#include <string>

#include "core/base/result.h"
#include "core/presentation/window/words.h"
#include "core/signing/key.h"

namespace cchc::shell {

class KeyPicker final : public wxPanel {
 public:
  // `key`: the suggested path; may be empty.
  KeyPicker(wxWindow* parent, presentation::Words words, const std::string& key);

  std::string key() const;     // the entered path, without surrounding spaces; "": none
  std::string secret() const;  // the password or PIN
  void focusSecret() { password_->SetFocus(); }
  bool Enable(bool enable = true) override;

 private:
  wxTextCtrl *key_ = nullptr, *password_ = nullptr;
  wxWindow* browse_ = nullptr;
};

// Opens the key of a KeyPicker: a file that ends in .so or .dll is the library of a token, any other is a key file.
// Tokens are slow, so do not call this on the window's thread.
// Errors: file.read, and those of SigningKey::fromToken and SigningKey::fromPkcs12
Result<SigningKey> openKey(const std::string& file, const std::string& secret);

}  // namespace cchc::shell
