#include "core/shell/units/unit_import_dialog.h"

#include <wx/filedlg.h>
#include <wx/msgdlg.h>

#include <algorithm>
#include <utility>

#include "core/app/suite/suite_work.h"
#include "core/base/platform.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/convert_question.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/status_text.h"
#include "core/store/copies.h"

namespace cchc::shell {

using presentation::UnitImportPreview;
using presentation::UnitImportResult;

namespace {

enum UnitImportColumn : int { importResult, importCode, importName, importWhat };  // and the line

}  // namespace

std::filesystem::path chooseUnitList(wxWindow* parent, presentation::Words words) {
  wxFileDialog dialog(parent, wx(words("unit-import.title")), "", "", wx(words("unit-import.file-types")),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  return dialog.ShowModal() == wxID_OK ? std::filesystem::path(utf8(dialog.GetPath())) : std::filesystem::path();
}

UnitImportDialog::UnitImportDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("unit-import.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      workspace_(workspace) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(fileRow(), 0, wxEXPAND | wxALL, FromDIP(12));
  state_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(state_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  sizer->Add(previewRow(), 1, wxEXPAND | wxALL, FromDIP(12));
  detail_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxSize(-1, scaled(*this, 60)),
                           wxTE_MULTILINE | wxTE_READONLY);
  setAccessibleName(*detail_, workspace.words()("unit-import.detail"));
  sizer->Add(detail_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  undo_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(undo_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  sizer->Add(buttonRow(), 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetMinClientSize(scaledWithin(*this, 700, 420));
  SetClientSize(scaledWithin(*this, 1180, 600));
  CentreOnParent();
  helpOnF1(*this, presentation::HelpTopic::units, workspace.words());
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { stopOrClose(); });
  pulse_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { gauge_->Pulse(); });
  task_.progress = [this](std::size_t done, std::size_t all) {
    if (all == 0) return;
    pulse_.Stop();
    gauge_->SetValue(static_cast<int>(std::min<std::size_t>(100, done * 100 / all)));
  };
  load(file);
}

wxSizer* UnitImportDialog::fileRow() {
  const auto words = workspace_.words();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  file_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  other_ = new wxButton(this, wxID_OPEN, wx(words("unit-import.other-file")));
  row->Add(new wxStaticText(this, wxID_ANY, wx(words("unit-import.file"))), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
           FromDIP(6));
  row->Add(file_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  row->Add(other_);
  other_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (const auto file = chooseUnitList(this, workspace_.words()); !file.empty()) load(file);
  });
  return row;
}

wxSizer* UnitImportDialog::previewRow() {
  const auto words = workspace_.words();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  filters_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxSize(scaled(*this, 210), scaled(*this, 100)));
  setAccessibleName(*filters_, words("unit-import.filter"));
  list_ = new FittedList(this, words("unit-import.list"),
                         {{words("unit-import.list.result"), 150},
                          {words("unit-import.list.code"), 70},
                          {words("unit-import.list.name"), 160},
                          {words("unit-import.list.what"), 300},
                          {words("unit-import.list.line"), 60}},
                         {[this](long at, int column) { return cell(at, column); },
                          [this](long at, wxItemAttr& attribute) {
                            const auto& each = preview_->lines[shown_[static_cast<std::size_t>(at)]];
                            if (each.result == UnitImportResult::refused)
                              attribute.SetTextColour(colours::of(Severity::error));
                            if (each.result == UnitImportResult::noted)
                              attribute.SetTextColour(colours::of(Severity::warning));
                          }});
  stretchColumn(*list_, importWhat);
  row->Add(filters_, 0, wxEXPAND | wxRIGHT, FromDIP(6));
  row->Add(list_, 1, wxEXPAND);
  filters_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
    const int at = event.GetSelection();
    filter(at <= 0 ? std::nullopt : std::optional(presentation::unitImportResults[static_cast<std::size_t>(at - 1)]));
  });
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { showSelected(); });
  return row;
}

wxSizer* UnitImportDialog::buttonRow() {
  const auto words = workspace_.words();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  gauge_ = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, wxSize(scaled(*this, 200), scaled(*this, 14)));
  setAccessibleName(*gauge_, words("task.progress"));
  import_ = new wxButton(this, wxID_OK, wx(words("unit-import.import")));
  cancel_ = new wxButton(this, wxID_CANCEL, wx(words("common.cancel")));
  import_->SetDefault();
  row->Add(gauge_, 0, wxALIGN_CENTRE_VERTICAL | wxRESERVE_SPACE_EVEN_IF_HIDDEN);
  row->AddStretchSpacer();
  row->Add(import_, 0, wxRIGHT, FromDIP(6));
  row->Add(cancel_);
  import_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
  cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { stopOrClose(); });
  return row;
}

void UnitImportDialog::load(const std::filesystem::path& file, OldTexts old) {
  path_ = file;
  oldTexts_ = old;
  ready_ = false;
  preview_ = std::make_shared<const UnitImportPreview>();
  showPreview();
  file_->SetLabelText(wx(file.string()));
  file_->SetToolTip(wx(file.string()));
  showStatus(workspace_.words()("unit-import.state.reading"), false);
  task_.discard();
  task_.start(onSuite(workspace_.suite().options,
                      [file, old, words = workspace_.words()](SuiteWork& work) -> Result<Outcome> {
                        const auto& store = work.suite.options.store;
                        const auto copies =
                            isSharedStore(store) ? std::vector<std::filesystem::path>() : dailyCopies(store);
                        const auto preview = [&]() -> Result<UnitImportPreview> {
                          CCHC_TRY(const auto bytes, readFile(file.string()));
                          return presentation::previewUnitImport(work.suite, bytes, file.filename().string(), old,
                                                                 words, work.watch);
                        };
                        return Outcome{preview(), copies.empty() ? std::filesystem::path() : copies.back()};
                      }),
              [this](Result<Outcome> outcome) {
                showOutcome(outcome ? std::move(*outcome) : Outcome{fail(outcome.error()), copy_});
              });
  updateButtons();
}

void UnitImportDialog::showOutcome(Outcome outcome) {
  if (!outcome.preview && mayConvert(*this, workspace_.words(), outcome.preview.error(), oldTexts_))
    return load(path_, OldTexts::convert);
  ready_ = true;
  preview_ = std::make_shared<const UnitImportPreview>(
      outcome.preview ? std::move(*outcome.preview)
                      : presentation::refusedImport(outcome.preview.error(), workspace_.words()));
  copy_ = outcome.copy;
  filter_.reset();
  showPreview();
  updateButtons();
  (import_->IsEnabled() ? static_cast<wxWindow*>(import_) : list_)->SetFocus();
}

void UnitImportDialog::showPreview() {
  const auto words = workspace_.words();
  wxArrayString names;
  const auto add = [&](const std::string& name, std::size_t count) {
    names.Add(wx(words("unit-import.filter-entry", {{"name", name}, {"count", std::to_string(count)}})));
  };
  add(words("unit-import.filter.all"), preview_->lines.size());
  for (const auto each : presentation::unitImportResults)
    add(presentation::unitImportResultText(each, words), preview_->count(each));
  filters_->Set(names);
  filter(filter_);
  if (!ready_) return;
  const auto text = outcomeText();
  showStatus(problem_.empty() ? text : problem_ + " " + text,
             !problem_.empty() || preview_->count(UnitImportResult::refused) > 0);
  problem_.clear();
  undo_->SetLabelText(wx(undoText()));
  undo_->Wrap(std::max(FromDIP(300), GetClientSize().GetWidth() - FromDIP(28)));
  Layout();
}

std::string UnitImportDialog::outcomeText() const {
  const auto words = workspace_.words();
  const auto refused = preview_->count(UnitImportResult::refused);
  const std::vector<Parameter> parameters{{"rows", std::to_string(preview_->rows)},
                                          {"changes", std::to_string(preview_->changes())},
                                          {"notes", std::to_string(preview_->count(UnitImportResult::noted))},
                                          {"refused", std::to_string(refused)}};
  if (refused > 0 && preview_->rows == 0) return words("unit-import.state.unreadable");
  if (refused > 0) return words("unit-import.state.refused", parameters);
  if (preview_->changes() == 0) return words("unit-import.state.same", parameters);
  return words(preview_->count(UnitImportResult::noted) > 0 ? "unit-import.state.noted" : "unit-import.state.possible",
               parameters);
}

// That the import cannot be undone, and which copy has the units as they were.
std::string UnitImportDialog::undoText() const {
  const auto words = workspace_.words();
  if (isSharedStore(workspace_.settings.store)) return words("unit-import.no-undo-shared");
  if (copy_.empty()) return words("unit-import.no-undo");
  return words("unit-import.no-undo-copy", {{"file", copy_.string()}});
}

void UnitImportDialog::filter(std::optional<UnitImportResult> result) {
  filter_ = result;
  shown_.clear();
  for (std::size_t i = 0; i < preview_->lines.size(); ++i) {
    if (!result || preview_->lines[i].result == *result) shown_.push_back(i);
  }
  filters_->SetSelection(result ? 1 + static_cast<int>(*result) : 0);
  list_->showRows(shown_.size());
  if (!shown_.empty()) list_->selectRow(0);
  showSelected();
}

std::string UnitImportDialog::cell(long row, int column) const {
  const auto& each = preview_->lines[shown_[static_cast<std::size_t>(row)]];
  switch (column) {
    case importResult:
      return presentation::unitImportResultText(each.result, workspace_.words());
    case importCode:
      return each.code;
    case importName:
      return each.name;
    case importWhat:
      return each.what;
    default:
      return each.line;
  }
}

void UnitImportDialog::showSelected() {
  const auto row = list_->GetFirstSelected();
  std::string text;
  if (row >= 0 && static_cast<std::size_t>(row) < shown_.size()) {
    const auto& each = preview_->lines[shown_[static_cast<std::size_t>(row)]];
    text = each.what + (each.fix.empty() ? "" : "\n" + workspace_.words()("common.how-to-fix", {{"fix", each.fix}}));
  }
  detail_->ChangeValue(wx(text));
}

void UnitImportDialog::save() {
  if (!ready_ || saving_ || !preview_->possible()) return;
  saving_ = true;
  showStatus(workspace_.words()("unit-import.state.saving"), false);
  task_.start(onSuite(workspace_.suite().options,
                      [preview = preview_](SuiteWork& work) -> Status {
                        if (work.task.stopped()) return fail("work.cancelled");
                        return saveUnitImport(work.suite, preview->import);
                      }),
              [this](const Status& status) { saved(status); });
  updateButtons();
}

void UnitImportDialog::saved(const Status& status) {
  saving_ = false;
  if (status) return EndModal(wxID_OK);
  problem_ = sentences(status.error(), workspace_.words().language);
  // What would be imported may be something else now.
  if (status.error().code == "unit.changed-meanwhile") return load(path_, oldTexts_);
  showPreview();
  updateButtons();
}

void UnitImportDialog::stopOrClose() {
  if (!saving_) return EndModal(wxID_CANCEL);
  // The dialog stays until it is known whether the units were saved.
  task_.stop();
  showStatus(workspace_.words()("task.stopping"), false);
}

void UnitImportDialog::showStatus(const std::string& text, bool wrong) { showStatusText(*state_, text, wrong); }

void UnitImportDialog::updateButtons() {
  const bool working = task_.running();
  import_->Enable(ready_ && !saving_ && preview_->possible());
  other_->Enable(!saving_);
  cancel_->SetLabelText(wx(workspace_.words()(saving_ ? "common.stop" : "common.cancel")));
  gauge_->Show(working);
  gauge_->SetValue(0);
  if (working)
    pulse_.Start(100);
  else
    pulse_.Stop();
}

}  // namespace cchc::shell
