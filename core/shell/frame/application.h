// The desktop program: its command line, one instance at a time, the first start, the window.
#pragma once
#include <wx/app.h>
#include <wx/cmdline.h>
#include <wx/timer.h>

#include <future>
#include <memory>
#include <string>
#include <vector>

#include "core/shell/frame/main_frame.h"
#include "core/shell/frame/single_instance.h"

namespace cchc::shell {

class Application : public wxApp {
 public:
  bool Initialize(int& argc, wxChar** argv) override;
  // Both languages are written from the left; the toolkit would make its list of all languages to know that of the
  // system's.
  wxLayoutDirection GetLayoutDirection() const override { return wxLayout_LeftToRight; }
  bool OnInit() override;
  int OnRun() override;
  int OnExit() override;
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;
  bool OnExceptionInMainLoop() override;
  void OnUnhandledException() override;

  MainFrame* frame() const { return frame_; }
  Workspace& workspace() { return *workspace_; }

 private:
  bool begin(bool ask);
  bool waitForStore();
  void openFrame();

  std::future<void> fonts_;  // being read
  wxTimer words_;            // the toolkit's, soon after the start
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<SingleInstance> instance_;
  MainFrame* frame_ = nullptr;
  bool handedOver_ = false;
  std::string settings_, store_, language_, plugins_;
  std::vector<std::string> files_;
};

}  // namespace cchc::shell
