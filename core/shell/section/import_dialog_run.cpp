// ImportDialog: reading the file, the dry run, and its outcome.
#include <wx/msgdlg.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite_work.h"
#include "core/shell/section/import_dialog.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/convert_question.h"
#include "core/shell/widgets/status_text.h"

namespace cchc::shell {

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
  const auto work = [file, old, key = workspace_.form()->editing().key()](SuiteWork& own) -> Result<Opened> {
    Opened opened;
    CCHC_TRY(opened.source, openImport(file, old));
    CCHC_TRY(opened.imported, importedFiles(own.suite, key));
    return opened;
  };
  task_.start(onSuite(workspace_.suite().options, work),
              [this](Result<Opened> opened) { sourceOpened(std::move(opened)); });
}

void ImportDialog::sourceOpened(Result<Opened> opened) {
  if (!opened) return showOutcome({{}, opened.error()});
  source_ = std::make_shared<ImportSource>(std::move(opened->source));
  imported_ = std::move(opened->imported);
  sheet_->Clear();
  const auto& sheets = source_->content.sheets;
  for (const auto& each : sheets) sheet_->Append(wx(each.name.empty() ? source_->name : each.name));
  const bool mapped = source_->kind == ImportSource::Kind::sheets;
  if (mapped) {
    // Of several sheets that fit, the first is shown, and the person sees the others in the list.
    const auto at = chooseSheet(definition_->definition(), source_->content, "", std::nullopt);
    sheet_->SetSelection(static_cast<int>(at.value_or(source_->content.firstVisible())));
    guess();
  }
  sheet_->Enable(mapped && sheets.size() > 1);
  kind_->Enable(mapped);
  if (!mapped) kind_->SetSelection(0);
  chooseKind();
}

void ImportDialog::startDryRun() {
  ready_ = false;
  import_->Disable();
  const bool money = mapped() && presentation::hasMoney(definition_->definition(), mapping_);
  unit_->Show(money), unitLabel_->Show(money);
  showStatus(workspace_.words()("import-dialog.state.trying"), false);
  const auto& editing = workspace_.form()->editing();
  const auto section = std::make_shared<ImportSection>(
      ImportSection{editing.key(), editing.period(), definition_, editing.evaluation().inForce, present_, imported_});
  const auto work = [section, source = source_, choices = choices(),
                     catalogue = workspace_.suite().options.catalogue](const Work& own) -> Result<Outcome> {
    Outcome outcome;
    auto plan = planImport(catalogue->plugins, *section, *source, choices, own.stop());
    if (plan)
      outcome.plan = std::move(*plan);
    else
      outcome.problem = plan.error();
    return outcome;
  };
  task_.discard();
  task_.start(work, [this](const Result<Outcome>& outcome) {
    showOutcome(outcome ? *outcome : Outcome{{}, outcome.error()});
  });
}

ImportChoices ImportDialog::choices() const {
  ImportChoices choices;
  choices.at = static_cast<std::size_t>(std::max(0, sheet_->GetSelection()));
  if (kind_->GetSelection() > 0) choices.importer = importers_[static_cast<std::size_t>(kind_->GetSelection() - 1)];
  choices.mapping = mapping_;
  choices.withHidden = hidden_->GetValue();
  choices.rows = {replace_->GetValue(), rows_->GetSelection() == 1, rows_->GetSelection() == 2};
  return choices;
}

void ImportDialog::showOutcome(const Outcome& outcome) {
  if (outcome.problem && mayConvert(*this, workspace_.words(), *outcome.problem, oldTexts_))
    return load(path_, OldTexts::convert);
  const auto words = workspace_.words();
  plan_ = outcome.plan;
  list_->Freeze();
  list_->DeleteAllItems();
  const auto add = [&](const std::string& line, const std::string& column, const std::string& text) {
    const auto at = list_->InsertItem(list_->GetItemCount(), wx(line));
    list_->SetItem(at, 1, wx(column));
    list_->SetItem(at, 2, wx(text));
  };
  if (outcome.problem) add("", outcome.problem->place, presentation::whatIsWrong({0, "", *outcome.problem}, words));
  // The findings that block the import come first, then what would change, then what is only said. Each kind has its
  // own limit, so that many changes do not hide what is left out.
  std::size_t changes = 0, findings = 0;
  for (const bool blocks : {true, false}) {
    for (const auto& change : plan_.changes) {
      if (blocks || changes == shownFindings) break;
      ++changes;
      add("→", "", presentation::changeText(change, words));
    }
    for (const auto& finding : plan_.run.findings) {
      if (finding.blocks != blocks || findings == shownFindings) continue;
      ++findings;
      add((finding.blocks ? "■ " : "ℹ ") + (finding.line == 0 ? std::string() : std::to_string(finding.line)),
          finding.column, presentation::whatIsWrong(finding, words));
    }
  }
  if (plan_.run.findings.size() + plan_.changes.size() > changes + findings)
    add("", "",
        words("import-dialog.problems.more",
              {{"count", std::to_string(plan_.run.findings.size() + plan_.changes.size())}}));
  list_->Thaw();
  const bool own = source_ && source_->kind != ImportSource::Kind::sheets;
  showStatus(outcome.problem ? words("import-dialog.state.problem") : outcomeText(own),
             outcome.problem || plan_.run.wrong > 0);
  partly_->Show(plan_.run.wrong > 0 && plan_.run.right > 0);
  ready_ = true;
  import_->SetLabelText(
      wx(own ? counted(words, "import-dialog.import-changes.one", "import-dialog.import-changes.many",
                       plan_.changes.size())
             : counted(words, "import-dialog.import-lines.one", "import-dialog.import-lines.many", plan_.run.right)));
  import_->InvalidateBestSize();
  Layout();
  updateImportButton();
}

// What the dry run found, as one or two sentences. `own`: the file is the section's own workbook.
std::string ImportDialog::outcomeText(bool own) const {
  const auto words = workspace_.words();
  if (own) {
    if (plan_.step.edits.empty()) return words("import-dialog.state.own-same");
    return counted(words, "import-dialog.state.own-changes.one", "import-dialog.state.own-changes.many",
                   plan_.changes.size());
  }
  const auto text = words(plan_.run.wrong > 0 ? "import-dialog.state.lines-wrong" : "import-dialog.state.lines",
                          {{"right", std::to_string(plan_.run.right)}, {"wrong", std::to_string(plan_.run.wrong)}});
  const bool same = plan_.run.right > 0 && plan_.step.edits.empty();
  return same ? text + " " + words("import-dialog.state.nothing-differs") : text;
}

void ImportDialog::updateImportButton() {
  import_->Enable(ready_ && !plan_.step.edits.empty() && (plan_.run.wrong == 0 || partly_->GetValue()));
}

void ImportDialog::showStatus(const std::string& text, bool wrong) { showStatusText(*state_, text, wrong); }

}  // namespace cchc::shell
