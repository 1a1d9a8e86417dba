#include "core/shell/application.h"

#include <wx/image.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>

#include "core/base/platform.h"
#include "core/shell/convert.h"
#include "core/shell/start_dialog.h"

namespace cchc::shell {

void Application::OnInitCmdLine(wxCmdLineParser& parser) {
  wxApp::OnInitCmdLine(parser);
  parser.AddLongOption("settings", "settings file (default: in the user's data folder)");
  parser.AddLongOption("store", "store to open");
  parser.AddLongOption("lang", "vi | en");
  parser.AddParam("package", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL | wxCMD_LINE_PARAM_MULTIPLE);
}

bool Application::OnCmdLineParsed(wxCmdLineParser& parser) {
  wxString value;
  if (parser.Found("settings", &value)) settings_ = utf8(value);
  if (parser.Found("store", &value)) store_ = utf8(value);
  if (parser.Found("lang", &value)) language_ = utf8(value);
  for (std::size_t i = 0; i < parser.GetParamCount(); ++i) files_.push_back(utf8(parser.GetParam(i)));
  return wxApp::OnCmdLineParsed(parser);
}

bool Application::OnInit() {
  SetAppName("cchc-suite");
  SetAppDisplayName("CCHC Suite");
  wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
  if (!wxApp::OnInit()) return false;
  wxImage::AddHandler(new wxPNGHandler);
  const auto resources = findResources(platform::programPath());
  if (!resources) {
    wxMessageBox(wx(messageLine(resources.error(), Language::vi)), "CCHC Suite", wxOK | wxICON_ERROR);
    return false;
  }
  workspace_ = std::make_unique<Workspace>(*resources, settings_.empty() ? presentation::settingsFile() : std::filesystem::path(settings_));
  if (!language_.empty()) workspace_->settings.language = language_ == "en" ? Language::en : Language::vi;
  if (!store_.empty()) workspace_->settings.store = store_;
  SetExitOnFrameDelete(true);
  return begin(false);
}

// Back where one was, without a question; else the start dialogue.
bool Application::begin(bool ask) {
  const auto& settings = workspace_->settings;
  const bool known = !settings.store.empty() && !settings.period.empty() && !settings.unit.empty();
  bool open = false;
  if (!ask && known) {
    if (const auto opened = workspace_->open(); opened) open = true;
    else wxMessageBox(wx(messageLine(opened.error(), settings.language)), "CCHC Suite", wxOK | wxICON_WARNING);
  }
  while (!open) {
    StartDialog dialog(nullptr, *workspace_);
    const int answer = dialog.ShowModal();
    if (answer == wxID_REFRESH) continue;
    if (answer != wxID_OK) return workspace_->isOpen() && ask ? (openFrame(), true) : false;
    open = true;
  }
  openFrame();
  if (frame_ != nullptr && !files_.empty()) frame_->openFiles(files_);
  files_.clear();
  return true;
}

void Application::openFrame() {
  const auto restart = [this] {
    // After the command that asked for it is over.
    CallAfter([this] {
      const bool language = frame_ != nullptr && frame_->workspace().isOpen();
      static_cast<void>(language);
      auto* before = frame_;
      SetExitOnFrameDelete(false);
      frame_ = nullptr;
      if (before != nullptr) before->Destroy();
      workspace_->closeSection();
      CallAfter([this] {
        if (!begin(true)) ExitMainLoop();
        SetExitOnFrameDelete(true);
      });
    });
  };
  frame_ = new MainFrame(*workspace_, restart);
  SetTopWindow(frame_);
  frame_->Show();
}

int Application::OnExit() {
  workspace_.reset();
  return wxApp::OnExit();
}

}  // namespace cchc::shell
