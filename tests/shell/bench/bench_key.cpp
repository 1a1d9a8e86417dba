// A figure entered in the real window, in a section of 500 fields and 300 rules: from the key that ends it to
// everything painted again, findings too. The goal is 16 ms. usage: xvfb-run -a -s "-screen 0 1366x768x24" bench_key
#include "tests/shell/bench/bench_window.h"

using namespace cchc;

namespace {

class Bench final : public bench::BenchWindow {
  void measure() override {
    auto& form = *frame().form();
    std::vector<float> nothing, keys, entries;
    for (int turn = 0; turn < 60; ++turn) {
      form.goTo("f" + std::to_string(turn % 50 * 5));
      settle();
      auto* line = dynamic_cast<wxTextCtrl*>(form.editor());
      if (line == nullptr) return;
      line->SetValue("");
      settle();
      nothing.push_back(cost([] {}));
      keys.push_back(cost([&] { line->WriteText("7"); }));  // a digit shown in the editor
      line->SetValue(turn % 2 == 0 ? wxString::Format("%d", 900 + turn) + wxString::FromUTF8(" tỷ")
                                   : wxString("1"));  // every other breaks rules
      settle();
      // The key that ends the figure: saved, computed, checked, shown.
      bool taken = false;
      entries.push_back(cost([&] { taken = form.commit(); }));
      if (!taken) break;
    }
    tell("nothing: the toolkit's own turn", nothing);
    tell("a key in the editor", keys, "goal 16 ms");
    tell("a figure entered: saved, computed, checked, painted", entries, "goal 16 ms");
    std::printf("  findings %zu, rows %zu\n", workspace().form()->editing().findings().size(),
                workspace().form()->rows().size());
  }
};

}  // namespace

wxIMPLEMENT_APP(Bench);
