// The desktop program: its command line, the single instance, the start dialogue, and the main window.
#pragma once
#include <wx/app.h>
#include <wx/cmdline.h>
#include <wx/timer.h>

#include <future>
#include <memory>
#include <string>
#include <vector>

#include "core/shell/frame/main_frame.h"
#include "core/shell/start/single_instance.h"

namespace cchc::shell {

class Application : public wxApp {
 public:
  bool Initialize(int& argc, wxChar** argv) override;
  // Both languages are written from left to right. Otherwise the toolkit would make its list of all languages to find
  // the direction of the system's language.
  wxLayoutDirection GetLayoutDirection() const override { return wxLayout_LeftToRight; }
  bool OnInit() override;
  int OnRun() override;
  int OnExit() override;
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;
  bool OnExceptionInMainLoop() override;
  void OnUnhandledException() override;

  MainFrame* frame() const { return frame_; }  // nullptr before the main window is made
  Workspace& workspace() { return *workspace_; }

 private:
  // Opens the store of the settings and the window. The start dialogue comes first with `ask`, or when the settings
  // name no store, or the store cannot be opened. False when the person cancelled.
  bool begin(bool ask);
  bool waitForStore();
  void openFrame();

  std::future<void> fonts_;   // ready once the fonts were read
  wxTimer translationTimer_;  // translates the toolkit's words soon after the start
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<SingleInstance> instance_;
  MainFrame* frame_ = nullptr;
  bool handedOver_ = false;
  std::string settings_, store_, language_, plugins_;
  std::vector<std::string> files_;
};

}  // namespace cchc::shell
