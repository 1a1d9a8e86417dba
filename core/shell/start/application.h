// The desktop program: its command line, the single instance, the start dialog, and the main window.
#pragma once
#include <wx/app.h>
#include <wx/cmdline.h>
#include <wx/timer.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/shell/frame/main_frame.h"
#include "core/shell/start/single_instance.h"

namespace cchc::shell {

class Application : public wxApp {
 public:
  Application() = default;
  ~Application() override;
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;
  bool Initialize(int& argc, wxChar** argv) override;
  // Both languages are written from left to right. Without this the toolkit would build its list of all languages to
  // find the direction of the system's language.
  wxLayoutDirection GetLayoutDirection() const override { return wxLayout_LeftToRight; }
  bool OnInit() override;
  int OnRun() override;
  int OnExit() override;
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;
  bool OnExceptionInMainLoop() override;
  void OnUnhandledException() override;
  void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                       const wxChar* message) override;

  MainFrame* frame() const { return frame_; }  // nullptr until the main window has been created
  Workspace& workspace() { return *workspace_; }

 private:
  // Opens the store named in the settings, and the window. The start dialog is shown first with `ask`, or if the
  // settings do not name a store, or if the store cannot be opened. Returns false if the user cancelled.
  bool begin(bool ask);
  bool waitForStore();
  void openFrame();
  void endWork();

  wxTimer translationTimer_;  // translates the toolkit's texts soon after the start
  std::unique_ptr<Workspace> workspace_;
  std::optional<Task> fonts_;  // reads the fonts
  std::unique_ptr<SingleInstance> instance_;
  MainFrame* frame_ = nullptr;
  bool handedOver_ = false;
  std::string settings_, store_, language_, plugins_;
  std::vector<std::string> files_;
};

}  // namespace cchc::shell
