#include "core/shell/commands/help_commands.h"

#include <wx/aboutdlg.h>
#include <wx/filedlg.h>
#include <wx/frame.h>
#include <wx/utils.h>
#include <wx/versioninfo.h>

#include "core/app/forms/check_forms.h"
#include "core/app/forms/form_preview.h"
#include "core/app/suite/catalogue.h"
#include "core/base/platform.h"
#include "core/base/version.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

using presentation::HelpTopic;

namespace {

bool isWithin(const wxWindow* window, const wxWindow* ancestor) {
  while (window != nullptr && window != ancestor) window = window->GetParent();
  return window != nullptr && ancestor != nullptr;
}

HelpTopic topicOf(FrameView view) {
  switch (view) {
    case FrameView::form:
      return HelpTopic::form;
    case FrameView::table:
      return HelpTopic::table;
    case FrameView::board:
      return HelpTopic::board;
    case FrameView::report:
      return HelpTopic::report;
    case FrameView::overview:
      return HelpTopic::overview;
    case FrameView::units:
      return HelpTopic::units;
  }
  return HelpTopic::form;
}

}  // namespace

void HelpCommands::showPage(const std::string& html) {
  if (window_ == nullptr) window_ = new HelpWindow(&context_.window, context_.workspace.words());
  window_->show(html);
}

void HelpCommands::showHelp() {
  auto topic = topicOf(views_.view());
  const auto* focus = wxWindow::FindFocus();
  if (side_.isMade() && isWithin(focus, side_.findings())) topic = HelpTopic::findings;
  if (side_.isMade() && isWithin(focus, side_.text())) topic = HelpTopic::text;
  showPage(presentation::helpHtml(topic, context_.workspace.words()));
}

void HelpCommands::showShortcuts() {
  showPage(presentation::helpHtml(HelpTopic::shortcuts, context_.workspace.words()));
}

void HelpCommands::showPlugins() {
  const auto& workspace = context_.workspace;
  showPage(presentation::pluginsHtml(workspace.suite().catalogue.plugins.plugins(), workspace.words(),
                                     workspace.suite().catalogue.outlineFaults));
}

void HelpCommands::previewForm() {
  wxFileDialog dialog(&context_.window, wx(context_.workspace.words()("menu.help.preview")), "", "",
                      "XML (*.xml)|*.xml", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) previewForm(std::filesystem::path(utf8(dialog.GetPath())));
}

void HelpCommands::previewForm(const std::filesystem::path& file) {
  const auto& suite = context_.workspace.suite();
  const auto form = readForm(suite.options.resources, suite.catalogue, file);
  if (!form) return context_.notices.showError(form.error());
  showPage(formPreviewBody(**form, context_.workspace.words().language));
}

void HelpCommands::showQuarantined() {
  const auto& catalogue = context_.workspace.suite().catalogue;
  auto ids = presentation::quarantinedIds(catalogue.plugins.plugins());
  for (const auto& fault : catalogue.outlineFaults) ids += (ids.empty() ? "" : ", ") + fault.place;
  if (ids.empty()) return;
  const auto words = context_.workspace.words();
  context_.notices.showWithButton(words("quarantine.notice", {{"plugins", ids}}), words("quarantine.why"),
                                  [this] { showPlugins(); });
}

void HelpCommands::saveLog() {
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  const auto target =
      askForFile(&context_.window, words, workspace.settings.store,
                 {words("log.title"), "cchc-suite-" + workspace.today().toText() + ".log", {{"Text", "log"}}});
  if (!target) return;
  std::string text = "CCHC Suite " + std::string(version()) + "\n" + utf8(wxGetOsDescription()) + "\n" +
                     utf8(wxGetLibraryVersionInfo().GetVersionString()) + "\n";
  for (const auto& plugin : workspace.suite().catalogue.plugins.plugins())
    text += plugin.id + " " + plugin.version + (plugin.quarantined ? " quarantined: " + plugin.quarantined->code : "") +
            "\n";
  for (const auto& entry : workspace.suite().catalogue.plugins.takeLog())
    workspace.log().note("plugin " + entry.plugin, entry.text);
  if (const auto done = platform::writeFileDurably(target->path, text + "\n" + workspace.log().all()); !done)
    return context_.notices.showError(done.error());
  context_.showNote(words("log.saved", {{"file", target->path.string()}}));
}

void HelpCommands::showAbout() {
  wxAboutDialogInfo info;
  info.SetName("CCHC Suite");
  info.SetVersion(wx(version()));
  info.SetDescription(wx(context_.workspace.words()("about.description")));
  wxAboutBox(info, &context_.window);
}

}  // namespace cchc::shell
