// On 1 July 2025 the communes of Bình Giang merge, and four of their codes go to other units. The office imports the
// new list; the reports of 2023 stay what they were, and whoever has a code is found by the day.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"

using namespace cchc::test;

namespace {

const std::string header = "code\tkind\tname\tparent\tfrom\tto\tform\tbefore\tbasis\n";
const std::string basis = "\tNQ 1669/NQ-UBTVQH15\n";

std::string newUnits() {
  return header + "31\tprovince\tthành phố Hải Phòng\t\t2025-07-01\t\tthành phố\t\t\n" +
         "10945\tcommune\txã Kẻ Sặt\t31\t2025-07-01\t\txã\t10945 10951 10954 10960*" + basis +
         "10966\tcommune\txã Bình Giang\t31\t2025-07-01\t\txã\t10966 10963 10978 10984 10960*" + basis +
         "10972\tcommune\txã Đường An\t31\t2025-07-01\t\txã\t10969 10972 10990 10993" + basis;
}
// The sample's units with the last day of the district and its communes.
std::string endedUnits() {
  auto rows = contentOf(sampleFolder() / "units.tsv");
  std::string ended;
  for (std::size_t from = rows.find('\n') + 1; from < rows.size();) {
    const auto to = rows.find('\n', from);
    std::vector<std::string> cells(1);
    for (const char c : rows.substr(from, to - from)) {
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    }
    cells.resize(4);
    ended += cells[0] + "\t" + cells[1] + "\t" + cells[2] + "\t" + cells[3] + "\t\t2025-06-30\t\t\t\n";
    from = to + 1;
  }
  return header + ended;
}

std::string importUnits(const Office& office, const std::string& table, const std::vector<std::string>& options = {}) {
  write(office / "list.tsv", table);
  std::vector<std::string> command{"--lang", "vi", "units", "import", (office / "list.tsv").string()};
  command.insert(command.end(), options.begin(), options.end());
  return office.done(command);
}

}  // namespace

TEST_CASE("the report of 2023 is the same before and after the new list, in any order, and twice") {
  const auto before = withoutTimes(Office::afterDemo().consolidate());
  for (const bool newFirst : {true, false}) {
    const auto office = Office::afterDemo();
    importUnits(office, newFirst ? newUnits() : endedUnits());
    importUnits(office, newFirst ? endedUnits() : newUnits());
    CHECK(importUnits(office, newUnits()).find("thay đổi: 0") != std::string::npos);
    CHECK(importUnits(office, endedUnits()).find("thay đổi: 0") != std::string::npos);
    CHECK(withoutTimes(office.consolidate()) == before);
    CHECK(office.done({"journal", "verify"}).find("296") == std::string::npos);
  }
}

TEST_CASE("an import says what it will do, and does it only when it is asked to") {
  const auto office = Office::before();
  const auto told = importUnits(office, newUnits(), {"--dry-run"});
  CHECK(told.find("xã Kẻ Sặt (10945) từ 01/07/2025 nhận mã của thị trấn Kẻ Sặt (10945)") != std::string::npos);
  CHECK(told.find("một phần xã Vĩnh Hồng (10960)") != std::string::npos);
  CHECK(told.find("Chạy thử, chưa lưu") != std::string::npos);
  const auto known = office.json({"units", "show", "--day", "2026-01-01"});
  CHECK(std::none_of(known.begin(), known.end(), [](const auto& unit) { return unit["name"] == "xã Kẻ Sặt"; }));
  importUnits(office, newUnits());
  importUnits(office, endedUnits());
  const auto now = office.json({"units", "show", "--day", "2026-01-01"});
  CHECK(now.size() == 4);
  CHECK(office.json({"units", "show", "--period", "2023-8T", "-u", "296"}).size() == 22);
  const auto history = office.json({"units", "history", "10945"});
  REQUIRE(history.size() == 2);
  CHECK(history[0]["until"] == "2025-06-30");
  REQUIRE(history[1]["made-of"].size() == 4);
  CHECK(history[1]["made-of"][3]["share"] == "part");
  CHECK(history[1]["made-of"][3]["basis"] == "NQ 1669/NQ-UBTVQH15");
  CHECK(office.done({"--lang", "vi", "units", "history", "10951"}).find("nhập vào xã Kẻ Sặt (10945)") !=
        std::string::npos);
}

TEST_CASE("what was below a unit that is gone is shown below those above it, and an import is completed later") {
  const auto office = Office::before();
  importUnits(office, header + "296\tdistrict\thuyện Bình Giang\t30\t\t2025-06-30\t\t\t\n");
  const auto tree = office.done({"units", "show", "--day", "1/1/2026"});
  CHECK(tree.find("\n  10945  ") != std::string::npos);
  CHECK(tree.find("\n10945") == std::string::npos);
  CHECK(office.run({"units", "show", "--day", "1/2026"}).err.find("value.not-a-date") != std::string::npos);

  // The import was saved, but stopped before the assignments of later periods were given to the new holders.
  importUnits(office, newUnits());
  office.done({"periods", "add", "2026-Q1", "--name", "quý I", "--start", "1/1/2026", "--end", "31/3/2026"});
  write(office / "assign.tsv", "definition\tsubject\treporter\tperiod\noffice.commune\t10945\t10945\t2026-Q1\n");
  office.done({"assign", (office / "assign.tsv").string()});
  const auto assigned = [&](const char* query) {
    return run("/usr/bin/sqlite3", {office.store().string(), query}).out;
  };
  const auto* query = "SELECT subject, reporter FROM assignment WHERE period = '2026-Q1'";
  REQUIRE(assigned(query) == "10945@2025-07-01|10945@2025-07-01\n");
  assigned("UPDATE assignment SET subject = '10945', reporter = '10945' WHERE period = '2026-Q1'");
  importUnits(office, newUnits());
  CHECK(assigned(query) == "10945@2025-07-01|10945@2025-07-01\n");
}

TEST_CASE("without a day every code that would change hands is named, and nothing is imported") {
  const auto office = Office::before();
  auto table = newUnits();
  for (auto at = table.find("2025-07-01"); at != std::string::npos; at = table.find("2025-07-01")) table.erase(at, 10);
  for (const auto* before : {"10945 10951 10954 10960*", "10966 10963 10978 10984 10960*", "10969 10972 10990 10993"})
    table.erase(table.find(before), std::string(before).size());
  // The same name under another parent is another unit too.
  table += "10951\tcommune\txã Vĩnh Hưng\t31\t\t\t\t\t\n";
  write(office / "list.tsv", table);
  const auto refused = office.run({"units", "import", (office / "list.tsv").string()});
  CHECK(refused.status == 1);
  std::size_t named = 0;
  for (auto at = refused.err.find("unit.needs-day"); at != std::string::npos;
       at = refused.err.find("unit.needs-day", at + 1))
    ++named;
  CHECK(named == 4);
  CHECK(office.json({"units", "history", "10945"}).size() == 1);
}

TEST_CASE("the whole province: 64 codes change hands, and the report of 2023 stays what it was") {
  const auto list = [](const char* name) {
    return contentOf(std::filesystem::path(CCHC_SOURCE) / "tests/scenarios/units" / name);
  };
  const auto count = [](const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  const auto replaced = [](std::string text, const std::string& part, const std::string& by) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
      text.replace(at, part.size(), by);
    return text;
  };
  const auto before = list("units-2023.tsv"), after = list("units-2025.tsv");
  const auto over = replaced(before, "\t\t\n", "\t\t2025-06-30\n");
  const auto office = Office::afterDemo();
  const auto report = withoutTimes(office.consolidate());
  importUnits(office, before);
  write(office / "list.tsv", replaced(after, "2025-07-01", ""));
  const auto refused = office.run({"units", "import", (office / "list.tsv").string()});
  CHECK(refused.status == 1);
  CHECK(count(refused.err, "unit.needs-day") == 64);
  CHECK(withoutTimes(office.consolidate()) == report);
  CHECK(count(importUnits(office, after), "nhận mã của") == 64);
  importUnits(office, over);
  for (const auto* again : {&after, &over, &after})
    CHECK(importUnits(office, *again).find("thay đổi: 0") != std::string::npos);
  CHECK(withoutTimes(office.consolidate()) == report);
}

TEST_CASE(
    "a package of a code is of whoever has it in its period, and a key that was trusted for the old holder does not "
    "sign for the new one") {
  const TemporaryFolder keys;
  makeKey(keys, "thị trấn Kẻ Sặt");
  const auto periods = contentOf(sampleFolder() / "periods.tsv");
  const auto columns = periods.substr(0, periods.find('\n') + 1);
  const auto prepare = [&](const Office& office) {
    importUnits(office, newUnits());
    importUnits(office, endedUnits());
    office.done(
        {"periods", "add", "2026-Q1", "--name", "quý I năm 2026", "--start", "2025-12-15", "--end", "2026-03-14"});
    write(office / "assign.tsv", "definition\tsubject\treporter\tperiod\noffice.commune\t10945\t10945\t2026-Q1\n");
    office.done({"assign", (office / "assign.tsv").string()});
  };
  const auto commune = Office::departments();
  prepare(commune);
  // The section of the new unit is its own, and begins empty.
  const auto values = commune.done({"show", "office.commune", "-u", "10945", "-p", "2023-8T"});
  write(commune / "values.xml", values);
  commune.done({"fill", "office.commune", "-u", "10945", "-p", "2026-Q1", (commune / "values.xml").string()});
  const auto file = commune / "ke-sat.cchc";
  const auto sent = commune.run({"submit", "office.commune", "-u", "10945", "-p", "2026-Q1", "-o", file.string(),
                                 "--sign", (keys / "k.p12").string(), "--password-file", (keys / "password").string()});
  INFO(sent.err);
  REQUIRE(sent.status == 0);
  CHECK(contentOf(file).find("unit=\"10945\"") != std::string::npos);
  CHECK(contentOf(file).find("@") == std::string::npos);

  const auto office = Office::afterDemo();
  prepare(office);
  const std::filesystem::path trust = office.store().string() + ".trust";
  std::filesystem::create_directories(trust);
  std::filesystem::copy_file(keys / "ca.pem", trust / "ca.pem");
  write(trust / "trust.tsv", "policy\trequired\nauthority\tca.pem\t10945\t\t\n");
  CHECK(office.run({"receive", file.string()}).err.find("certificate.wrong-unit") != std::string::npos);
  write(trust / "trust.tsv", "policy\trequired\nauthority\tca.pem\t10945\t2025-07-01\t\n");
  office.done({"receive", file.string()});
  const auto received = office.json({"history", "office.commune", "-u", "10945", "-p", "2026-Q1"});
  CHECK(received.size() == 1);
  CHECK(office.json({"history", "office.commune", "-u", "10945", "-p", "2023-8T"}).size() == 1);
}
