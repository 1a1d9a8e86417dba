#include "core/shell/signing/sign_dialog.h"

#include <wx/sizer.h>
#include <wx/utils.h>

#include <cstddef>
#include <system_error>
#include <vector>

#include "core/app/send/signed_files.h"
#include "core/app/suite/suite_work.h"
#include "core/base/platform.h"
#include "core/base/vietnamese.h"
#include "core/exchange/package/package.h"
#include "core/presentation/paper/printed_sheet.h"
#include "core/presentation/section/entry.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/status_text.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

std::filesystem::path signedName(const std::filesystem::path& file) {
  const auto stem = file.stem().string() + "-da-ky";
  auto name = file.parent_path() / (stem + file.extension().string());
  std::error_code ignored;
  for (int n = 2; std::filesystem::exists(name, ignored); ++n)
    name = file.parent_path() / (stem + "-" + std::to_string(n) + file.extension().string());
  return name;
}

SignDialog::SignDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("sign.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      file_(file) {
  const auto words = workspace.words();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  heading_ = new wxStaticText(this, wxID_ANY, wx(file.string()));
  auto bold = heading_->GetFont();
  heading_->SetFont(bold.MakeBold());
  sizer->Add(heading_, 0, wxEXPAND | wxALL, FromDIP(12));
  list_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setColumns(*list_, words("sign.content"),
             {{words("sign.content.item"), 400},
              {words("sign.content.figure"), 150, wxLIST_FORMAT_RIGHT},
              {words("sign.content.unit"), 110}});
  stretchColumn(*list_, 0);
  // The full text of the selected line is shown below the list, since it may be too long for its column.
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    if (written_.empty()) showStatus(utf8(list_->GetItemText(event.GetIndex(), 0)), false);
  });
  sizer->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  key_ = new KeyPicker(this, words, workspace.settings.key);
  sizer->Add(key_, 0, wxEXPAND | wxALL, FromDIP(12));
  status_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(status_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  folder_ = new wxButton(this, wxID_ANY, wx(words("sending.open-folder")));
  folder_->Hide();
  sign_ = new wxButton(this, wxID_OK, wx(words("sign.sign")));
  sign_->Disable();
  close_ = new wxButton(this, wxID_CANCEL, wx(words("common.close")));
  buttons->Add(folder_);
  buttons->AddStretchSpacer();
  buttons->Add(sign_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(close_);
  sign_->SetDefault();
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetMinClientSize(scaledWithin(*this, 640, 400));
  SetClientSize(scaledWithin(*this, 800, 540));
  CentreOnParent();
  helpOnF1(*this, presentation::HelpTopic::sign, workspace.words());
  sign_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { sign(); });
  folder_->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { wxLaunchDefaultApplication(wx(written_.parent_path().string())); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (close_->IsEnabled())
      event.Skip();
    else
      event.Veto();
  });
  readPackage();
}

void SignDialog::showStatus(const std::string& text, bool isError) { showStatusText(*status_, text, isError); }

void SignDialog::readPackage() {
  showStatus(workspace_.words()("sign.reading"), false);
  task_.start(onSuite(workspace_.suite().options,
                      [file = file_](SuiteWork& work) { return summarizePackage(work.suite, file); }),
              [this](const Result<PackageContent>& content) {
                if (content) return showPackage(*content);
                showStatus(sentencesWithPlace(content.error(), workspace_.settings.language), true);
              });
}

void SignDialog::showPackage(const PackageContent& content) {
  const auto words = workspace_.words();
  const auto& header = content.header;
  heading_->SetLabelText(
      wx(words("sign.heading", {{"section", presentation::sectionTitle(content.definition->definition(), words)},
                                {"unit", content.unitName},
                                {"period", content.periodName},
                                {"revision", std::to_string(header.revision)},
                                {"person", header.submittedBy.name},
                                {"time", vietnamese::moment(header.submittedAt)}})));
  const auto problems = addFindings(content);
  addFigures(content);
  loaded_ = true;
  if (!header.signer.empty()) {
    key_->Enable(false);
    return showStatus(words("sign.already-signed", {{"signer", header.signer}}), false);
  }
  sign_->Enable();
  key_->focusSecret();
  showStatus(problems == 0 ? words("sign.not-signed")
                           : words("sign.not-signed-findings", {{"count", std::to_string(problems)}}),
             false);
}

void SignDialog::addLine(const std::string& content, const std::string& figure, const std::string& unit) {
  const auto at = list_->InsertItem(list_->GetItemCount(), wx(content));
  list_->SetItem(at, 1, wx(figure));
  list_->SetItem(at, 2, wx(unit));
}

// Errors and warnings come first in the list, since the signer must know about them. Returns their number.
std::size_t SignDialog::addFindings(const PackageContent& content) {
  const auto words = workspace_.words();
  std::size_t added = 0;
  for (const auto& finding : content.findings) {
    if (finding.severity == Severity::information) continue;
    ++added;
    const std::vector<Parameter> parameters = {{"shape", presentation::severityShape(finding.severity)},
                                               {"finding", what(finding, words.language)},
                                               {"explanation", finding.explanation}};
    addLine(
        finding.explanation.empty() ? words("sign.finding", parameters) : words("sign.finding-explained", parameters),
        "", "");
    list_->SetItemTextColour(list_->GetItemCount() - 1, colours::of(finding.severity));
  }
  return added;
}

// Adds the figures as printed on the sheet; for a table, the number of its rows.
void SignDialog::addFigures(const PackageContent& content) {
  using Kind = presentation::SheetLine::Kind;
  const auto words = workspace_.words();
  std::string table;
  std::size_t rows = 0;
  const auto endTable = [&] {
    if (!table.empty())
      addLine(table, std::to_string(rows), rows == 1 ? words("sign.rows.one") : words("sign.rows.many"));
    table.clear(), rows = 0;
  };
  for (const auto& line : presentation::sheetLines({content.definition->definition(),
                                                    content.data,
                                                    content.evaluation,
                                                    {},
                                                    content.unitName,
                                                    content.periodName,
                                                    "",
                                                    content.findings},
                                                   words)) {
    if (line.kind == Kind::tableRow)
      ++rows;
    else if (line.kind != Kind::tableHeading)
      endTable();
    if (line.kind == Kind::figure) addLine(line.cells[0], line.cells[1], line.cells[2]);
    if (line.kind == Kind::tableTitle) table = line.cells.front();
  }
  endTable();
}

void SignDialog::sign() {
  const auto words = workspace_.words();
  const auto key = key_->key();
  if (key.empty()) return showStatus(words("sign.no-key"), true);
  const auto target = signedName(file_);
  const bool started = task_.start(
      [file = file_, target, key, secret = key_->secret()](Work&) -> Status {
        CCHC_TRY(const auto signing, openKey(key, secret));
        CCHC_TRY(const auto bytes, readFile(file, packageLimit));
        CCHC_TRY(const auto made, signedBytes(bytes, file.string(), signing));
        CCHC_CHECK(checkStillFree({target, false}));
        return platform::writeFileDurably(target, made);
      },
      [this, words, key, target](const Status& done) {
        close_->Enable();
        sign_->Enable(!done);
        if (!done) {
          key_->focusSecret();
          return showStatus(sentencesWithPlace(done.error(), workspace_.settings.language), true);
        }
        written_ = target;
        workspace_.settings.key = key;
        workspace_.saveSettings();
        workspace_.log().note("sign", target.filename().string());
        showStatus(words("sign.signed", {{"file", target.string()}}), false);
        folder_->Show();
        close_->SetFocus();
        Layout();
      });
  if (!started) return;
  sign_->Disable(), close_->Disable();
  showStatus(words("sign.signing"), false);
}

}  // namespace cchc::shell
