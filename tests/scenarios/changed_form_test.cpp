// A form changes while sections of its earlier version are drafts or submitted: what no longer fits is kept and shown,
// and nobody is locked out.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <set>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;
using nlohmann::json;

namespace {

const std::vector<std::string> section = {"labour.jobs", "-u", "296", "-p", "2023-8T"};

std::string form(int version, const std::string& fields) {
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"labour.jobs\" version=\"" + std::to_string(version) +
         "\" place=\"II.6\" order=\"90\" owner=\"labour\"><title vi=\"Việc làm\" en=\"Jobs\"/>\n<group "
         "id=\"jobs\"><title "
         "vi=\"Việc làm\" en=\"Jobs\"/>\n" +
         fields + "</group></definition>";
}
std::string field(const std::string& attributes, const std::string& label, const std::string& inner = "") {
  return "<field " + attributes + "><label vi=\"" + label + "\" en=\"" + label + "\"/>" + inner + "</field>\n";
}
const std::string choices = "<choice value=\"new\" vi=\"Mới\" en=\"New\"/>";

std::string first() {
  return form(
      1, field("id=\"people\" type=\"text\"", "Số người") +
             field("id=\"rate\" type=\"percent\" decimals=\"2\"", "Tỷ lệ") +
             field("id=\"kind\" type=\"choice\"", "Loại", choices + "<choice value=\"old\" vi=\"Cũ\" en=\"Old\"/>"));
}
// Another type, fewer decimals, a choice less.
std::string second() {
  return form(2, field("id=\"people\" type=\"integer\"", "Số người") +
                     field("id=\"rate\" type=\"percent\" decimals=\"1\"", "Tỷ lệ") +
                     field("id=\"kind\" type=\"choice\"", "Loại", choices));
}

// A department of data alone, whose form can be replaced, and an office that has the form.
class Round {
 public:
  Round() {
    install(first());
    for (const auto* store : {"department.sqlite", "office.sqlite"}) {
      for (const auto& [command, table] : std::vector<std::pair<std::string, std::string>>{
               {"units", "units.tsv"}, {"periods", "periods.tsv"}, {"assign", "assignments.tsv"}}) {
        auto arguments =
            command == "assign" ? std::vector<std::string>{command} : std::vector<std::string>{command, "import"};
        arguments.push_back((sampleFolder() / table).string());
        done(store, arguments);
      }
      const auto assigned = folder_ / "assigned.tsv";
      write(assigned,
            "definition\tsubject\treporter\tperiod\tdeadline\nlabour.jobs\t296\t296.VP\t2023-8T\t2023-08-30\n");
      done(store, {"assign", assigned.string()});
    }
  }

  void install(const std::string& xml) {
    fs::create_directories(folder_ / "plugins/labour");
    write(folder_ / "plugins/labour/jobs.xml", xml);
  }
  Outcome run(const std::string& store, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"--store", (folder_ / store).string(), "--plugins", (folder_ / "plugins").string()});
    return cchc::test::cchc(arguments);
  }
  std::string done(const std::string& store, const std::vector<std::string>& arguments) const {
    const auto outcome = run(store, arguments);
    INFO(arguments.front() << ": " << outcome.out << outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
  }
  json read(const std::string& store, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "--json");
    const auto outcome = run(store, arguments);
    INFO(outcome.err);
    return json::parse(outcome.out);
  }
  static std::vector<std::string> of(const std::string& command, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{command};
    arguments.insert(arguments.end(), section.begin(), section.end());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  Outcome fill(const std::string& values) const {
    write(folder_ / "values.xml", valuesFile(values));
    return run("department.sqlite", of("fill", {(folder_ / "values.xml").string()}));
  }
  json shown(const std::string& store = "department.sqlite") const { return read(store, of("show")); }
  json journal() const { return read("department.sqlite", {"journal", "show"}); }
  std::map<std::string, std::string> keptFindings(const std::string& store = "department.sqlite") const {
    std::map<std::string, std::string> found;
    for (const auto& finding : read(store, {"check", "labour.jobs", "-u", "296", "-p", "2023-8T"}))
      if (finding["code"] == "core.value-kept") found[finding["place"]] = finding["what"];
    return found;
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }

 private:
  TemporaryFolder folder_;
};

const std::string firstValues =
    "<field id=\"people\">khoảng ba mươi</field><field id=\"rate\">97.22</field><field id=\"kind\">old</field>";

std::map<std::string, std::string> keptOf(const json& shown) {
  std::map<std::string, std::string> kept;
  for (const auto& one : shown["kept"]) kept[one["place"]] = one["value"];
  return kept;
}
const std::map<std::string, std::string> allKept = {{"kind", "old"}, {"people", "khoảng ba mươi"}, {"rate", "97.22"}};

}  // namespace

TEST_CASE("a field whose type has changed can be filled in again, and its old value is kept and shown") {
  Round round;
  REQUIRE(round.fill(firstValues).status == 0);
  const auto before = round.journal();

  round.install(second());
  CHECK(keptOf(round.shown()) == allKept);
  CHECK(round.shown()["fields"].is_null());
  const auto findings = round.keptFindings();
  REQUIRE(findings.size() == 3);
  CHECK(findings.at("rate").find("97,22") != std::string::npos);
  CHECK(round.journal() == before);  // viewing writes nothing

  const auto filled = round.fill("<field id=\"people\">30</field>");
  INFO(filled.err);
  REQUIRE(filled.status == 0);
  CHECK(round.shown()["fields"] == json{{"people", "30"}});
  CHECK(keptOf(round.shown()) == allKept);
  CHECK(round.keptFindings().size() == 3);
  round.done("department.sqlite", {"journal", "verify"});

  // The program's own changes are in the journal, before the person's, and in the same moment.
  const auto after = round.journal();
  std::map<std::string, std::string> byProgram;
  for (std::size_t i = before.size(); i < after.size(); ++i) {
    const auto& entry = after[i];
    if (entry["who"].get<std::string>().rfind("CCHC Suite ", 0) == 0) byProgram[entry["place"]] = entry["new"];
  }
  CHECK(byProgram == std::map<std::string, std::string>{{"kind", ""},
                                                        {"people", ""},
                                                        {"rate", ""},
                                                        {"kept:kind", "old"},
                                                        {"kept:people", "khoảng ba mươi"},
                                                        {"kept:rate", "97.22"}});
  const auto& person = after[after.size() - 2];
  CHECK(person["place"] == "people");
  CHECK(person["new"] == "30");
  CHECK(after.back()["new"] == "values.xml");  // the file that it came from
  REQUIRE(round.fill("<field id=\"people\">31</field>").status == 0);
  CHECK(round.journal().size() == after.size() + 2);  // the values are moved once
}

TEST_CASE("a draft from before a form's new version is submitted in a package that the office takes") {
  Round round;
  REQUIRE(round.fill(firstValues).status == 0);
  round.install(second());
  round.done("department.sqlite", Round::of("submit", {"-o", round.at("sent.cchc")}));
  round.done("department.sqlite", {"journal", "verify"});
  CHECK(keptOf(round.shown()) == allKept);
  round.done("office.sqlite", {"receive", round.at("sent.cchc")});
  CHECK(keptOf(round.shown("office.sqlite")) == allKept);
  CHECK(round.keptFindings("office.sqlite").size() == 3);
  round.done("office.sqlite", Round::of("accept"));
  round.done("office.sqlite", {"journal", "verify"});
}

TEST_CASE("whatever a new version takes away is kept, and its package can be taken") {
  const auto column = [](const std::string& attributes) {
    return "<column " + attributes + "><label vi=\"Cột\" en=\"Column\"/></column>";
  };
  const auto table = [](const std::string& attributes, const std::string& inner) {
    return "<table " + attributes + "><title vi=\"Bảng\" en=\"Table\"/>" + inner + "</table>\n";
  };
  Round round;
  round.install(form(
      1, field("id=\"stays\" type=\"integer\"", "Còn") + field("id=\"gone\" type=\"integer\"", "Bỏ") +
             field("id=\"long\" type=\"text\"", "Chữ") +
             field("id=\"about\" type=\"integer\" qualifier=\"any\"", "Ước") +
             field("id=\"formula\" type=\"integer\"", "Tính") + field("id=\"day\" type=\"date\"", "Ngày") +
             field("id=\"some\" type=\"choices\"", "Nhiều", choices + "<choice value=\"old\" vi=\"Cũ\" en=\"Old\"/>") +
             table("id=\"rows\"", column("id=\"a\" type=\"integer\"") + column("id=\"b\" type=\"text\"")) +
             table("id=\"few\"", column("id=\"a\" type=\"integer\"")) +
             table("id=\"none\" nothing=\"yes\"", column("id=\"a\" type=\"integer\""))));
  const auto row = [](const std::string& id, const std::string& cells) {
    return "<row id=\"" + id + "\">" + cells + "</row>";
  };
  const std::string seven = "<cell id=\"a\">7</cell>";
  const auto filled = round.fill(
      "<field id=\"stays\">1</field><field id=\"gone\">2</field><field id=\"long\">rất dài</field>"
      "<field id=\"about\" qualifier=\"over\">3</field><field id=\"formula\">4</field><field "
      "id=\"day\">2023-08-01</field><field id=\"some\">new old</field><table id=\"rows\">" +
      row("r", seven + "<cell id=\"b\">chữ</cell>") + "</table><table id=\"few\">" + row("r1", seven) +
      row("r2", seven) + "</table><table id=\"none\" nothing=\"yes\"/>");
  INFO(filled.err);
  REQUIRE(filled.status == 0);

  round.install(form(
      2, field("id=\"stays\" type=\"integer\"", "Còn") + field("id=\"long\" type=\"text\" max-length=\"3\"", "Chữ") +
             field("id=\"about\" type=\"integer\"", "Ước") +
             field("id=\"formula\" type=\"integer\"", "Tính", "<formula>stays + 1</formula>") +
             field("id=\"day\" type=\"document\"", "Ngày") + field("id=\"some\" type=\"choices\"", "Nhiều", choices) +
             table("id=\"rows\"", column("id=\"b\" type=\"integer\"")) +
             table("id=\"few\" max-rows=\"1\"", column("id=\"a\" type=\"integer\"")) +
             table("id=\"none\"", column("id=\"a\" type=\"integer\""))));
  round.done("department.sqlite", Round::of("submit", {"-o", round.at("sent.cchc")}));
  round.done("department.sqlite", {"journal", "verify"});
  const std::map<std::string, std::string> expected = {
      {"gone", "2"},       {"long", "rất dài"}, {"about", "{over}3"}, {"formula", "4"},   {"day", "2023-08-01"},
      {"some", "new old"}, {"rows[r].a", "7"},  {"rows[r].b", "chữ"}, {"few[r2].a", "7"}, {"none", "nothing"}};
  round.done("office.sqlite", {"receive", round.at("sent.cchc")});
  for (const auto* store : {"department.sqlite", "office.sqlite"}) {
    CHECK(keptOf(round.shown(store)) == expected);
    CHECK(round.keptFindings(store).size() == expected.size());
    CHECK(round.shown(store)["fields"] == json{{"stays", "1"}, {"formula", "2"}});
  }
  // Each is named in the report.
  round.done("office.sqlite", Round::of("accept"));
  round.run("office.sqlite",
            {"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", round.at("report.xml")});
  const auto report = contentOf(round.at("report.xml"));
  pugi::xml_document parsed;
  REQUIRE(parsed.load_string(report.c_str()));
  std::set<std::string> named;
  for (const auto& finding : parsed.select_nodes("//finding[@code='core.value-kept']"))
    named.insert(finding.node().attribute("place").value());
  CHECK(named.size() == expected.size());
  for (const auto& [place, value] : expected) CHECK(named.contains(place));
}

TEST_CASE("a section whose package nobody could read is not submitted, and says why") {
  Round round;
  REQUIRE(round.fill("<field id=\"people\">ba mươi</field><comment code=\"core.x\" place=\"people\">vì sao</comment>")
              .status == 0);
  const auto setPlace = [&](const std::string& to, const std::string& from) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(round.at("department.sqlite").c_str(), &database) == SQLITE_OK);
    const auto statement = "UPDATE draft_value SET place = '" + to + "' WHERE place = '" + from + "'";
    CHECK(sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(sqlite3_changes(database) == 1);
    sqlite3_close(database);
  };
  setPlace("#core x@people", "#core.x@people");  // a code that no reader of packages accepts
  const auto refused = round.run("department.sqlite", Round::of("submit", {"-o", round.at("sent.cchc")}));
  CHECK(refused.status == 1);
  CHECK(refused.err.find("submit.unreadable") != std::string::npos);
  CHECK(refused.err.find("“core x”") != std::string::npos);
  CHECK_FALSE(fs::exists(round.at("sent.cchc")));
  CHECK(round.shown()["state"] == "draft");

  setPlace("#core.x@people", "#core x@people");
  round.done("department.sqlite", Round::of("submit", {"-o", round.at("sent.cchc")}));
  round.done("office.sqlite", {"receive", round.at("sent.cchc")});
}

TEST_CASE("a submitted section is left as it is, and shown with its kept values") {
  Round round;
  REQUIRE(round.fill(firstValues).status == 0);
  round.done("department.sqlite", Round::of("submit", {"-o", round.at("sent.cchc")}));
  const auto before = round.journal();
  round.install(second());
  CHECK(keptOf(round.shown()) == allKept);
  CHECK(round.keptFindings().size() == 3);
  CHECK(round.fill("<field id=\"people\">30</field>").err.find("section.locked") != std::string::npos);
  CHECK(round.journal() == before);
  // The same without a new number, which nobody should do: the section can still be opened.
  auto renumbered = second();
  renumbered.replace(renumbered.find("version=\"2\""), 11, "version=\"1\"");
  round.install(renumbered);
  CHECK(keptOf(round.shown()) == allKept);
  CHECK(round.run("department.sqlite", {"check", "-u", "296", "-p", "2023-8T"}).err.empty());
  round.done("department.sqlite", {"journal", "verify"});

  // The office gives it back, and it can be corrected under the new form.
  round.install(first());
  round.done("office.sqlite", {"receive", round.at("sent.cchc")});
  round.done("office.sqlite", Round::of("return", {"--reason", "Biểu mẫu đã thay đổi", "-o", round.at("return.cchc")}));
  round.install(second());
  round.done("department.sqlite", {"receive", round.at("return.cchc")});
  REQUIRE(round.fill("<field id=\"rate\">97.2</field>").status == 0);
  CHECK(keptOf(round.shown()) == allKept);
  CHECK(round.shown()["fields"] == json{{"rate", "97.2"}});
  round.done("department.sqlite", Round::of("submit", {"-o", round.at("again.cchc")}));
  round.done("office.sqlite", {"receive", round.at("again.cchc")});
  round.done("department.sqlite", {"journal", "verify"});
  round.done("office.sqlite", {"journal", "verify"});
}

TEST_CASE("a field called state is refused by name and line, and a view or a column of this name is not") {
  Round round;
  round.install(
      form(1, field("id=\"people\" type=\"text\"", "Số người") + field("id=\"state\" type=\"text\"", "Trạng thái")));
  const auto refused = round.run("department.sqlite", {"plugins"});
  const auto all = refused.out + refused.err;
  INFO(all);
  CHECK(all.find("definition.reserved-id") != std::string::npos);
  CHECK(all.find("“state”") != std::string::npos);
  CHECK(all.find("jobs.xml:4") != std::string::npos);
  CHECK(round.run("department.sqlite", {"definitions"}).out.find("labour.jobs") == std::string::npos);

  round.install(form(1,
                     "<table id=\"list\"><title vi=\"Bảng\" en=\"Table\"/><column id=\"state\" type=\"text\"><label "
                     "vi=\"Trạng thái\" en=\"State\"/></column></table>\n" +
                         field("id=\"stage\" type=\"text\" renamed-from=\"state\"", "Giai đoạn")));
  CHECK(round.run("department.sqlite", {"definitions"}).out.find("labour.jobs") != std::string::npos);
}
