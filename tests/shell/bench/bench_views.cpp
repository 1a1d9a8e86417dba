// Opening a section of 500 fields beside opening an empty window, and a table of 10,000 rows and 13 columns: opened,
// scrolled, edited, sorted, filtered; 10,500 communes that became 3,321. usage: xvfb-run -a -s "-screen 0 1366x768x24"
// bench_views
#include "core/model/units/unit_plan.h"
#include "tests/shell/bench/bench_window.h"

using namespace cchc;

namespace {

class Bench final : public bench::BenchWindow {
  void measure() override {
    sections();
    table();
    units();
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

  // 63 provinces with 10,500 communes until 30 June 2025; 3,321 communes from then on, each made of three of them.
  std::vector<UnitRow> unitRows() {
    const Date last{2025, 6, 30}, first{2025, 7, 1};
    std::vector<UnitRow> rows;
    const auto add = [&](int code, const char* kind, std::string name, int parent) -> UnitRow& {
      UnitRow row;
      row.code = std::to_string(code), row.kind = kind, row.name = std::move(name);
      if (parent > 0) row.parent = std::to_string(parent);
      rows.push_back(std::move(row));
      return rows.back();
    };
    for (int i = 0; i < 63; ++i) add(100 + i, "province", "tỉnh Số " + std::to_string(i), 0);
    for (int i = 0; i < 10'500; ++i)
      add(10'000 + i, "commune", "xã Cũ " + std::to_string(i), 100 + i % 63).until = last;
    for (int i = 0; i < 3'321; ++i) {
      // All below one province, which is as long as a branch can get.
      auto& row = add(10'000 + 3 * i, "commune", "xã Mới " + std::to_string(i), 100);
      row.from = first, row.before.emplace();
      for (int part = 0; part < 3; ++part) row.before->push_back({std::to_string(10'000 + 3 * i + part), true});
    }
    return rows;
  }

  void units() {
    auto& store = workspace().suite().store;
    const auto known = store.units();
    if (!known) return;
    std::vector<float> planned, shown, days, opened, keys, pages, chosen;
    UnitPlan plan;
    planned.push_back(cost([&] { plan = planUnits(**known, unitRows()); }));
    if (!store.saveUnits(plan.after, *known)) return;
    const auto place = [](const char* unit, const Date& day) { return presentation::UnitPlace{OrgUnitId(unit), day}; };
    for (int turn = 0; turn < 5; ++turn) {
      frame().showView(shell::MainFrame::View::form);
      settle();
      shown.push_back(cost([&] {
        frame().showView(shell::MainFrame::View::units);
        while (frame().units()->reading()) settle();
      }));
    }
    auto& page = *frame().units();
    for (int turn = 0; turn < 20; ++turn)
      days.push_back(cost([&] { page.goTo(place("100", turn % 2 == 0 ? Date{2025, 7, 1} : Date{2025, 6, 30})); }));
    page.goTo(place("100", {2025, 7, 1}));
    auto& list = *page.list();
    for (int turn = 0; turn < 10; ++turn) opened.push_back(cost([&] { list.select(OrgUnitId("100"), true); }));
    for (int turn = 0; turn < 100; ++turn)
      pages.push_back(cost([&] { list.selectRow(static_cast<std::size_t>(turn * 30)); }));
    for (const auto* typed : {"x", "xa", "xa m", "xa mo", "xa moi", "xa moi 1", "xa moi 12", ""})
      keys.push_back(cost([&] { page.search(typed); }));
    for (int turn = 0; turn < 20; ++turn)
      chosen.push_back(cost([&] {
        page.goTo(place(turn % 2 == 0 ? "10000@2025-07-01" : "10003@2025-07-01", {2025, 7, 1}));
      }));
    tell("14,000 units: an import planned", planned);
    tell("the page of units shown, read from the store", shown);
    tell("another day", days);
    tell("a province of 3,321 communes opened", opened);
    tell("a page scrolled", pages, "goal: no lag (16 ms)");
    tell("a letter of a search typed", keys);
    tell("a unit and its history shown", chosen);
  }
};

}  // namespace

wxIMPLEMENT_APP(Bench);
