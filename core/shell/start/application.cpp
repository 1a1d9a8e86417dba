#include "core/shell/start/application.h"

#include <wx/image.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <chrono>
#include <clocale>
#include <cstdlib>

#include "core/base/platform.h"
#include "core/base/threads/exception_text.h"
#include "core/base/version.h"
#include "core/shell/frame/translations.h"
#include "core/shell/start/opening_dialog.h"
#include "core/shell/start/start_dialog.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/toolkit.h"

namespace cchc::shell {

namespace {

// How long a closing window waits for work after it was asked to stop. Work on a file always ends; a server may never
// answer.
constexpr std::chrono::hours patience{1};
constexpr std::chrono::seconds patienceForServers{3};

}  // namespace

void Application::OnInitCmdLine(wxCmdLineParser& parser) {
  wxApp::OnInitCmdLine(parser);
  parser.AddLongOption("settings", "settings file (default: in the user's data folder)");
  parser.AddLongOption("store", "store to open");
  parser.AddLongOption("lang", "vi | en");
  parser.AddLongOption("plugins", "further folder of plugins (development)");
  parser.AddParam("package", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL | wxCMD_LINE_PARAM_MULTIPLE);
}

bool Application::OnCmdLineParsed(wxCmdLineParser& parser) {
  wxString value;
  if (parser.Found("settings", &value)) settings_ = utf8(value);
  if (parser.Found("store", &value)) store_ = utf8(value);
  if (parser.Found("lang", &value)) language_ = utf8(value);
  if (parser.Found("plugins", &value)) plugins_ = utf8(value);
  for (std::size_t i = 0; i < parser.GetParamCount(); ++i) files_.push_back(utf8(parser.GetParam(i)));
  return wxApp::OnCmdLineParsed(parser);
}

// Called before the toolkit starts, which takes a while. The store that was last open is opened meanwhile, unless the
// command line has options other than the settings file, which OnInit handles.
bool Application::Initialize(int& argc, wxChar** argv) {
  std::setlocale(LC_ALL, "");  // the toolkit would do this later, but it must not be done while the thread runs
  // wxApp::Initialize would set this while the threads below read the environment, which the C library does not allow.
  if (!wxGetEnv("G_FILENAME_ENCODING", nullptr)) wxSetEnv("G_FILENAME_ENCODING", "UTF-8");
  auto settingsFile = presentation::settingsFile();
  bool plain = true;
  for (int i = 1; i < argc; ++i) {
    const auto argument = utf8(wxString(argv[i]));
    if (argument == "--settings" && i + 1 < argc)
      settingsFile = std::filesystem::path(utf8(wxString(argv[++i])));
    else if (argument.starts_with("--settings="))
      settingsFile = std::filesystem::path(argument.substr(argument.find('=') + 1));
    else
      plain = plain && !argument.starts_with("-");
  }
  if (const auto resources = findResources(platform::programPath()); plain && resources && settingsFile) {
    workspace_ = std::make_unique<Workspace>(*resources, *settingsFile);
    // The system's own dialogs use the language of the suite.
    wxSetEnv("LANGUAGE", workspace_->settings.language == Language::en ? "en" : "vi");
    workspace_->openAhead();
    fonts_.emplace(workspace_->tasks());
    fonts_->start(
        [](Work&) -> Status {
          readFonts();
          return {};
        },
        [](const Status&) {});
  }
  return wxApp::Initialize(argc, argv);
}

bool Application::OnInit() {
  platform::reportWriteErrors();
  SetAppName("cchc-suite");
  SetAppDisplayName("CCHC Suite");
  wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
  if (!wxApp::OnInit()) return false;
  turnAnimationsOff();
  wxImage::AddHandler(new wxPNGHandler);
  const auto cannotStart = [](const Error& error) {
    wxMessageBox(wx(sentencesWithPlace(error, Language::vi)), "CCHC Suite", wxOK | wxICON_ERROR);
    return false;
  };
  const auto resources = findResources(platform::programPath());
  if (!resources) return cannotStart(resources.error());
  // Much of what a person makes is kept in this folder, wherever the settings are.
  if (const auto folder = platform::userDataFolder(); !folder) return cannotStart(folder.error());
  const auto settingsFile = settings_.empty() ? *presentation::settingsFile() : std::filesystem::path(settings_);
  instance_ = std::make_unique<SingleInstance>(settingsFile);
  handedOver_ = instance_->another() && instance_->handOver(files_);
  if (handedOver_) return true;
  instance_->listen([this](const std::vector<std::string>& files) {
    // Files that arrive while the start dialog is shown are opened with the window.
    if (frame_ == nullptr) return static_cast<void>(files_.insert(files_.end(), files.begin(), files.end()));
    if (frame_->IsIconized()) frame_->Iconize(false);
    frame_->Raise();
    frame_->RequestUserAttention();
    if (!files.empty()) frame_->files().open(files);
  });
  if (!workspace_) workspace_ = std::make_unique<Workspace>(*resources, settingsFile);
  if (!plugins_.empty()) workspace_->pluginFolders.emplace_back(plugins_);
  workspace_->log().note("start", version());
  if (!language_.empty()) workspace_->settings.language = language_ == "en" ? Language::en : Language::vi;
  if (!store_.empty()) workspace_->settings.store = store_;
  translationTimer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { translateToolkit(workspace_->settings.language); });
  SetExitOnFrameDelete(true);
  return begin(false);
}

// Shows a dialog if the store takes long to open. Returns false if the user wants another store.
bool Application::waitForStore() {
  if (!workspace_->openingAhead()) workspace_->openAhead();
  if (workspace_->openedAhead(std::chrono::milliseconds(400))) return true;
  translateToolkit(workspace_->settings.language);
  return OpeningDialog(*workspace_).ShowModal() == wxID_OK;
}

bool Application::begin(bool ask) {
  const auto& settings = workspace_->settings;
  const bool known = !settings.store.empty() && !settings.period.empty() && !settings.unit.empty();
  bool open = false;
  if (!ask && known) {
    if (!waitForStore())
      workspace_->abandonAhead();
    else if (const auto opened = workspace_->open(); opened)
      open = true;
    else {
      translateToolkit(settings.language);
      wxMessageBox(wx(sentencesWithPlace(opened.error(), settings.language)), "CCHC Suite", wxOK | wxICON_WARNING);
    }
  }
  while (!open) {
    translateToolkit(workspace_->settings.language);
    StartDialog dialog(nullptr, *workspace_);
    const int answer = dialog.ShowModal();
    if (answer == wxID_REFRESH) continue;
    if (answer != wxID_OK) return workspace_->isOpen() && ask ? (openFrame(), true) : false;
    open = true;
  }
  openFrame();
  translationTimer_.StartOnce(500);  // a command before that translates them itself (FrameMenus)
  if (frame_ != nullptr && !files_.empty()) {
    translateToolkit(settings.language);
    frame_->files().open(files_);
  }
  files_.clear();
  return true;
}

void Application::openFrame() {
  const auto restart = [this] {
    // Called after the command that asked for it is over.
    CallAfter([this] {
      auto* before = frame_;
      SetExitOnFrameDelete(false);
      frame_ = nullptr;
      if (before != nullptr) before->Destroy();
      workspace_->closeSection();
      CallAfter([this] {
        // The store may be restored or replaced now, so nothing may work on it any more.
        DeletePendingObjects();
        workspace_->tasks().close(patience, patienceForServers);
        if (!begin(true)) ExitMainLoop();
        SetExitOnFrameDelete(true);
      });
    });
  };
  frame_ = new MainFrame(*workspace_, restart);
  SetTopWindow(frame_);
  frame_->Show();
}

// A bug in one command is shown and logged. The window stays open, since every edit before it is in the store.
bool Application::OnExceptionInMainLoop() {
  const auto what = currentExceptionText();
  if (workspace_) workspace_->log().note("exception", what);
  const presentation::Words words{workspace_ ? workspace_->settings.language : Language::vi};
  const auto log = workspace_ ? workspace_->log().file().string() : std::string();
  wxMessageBox(wx(words("application.exception", {{"log", log}}) + "\n\n" + what), "CCHC Suite", wxOK | wxICON_ERROR);
  return true;
}

void Application::OnUnhandledException() {
  if (workspace_) workspace_->log().note("exception", currentExceptionText());
}

// What the toolkit finds wrong in its own calls is logged. Its own dialogue would be in English, take the keys that are
// being typed, and offer to end the program.
void Application::OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                                  const wxChar* message) {
  const auto text = utf8(wxString(file)) + ":" + std::to_string(line) + " " + utf8(wxString(function)) + ": " +
                    utf8(wxString(condition)) + (message == nullptr ? "" : " (" + utf8(wxString(message)) + ")");
  if (workspace_) workspace_->log().note("assertion", text);
}

// If the files were handed over to the running window, there is nothing to run here.
int Application::OnRun() { return handedOver_ ? 0 : wxApp::OnRun(); }

int Application::OnExit() {
  DeletePendingObjects();  // deletes the closed window, whose work needs no outcome any more
  endWork();
  return wxApp::OnExit();
}

// The toolkit calls OnExit only after a successful start.
Application::~Application() { endWork(); }

// Ends the threads, which use the workspace.
void Application::endWork() {
  if (!workspace_) return;
  const bool over = workspace_->tasks().close(patience, patienceForServers);
  workspace_->log().note("end", over ? "" : "left waiting for the store");
  instance_.reset();
  // Edits that an unresponsive store has not received are in the outbox.
  if (!over) std::_Exit(0);
  fonts_.reset();
  workspace_.reset();
}

}  // namespace cchc::shell
