// A form of a department of the tests' own, of which communes and wards are asked different parts, and whose parts
// begin and end on days: what is asked, entered, kept, added and printed.
#include <zip.h>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;
using nlohmann::json;

namespace {

std::string field(const std::string& attributes, const std::string& label, const std::string& inner = "") {
  return "<field " + attributes + "><label vi=\"" + label + "\"/>" + inner + "</field>\n";
}

const std::string summed = " type=\"integer\" aggregate=\"sum\" annex=\"yes\"";

std::string formXml(const std::string& more = "") {
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"rural.ways\" version=\"1\" minor=\"1\" place=\"II.6\" "
         "order=\"90\" owner=\"rural\"><title vi=\"Thôn và phố\" en=\"Hamlets and streets\"/>\n"
         "<group id=\"all\"><title vi=\"Chung\" en=\"All\"/>\n" +
         field("id=\"people\" code=\"R.1\"" + summed, "Số dân") +
         field("id=\"places\" code=\"R.2\" type=\"integer\"", "Thôn và phố", "<formula>hamlets + streets</formula>") +
         field("id=\"kind\" type=\"choice\"", "Loại",
               "<choice value=\"new\" vi=\"Mới\"/><choice value=\"old\" vi=\"Cũ\" until=\"2025-06-30\"/>") +
         field("id=\"portal\" code=\"R.3\" from=\"2025-07-01\" required=\"submit\"" + summed, "Hồ sơ trên Cổng") +
         more +
         "<narrative id=\"people\">Có {{people}} người.</narrative>\n</group>\n"
         "<group id=\"country\" unit-forms=\"xã\"><title vi=\"Nông thôn\" en=\"Country\"/>\n" +
         field("id=\"hamlets\" code=\"R.4\" required=\"submit\"" + summed, "Số thôn") +
         "<table id=\"roads\" aggregate=\"rows\" nothing=\"yes\" required=\"submit\"><title vi=\"Đường thôn\"/>"
         "<column id=\"name\" type=\"text\"><label vi=\"Tên đường\"/></column></table>\n"
         "<narrative id=\"hamlets\">Có {{hamlets}} thôn.</narrative>\n</group>\n"
         "<group id=\"town\" unit-forms=\"phường, đặc khu\"><title vi=\"Đô thị\" en=\"Town\"/>\n" +
         field("id=\"streets\" code=\"R.5\" required=\"submit\"" + summed, "Số phố") +
         "<narrative id=\"streets\">Có {{streets}} phố.</narrative>\n</group>\n"
         "<rule id=\"few\" severity=\"warning\" place=\"streets\"><left>streets</left><operator>&lt;=</operator>"
         "<right>people</right><message vi=\"Nhiều phố\"/><fix vi=\"Kiểm tra\"/></rule></definition>";
}

// A province with a commune, whose form is stated, and a ward, whose name says its form.
std::string units(const std::string& formOfTen = "xã") {
  return "code\tkind\tname\tparent\tform\n1\tprovince\ttỉnh Một\t\t\n10\tcommune\tMười\t1\t" + formOfTen +
         "\n11\tcommune\tphường Mười Một\t1\t\n";
}

// The store of a province with its communes, or of one of them.
class RuralStore {
 public:
  explicit RuralStore(const std::string& unitTable = units()) {
    fs::create_directories(folder_ / "plugins/rural");
    write(folder_ / "plugins/rural/ways.xml", formXml());
    import("units", unitTable);
    import("periods",
           "id\tname\tstart\tend\tclosing\tdeadline\tcomparison\tlast_year\tnext_name\n"
           "2025-H1\t6 tháng đầu năm 2025\t2025-01-01\t2025-06-30\t\t\t\t\t\n"
           "2025-Q3\tquý III năm 2025\t2025-07-01\t2025-09-30\t\t\t2025-H1\t\t\n");
    std::string assigned = "definition\tsubject\treporter\tperiod\tdeadline\n";
    for (const std::string period : {"2025-H1", "2025-Q3"}) {
      for (const std::string unit : {"10", "11"})
        assigned += "rural.ways\t" + unit + "\t" + unit + "\t" + period + "\t\n";
    }
    write(folder_ / "assigned.tsv", assigned);
    done({"assign", at("assigned.tsv")});
  }

  void import(const std::string& what, const std::string& table) const {
    write(folder_ / "table.tsv", table);
    done({what, "import", at("table.tsv")});
  }
  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", at("suite.sqlite"), "--plugins", at("plugins")});
    return cchc::test::cchc(arguments);
  }
  std::string done(const std::vector<std::string>& arguments) const {
    const auto outcome = run(arguments);
    INFO(arguments.front() << ": " << outcome.out << outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
  }
  json read(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "--json");
    const auto outcome = run(arguments);
    INFO(outcome.err);
    return json::parse(outcome.out);
  }
  static std::vector<std::string> of(const std::string& command, const std::string& unit, const std::string& period,
                                     const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{command, "rural.ways", "-u", unit, "-p", period};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  Outcome fill(const std::string& unit, const std::string& values, const std::string& period = "2025-Q3") const {
    write(folder_ / "values.xml", valuesFile(values));
    return run(of("fill", unit, period, {at("values.xml")}));
  }
  // "code place", in the order of the findings.
  std::vector<std::string> findings(const std::string& unit, const std::string& period = "2025-Q3") const {
    std::vector<std::string> all;
    for (const auto& finding : read(of("check", unit, period)))
      all.push_back(finding["code"].get<std::string>() + " " + finding["place"].get<std::string>());
    return all;
  }
  json shown(const std::string& unit, const std::string& period = "2025-Q3") const {
    return read(of("show", unit, period));
  }
  std::string submit(const std::string& unit, const std::string& period = "2025-Q3") const {
    const auto file = at(unit + "-" + period + ".cchc");
    done(of("submit", unit, period, {"-o", file}));
    return file;
  }
  pugi::xml_document report(const std::string& period = "2025-Q3") const {
    done({"consolidate", "--incomplete", "-u", "1", "-p", period, "-o", at("report.xml")});
    pugi::xml_document report;
    REQUIRE(report.load_file(at("report.xml").c_str()));
    return report;
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  void install(const std::string& xml) const { write(folder_ / "plugins/rural/ways.xml", xml); }

 private:
  TemporaryFolder folder_;
};

const std::string communeValues =
    "<field id=\"people\">900</field><field id=\"portal\">3</field>"
    "<field id=\"hamlets\">7</field><table id=\"roads\" nothing=\"yes\"/>";
const std::string wardValues =
    "<field id=\"people\">1000</field><field id=\"portal\">4</field><field id=\"streets\">5</field>";

// "value (reported/expected)" of an indicator, "" if the report does not have it.
std::string indicator(const pugi::xml_document& report, const std::string& id) {
  const auto found = report.select_node(("//*[local-name()='indicator'][@id='" + id + "']").c_str()).node();
  if (!found) return {};
  return std::string(found.select_node(".//*[local-name()='integer']").node().text().get()) + " (" +
         found.attribute("reported").value() + "/" + found.attribute("expected").value() + ")";
}
// All parts of a workbook, one after the other.
std::string partsOf(const std::string& workbook) {
  int error = 0;
  auto* zip = zip_open(workbook.c_str(), ZIP_RDONLY, &error);
  REQUIRE(zip != nullptr);
  std::string all;
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    std::string part(stat.size, ' ');
    auto* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
    REQUIRE(zip_fread(file, part.data(), part.size()) == static_cast<zip_int64_t>(part.size()));
    zip_fclose(file);
    all += part;
  }
  zip_discard(zip);
  return all;
}
bool prints(const pugi::xml_document& report, const std::string& text) {
  std::ostringstream all;
  report.print(all);
  return all.str().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a commune and a ward are asked what the form has for them, and their province adds what each has") {
  const RuralStore office;
  for (const auto* unit : {"10", "11"}) REQUIRE(office.fill(unit, "<field id=\"people\">1</field>").status == 0);
  CHECK(office.findings("10") ==
        std::vector<std::string>{"core.required portal", "core.required hamlets", "core.required-table roads"});
  CHECK(office.findings("11") == std::vector<std::string>{"core.required portal", "core.required streets"});

  REQUIRE(office.fill("10", communeValues).status == 0);
  REQUIRE(office.fill("11", wardValues).status == 0);
  CHECK(office.findings("10").empty());
  CHECK(office.findings("11").empty());
  CHECK(office.shown("10")["fields"]["places"] == "7");
  CHECK(office.shown("11")["fields"]["places"] == "5");

  for (const auto* unit : {"10", "11"}) {
    office.submit(unit);
    office.done(RuralStore::of("accept", unit, "2025-Q3"));
  }
  const auto report = office.report();
  CHECK(indicator(report, "people") == "1900 (2/2)");
  CHECK(indicator(report, "hamlets") == "7 (1/1)");
  CHECK(indicator(report, "streets") == "5 (1/1)");
  CHECK(indicator(report, "places").starts_with("12 "));
  CHECK(prints(report, "Có 7 thôn."));
  CHECK(prints(report, "Có 5 phố."));
}

TEST_CASE("one unit that has not sent lowers what it alone is asked, and nothing else") {
  const RuralStore office;
  REQUIRE(office.fill("10", communeValues).status == 0);
  office.submit("10");
  office.done(RuralStore::of("accept", "10", "2025-Q3"));
  const auto report = office.report();
  CHECK(indicator(report, "people") == "900 (1/2)");
  CHECK(indicator(report, "hamlets") == "7 (1/1)");
  CHECK(indicator(report, "streets").empty());
}

TEST_CASE("a value where nothing is asked is refused by name, and nothing of its file is written") {
  const RuralStore office;
  const auto refused = office.fill("10", "<field id=\"people\">9</field><field id=\"streets\">5</field>");
  CHECK(refused.status == 1);
  CHECK(refused.err.find("values.not-in-force: streets: “Số phố”: nội dung này không áp dụng cho kỳ/loại hình đơn vị "
                         "này") != std::string::npos);
  CHECK(office.run(RuralStore::of("show", "10", "2025-Q3")).err.find("section.not-begun") != std::string::npos);

  const auto row =
      office.fill("11", "<table id=\"roads\"><row id=\"r\"><cell id=\"name\">Đường 1</cell></row></table>");
  CHECK(row.err.find("values.not-in-force: roads: “Đường thôn”") != std::string::npos);
  CHECK(office.fill("11", "<table id=\"roads\" nothing=\"yes\"/>").err.find("values.not-in-force") !=
        std::string::npos);
  CHECK(office.fill("11", "<paragraph id=\"hamlets\">Không.</paragraph>").err.find("values.not-in-force") !=
        std::string::npos);

  // Before the day, what begins on it is not asked; after it, a choice that has ended is not offered.
  const std::string portal = "<field id=\"portal\">3</field>", old = "<field id=\"kind\">old</field>";
  CHECK(office.fill("11", portal, "2025-H1").err.find("values.not-in-force: portal") != std::string::npos);
  CHECK(office.fill("11", old, "2025-H1").status == 0);
  CHECK(office.fill("11", portal).status == 0);
  CHECK(office.fill("11", old).err.find("values.choice-not-in-force: kind: “Loại”: lựa chọn “Cũ” không áp dụng") !=
        std::string::npos);

  // A sheet is read like a file of values.
  write(office.at("sheet.csv"), "field;value\npeople;12\nstreets;3\n");
  CHECK(office.run(RuralStore::of("fill", "10", "2025-Q3", {office.at("sheet.csv")})).err.find("values.not-in-force") !=
        std::string::npos);
}

TEST_CASE("a workbook has what is in force for its unit, and is read back") {
  const RuralStore office;
  REQUIRE(office.fill("10", communeValues).status == 0);
  const auto names = [&](const std::string& unit) {
    const auto file = office.at(unit + ".xlsx");
    office.done(RuralStore::of("workbook", unit, "2025-Q3", {"-o", file}));
    const auto text = partsOf(file);
    std::string all;
    for (const std::string word : {"Số dân", "Số thôn", "Đường thôn", "Số phố", "Mới", "Cũ"})
      all += text.find(word) != std::string::npos ? word + ";" : "";
    return all;
  };
  CHECK(names("10") == "Số dân;Số thôn;Đường thôn;Mới;");
  CHECK(names("11") == "Số dân;Số phố;Mới;");
  const auto again = office.run(RuralStore::of("fill", "10", "2025-Q3", {office.at("10.xlsx")}));
  INFO(again.err);
  CHECK(again.status == 0);
  CHECK(office.shown("10")["fields"]["hamlets"] == "7");
}

TEST_CASE("what was entered before the unit's form changed is kept, shown and sent, and not counted") {
  const RuralStore office;
  REQUIRE(office.fill("10", communeValues).status == 0);
  const auto journal = office.read({"journal", "show"});
  office.import("units",
                "code\tkind\tname\tparent\tform\tfrom\tbefore\n10\tcommune\tMười\t1\tphường\t2025-07-01\t10\n");

  CHECK(office.shown("10")["kept"] == json::parse(R"([{"place":"hamlets","value":"7"},)"
                                                  R"({"place":"roads","value":"nothing"}])"));
  CHECK_FALSE(office.shown("10")["fields"].contains("hamlets"));
  CHECK_FALSE(office.shown("10")["fields"].contains("places"));
  CHECK(office.findings("10") ==
        std::vector<std::string>{"core.required streets", "core.not-in-force hamlets", "core.not-in-force roads"});
  CHECK(office.read({"journal", "show"}) == journal);  // viewing writes nothing

  REQUIRE(office.fill("10", "<field id=\"streets\">2</field>").status == 0);
  std::map<std::string, std::string> byProgram;
  for (const auto& entry : office.read({"journal", "show"})) {
    if (entry["who"].get<std::string>().starts_with("CCHC Suite ")) byProgram[entry["place"]] = entry["new"];
  }
  CHECK(byProgram == std::map<std::string, std::string>{
                         {"hamlets", ""}, {"roads", ""}, {"kept:hamlets", "7"}, {"kept:roads", "nothing"}});
  office.done({"journal", "verify"});

  office.submit("10");
  office.done(RuralStore::of("accept", "10", "2025-Q3"));
  const auto report = office.report();
  CHECK(indicator(report, "hamlets").empty());
  CHECK(indicator(report, "streets") == "2 (1/2)");
  CHECK_FALSE(prints(report, "thôn."));
  CHECK(prints(report, "core.not-in-force"));
}

TEST_CASE("a package with a value that does not apply is taken, and the value is told and not counted") {
  // The sender's list of units is an old one.
  const RuralStore sender;
  REQUIRE(sender.fill("10", communeValues + "<paragraph id=\"hamlets\">Thôn nào cũng có đường.</paragraph>").status ==
          0);
  const auto package = sender.submit("10");

  const RuralStore office(units("phường"));
  office.done({"receive", package});
  CHECK(office.findings("10") == std::vector<std::string>{"core.required streets", "core.not-in-force hamlets",
                                                          "core.not-in-force roads", "core.not-in-force ¶hamlets"});
  for (const auto& finding : office.read(RuralStore::of("check", "10", "2025-Q3"))) {
    if (finding["code"] != "core.not-in-force") continue;
    CHECK(finding["severity"] == "warning");
    CHECK_FALSE(finding["fix"].get<std::string>().empty());
  }
  office.done(RuralStore::of("accept", "10", "2025-Q3"));
  const auto report = office.report();
  CHECK(indicator(report, "people") == "900 (1/2)");
  CHECK(indicator(report, "hamlets").empty());
  CHECK(indicator(report, "places").empty());
  CHECK_FALSE(report.select_node("//*[local-name()='paragraph'][contains(., 'Thôn nào cũng có đường.')]"));
}

TEST_CASE("a form that reads what is never in force with it is left out, by name and line") {
  const RuralStore office;
  office.install(formXml(field("id=\"rate\" type=\"rate\" unit-forms=\"xã\"", "Tỷ lệ",
                               "<numerator>hamlets</numerator><denominator>streets</denominator>")));
  const auto told = office.run({"plugins"});
  CHECK((told.out + told.err).find("definition.never-together") != std::string::npos);
  CHECK((told.out + told.err).find("ways.xml:7") != std::string::npos);
}
