// Measures the window from inside, on a store of two large sections (large_sections.h). A benchmark derives from this
// class and does the measuring.
#pragma once
#include <wx/app.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/shell/frame/main_frame.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/bench/large_sections.h"
#include "tests/support/units.h"

namespace cchc::bench {

class BenchWindow : public wxApp {
 public:
  bool OnInit() override {
    folder_ = std::filesystem::temp_directory_path() / ("cchc-bench-" + newId());
    std::filesystem::create_directories(folder_);
    auto resources = findResources(platform::programPath());
    if (!resources) return false;
    resources->plugins = folder_ / "plugins";
    resources->definitions.clear();
    writeLargeSections(resources->plugins);
    workspace_ = std::make_unique<shell::Workspace>(*resources, folder_ / "settings.json");
    auto& settings = workspace_->settings;
    settings.person = "Lê Thị Mẫu", settings.unit = "1", settings.whole = "1", settings.period = "k",
    settings.store = (folder_ / "suite.sqlite").string(), settings.maximised = false;
    settings.width = 1366, settings.height = 768;
    if (!prepare()) return false;
    CallAfter([this] {
      settle();
      measure();
      frame_->Destroy();
      ExitMainLoop();
    });
    return true;
  }
  int OnExit() override {
    workspace_.reset();
    std::filesystem::remove_all(folder_);
    return 0;
  }

 protected:
  virtual void measure() = 0;

  // Waits until the window is idle: deferred calls and painting are part of the cost.
  void settle() {
    ProcessPendingEvents();
    wxYield();
    frame_->Update();
    wxYield();
  }
  // Milliseconds of `action` and of all that follows from it.
  template <class Action>
  float cost(Action action) {
    const auto from = std::chrono::steady_clock::now();
    action();
    settle();
    return std::chrono::duration<float, std::milli>(std::chrono::steady_clock::now() - from).count();
  }
  static void tell(const char* what, std::vector<float> all, const char* goal = "") {
    if (all.empty()) return;
    std::sort(all.begin(), all.end());
    std::printf("  %-62s median %6.1f ms, 95 of 100 below %6.1f ms   %s\n", what, all[all.size() / 2],
                all[all.size() * 95 / 100], goal);
  }
  static SectionKey key(const char* definition) { return {DefinitionId(definition), OrgUnitId("1"), PeriodId("k")}; }

  shell::MainFrame& frame() { return *frame_; }
  shell::Workspace& workspace() { return *workspace_; }

 private:
  bool prepare() {
    {
      auto store = Store::open(workspace_->settings.store, workspace_->clock());
      const std::vector<Period> periods{
          {PeriodId("k"), "kỳ", "kỳ sau", {2023, 1, 1}, {2023, 8, 31}, {}, {}, {}, {}, false}};
      const std::vector<Assignment> assignments{
          {DefinitionId("large.section"), OrgUnitId("1"), OrgUnitId("1"), PeriodId("k"), {}},
          {DefinitionId("large.table"), OrgUnitId("1"), OrgUnitId("1"), PeriodId("k"), {}}};
      if (!store || !test::saveUnits(*store, {test::unitState("1", "district", "huyện Mẫu")}) ||
          !store->savePeriods(periods) || !store->saveAssignments(assignments))
        return false;
    }
    const auto opened = workspace_->open();
    if (!opened) return std::printf("%s\n", message(opened.error(), Language::en).what.c_str()), false;
    frame_ = new shell::MainFrame(*workspace_, [] {});
    frame_->Show();
    return workspace_->form() != nullptr;
  }

  std::filesystem::path folder_;
  std::unique_ptr<shell::Workspace> workspace_;
  shell::MainFrame* frame_ = nullptr;
};

}  // namespace cchc::bench
