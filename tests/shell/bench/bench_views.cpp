// Opening a section of 500 fields beside opening an empty window, and a table of 10,000 rows and 13 columns: opened,
// scrolled, edited, sorted, filtered. usage: xvfb-run -a -s "-screen 0 1366x768x24" bench_views
#include "tests/shell/bench/bench_window.h"

using namespace cchc;

namespace {

class Bench final : public bench::BenchWindow {
  void measure() override {
    sections();
    table();
  }

  // From the click on it: read from the store beside the window, laid out, painted.
  void open(const char* definition) {
    frame().openSection(key(definition), "");
    while (frame().reading()) settle();
  }

  void sections() {
    std::vector<float> windows, nothing, large;
    for (int turn = 0; turn < 15; ++turn) {
      wxFrame* empty = nullptr;
      windows.push_back(cost([&] {
        empty = new wxFrame(nullptr, wxID_ANY, "", wxDefaultPosition, wxSize(1366, 768));
        empty->Show();
        while (!empty->IsShownOnScreen()) settle();
        empty->Update();
      }));
      empty->Destroy();
      settle();
      nothing.push_back(cost([&] { open("large.table"); }));
      large.push_back(cost([&] { open("large.section"); }));
    }
    std::sort(windows.begin(), windows.end());
    std::sort(nothing.begin(), nothing.end());
    std::sort(large.begin(), large.end());
    tell("an empty window opened", windows);
    tell("a section without a field opened in the suite's window", nothing);
    tell("a section of 500 fields opened in it", large);
    const auto ratio = [&](const std::vector<float>& to) { return large[large.size() / 2] / to[to.size() / 2]; };
    std::printf(
        "  a section of 500 fields, times the suite's window with an empty one: %.2f   goal at most 1.50\n  ... times "
        "a frame with nothing in it: %.2f\n",
        ratio(nothing), ratio(windows));
  }

  void table() {
    open("large.table");
    auto& editing = workspace().form()->editing();
    EditStep step{{"Nhập", "Enter"}, {}};
    for (int row = 0; row < 10'000; ++row) {
      std::vector<Value> cells{Value{std::string("Dòng ") + std::to_string(row)}};
      for (int column = 1; column < 13; ++column) cells.push_back(Value{Decimal(row * 13 + column)});
      step.edits.push_back(
          RowInsert{0, static_cast<std::size_t>(row), Row{"r" + std::to_string(row), std::move(cells)}});
    }
    if (!editing.apply(std::move(step))) return;
    workspace().edited();
    settle();
    std::vector<float> shown, pages, jumps, cells;
    for (int turn = 0; turn < 5; ++turn) {
      frame().showView(shell::MainFrame::View::form);
      settle();
      shown.push_back(cost([&] { frame().form()->openTable(0, "", ""); }));
    }
    auto* grid = frame().table()->grid();
    for (int turn = 0; turn < 200; ++turn) pages.push_back(cost([&] { grid->MovePageDown(); }));
    for (int turn = 0; turn < 30; ++turn)
      jumps.push_back(cost([&] { grid->GoToCell(turn % 2 == 0 ? 9'999 : 0, turn % 13); }));
    for (int turn = 0; turn < 30; ++turn) {
      cells.push_back(cost([&] {
        if (frame().table()->table()->type(static_cast<std::size_t>(turn * 300), 3, std::to_string(turn + 7)))
          workspace().edited();
      }));
    }
    const std::vector<float> sorted{cost([&] { frame().table()->sort(3); })}, filtered{cost([&] {
      frame().table()->table()->filter("99");
      workspace().edited();
    })};
    tell("a table of 10,000 rows and 13 columns shown", shown);
    tell("a page scrolled", pages, "goal: no lag (16 ms)");
    tell("from one end to the other", jumps);
    tell("a cell entered: saved, checked, totals, painted", cells);
    tell("sorted", sorted);
    tell("filtered", filtered);
  }
};

}  // namespace

wxIMPLEMENT_APP(Bench);
