#include "core/shell/verify_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include "core/app/trusting.h"
#include "core/shell/accessible_name.h"
#include "core/shell/colours.h"
#include "core/shell/convert.h"
#include "core/shell/scale.h"

namespace cchc::shell {

VerifyDialog::VerifyDialog(wxWindow* parent, Workspace& workspace, std::vector<std::filesystem::path> files)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("Kiểm tra chữ ký", "Verify signatures")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER), workspace_(workspace) {
  const auto words = workspace.words();
  list_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*list_, words("Chữ ký của từng tệp", "The signature of each file"));
  list_->AppendColumn(wx(words("Tệp", "File")), wxLIST_FORMAT_LEFT, scaled(*this, 240));
  list_->AppendColumn(wx(words("Của", "Of")), wxLIST_FORMAT_LEFT, scaled(*this, 200));
  list_->AppendColumn(wx(words("Chữ ký", "Signature")), wxLIST_FORMAT_LEFT, scaled(*this, 420));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list_, 1, wxEXPAND | wxALL, FromDIP(12));
  sizer->Add(new wxButton(this, wxID_CANCEL, wx(words("Đóng", "Close"))), 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  SetSizer(sizer);
  SetClientSize(FromDIP(wxSize(900, 320)));
  CentreOnParent();
  const auto all = std::make_shared<std::vector<SignedFile>>();
  background_.start(
      workspace.suite().options,
      [all, files = std::move(files)](Background::Work& work) -> Status {
        CCHC_TRY(const auto trust, trustOf(work.suite.options.store));
        verifyFiles(files, trust, work.suite.now(), 0, [&](const SignedFile& file) { all->push_back(file); });
        return {};
      },
      {},
      [this, all, words](const Status& done) {
        verified_ = *all;
        if (!done) list_->InsertItem(0, wx(messageLine(done.error(), words.language)));
        for (const auto& file : verified_) {
          const auto at = list_->InsertItem(list_->GetItemCount(), wx(file.file.filename().string()));
          list_->SetItem(at, 1, wx(file.of));
          std::string text = file.signer.empty() ? words("▲ Chưa ký", "▲ Not signed") : words("✓ Chữ ký đúng, của ", "✓ The signature holds, by ") + file.signer;
          if (file.refusal) {
            const auto told = message(*file.refusal, words.language);
            text = "■ " + told.what + ". " + told.fix;
            list_->SetItemTextColour(at, colours::of(Severity::error));
          }
          list_->SetItem(at, 2, wx(text));
        }
      });
}

}  // namespace cchc::shell
