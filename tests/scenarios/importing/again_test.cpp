// Importing once more: nothing is wiped by a file that says less, nothing is doubled, and one bad line keeps the others
// out unless somebody decides otherwise.
#include <catch2/catch.hpp>

#include "tests/scenarios/importing/book.h"

using namespace cchc::test;

namespace {

using Lines = std::vector<std::string>;
const char* const july =
    "Dự án, công trình;Nguồn vốn;Kế hoạch vốn đã phân bổ;Đã thanh toán\n"
    "Trường mầm non;Thu tiền sử dụng đất;5.000.000.000;2.500.000.000\n"
    "Trạm bơm;Nguồn khác;100.000.000;10.000.000\n";
const Lines both = {"Trường mầm non|land|5000000000|2500000000", "Trạm bơm|other|100000000|10000000"};

}  // namespace

TEST_CASE("a file with fewer columns changes only those, and a heading alone changes nothing", "[importing]") {
  const Treasury desk;
  REQUIRE(desk.fill(desk.file("july.csv", july)).status == 0);
  const auto fewer = desk.file("fewer.csv", "project;disbursed\nTrường mầm non;3.000.000.000\nTrạm bơm;10.000.000\n");
  const auto asked = desk.fill(fewer);
  CHECK(asked.status == 1);
  CHECK(asked.err.find("import.similar-row") != std::string::npos);
  CHECK(desk.lines() == both);
  const auto done = desk.fill(fewer, {"--update"});
  CHECK(done.status == 0);
  CHECK(desk.lines() == Lines{"Trường mầm non|land|5000000000|3000000000", both[1]});
  for (const std::string nothing : {"project;disbursed\n", "Dự án, công trình;Nguồn vốn\n;\n", "row;project\n"}) {
    INFO(nothing);
    const auto outcome = desk.fill(desk.file("heading.csv", nothing));
    CHECK(outcome.status == 0);
    CHECK(names(outcome, " 0 thay đổi"));
    CHECK(desk.lines().size() == 2);
  }
  // A blank cell clears nothing, and is said.
  const auto blank =
      desk.fill(desk.file("blank.csv", "project;source;disbursed\nTrạm bơm;Nguồn khác;\n"), {"--update"});
  CHECK(names(blank, "ô trống"));
  CHECK(desk.lines()[1] == both[1]);
}

TEST_CASE("rows are removed and values cleared only on request", "[importing]") {
  const Treasury desk;
  REQUIRE(desk.fill(desk.file("july.csv", july)).status == 0);
  const auto one = desk.file("one.csv", "project;source;disbursed\nTrạm bơm;Nguồn khác;\n");
  const auto tried = desk.json(one, {"--replace", "--dry-run"});
  CHECK(tried["would_change"].size() == 2);
  CHECK(desk.lines() == both);
  CHECK(desk.fill(one, {"--replace"}).status == 0);
  CHECK(desk.lines() == Lines{"Trạm bơm|other|100000000|"});
}

TEST_CASE("the same file and the next month's list double nothing", "[importing]") {
  for (const bool importer : {false, true}) {
    const Treasury desk;
    const auto take = [&](const std::string& file, std::vector<std::string> more = {}) {
      return importer ? desk.import(file, more) : desk.fill(file, more);
    };
    const auto file = desk.file("july.csv", july);
    REQUIRE(take(file).status == 0);
    const auto again = take(file);
    CHECK(again.status == 0);
    CHECK(names(again, "2 dòng đã có"));
    CHECK(desk.lines() == both);
    // A person has corrected a row since, so the same file would add it once more.
    desk.office().fill("finance.budget", "");
    auto text = std::string(july);
    text.replace(text.find("2.500.000.000"), 13, "3.500.000.000");
    const auto august = desk.file("august.csv", text);
    const auto asked = take(august);
    CHECK(asked.status == 1);
    CHECK(asked.err.find("import.similar-row") != std::string::npos);
    CHECK(desk.lines() == both);
    CHECK(take(august, {"--update"}).status == 0);
    CHECK(desk.lines() == Lines{"Trường mầm non|land|5000000000|3500000000", both[1]});
    CHECK(take(desk.file("more.csv", std::string(july) + "Đường;Nguồn khác;1;1\n"), {"--again"}).status == 0);
    CHECK(desk.lines().size() == 5);
  }
}

TEST_CASE("a file that was imported before is named when it would add rows once more", "[importing]") {
  const Treasury desk;
  const auto file = desk.file("july.csv", july);
  REQUIRE(desk.fill(file).status == 0);
  // Its first row was taken out by hand.
  REQUIRE(
      desk.fill(desk.file("rest.csv", "project;source;allocated;disbursed\nTrạm bơm;Nguồn khác;100000000;10000000\n"),
                {"--replace"})
          .status == 0);
  // Under another name it is the same file.
  const auto asked = desk.fill(desk.file("khac-ten.csv", july));
  CHECK(asked.status == 1);
  CHECK(asked.err.find("import.same-file") != std::string::npos);
  CHECK(names(asked, "july.csv"));
  CHECK(desk.fill(file, {"--skip-bad"}).status == 1);
  CHECK(desk.lines().size() == 1);
  CHECK(desk.fill(file, {"--again"}).status == 0);
  CHECK(desk.lines().size() == 3);
}

TEST_CASE("one bad line keeps all out, every bad line is named at once, and a second try doubles nothing",
          "[importing]") {
  for (const bool importer : {false, true}) {
    const Treasury desk;
    const auto take = [&](const std::string& file, std::vector<std::string> more = {}) {
      return importer ? desk.import(file, more) : desk.fill(file, more);
    };
    auto text = std::string(july) + "Đường;Nguồn khác;mười;1\nCầu;Nguồn khác;1;45.8\n";
    const auto bad = desk.file("bad.csv", text);
    const auto refused = take(bad);
    CHECK(refused.status == 1);
    CHECK(names(refused, "bad.csv:4"));
    CHECK(names(refused, "bad.csv:5"));
    CHECK(desk.lines().empty());
    const auto partly = take(bad, {"--skip-bad"});
    CHECK(partly.status == 1);
    CHECK(names(partly, "bad.csv:4"));
    CHECK(desk.lines() == both);
    text.replace(text.find("mười"), std::string("mười").size(), "10");
    text.replace(text.find("45.8"), 4, "458");
    const auto mended = take(desk.file("mended.csv", text));
    INFO(mended.out << mended.err);
    CHECK(mended.status == 0);
    CHECK(desk.lines().size() == 4);
  }
}

TEST_CASE("the journal and the history name the file and its digest", "[importing]") {
  const Treasury desk;
  const auto file = desk.file("july.csv", july);
  const auto digest = desk.json(file)["digest"].get<std::string>();
  CHECK(digest.size() == 64);
  const auto journal = desk.office().run({"journal", "show", "finance.budget"});
  CHECK(journal.out.find("import:" + digest + ": ∅ → july.csv") != std::string::npos);
  CHECK(desk.office().run({"journal", "verify"}).status == 0);
  CHECK(desk.office().run({"journal", "show", "finance.budget", "--place", "import:" + digest}).status != 3);
}

TEST_CASE("a trial changes nothing and says old and new", "[importing]") {
  const Treasury desk;
  REQUIRE(desk.fill(desk.file("july.csv", july)).status == 0);
  auto text = std::string(july);
  text.replace(text.find("2.500.000.000"), 13, "3.500.000.000");
  const auto tried = desk.json(desk.file("august.csv", text), {"--update", "--dry-run"});
  REQUIRE(tried["would_change"].size() == 1);
  CHECK(tried["would_change"][0]["old"] == "2.500.000.000");
  CHECK(tried["would_change"][0]["new"] == "3.500.000.000");
  CHECK(tried["changes"] == 0);
  CHECK(desk.lines() == both);
}
