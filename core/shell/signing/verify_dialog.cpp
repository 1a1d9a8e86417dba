#include "core/shell/signing/verify_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/app/suite/definition_set.h"
#include "core/app/suite/suite_work.h"
#include "core/app/suite/trusting.h"
#include "core/presentation/section/entry.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

VerifyDialog::VerifyDialog(wxWindow* parent, Workspace& workspace, std::vector<std::filesystem::path> files)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("verify.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace) {
  const auto words = workspace.words();
  makeList();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list_, 1, wxEXPAND | wxALL, FromDIP(12));
  sizer->Add(selected_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  sizer->Add(new wxButton(this, wxID_CANCEL, wx(words("common.close"))), 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM,
             FromDIP(12));
  SetSizer(sizer);
  SetClientSize(scaledWithin(*this, 900, 360));
  CentreOnParent();
  verify(std::move(files));
}

void VerifyDialog::makeList() {
  const auto words = workspace_.words();
  list_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setColumns(*list_, words("verify.list"),
             {{words("common.file"), 240}, {words("verify.subject"), 200}, {words("verify.signature"), 420}});
  selected_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxSize(-1, scaled(*this, 62)),
                             wxTE_MULTILINE | wxTE_READONLY);
  setAccessibleName(*selected_, words("verify.selected"));
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    selected_->ChangeValue(list_->GetItemText(event.GetIndex(), 0) + " · " + list_->GetItemText(event.GetIndex(), 1) +
                           "\n" + list_->GetItemText(event.GetIndex(), 2));
  });
  list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    const int width = std::max(scaled(*this, 400), list_->GetClientSize().GetWidth());
    list_->SetColumnWidth(0, width * 27 / 100), list_->SetColumnWidth(1, width * 33 / 100),
        list_->SetColumnWidth(2, width * 40 / 100);
  });
}

void VerifyDialog::verify(std::vector<std::filesystem::path> files) {
  const auto all = std::make_shared<std::vector<Verified>>();
  task_.start(onSuite(workspace_.suite().options,
                      [all, words = workspace_.words(), files = std::move(files)](SuiteWork& work) -> Status {
                        CCHC_TRY(const auto trust, trustOf(work.suite));
                        CCHC_TRY(const auto codes, unitCodes(work.suite));
                        const auto add = [&](const SignedFile& file) {
                          all->push_back({file, subjectText(work.suite, file.of, words)});
                        };
                        verifyFiles(files, trust, codes, work.suite.now(), 0, add, work.watch);
                        return {};
                      }),
              [this, all](const Status& done) {
                if (!done) list_->InsertItem(0, wx(sentencesWithPlace(done.error(), workspace_.settings.language)));
                for (const auto& each : *all) addFile(each);
                if (list_->GetItemCount() > 0) list_->SetItemState(0, wxLIST_STATE_SELECTED, wxLIST_STATE_SELECTED);
              });
}

void VerifyDialog::addFile(const Verified& verified) {
  const auto words = workspace_.words();
  const auto& [file, subject] = verified;
  verified_.push_back(file);
  const auto at = list_->InsertItem(list_->GetItemCount(), wx(file.file.filename().string()));
  list_->SetItem(at, 1, wx(subject));
  if (file.refusal) {
    list_->SetItem(at, 2, wx(words("verify.refused", {{"problem", sentences(*file.refusal, words.language)}})));
    list_->SetItemTextColour(at, colours::of(Severity::error));
  } else {
    list_->SetItem(
        at, 2, wx(file.signer.empty() ? words("verify.not-signed") : words("verify.valid", {{"signer", file.signer}})));
  }
}

// "II.5 Cải cách tài chính công · xã Mẫu · 8 tháng năm 2023" for "finance.budget/90001/2023-8T". Ids that the
// store and the catalogue do not know are left unchanged.
std::string VerifyDialog::subjectText(Suite& suite, const std::string& of, presentation::Words words) {
  const auto last = of.rfind('/');
  if (last == std::string::npos) return of;
  const auto first = of.find('/');
  std::string name;
  if (first == last) {
    name = words("verify.report");
  } else {
    const DefinitionId id(of.substr(0, first));
    auto known = definitionInForce(suite, id, PeriodId(of.substr(last + 1)));
    if (!known) known = suite.definitions->newest(id);
    name = known ? presentation::sectionTitle(known->definition(), words) : of.substr(0, first);
  }
  const auto code = first == last ? of.substr(0, first) : of.substr(first + 1, last - first - 1);
  const auto period = periodOf(suite, PeriodId(of.substr(last + 1)));
  const auto unit = period ? unitWithCode(suite, code, *period) : tl::unexpected<Error>(period.error());
  return name + " · " + (unit ? unit->name : code) + " · " + (period ? period->name : of.substr(last + 1));
}

}  // namespace cchc::shell
