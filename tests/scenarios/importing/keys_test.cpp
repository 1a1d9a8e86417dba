// A table whose definition names its key: a second import updates, and duplicates are found however they came in.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

const char* const form =
    R"(<definition xmlns="urn:cchc:definition:1" minor="1" id="works.list" version="1" place="II.5" order="99" owner="works">
  <title vi="Công trình"/>
  <group id="g" order="1"><title vi="Danh mục"/>
    <table id="works" aggregate="rows" key="name owner"><title vi="Công trình"/>
      <column id="name" type="text"><label vi="Tên công trình"/></column>
      <column id="owner" type="text"><label vi="Chủ đầu tư"/></column>
      <column id="cost" type="money"><label vi="Kinh phí"/></column>
    </table>
  </group>
</definition>)";

class Works {
 public:
  Works() {
    std::filesystem::create_directories(folder_ / "plugins/works");
    write(folder_ / "plugins/works/list.xml", form);
    write(folder_ / "units.tsv", "code\tkind\tname\tparent\n1\tprovince\tTỉnh A\t\n2\tcommune\tXã B\t1\n");
    write(folder_ / "periods.tsv", "id\tname\tstart\tend\n2023\tNăm 2023\t2023-01-01\t2023-12-31\n");
    write(folder_ / "assignments.tsv", "definition\tsubject\treporter\tperiod\nworks.list\t2\t2\t2023\n");
    for (const auto& command :
         std::vector<std::vector<std::string>>{{"units", "import", (folder_ / "units.tsv").string()},
                                               {"periods", "import", (folder_ / "periods.tsv").string()},
                                               {"assign", (folder_ / "assignments.tsv").string()}}) {
      const auto done = run(command);
      INFO(done.err);
      REQUIRE(done.status == 0);
    }
  }
  Outcome run(std::vector<std::string> arguments) const {
    std::vector<std::string> all{"--store", (folder_ / "s.sqlite").string(), "--plugins",
                                 (folder_ / "plugins").string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return cchc::test::cchc(all);
  }
  Outcome fill(const std::string& content, std::vector<std::string> more = {}) const {
    write(folder_ / "list.csv", content);
    std::vector<std::string> all{"fill",    "works.list", "-u", "2", "-p", "2023", (folder_ / "list.csv").string(),
                                 "--table", "works"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all);
  }
  std::string shown() const { return run({"show", "works.list", "-u", "2", "-p", "2023"}).out; }
  std::string checked() const { return run({"--json", "check", "works.list", "-u", "2", "-p", "2023"}).out; }
  std::size_t rows() const {
    std::size_t count = 0;
    const auto xml = shown();
    for (auto at = xml.find("<row "); at != std::string::npos; at = xml.find("<row ", at + 1)) ++count;
    return count;
  }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  TemporaryFolder folder_;
};

const char* const first =
    "Tên công trình;Chủ đầu tư;Kinh phí\nTrường;Xã B;5.000.000\nCầu;Xã B;7.000.000\nCầu;Huyện;9.000.000\n";

}  // namespace

TEST_CASE("a second import updates the rows of the same key", "[importing][keys]") {
  const Works works;
  REQUIRE(works.fill(first).status == 0);
  CHECK(works.rows() == 3);
  const auto next = works.fill("Tên công trình;Chủ đầu tư;Kinh phí\ntrường;xã  b;6.000.000\nChợ;Xã B;1.000.000\n");
  CHECK(next.status == 0);
  CHECK(next.out.find("1 dòng mới, 1 dòng cập nhật") != std::string::npos);
  CHECK(works.rows() == 4);
  CHECK(works.shown().find("6000000") != std::string::npos);
  CHECK(works.shown().find("5000000") == std::string::npos);
  CHECK(works.shown().find("Trường") != std::string::npos);
  // The same file once more is nothing new.
  CHECK(works.fill(first).out.find("0 dòng mới, 1 dòng cập nhật, 2 dòng đã có") != std::string::npos);
}

TEST_CASE("a file with a part of the key means the only row that it fits", "[importing][keys]") {
  const Works works;
  REQUIRE(works.fill(first).status == 0);
  CHECK(works.fill("Tên công trình;Kinh phí\nTrường;6.000.000\n").status == 0);
  CHECK(works.rows() == 3);
  const auto doubt = works.fill("Tên công trình;Kinh phí\nCầu;8.000.000\n");
  CHECK(doubt.status == 1);
  CHECK(doubt.err.find("import.several-rows") != std::string::npos);
  CHECK(doubt.err.find("Chủ đầu tư") != std::string::npos);
}

TEST_CASE("two rows of one key are refused in a file, and found wherever they come from", "[importing][keys]") {
  const Works works;
  const auto twice = works.fill(std::string(first) + "CẦU;Xã B;8.000.000\n");
  CHECK(twice.status == 1);
  CHECK(twice.err.find("import.row-twice") != std::string::npos);
  CHECK(twice.err.find("list.csv:5") != std::string::npos);
  // A values file, typing and pasting put rows in by their ids.
  write(works / "two.xml",
        valuesFile("<table id=\"works\"><row id=\"a\"><cell id=\"name\">Cầu</cell><cell id=\"owner\">Xã "
                   "B</cell></row><row id=\"b\"><cell id=\"name\">cầu</cell><cell id=\"owner\">Xã B</cell></row>"
                   "<row id=\"c\"><cell id=\"name\">Cẩu</cell><cell id=\"owner\">Xã B</cell></row>"
                   "<row id=\"d\"><cell id=\"name\">Cầu</cell></row></table>"));
  REQUIRE(works.run({"fill", "works.list", "-u", "2", "-p", "2023", (works / "two.xml").string()}).status == 0);
  const auto found = works.checked();
  CHECK(found.find("core.duplicate-row") != std::string::npos);
  CHECK(found.find("works[b]") != std::string::npos);
  CHECK(found.find("works[c]") == std::string::npos);
  CHECK(found.find("works[d]") == std::string::npos);
  CHECK(works.run({"submit", "works.list", "-u", "2", "-p", "2023", "-o", (works / "a.cchc").string()}).status == 1);
}
