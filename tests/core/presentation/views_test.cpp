// Navigator, search, board, charts and settings, without a display.
#include <catch2/catch.hpp>

#include "core/app/receive/review.h"
#include "core/presentation/office/board.h"
#include "core/presentation/office/charts.h"
#include "core/presentation/window/navigator.h"
#include "core/presentation/window/search_index.h"
#include "core/presentation/window/settings.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using test::Department;

namespace {

const Words vi{Language::vi}, en{Language::en};
const PeriodId period("2023-8T");

}  // namespace

TEST_CASE("the navigator has one's sections in the report's order with state, completeness and findings") {
  Department department;
  const auto entries = navigatorEntries(department.suite(), OrgUnitId("296.VP"), period, vi);
  REQUIRE(entries);
  REQUIRE(entries->size() == 5);
  CHECK(entries->front().title == "Thể thức văn bản báo cáo");
  CHECK((*entries)[1].place == "I");
  for (const auto& entry : *entries) {
    CHECK(entry.filled == entry.required);
    CHECK(entry.errors == 0);
  }
  const auto finance = navigatorEntries(department.suite(), OrgUnitId("296.TCKH"), period, vi);
  CHECK(finance->front().state == SectionState::returned);
  CHECK(finance->front().reason == "Chỉ tiêu chưa khớp");
  CHECK(finance->front().warnings == 2);
}

TEST_CASE("search finds labels, codes and values, without marks and with d for đ") {
  Department department;
  const auto entries = navigatorEntries(department.suite(), OrgUnitId("296.TCKH"), period, vi);
  const auto index = SearchIndex::read(department.suite(), *entries, vi);
  REQUIRE(index);
  const auto places = [&](const char* wanted) {
    std::vector<std::string> all;
    for (const auto& hit : index->find(wanted)) all.push_back(placeText(hit.place));
    return all;
  };
  CHECK(!index->find("da thuc hien, giai ngan").empty());  // a column
  CHECK(places("von chuyen nguon tu nam truoc").front() == "disbursement[carried_over]");
  CHECK(index->find("177 ty 357 trieu").front().text.find("Lời văn") != std::string::npos);
  CHECK(places("thu noi dia") == std::vector<std::string>{"revenue.domestic"});
  CHECK(places("II5.02") == std::vector<std::string>{"revenue.actual"});
  CHECK(places("177.357") == std::vector<std::string>{"revenue.actual"});
  CHECK(places("khong co gi nhu the").empty());
}

TEST_CASE(
    "findings of all of one's sections stand together, errors first, and the office has those of the whole report") {
  Department department;
  const auto entries = navigatorEntries(department.suite(), OrgUnitId("296.TCKH"), period, vi);
  std::vector<Finding> own, whole;
  REQUIRE(findingsOfAll(department.suite(), period, *entries, std::nullopt, own));
  REQUIRE(own.size() >= 2);
  for (const auto& finding : own) CHECK(finding.section == entries->front().key);
  REQUIRE(findingsOfAll(department.suite(), period, *entries, OrgUnitId("296"), whole));
  CHECK(whole.size() > own.size());
  CHECK(std::is_sorted(whole.begin(), whole.end(),
                       [](const Finding& a, const Finding& b) { return a.severity > b.severity; }));
}

TEST_CASE("the board counts who has sent, who is late and what waits for review") {
  Department department;
  const auto early = readBoard(department.suite(), period, Date{2023, 8, 28}, vi);
  REQUIRE(early);
  CHECK(early->sections == 27);
  CHECK(early->units == 21);
  CHECK(countOf(*early, BoardFilter::missing) == 0);
  CHECK(countOf(*early, BoardFilter::late) == 0);
  const auto late = readBoard(department.suite(), period, Date{2023, 9, 1}, en);
  CHECK(countOf(*late, BoardFilter::late) == 1);  // the one that was returned is owed again
  for (const auto& line : late->lines) {
    if (line.daysLeft) CHECK(daysLeftText(*line.daysLeft, en) == "2 days late");
  }
  const auto text = reminderText(*late, *periodOf(department.suite(), period));
  CHECK(text.find("Phòng Tài chính - Kế hoạch") != std::string::npos);
  CHECK(text.find("xã Vĩnh Hưng") == std::string::npos);
  CHECK(text.find(" (đã trả lại, đề nghị gửi lại)\n") != std::string::npos);
}

TEST_CASE("a state is shown with its revision from the second on, and a section without data as not started") {
  CHECK(stateText(SectionState::submitted, 1, true, vi) == "Đã gửi");
  CHECK(stateText(SectionState::submitted, 2, true, vi) == "Đã gửi (lần 2)");
  CHECK(stateText(SectionState::accepted, 3, true, en) == "Accepted (rev. 3)");
  CHECK(stateText(SectionState::returned, 2, true, vi) == "Bị trả lại");
  CHECK(stateText(SectionState::draft, 0, false, en) == "Not started");
}

TEST_CASE("charts have labelled values and the longest bar is whole") {
  Department department;
  const auto board = readBoard(department.suite(), period, Date{2023, 8, 28}, vi);
  const auto charts = overviewCharts(department.suite(), *board, OrgUnitId("296"), period, vi);
  REQUIRE(charts);
  CHECK(charts->size() >= 5);
  for (const auto& chart : *charts) {
    INFO(chart.title);
    int longest = 0;
    for (const auto& bar : chart.bars) {
      CHECK(!bar.label.empty());
      CHECK(bar.parts.size() == std::max<std::size_t>(1, chart.series.size()));
      for (const auto& part : bar.parts) {
        CHECK(!part.value.empty());
        CHECK(part.permille >= 0);
        longest = std::max(longest, part.permille);
      }
    }
    CHECK(longest == 1000);
  }
}

TEST_CASE("settings are read as they were written, and a damaged file gives the defaults") {
  const test::TemporaryFolder folder;
  Settings settings;
  settings.language = Language::en, settings.role = Role::office, settings.person = "Lê Thị Mẫu",
  settings.unit = "296.VP", settings.maximised = false, settings.width = 1100;
  addRecent(settings.recentStores, "a");
  addRecent(settings.recentStores, "b");
  addRecent(settings.recentStores, "a");
  REQUIRE(writeSettings(folder / "settings.json", settings));
  const auto again = readSettings(folder / "settings.json");
  CHECK(again.language == Language::en);
  CHECK(again.role == Role::office);
  CHECK(again.person == "Lê Thị Mẫu");
  CHECK(again.recentStores == std::vector<std::string>{"a", "b"});
  CHECK(again.width == 1100);
  CHECK(!again.maximised);
  test::write(folder / "settings.json", "{\"language\": 7, \"unit\"");
  CHECK(readSettings(folder / "settings.json").language == Language::vi);
  CHECK(readSettings(folder / "none.json").store.empty());
}

TEST_CASE(
    "a password that was typed into the store's address is never written into the settings, and one that an older "
    "version wrote is gone") {
  const test::TemporaryFolder folder;
  Settings settings;
  settings.store = "postgresql://lan:gehe@im@may-chu/cchc";
  settings.recentStores = {settings.store, "postgresql://lan@may-chu/cchc?password=geheim"};
  REQUIRE(writeSettings(folder / "settings.json", settings));
  CHECK(test::contentOf(folder / "settings.json").find("gehe") == std::string::npos);
  CHECK(readSettings(folder / "settings.json").store == "postgresql://lan@may-chu/cchc");
  test::write(
      folder / "settings.json",
      R"({"store": "postgresql://lan:geheim@may-chu/cchc", "recentStores": ["postgresql://lan:geheim@may-chu/cchc"]})");
  const auto old = readSettings(folder / "settings.json");
  CHECK(old.store == "postgresql://lan@may-chu/cchc");
  CHECK(old.recentStores == std::vector<std::string>{"postgresql://lan@may-chu/cchc"});
}

TEST_CASE("two packages of one revision are shown with who, when and which counts, and choosing swaps them") {
  const test::TemporaryFolder folder;
  const auto file = folder / "suite.sqlite";
  std::filesystem::copy_file(std::filesystem::path(CCHC_SOURCE) / "tests/golden/stores/version-1.sqlite", file);
  static const SystemClock clock;
  const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  auto suite = openSuite({file.string(), {}, *resources, &clock, {"Mai", "mai", "MAY-1"}});
  REQUIRE(suite);
  const SectionKey keSat{DefinitionId("office.commune"), OrgUnitId("10945"), period};
  const auto packages = rivalPackages(**suite, keSat, vi);
  REQUIRE(packages);
  REQUIRE(packages->size() == 2);
  CHECK(packages->front().counts);
  CHECK_FALSE(packages->back().counts);
  CHECK(packages->front().text.find(", nhận ") != std::string::npos);
  const auto undecided = [&] {
    const auto board = readBoard(**suite, period, {2023, 8, 28}, vi);
    REQUIRE(board);
    return std::count_if(board->lines.begin(), board->lines.end(),
                         [](const BoardLine& line) { return line.undecided; });
  };
  const auto before = undecided();
  REQUIRE(chooseSubmission(**suite, keSat, packages->back().digest));
  CHECK(undecided() == 0);
  CHECK(before == 1);
  const auto after = rivalPackages(**suite, keSat, vi);
  REQUIRE(after);
  for (const auto& package : *after) CHECK(package.counts == (package.digest == packages->back().digest));
  CHECK(rivalPackages(**suite, {DefinitionId("office.commune"), OrgUnitId("10951"), period}, vi)->empty());
  // One that was discarded is still offered, and said to be; its rival does not count in its place.
  REQUIRE(discardSubmission(**suite, keSat, packages->back().digest, 0, "Nhầm"));
  const auto discarded = rivalPackages(**suite, keSat, vi);
  REQUIRE(discarded->size() == 2);
  for (const auto& package : *discarded) {
    CHECK_FALSE(package.counts);
    CHECK(package.discarded == (package.digest == packages->back().digest));
  }
  const auto board = readBoard(**suite, period, {2023, 8, 28}, vi);
  for (const auto& line : board->lines) CHECK((line.key != keSat || !line.received));
}
