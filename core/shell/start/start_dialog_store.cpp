// How the start dialog makes a store: as the sample, from tables of units and periods, or from a backup.
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>

#include <filesystem>
#include <utility>

#include "core/app/units/import_tables.h"
#include "core/app/upkeep/backups.h"
#include "core/base/store_address.h"
#include "core/base/texts.h"
#include "core/shell/start/sample_store.h"
#include "core/shell/start/start_dialog.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

namespace {

constexpr const char* storeFiles = "SQLite (*.sqlite)|*.sqlite|*.*|*.*";

}  // namespace

void StartDialog::chooseFile() {
  wxFileDialog dialog(this, wx(workspace_.words()("start.browse-title")), "", "suite.sqlite", storeFiles, wxFD_SAVE);
  if (dialog.ShowModal() != wxID_OK) return;
  store_->SetValue(dialog.GetPath());
  inspectStore();
}

void StartDialog::openSample() {
  const auto words = workspace_.words();
  const auto folder = sampleFolder();
  inspected_ = address();  // so that losing the focus does not read this address and stop the sample
  std::error_code ignored;
  std::filesystem::create_directories(folder.parent_path(), ignored);
  const auto open = [this, folder] {
    store_->SetValue(wx((folder / (office_->GetValue() ? "suite.sqlite" : "departments.sqlite")).string()));
    inspectStore();
  };
  if (std::filesystem::exists(folder / "suite.sqlite", ignored)) return open();
  setBusy(true);
  showState(words("start.making-sample"), false);
  task_.discard();
  task_.start([folder, resources = workspace_.resources()](Work&) { return makeSample(resources, folder); },
              [this, open](const Status& made) {
                setBusy(false);
                if (!made) return showState(sentencesWithPlace(made.error(), workspace_.settings.language), true);
                open();
              });
}

void StartDialog::loadTables() {
  const auto words = workspace_.words();
  wxDirDialog dialog(this, wx(words("start.tables-title")));
  if (dialog.ShowModal() != wxID_OK) return;
  auto options = workspace_.suiteOptions();
  options.store = address();
  const auto load = [options, tables = std::filesystem::path(utf8(dialog.GetPath()))]() -> Status {
    std::error_code ignored;
    if (!isSharedStore(options.store))
      std::filesystem::create_directories(std::filesystem::path(options.store).parent_path(), ignored);
    CCHC_TRY(const auto suite, openSuite(options));
    return importTables(*suite, tables);
  };
  runAndInspect(words("start.loading-tables"), load);
}

// Runs work on a thread, then reads the named store again.
void StartDialog::runAndInspect(const std::string& state, std::function<Status()> work) {
  setBusy(true);
  showState(state, false);
  task_.discard();
  task_.start(
      [work = std::move(work), shared = isSharedStore(address())](Work& own) {
        if (shared) own.usesServer();
        return work();
      },
      [this](const Status& done) {
        setBusy(false);
        if (!done) return showState(sentencesWithPlace(done.error(), workspace_.settings.language), true);
        inspected_.clear();
        inspectStore();
      });
}

// Restores a backup as the named store.
void StartDialog::restore() {
  const auto words = workspace_.words();
  const std::filesystem::path store = utf8(store_->GetValue());
  if (store.empty() || isSharedStore(store.string())) return showState(words("start.restore-where"), true);
  wxFileDialog dialog(this, wx(words("start.restore-title")), "", "", storeFiles, wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  std::error_code ignored;
  const bool there = std::filesystem::exists(store, ignored);
  wxMessageDialog question(this, wx(words("start.restore-question")), GetTitle(),
                           wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  question.SetYesNoLabels(wx(words("start.restore-replace")), wx(words("common.cancel")));
  if (there && question.ShowModal() != wxID_YES) return;
  std::filesystem::create_directories(store.parent_path(), ignored);
  workspace_.log().note("restore", utf8(dialog.GetPath()));
  runAndInspect(words("start.restoring"),
                [copy = utf8(dialog.GetPath()), store, there, &clock = workspace_.clock()]() -> Status {
                  const auto restored = restoreStore(copy, store.string(), there, clock);
                  return restored ? Status() : fail(restored.error());
                });
}

}  // namespace cchc::shell
