// A figure entered in the real window, in a section of 500 fields and 300 rules: from the key that ends it to everything painted again, findings too.
// The goal is 16 ms. usage: xvfb-run -a -s "-screen 0 1366x768x24" bench_key
#include <wx/app.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "core/app/demo.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/shell/convert.h"
#include "core/shell/main_frame.h"

using namespace cchc;
namespace fs = std::filesystem;

namespace {

class Bench final : public wxApp {
 public:
  bool OnInit() override {
    folder_ = fs::temp_directory_path() / ("cchc-bench-key-" + newId());
    fs::create_directories(folder_);
    auto resources = findResources(platform::programPath());
    if (!resources) return false;
    resources->plugins = platform::programPath().parent_path().parent_path() / "bench_plugins";
    workspace_ = std::make_unique<shell::Workspace>(*resources, folder_ / "settings.json");
    auto& settings = workspace_->settings;
    settings.person = "Lê Thị Mẫu", settings.unit = "1", settings.whole = "1", settings.period = "k", settings.store = (folder_ / "suite.sqlite").string(), settings.maximised = false;
    settings.width = 1366, settings.height = 768;
    if (!prepare()) return false;
    CallAfter([this] { measure(); });
    return true;
  }
  int OnExit() override {
    workspace_.reset();
    fs::remove_all(folder_);
    return 0;
  }

 private:
  bool prepare() {
    {
      auto store = Store::open(workspace_->settings.store, workspace_->clock());
      const std::vector<OrgUnit> units{{OrgUnitId("1"), "district", "huyện Mẫu", {}, {}, {}, ""}};
      const std::vector<Period> periods{{PeriodId("k"), "kỳ", "kỳ sau", {2023, 1, 1}, {2023, 8, 31}, {}, {}, {}, {}, false}};
      const std::vector<Assignment> assignments{{DefinitionId("large.section"), OrgUnitId("1"), OrgUnitId("1"), PeriodId("k"), {}}};
      if (!store || !store->putUnits(units) || !store->putPeriods(periods) || !store->putAssignments(assignments)) return false;
    }
    const auto opened = workspace_->open();
    if (!opened) return std::printf("%s\n", message(opened.error(), Language::en).what.c_str()), false;
    frame_ = new shell::MainFrame(*workspace_, [] {});
    frame_->Show();
    return workspace_->form() != nullptr;
  }

  // Pending events too: what an edit posts is part of its cost.
  void settle() {
    ProcessPendingEvents();
    wxYield();
    frame_->Update();
    wxYield();
  }

  void measure() {
    settle();
    auto& form = *frame_->form();
    std::vector<std::int64_t> nothing, keys, entries;
    const auto since = [](auto from) { return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - from).count(); };
    for (int turn = 0; turn < 60; ++turn) {
      form.goTo("f" + std::to_string(turn % 50 * 5));
      settle();
      auto* line = dynamic_cast<wxTextCtrl*>(form.editor());
      if (line == nullptr) return ExitMainLoop();
      line->SetValue("");
      settle();
      auto before = std::chrono::steady_clock::now();
      settle();
      nothing.push_back(since(before));
      // One key: a digit shown in the editor.
      auto from = std::chrono::steady_clock::now();
      line->WriteText("7");
      settle();
      keys.push_back(since(from));
      line->SetValue(turn % 2 == 0 ? wxString::Format("%d", 900 + turn) + wxString::FromUTF8(" tỷ") : wxString("1"));  // every other breaks rules
      settle();
      // The key that ends the figure: saved, computed, checked, shown.
      from = std::chrono::steady_clock::now();
      if (!form.commit()) break;
      settle();
      entries.push_back(since(from));
    }
    const auto told = [](const char* what, std::vector<std::int64_t> all) {
      if (all.empty()) return;
      std::sort(all.begin(), all.end());
      std::printf("  %-56s median %5.1f ms, 95 of 100 below %5.1f ms   goal 16\n", what, static_cast<float>(all[all.size() / 2]) / 1000, static_cast<float>(all[all.size() * 95 / 100]) / 1000);
    };
    told("nothing: the toolkit's own turn", nothing);
    told("a key in the editor", keys);
    told("a figure entered: saved, computed, checked, painted", entries);
    std::printf("  findings %zu, rows %zu\n", workspace_->form()->editing().findings().size(), workspace_->form()->rows().size());
    frame_->Destroy();
    ExitMainLoop();
  }

  fs::path folder_;
  std::unique_ptr<shell::Workspace> workspace_;
  shell::MainFrame* frame_ = nullptr;
};

}  // namespace

wxIMPLEMENT_APP(Bench);
