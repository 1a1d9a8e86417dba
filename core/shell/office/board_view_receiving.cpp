// How packages get onto the board: chosen or dropped by the user, or found in the watched inbox folder.
#include <wx/choicdlg.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>

#include <memory>
#include <utility>

#include "core/app/receive/receive.h"
#include "core/shell/office/board_view.h"
#include "core/shell/office/receive_summary.h"
#include "core/shell/office/received_dialog.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

void BoardView::chooseAndReceive() {
  const auto words = workspace_.words();
  wxFileDialog dialog(this, wx(words("board-view.choose-packages")), wx(workspace_.settings.outbox), "",
                      wx(words("sending.package-files")), wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  dialog.GetPaths(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) files.emplace_back(utf8(name));
  receive(std::move(files));
}

void BoardView::receive(std::vector<std::filesystem::path> files) {
  const auto words = workspace_.words();
  const auto received = std::make_shared<ReceiveSummary>();
  const bool started =
      task_.start(onSuite(workspace_.suite().options,
                          [files = std::move(files), received, words](SuiteWork& work) {
                            const auto add = [&](const ReceivedFile& file) { received->add(file, words); };
                            return receiveFiles(work.suite, files, 1, add, ReceiveMode::usual, work.watch);
                          }),
                  [this, received, words](const Status& done) {
                    workspace_.log().note("receive", received->logLine());
                    const auto text = words("received.summary", {{"counts", received->counts(words)}});
                    if (showNote) showNote(text);
                    if (!received->needAttention.empty()) showReceived(this, words, text, received->needAttention);
                    if (!done && showError) showError(done.error());
                    reload();
                    if (changed) changed();
                  });
  if (!started) showBusy();
}

void BoardView::chooseInbox() {
  const auto words = workspace_.words();
  const auto title = wx(words("board-view.inbox"));
  if (!inbox_.folder().empty()) {
    wxArrayString choices;
    choices.Add(wx(words("board-view.inbox-stop", {{"folder", inbox_.folder().string()}})));
    choices.Add(wx(words("board-view.inbox-another")));
    wxSingleChoiceDialog dialog(this, title, title, choices);
    if (dialog.ShowModal() != wxID_OK) return;
    if (dialog.GetSelection() == 0) {
      workspace_.settings.inbox.clear();
      workspace_.saveSettings();
      inbox_.watch({});
      return showSummary();
    }
  }
  wxDirDialog dialog(this, wx(words("board-view.inbox-choose")), wx(workspace_.settings.inbox));
  if (dialog.ShowModal() != wxID_OK) return;
  workspace_.settings.inbox = utf8(dialog.GetPath());
  workspace_.saveSettings();
  inbox_.watch(workspace_.settings.inbox);
  showSummary();
}

void BoardView::inboxScanned(const InboxScan& scan) {
  const auto words = workspace_.words();
  if (scan.trouble && showError) showError(*scan.trouble);
  if (scan.passed && showNote) showNote(words("board-view.inbox-works-again"));
  if (scan.files.empty()) return;
  ReceiveSummary received;
  for (const auto& file : scan.files) received.add(file, words);
  workspace_.log().note("inbox", received.logLine());
  const auto counts = received.counts(words);
  if (showNote) showNote(words("received.summary-inbox", {{"counts", counts}}));
  if (!received.needAttention.empty())
    showReceived(this, words, words("received.summary", {{"counts", counts}}), received.needAttention);
  reload();
  if (changed) changed();
}

}  // namespace cchc::shell
