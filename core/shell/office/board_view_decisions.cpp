// The office's decisions on the selected sections: accept, return, refuse to return, reopen, choose or
// discard a package, enter for the unit.
#include <wx/choicdlg.h>
#include <wx/textdlg.h>

#include <system_error>
#include <utility>

#include "core/app/receive/review.h"
#include "core/app/section/section_content.h"
#include "core/app/send/return_request.h"
#include "core/base/store_address.h"
#include "core/shell/office/board_view.h"
#include "core/shell/office/reason_dialog.h"
#include "core/shell/section/package_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/typed_guard.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

void BoardView::runDecision(std::function<Status(SuiteWork&)> work, std::function<void()> done) {
  const bool started = task_.start(onSuite(workspace_.suite().options, std::move(work)),
                                   [this, done = std::move(done)](const Status& outcome) {
                                     if (!outcome && showError) showError(outcome.error());
                                     if (outcome && done) done();
                                     reload();
                                     if (changed) changed();
                                   });
  if (!started) showBusy();
}

void BoardView::acceptSelected() {
  std::vector<SectionKey> keys;
  for (const auto& line : list_->selected()) keys.push_back(line.key);
  runDecision([keys](SuiteWork& work) -> Status {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      // What was accepted by then stays accepted.
      if (!work.watch(i, keys.size())) return fail(i == 0 ? "work.cancelled" : "work.stopped");
      CCHC_CHECK(acceptSection(work.suite, keys[i]));
    }
    return {};
  });
}

void BoardView::returnSelected() {
  const auto selected = list_->selected();
  if (selected.size() != 1) return;
  const auto& line = selected.front();
  const auto definition = definitionFor(workspace_.suite(), line.key);
  if (!definition) return showError ? showError(definition.error()) : void();
  ReasonDialog dialog(this, workspace_.words(), line.reporterName + " · " + line.title, (*definition)->definition());
  if (dialog.ShowModal() != wxID_OK) return;
  const bool shared = isSharedStore(workspace_.settings.store);
  const auto file = unusedPath(returnFolder() / ("tra-lai-" + packageName(line.key, line.revision)));
  runDecision(
      [key = line.key, reason = dialog.reason(), remarks = dialog.remarks(), shared, file](SuiteWork& work) -> Status {
        if (!shared) CCHC_CHECK(checkStillFree({file, false}));
        CCHC_CHECK(returnSection(work.suite, key, reason, remarks));
        if (shared) return {};
        std::error_code ignored;
        std::filesystem::create_directories(file.parent_path(), ignored);
        return writeReturnFile(work.suite, key, file);
      },
      [this, shared, file] {
        if (!shared && showNote) showNote(workspace_.words()("board-view.returned", {{"file", file.string()}}));
      });
}

void BoardView::askReason(const std::string& question, const std::string& title,
                          std::function<Status(Suite&, const SectionKey&, const std::string&)> action) {
  const auto selected = list_->selected();
  if (selected.size() != 1) return;
  wxTextEntryDialog dialog(this, wx(question), wx(title), "", wxTextEntryDialogStyle | wxTE_MULTILINE);
  askBeforeLosing(dialog, workspace_.words());
  if (dialog.ShowModal() != wxID_OK) return;
  runDecision([key = selected.front().key, reason = utf8(dialog.GetValue()),
               action = std::move(action)](SuiteWork& work) { return action(work.suite, key, reason); });
}

void BoardView::reopenSelected() {
  const auto words = workspace_.words();
  askReason(words("board-view.reopen-reason"), words("board-view.reopen-title"), &reopenSection);
}

void BoardView::refuseReturnOfSelected() {
  const auto words = workspace_.words();
  const auto selected = list_->selected();
  if (selected.size() != 1) return;
  const bool shared = isSharedStore(workspace_.settings.store);
  const auto file = shared
                        ? std::filesystem::path()
                        : unusedPath(returnFolder() /
                                     ("khong-tra-lai-" + packageName(selected.front().key, selected.front().revision)));
  askReason(words("board-view.refuse-reason"), words("board-view.refuse-title"),
            [file](Suite& suite, const SectionKey& key, const std::string& reason) -> Status {
              std::error_code ignored;
              if (!file.empty()) std::filesystem::create_directories(file.parent_path(), ignored);
              CCHC_CHECK(checkStillFree({file, false}));
              return refuseReturn(suite, key, reason, file);
            });
}

void BoardView::discardSelected() {
  const auto words = workspace_.words();
  const auto selected = list_->selected();
  if (selected.size() != 1) return;
  const auto& line = selected.front();
  askReason(
      words("board-view.discard-reason",
            {{"unit", line.reporterName}, {"section", line.title}, {"revision", std::to_string(line.revision)}}),
      words("board-view.discard-title"),
      [digest = line.digest, revision = line.revision](Suite& suite, const SectionKey& key, const std::string& reason) {
        return discardSubmission(suite, key, digest, revision, reason);
      });
}

void BoardView::enterForSelected() {
  const auto selected = list_->selected();
  if (selected.size() == 1 && enterFor) enterFor(selected.front().key);
}

// A department without a network gets the office's answer as a file. These files are written next to the store.
std::filesystem::path BoardView::returnFolder() const {
  return std::filesystem::path(workspace_.settings.store).parent_path() / "tra-lai";
}

void BoardView::choosePackage() {
  const auto selected = list_->selected();
  if (selected.size() != 1) return;
  const auto key = selected.front().key;
  choosing_.ask(onSuite(workspace_.suite().options,
                        [key, words = workspace_.words()](SuiteWork& work) {
                          return presentation::rivalPackages(work.suite, key, words);
                        }),
                [this, key](const Result<std::vector<presentation::RivalPackage>>& packages) {
                  if (!packages) return showError ? showError(packages.error()) : void();
                  if (!packages->empty()) showPackageChoice(key, *packages);
                });
}

void BoardView::showPackageChoice(const SectionKey& key, const std::vector<presentation::RivalPackage>& packages) {
  const auto words = workspace_.words();
  wxArrayString names;
  int present = 0;
  for (const auto& package : packages) {
    if (package.counts) present = static_cast<int>(names.size());
    names.Add(wx(package.counts      ? words("board-view.package-in-use", {{"package", package.text}})
                 : package.discarded ? words("board-view.package-discarded", {{"package", package.text}})
                                     : package.text));
  }
  wxSingleChoiceDialog dialog(this, wx(words("board-view.package-question")), wx(words("board-view.package-title")),
                              names);
  dialog.SetSelection(present);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto digest = packages[static_cast<std::size_t>(dialog.GetSelection())].digest;
  runDecision([key, digest](SuiteWork& work) { return chooseSubmission(work.suite, key, digest); });
}

}  // namespace cchc::shell
