// ImportDialog: reading the file, the dry run, and its outcome.
#include <wx/msgdlg.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/app/section/fill.h"
#include "core/app/suite/catalogue.h"
#include "core/shell/section/import_dialog.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/convert_question.h"
#include "core/shell/widgets/status_text.h"

namespace cchc::shell {

using presentation::ImportSource;

namespace {

constexpr std::size_t shownFindings = 500;

std::string counted(presentation::Words words, const char* one, const char* many, std::size_t count) {
  return words(count == 1 ? one : many, {{"count", std::to_string(count)}});
}

}  // namespace

void ImportDialog::load(const std::filesystem::path& file, OldTexts old) {
  path_ = file;
  oldTexts_ = old;
  source_.reset();
  ready_ = false;
  list_->DeleteAllItems();
  import_->Disable();
  file_->SetLabelText(wx(file.string()));
  file_->SetToolTip(wx(file.string()));
  showStatus(workspace_.words()("import-dialog.state.reading"), false);
  task_.discard();
  task_.start([file, old](Work&) { return presentation::openImport(file, old); },
              [this](Result<ImportSource> source) { sourceOpened(std::move(source)); });
}

void ImportDialog::sourceOpened(Result<ImportSource> source) {
  if (!source) return showOutcome({{}, {}, source.error()});
  source_ = std::make_shared<ImportSource>(std::move(*source));
  sheet_->Clear();
  const auto& sheets = source_->content.sheets;
  for (const auto& each : sheets) sheet_->Append(wx(each.name.empty() ? source_->name : each.name));
  if (!sheets.empty()) sheet_->SetSelection(static_cast<int>(source_->content.firstVisible()));
  sheet_->Enable(sheets.size() > 1);
  if (!sheets.empty()) mapping_ = presentation::guessImport(definition_->definition(), sheet());
  kind_->Enable(source_->kind == ImportSource::Kind::sheets);
  if (source_->kind == ImportSource::Kind::own) kind_->SetSelection(0);
  chooseKind();
}

void ImportDialog::startDryRun() {
  ready_ = false;
  import_->Disable();
  const bool money = mapped() && presentation::hasMoney(definition_->definition(), mapping_);
  unit_->Show(money), unitLabel_->Show(money);
  showStatus(workspace_.words()("import-dialog.state.trying"), false);
  const auto importer =
      kind_->GetSelection() > 0 ? importers_[static_cast<std::size_t>(kind_->GetSelection() - 1)] : std::string();
  const auto catalogue = workspace_.suite().options.catalogue;
  const auto at = static_cast<std::size_t>(std::max(0, sheet_->GetSelection()));
  const auto work = [=, definition = definition_, source = source_, present = present_, mapping = mapping_,
                     key = workspace_.form()->editing().key(), period = workspace_.form()->editing().period(),
                     parts = workspace_.form()->editing().evaluation().inForce,
                     old = oldTexts_](const Work& own) -> Result<Outcome> {
    Outcome outcome;
    const auto& form = definition->definition();
    if (source->kind == ImportSource::Kind::own) {
      auto values = readValues(source->file, form, "", key, *present, onlyYear(period), old);
      if (values)
        outcome.run.values = std::move(*values);
      else
        outcome.problem = values.error();
    } else if (!importer.empty()) {
      outcome.run =
          presentation::dryRun(catalogue->plugins.import(form, parts, importer, source->content, at, &period));
    } else {
      outcome.run = presentation::dryRun(form, parts, *present, source->content.sheets[at], mapping, onlyYear(period),
                                         own.stop());
    }
    if (!outcome.problem) {
      auto step = presentation::importStep(form, parts, *present, outcome.run.values, source->name);
      if (step)
        outcome.step = std::move(*step);
      else
        outcome.problem = step.error();
    }
    if (source->kind == ImportSource::Kind::own) outcome.run.right = outcome.step.edits.size();
    return outcome;
  };
  task_.discard();
  task_.start(work, [this](const Result<Outcome>& outcome) {
    showOutcome(outcome ? *outcome : Outcome{{}, {}, outcome.error()});
  });
}

void ImportDialog::showOutcome(const Outcome& outcome) {
  if (outcome.problem && mayConvert(*this, workspace_.words(), *outcome.problem, oldTexts_))
    return load(path_, OldTexts::convert);
  const auto words = workspace_.words();
  run_ = outcome.run;
  step_ = outcome.step;
  list_->Freeze();
  list_->DeleteAllItems();
  const auto add = [&](const std::string& line, const std::string& column, const std::string& text) {
    const auto at = list_->InsertItem(list_->GetItemCount(), wx(line));
    list_->SetItem(at, 1, wx(column));
    list_->SetItem(at, 2, wx(text));
  };
  if (outcome.problem) add("", outcome.problem->place, presentation::whatIsWrong({0, "", *outcome.problem}, words));
  // The findings that block the import come first.
  for (const bool blocks : {true, false}) {
    for (const auto& finding : run_.findings) {
      if (finding.blocks != blocks || static_cast<std::size_t>(list_->GetItemCount()) >= shownFindings) continue;
      add((finding.blocks ? "■ " : "ℹ ") + (finding.line == 0 ? std::string() : std::to_string(finding.line)),
          finding.column, presentation::whatIsWrong(finding, words));
    }
  }
  if (run_.findings.size() > shownFindings)
    add("", "", words("import-dialog.problems.more", {{"count", std::to_string(run_.findings.size())}}));
  list_->Thaw();
  const bool own = source_ && source_->kind == ImportSource::Kind::own;
  showStatus(outcome.problem ? words("import-dialog.state.problem") : outcomeText(own),
             outcome.problem || run_.wrong > 0);
  partly_->Show(run_.wrong > 0 && run_.right > 0);
  ready_ = true;
  import_->SetLabelText(wx(
      own ? counted(words, "import-dialog.import-changes.one", "import-dialog.import-changes.many", step_.edits.size())
          : counted(words, "import-dialog.import-lines.one", "import-dialog.import-lines.many", run_.right)));
  import_->InvalidateBestSize();
  Layout();
  updateImportButton();
}

// What the dry run found, as one or two sentences. `own`: the file is the section's own workbook.
std::string ImportDialog::outcomeText(bool own) const {
  const auto words = workspace_.words();
  if (own) {
    if (step_.edits.empty()) return words("import-dialog.state.own-same");
    return counted(words, "import-dialog.state.own-changes.one", "import-dialog.state.own-changes.many",
                   step_.edits.size());
  }
  const auto text = words(run_.wrong > 0 ? "import-dialog.state.lines-wrong" : "import-dialog.state.lines",
                          {{"right", std::to_string(run_.right)}, {"wrong", std::to_string(run_.wrong)}});
  const bool same = run_.right > 0 && step_.edits.empty();
  return same ? text + " " + words("import-dialog.state.nothing-differs") : text;
}

void ImportDialog::updateImportButton() {
  import_->Enable(ready_ && !step_.edits.empty() && (run_.wrong == 0 || partly_->GetValue()));
}

void ImportDialog::showStatus(const std::string& text, bool wrong) { showStatusText(*state_, text, wrong); }

}  // namespace cchc::shell
