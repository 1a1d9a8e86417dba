#include "core/shell/signing/verify_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>

#include "core/app/suite/trusting.h"
#include "core/presentation/section/entry.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

VerifyDialog::VerifyDialog(wxWindow* parent, Workspace& workspace, std::vector<std::filesystem::path> files)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("Kiểm tra chữ ký", "Verify signatures")), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  const auto words = workspace.words();
  list_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*list_, words("Chữ ký của từng tệp", "The signature of each file"));
  list_->AppendColumn(wx(words("Tệp", "File")), wxLIST_FORMAT_LEFT, scaled(*this, 240));
  list_->AppendColumn(wx(words("Của", "Of")), wxLIST_FORMAT_LEFT, scaled(*this, 200));
  list_->AppendColumn(wx(words("Chữ ký", "Signature")), wxLIST_FORMAT_LEFT, scaled(*this, 420));
  whole_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxSize(-1, scaled(*this, 62)),
                          wxTE_MULTILINE | wxTE_READONLY);
  setAccessibleName(*whole_, words("Chữ ký của tệp đang chọn", "Signature of the selected file"));
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    whole_->ChangeValue(list_->GetItemText(event.GetIndex(), 0) + " · " + list_->GetItemText(event.GetIndex(), 1) +
                        "\n" + list_->GetItemText(event.GetIndex(), 2));
  });
  list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    const int width = std::max(scaled(*this, 400), list_->GetClientSize().GetWidth());
    list_->SetColumnWidth(0, width * 27 / 100), list_->SetColumnWidth(1, width * 33 / 100),
        list_->SetColumnWidth(2, width * 40 / 100);
  });
  tellCutTexts(*list_);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list_, 1, wxEXPAND | wxALL, FromDIP(12));
  sizer->Add(whole_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  sizer->Add(new wxButton(this, wxID_CANCEL, wx(words("Đóng", "Close"))), 0,
             wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  SetSizer(sizer);
  SetClientSize(scaledWithin(*this, 900, 360));
  CentreOnParent();
  struct Named {
    SignedFile file;
    std::string of;
  };
  const auto all = std::make_shared<std::vector<Named>>();
  background_.start(
      workspace.suite().options,
      [all, words, files = std::move(files)](Background::Work& work) -> Status {
        CCHC_TRY(const auto trust, trustOf(work.suite.options.store));
        verifyFiles(files, trust, work.suite.now(), 0, [&](const SignedFile& file) {
          all->push_back({file, named(work.suite, file.of, words)});
        });
        return {};
      },
      [this, all, words](const Status& done) {
        if (!done) list_->InsertItem(0, wx(messageLine(done.error(), words.language)));
        for (const auto& [file, of] : *all) {
          verified_.push_back(file);
          const auto at = list_->InsertItem(list_->GetItemCount(), wx(file.file.filename().string()));
          list_->SetItem(at, 1, wx(of));
          std::string text = file.signer.empty()
                                 ? words("▲ Chưa ký", "▲ Not signed")
                                 : words("✓ Chữ ký đúng, của ", "✓ The signature holds, by ") + file.signer;
          if (file.refusal) {
            const auto told = message(*file.refusal, words.language);
            text = "■ " + told.what + ". " + told.fix;
            list_->SetItemTextColour(at, colours::of(Severity::error));
          }
          list_->SetItem(at, 2, wx(text));
        }
        if (list_->GetItemCount() > 0) list_->SetItemState(0, wxLIST_STATE_SELECTED, wxLIST_STATE_SELECTED);
      });
}

// "II.5 Cải cách tài chính công · huyện Bình Giang · 2023-8T" of "finance.budget/296/2023-8T"; of a report, that it is
// one.
std::string VerifyDialog::named(Suite& suite, const std::string& of, presentation::Words words) {
  const auto last = of.rfind('/');
  if (last == std::string::npos) return of;
  const auto first = of.find('/');
  const auto unit = OrgUnitId(first == last ? of.substr(0, first) : of.substr(first + 1, last - first - 1));
  std::string name = words("Báo cáo", "Report");
  if (first != last) {
    const auto known = suite.catalogue.find(DefinitionId(of.substr(0, first)));
    name = known ? presentation::sectionTitle(known->definition(), words) : of.substr(0, first);
  }
  const auto found = suite.store.unit(unit);
  return name + " · " + (found && *found ? (*found)->name : unit.value) + " · " + of.substr(last + 1);
}

}  // namespace cchc::shell
