// Each bad input gets one clear message and changes nothing: what came in stays where it is, the store stays as it was.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string budget() { return contentOf(demoPackage("finance.budget")); }

// "code: place: what is wrong: how to mend it", and nothing else.
void isOneLine(std::string said, const std::string& code, const std::string& place) {
  INFO(said.substr(0, 2000));
  // What only waits for an update is kept, and a line of its own says where.
  if (code.rfind("package.newer-", 0) == 0) {
    REQUIRE(said.rfind("package.kept-waiting: " + place.substr(0, place.find(".cchc")), 0) == 0);
    CHECK(said.substr(0, said.find('\n')).find(".waiting/") != std::string::npos);
    said.erase(0, said.find('\n') + 1);
  }
  CHECK(std::count(said.begin(), said.end(), '\n') == 1);
  CHECK(said.rfind(code + ": " + place, 0) == 0);
  std::size_t parts = 1;
  for (auto at = said.find(": "); at != std::string::npos; at = said.find(": ", at + 2)) ++parts;
  CHECK(parts >= 4);
  CHECK(said.size() < 1000);
}

// The store's files, byte for byte: nothing was written, not even undone.
std::string stored(const Office& office) { return contentOf(office.store()) + contentOf(office / "suite.sqlite-wal"); }

void isRefused(const Office& office, const std::string& content, const std::string& code,
               const std::string& name = "bad.cchc") {
  const auto file = office / name;
  write(file, content);
  const auto before = stored(office);
  const auto status = office.json({"status", "-p", "2023-8T"});
  const auto outcome = office.run({"receive", file.string()});
  CHECK(outcome.status == 1);
  isOneLine(outcome.err, code, file.string());
  const bool storeAsBefore = stored(office) == before, fileAsBefore = contentOf(file) == content;
  CHECK(storeAsBefore);
  CHECK(fileAsBefore);
  CHECK(office.json({"status", "-p", "2023-8T"}) == status);
}

// The same for a values file that is filled in.
void isNotFilled(const Office& office, const std::string& content, const std::string& code) {
  const auto file = office / "bad.xml";
  write(file, content);
  const auto before = stored(office);
  const auto journal = office.json({"journal", "show", "finance.budget", "-u", "296", "-p", "2023-8T"});
  const auto outcome = office.run({"fill", "finance.budget", "-u", "296", "-p", "2023-8T", file.string()});
  CHECK(outcome.status == 1);
  isOneLine(outcome.err, code, "");
  const bool storeAsBefore = stored(office) == before, fileAsBefore = contentOf(file) == content;
  CHECK(storeAsBefore);
  CHECK(fileAsBefore);
  CHECK(office.json({"journal", "show", "finance.budget", "-u", "296", "-p", "2023-8T"}) == journal);
}

}  // namespace

TEST_CASE("a package that is no whole XML file is refused") {
  const auto office = Office::afterDemo();
  const auto whole = budget();
  isRefused(office, whole.substr(0, whole.size() / 2), "package.cut-short");
  isRefused(office, whole.substr(0, whole.size() - 3), "package.cut-short");
  isRefused(office, "Kính gửi Văn phòng HĐND và UBND huyện", "package.not-xml");
  isRefused(office, std::string("PK\x03\x04", 4) + std::string(100, '\0'), "zip.damaged");
  isRefused(office, "", "package.empty");
}

TEST_CASE("a package with a DTD or an entity is refused") {
  const auto office = Office::afterDemo();
  isRefused(office,
            replaced(budget(), "<submission", "<!DOCTYPE submission [<!ENTITY a \"aaaaaaaaaa\">]>\n<submission"),
            "package.doctype");
  isRefused(office,
            replaced(budget(), "<submission", "<!DOCTYPE submission SYSTEM \"file:///etc/passwd\">\n<submission"),
            "package.doctype");
  isRefused(office, replaced(budget(), ">387425000000<", ">&a;<"), "package.entity");
}

TEST_CASE("a package of 200 MB is refused before it is read") {
  const auto office = Office::afterDemo();
  const auto file = office / "huge.cchc";
  write(file, budget());
  const std::uintmax_t size = std::uintmax_t(200) << 20U;
  fs::resize_file(file, size);  // sparse: takes no room on the disk
  const auto before = stored(office);
  const auto outcome = office.run({"receive", file.string()});
  CHECK(outcome.status == 1);
  isOneLine(outcome.err, "package.too-large", file.string());
  CHECK(outcome.err.find("200") != std::string::npos);
  CHECK((stored(office) == before));
  CHECK(fs::file_size(file) == size);
}

TEST_CASE("a package nested 100,000 deep is refused") {
  std::string deep;
  for (int level = 0; level < 100000; ++level) deep += "<a>";
  for (int level = 0; level < 100000; ++level) deep += "</a>";
  const auto office = Office::afterDemo();
  isRefused(office, deep, "package.too-deep");
  isRefused(office, replaced(budget(), "<content", deep + "<content"), "package.too-deep");
}

TEST_CASE("a package of an unknown section or a newer version is refused") {
  const auto office = Office::afterDemo();
  isRefused(office, replaced(budget(), "definition=\"finance.budget\"", "definition=\"finance.lottery\""),
            "package.unknown-section");
  isRefused(office, replaced(budget(), " version=\"1\"", " version=\"99\""), "package.newer-definition");
  auto newer = replaced(budget(), "urn:cchc:submission:1", "urn:cchc:submission:2");
  isRefused(office, replaced(newer, "urn:cchc:submission:1", "urn:cchc:submission:2"), "package.newer-format");
}

TEST_CASE("a package with text in a money field or an unknown field is refused") {
  const auto office = Office::afterDemo();
  isRefused(office, replaced(budget(), ">387425000000<", ">ba trăm tỷ<"), "package.wrong-value");
  isRefused(office, replaced(budget(), ">387425000000<", ">387425000000.5<"), "package.wrong-value");
  isRefused(office, replaced(budget(), "id=\"revenue.target\"", "id=\"revenue.wish\""), "package.unknown-field");
}

TEST_CASE("a package with a row too many is refused") {
  std::string rows;
  for (int row = 0; row < 200; ++row)
    rows += "<row id=\"more" + std::to_string(row) + "\"><cell column=\"text\">Việc</cell></row>";
  const auto office = Office::afterDemo();
  isRefused(office,
            replaced(contentOf(demoPackage("office.tasks")), "<table id=\"tasks\">", "<table id=\"tasks\">" + rows),
            "package.too-many-rows");
}

TEST_CASE("a package of an unknown unit, from the wrong sender or not assigned is refused") {
  const auto office = Office::afterDemo();
  const auto commune = contentOf(demoPackage("office.commune", "10945"));
  isRefused(
      office,
      replaced(replaced(commune, " unit=\"10945\"", " unit=\"99999\""), "reporter=\"10945\"", "reporter=\"99999\""),
      "package.unknown-unit");
  isRefused(office, replaced(commune, "reporter=\"10945\"", "reporter=\"10951\""), "package.wrong-reporter");
  isRefused(office, replaced(budget(), " unit=\"296\"", " unit=\"30\""), "package.not-assigned");
  isRefused(office, replaced(budget(), " period=\"2023-8T\"", " period=\"2031-8T\""), "package.unknown-period");
}

TEST_CASE("nothing is taken in, filled in or sent for a closed period, until it is opened again") {
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  const auto second = departments.submit("finance.budget", "second.cchc");

  const auto office = Office::afterDemo();
  office.returnSection("finance.budget");
  office.done({"periods", "close", "2023-8T"});
  isRefused(office, contentOf(second), "package.closed-period");
  isNotFilled(office, valuesFile("<field id=\"revenue.target\">1</field>"), "period.closed");
  const auto before = stored(office);
  const auto outcome =
      office.run({"submit", "finance.budget", "-u", "296", "-p", "2023-8T", "-o", (office / "late.cchc").string()});
  CHECK(outcome.status == 1);
  isOneLine(outcome.err, "period.closed", "");
  CHECK_FALSE(fs::exists(office / "late.cchc"));
  CHECK((stored(office) == before));

  office.done({"periods", "reopen", "2023-8T"});
  office.done({"receive", second.string()});
}

TEST_CASE("refused packages in a folder do not keep the good ones out") {
  const auto office = Office::before();
  fs::create_directory(office / "inbox");
  fs::copy_file(demoPackage("office.tasks"), office / "inbox/b.cchc");
  write(office / "inbox/a.cchc", "no package");
  write(office / "inbox/c.cchc", budget().substr(0, 500));
  const auto outcome = office.run({"receive", (office / "inbox").string()});
  CHECK(outcome.status == 1);
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 2);
  CHECK(outcome.out.find("Đã nhận 1, đã có từ trước 0, từ chối 2") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(office / "inbox"), fs::directory_iterator()) == 3);
}

TEST_CASE("a values file that is wrong anywhere fills in nothing") {
  const auto office = Office::afterDemo();
  office.returnSection("finance.budget");
  const std::string good = "<field id=\"revenue.actual\">1000000000</field>";
  isNotFilled(office, valuesFile(good + "<field id=\"revenue.target\">nhiều</field>"), "values.wrong-value");
  isNotFilled(office, valuesFile(good + "<field id=\"revenue.wish\">1</field>"), "values.unknown-field");
  isNotFilled(office, valuesFile(good).substr(0, 70), "package.cut-short");
  isNotFilled(office, replaced(valuesFile(good), "<values", "<!DOCTYPE values><values"), "package.doctype");
  isNotFilled(office, valuesFile(good + "<field id=\"purchasing.centre\">a\x01z</field>"), "package.text");
  isNotFilled(
      office,
      valuesFile(good + "<table id=\"disbursement\"><row id=\"lottery\"><cell id=\"plan\">1</cell></row></table>"),
      "values.unknown-row");
}

TEST_CASE("messages are in English where it is asked for") {
  const auto office = Office::afterDemo();
  write(office / "bad.cchc", budget().substr(0, 700));
  const auto outcome = office.run({"--lang", "en", "receive", (office / "bad.cchc").string()});
  isOneLine(outcome.err, "package.cut-short", (office / "bad.cchc").string());
  CHECK(outcome.err.find("The file is incomplete") != std::string::npos);
}

TEST_CASE("wrong use exits 2") {
  const auto office = Office::afterDemo();
  const std::string values = (office / "values.xml").string();
  write(values, valuesFile(""));
  const std::vector<std::vector<std::string>> uses{
      {},
      {"consolidat"},
      {"receive"},
      {"--lang", "fr", "plugins"},
      {"submit", "finance.budget", "-u", "296", "-p", "2023-8T"},
      {"fill", "finance.lottery", "-u", "296", "-p", "2023-8T", values},
      {"accept", "-u", "296", "-p", "2023-8T"},
      {"render", (demoFolder() / "report.xml").string(), "-o", (office / "report.doc").string()},
      {"periods", "add", "2024-1T", "--name", "x", "--start", "hôm nay", "--end", "2024-01-31"},
  };
  const auto before = stored(office);
  for (const auto& use : uses) {
    const auto outcome = office.run(use);
    INFO((use.empty() ? "" : use.front()) << ": " << outcome.err);
    CHECK(outcome.status == 2);
    CHECK_FALSE(outcome.err.empty());
  }
  CHECK((stored(office) == before));
}

TEST_CASE("a store that cannot be used exits 3 and is left alone") {
  const TemporaryFolder folder;
  write(folder / "letter.txt", "Kính gửi: các phòng, ban\n" + std::string(4096, '.'));
  const auto text = contentOf(folder / "letter.txt");
  const auto notAStore = cchc::test::cchc({"--store", (folder / "letter.txt").string(), "status", "-p", "2023-8T"});
  CHECK(notAStore.status == 3);
  isOneLine(notAStore.err, "store.not-a-store", (folder / "letter.txt").string());
  CHECK(contentOf(folder / "letter.txt") == text);

  const auto noFolder =
      cchc::test::cchc({"--store", (folder.path() / "none" / "suite.sqlite").string(), "status", "-p", "2023-8T"});
  CHECK(noFolder.status == 3);
  isOneLine(noFolder.err, "store.no-folder", (folder / "none").string());
  CHECK_FALSE(fs::exists(folder / "none"));
}
