#include "core/shell/signing/key_picker.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <filesystem>

#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

KeyPicker::KeyPicker(wxWindow* parent, presentation::Words words, const std::string& key) : wxPanel(parent) {
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(new wxStaticText(this, wxID_ANY, wx(words("sign.key-label"))), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
            FromDIP(6));
  key_ = new wxTextCtrl(this, wxID_ANY, wx(key));
  key_->SetHint(wx(words("sign.key-hint")));
  setAccessibleName(*key_, words("sign.key"));
  auto* browse = new wxButton(this, wxID_ANY, wx(words("common.browse")));
  browse_ = browse;
  line->Add(key_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(browse, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(12));
  line->Add(new wxStaticText(this, wxID_ANY, wx(words("sign.secret-label"))), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
            FromDIP(6));
  password_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(130, -1)), wxTE_PASSWORD);
  setAccessibleName(*password_, words("sign.secret"));
  line->Add(password_, 0, wxALIGN_CENTRE_VERTICAL);
  SetSizer(line);
  browse->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words("sign.key-title")), "", "", wx(words("sign.key-files")),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) key_->SetValue(dialog.GetPath()), password_->SetFocus();
  });
}

std::string KeyPicker::key() const { return std::string(trim(utf8(key_->GetValue()))); }
std::string KeyPicker::secret() const { return utf8(password_->GetValue()); }

bool KeyPicker::Enable(bool enable) {
  key_->Enable(enable), password_->Enable(enable), browse_->Enable(enable);
  return true;
}

Result<SigningKey> openKey(const std::string& file, const std::string& secret) {
  const auto ending = std::filesystem::path(file).extension().string();
  if (ending == ".so" || ending == ".dll" || ending == ".DLL") return SigningKey::fromToken({file, "", ""}, secret);
  CCHC_TRY(const auto bytes, readFile(file, std::size_t(1) << 20U));
  return SigningKey::fromPkcs12(bytes, secret, file);
}

}  // namespace cchc::shell
