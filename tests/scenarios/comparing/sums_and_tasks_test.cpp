// A form of a department of the tests' own: totals over a table with fixed rows, the growth against the last year, and
// tasks that carry over; in a store whose units change.
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;
using nlohmann::json;

namespace {

std::string field(const std::string& attributes, const std::string& inner = "") {
  return "<field type=\"integer\" " + attributes + "><label vi=\"Nội dung\"/>" + inner + "</field>\n";
}

std::string formXml() {
  const std::string compared = " compare=\"same-period-last-year\"";
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"schools.count\" version=\"1\" minor=\"1\" place=\"II.6\" "
         "order=\"90\" owner=\"schools\"><title vi=\"Trường học\" en=\"Schools\"/>\n"
         "<group id=\"all\"><title vi=\"Chung\" en=\"All\"/>\n" +
         field("id=\"pupils\" code=\"S.1\" basis=\"cumulative\" aggregate=\"sum\"" + compared) +
         field("id=\"total\" code=\"S.2\"" + compared, "<formula>sum(kinds.number)</formula>") +
         field("id=\"growth\" code=\"S.3\"", "<formula>pupils - last_year(pupils)</formula>") +
         "<table id=\"kinds\" fixed-rows=\"yes\" aggregate=\"by-row\"><title vi=\"Theo loại\"/>"
         "<column id=\"number\" type=\"integer\" basis=\"cumulative\" aggregate=\"sum\"><label vi=\"Số\"/></column>"
         "<fixed-row id=\"small\" vi=\"Nhỏ\"/><fixed-row id=\"large\" vi=\"Lớn\"/></table>"
         "<table id=\"tasks\" carry=\"tasks\" nothing=\"yes\"><title vi=\"Việc\"/>"
         "<column id=\"text\" type=\"text\"><label vi=\"Việc\"/></column>"
         "<column id=\"outcome\" type=\"choice\"><label vi=\"Kết quả\"/><choice value=\"done\" vi=\"Xong\"/></column>"
         "</table>\n"
         "<narrative id=\"growth\">{{#growth}}Tăng {{growth}} học sinh.{{/growth}}</narrative>\n"
         "</group></definition>";
}

// The district 1 with the communes 10, 11 and 12, in the first halves of 2024 and 2025.
class Schools {
 public:
  Schools() {
    fs::create_directories(folder_ / "plugins/schools");
    write(folder_ / "plugins/schools/count.xml", formXml());
    import("units",
           "code\tkind\tname\tparent\n1\tdistrict\thuyện Một\t\n10\tcommune\txã Mười\t1\n"
           "11\tcommune\txã Mười Một\t1\n12\tcommune\txã Mười Hai\t1\n");
    import("periods",
           "id\tname\tstart\tend\tcomparison\tlast_year\n"
           "2024-H1\t6 tháng năm 2024\t2024-01-01\t2024-06-30\t\t\n"
           "2025-H1\t6 tháng năm 2025\t2025-01-01\t2025-06-30\t2024-H1\t2024-H1\n");
  }
  void import(const std::string& what, const std::string& table) const {
    write(folder_ / "table.tsv", table);
    done({what, "import", at("table.tsv")});
  }
  std::string fill(const std::string& unit, const std::string& period, const std::string& values) const {
    write(folder_ / "assigned.tsv",
          "definition\tsubject\treporter\tperiod\nschools.count\t" + unit + "\t" + unit + "\t" + period + "\n");
    done({"assign", at("assigned.tsv")});
    write(folder_ / "values.xml", valuesFile(values));
    return done({"fill", "schools.count", "-u", unit, "-p", period, at("values.xml")});
  }
  void accept(const std::string& unit, const std::string& period) const {
    done({"submit", "schools.count", "-u", unit, "-p", period, "-o", at("x.cchc")});
    done({"accept", "schools.count", "-u", unit, "-p", period});
  }
  static std::string figures(int pupils, int small, int large) {
    const auto cell = [](const char* row, int number) {
      return "<row id=\"" + std::string(row) + "\"><cell id=\"number\">" + std::to_string(number) + "</cell></row>";
    };
    return "<field id=\"pupils\">" + std::to_string(pupils) + "</field><table id=\"kinds\">" + cell("small", small) +
           cell("large", large) + "</table>";
  }
  std::string report() const {
    done({"consolidate", "--incomplete", "-u", "1", "-p", "2025-H1", "-o", at("report.xml"), "--include-unreviewed"});
    return contentOf(folder_ / "report.xml");
  }
  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--lang", "vi", "--store", at("suite.sqlite"), "--plugins", at("plugins")});
    return cchc::test::cchc(arguments);
  }
  std::string done(const std::vector<std::string>& arguments) const {
    const auto outcome = run(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
  }
  json read(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "--json");
    return json::parse(run(arguments).out);
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }

 private:
  TemporaryFolder folder_;
};

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

}  // namespace

TEST_CASE("a total over the cells of all communes is compared, and the growth of the sum is computed", "[comparing]") {
  const Schools schools;
  for (const auto* unit : {"10", "11"}) {
    schools.fill(unit, "2024-H1", Schools::figures(100, 2, 3));
    schools.accept(unit, "2024-H1");
  }
  for (const auto* unit : {"10", "11"}) {
    schools.fill(unit, "2025-H1", Schools::figures(130, 4, 6));
    schools.accept(unit, "2025-H1");
  }
  const auto both = schools.report();
  pugi::xml_document document;
  REQUIRE(document.load_string(both.c_str()));
  const auto total = document.select_node("//indicator[@id='total']/comparison").node();
  CHECK(std::string(total.attribute("display").value()) == "10 (2/2 đơn vị có số liệu cả hai kỳ)");
  CHECK(std::string(total.attribute("change").value()) == "100");
  CHECK(document.select_node("//indicator[@id='growth']/value/integer").node().text().as_int() == 60);
  CHECK(has(both, "Tăng 60 học sinh."));

  // A third commune has no figures of 2024: the sums are then of different communes, and there is no growth.
  schools.fill("12", "2025-H1", Schools::figures(50, 1, 1));
  schools.accept("12", "2025-H1");
  const auto three = schools.report();
  CHECK(has(three, "10 (2/3 đơn vị có số liệu cả hai kỳ)"));
  CHECK_FALSE(has(three, "học sinh."));
  CHECK(has(three, "core.comparison-sums"));
  CHECK(has(three, "xã Mười Hai"));
}

TEST_CASE("a unit that another one became as a whole goes on with the tasks of that one, and it is said",
          "[comparing]") {
  const std::string tasks =
      "<table id=\"tasks\"><row id=\"a\"><cell id=\"text\">Xây trường</cell></row>"
      "<row id=\"b\"><cell id=\"text\">Tuyển giáo viên</cell><cell id=\"outcome\">done</cell></row></table>";
  const Schools schools;
  for (const auto* unit : {"10", "11", "12"}) schools.fill(unit, "2024-H1", tasks);
  schools.import("units",
                 "code\tkind\tname\tparent\tfrom\tbefore\n20\tcommune\tphường Hai Mươi\t1\t2025-01-01\t10\n"
                 "21\tcommune\txã Hai Mốt\t1\t2025-01-01\t11 12\n");
  const auto said = schools.fill("20", "2025-H1", "<field id=\"pupils\">7</field>");
  CHECK(has(said, "Việc và số liệu chuyển sang lấy của xã Mười (10), 6 tháng năm 2024"));
  const auto shown = schools.done({"show", "schools.count", "-u", "20", "-p", "2025-H1"});
  CHECK(has(shown, "Xây trường"));
  CHECK_FALSE(has(shown, "Tuyển giáo viên"));
  std::size_t found = 0;
  for (const auto& finding : schools.read({"check", "schools.count", "-u", "20", "-p", "2025-H1"}))
    found += finding["code"] == "core.carried-from" ? 1 : 0;
  CHECK(found == 1);
  // It is said once, when the section begins.
  CHECK_FALSE(has(schools.fill("20", "2025-H1", "<field id=\"pupils\">8</field>"), "chuyển sang lấy của"));
  // Of two units, nobody can say whose tasks go on.
  CHECK_FALSE(has(schools.fill("21", "2025-H1", "<field id=\"pupils\">7</field>"), "chuyển sang lấy của"));
  CHECK_FALSE(has(schools.done({"show", "schools.count", "-u", "21", "-p", "2025-H1"}), "Xây trường"));
}

TEST_CASE("a version that the store keeps and that cannot be used is named", "[comparing]") {
  const Schools schools;
  schools.fill("10", "2024-H1", Schools::figures(100, 2, 3));
  CHECK(schools.run({"definitions", "-p", "2024-H1"}).err.empty());
  // Version 2 is installed, in force before version 1 that the store has.
  auto first = formXml();
  first.replace(first.find("version=\"1\""), 11, "version=\"1\" from=\"2024-01-01\"");
  write(fs::path(schools.at("plugins")) / "schools/count.xml", first);
  schools.fill("11", "2024-H1", Schools::figures(100, 2, 3));
  auto second = formXml();
  second.replace(second.find("version=\"1\""), 11, "version=\"2\" from=\"2023-01-01\"");
  write(fs::path(schools.at("plugins")) / "schools/count.xml", second);
  const auto listed = schools.run({"definitions", "-p", "2024-H1"});
  CHECK(listed.status == 0);
  CHECK(has(listed.err, "core.form-left-out: schools.count: "));
  CHECK(has(listed.err, "phiên bản 1"));
  const auto checked = schools.read({"check", "schools.count", "-u", "10", "-p", "2024-H1"});
  CHECK(std::count_if(checked.begin(), checked.end(),
                      [](const auto& finding) { return finding["code"] == "core.form-left-out"; }) == 1);
}
