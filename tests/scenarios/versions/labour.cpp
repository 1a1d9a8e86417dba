#include "tests/scenarios/versions/labour.h"

#include <catch2/catch.hpp>

namespace cchc::test {

namespace fs = std::filesystem;

namespace {

std::string form(int version, const std::string& attributes, const std::string& fields) {
  return "<definition xmlns=\"urn:cchc:definition:1\" minor=\"1\" id=\"labour.jobs\" version=\"" +
         std::to_string(version) + "\" place=\"II.6\" order=\"90\" owner=\"labour\" " + attributes +
         "><title vi=\"Việc làm\" en=\"Jobs\"/>\n<group id=\"jobs\"><title vi=\"Việc làm\" en=\"Jobs\"/>\n" + fields +
         "</group></definition>";
}
std::string field(const std::string& attributes, const std::string& label) {
  return "<field " + attributes + "><label vi=\"" + label + "\" en=\"" + label + "\"/></field>\n";
}

}  // namespace

std::string firstForm(const std::string& attributes) {
  return form(1, attributes,
              field("id=\"people\" type=\"integer\" code=\"LJ01\" basis=\"cumulative\" aggregate=\"sum\" annex=\"yes\"",
                    "Số người") +
                  field("id=\"remark\" type=\"text\"", "Nhận xét"));
}
std::string secondForm(const std::string& attributes) {
  return form(
      2, attributes,
      field("id=\"workers\" type=\"integer\" code=\"LJ01\" basis=\"cumulative\" aggregate=\"sum\" annex=\"yes\" "
            "renamed-from=\"people\" compare=\"previous-period\"",
            "Số lao động") +
          field("id=\"young\" type=\"integer\" code=\"LJ02\" aggregate=\"sum\"", "Lao động trẻ"));
}

void Labour::install(const std::string& installation, const std::string& file, const std::string& xml) const {
  const auto folder = folder_ / installation / "labour";
  fs::create_directories(folder);
  if (xml.empty())
    fs::remove(folder / file);
  else
    write(folder / file, xml);
}

void Labour::prepare(const std::string& installation, const std::string& store) const {
  write(folder_ / "units.tsv",
        "code\tkind\tform\tname\tparent\nT\tprovince\ttỉnh\ttỉnh Thử\t\nX1\tcommune\txã\txã Một\tT\n"
        "X2\tcommune\tphường\tphường Hai\tT\n");
  write(folder_ / "periods.tsv",
        "id\tname\tstart\tend\tcomparison\nY2024\tnăm 2024\t2024-01-01\t2024-12-31\t\n"
        "S2025\t6 tháng cuối năm 2025\t2025-07-01\t2025-12-31\tY2024\n");
  std::string assignments = "definition\tsubject\treporter\tperiod\n";
  for (const auto* period : {"Y2024", "S2025"}) {
    for (const auto* unit : {"X1", "X2"})
      assignments += "labour.jobs\t" + std::string(unit) + "\t" + unit + "\t" + period + "\n";
  }
  write(folder_ / "assignments.tsv", assignments);
  done(installation, store, {"units", "import", at("units.tsv")});
  done(installation, store, {"periods", "import", at("periods.tsv")});
  done(installation, store, {"assign", at("assignments.tsv")});
}

Outcome Labour::run(const std::string& installation, const std::string& store,
                    std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--store", at(store), "--plugins", at(installation)});
  return cchc::test::cchc(arguments);
}

std::string Labour::done(const std::string& installation, const std::string& store,
                         const std::vector<std::string>& arguments) const {
  const auto outcome = run(installation, store, arguments);
  INFO(arguments.front() << ": " << outcome.out << outcome.err);
  REQUIRE(outcome.status == 0);
  return outcome.out;
}

nlohmann::json Labour::read(const std::string& installation, const std::string& store,
                            std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), "--json");
  const auto outcome = run(installation, store, arguments);
  INFO(outcome.out << outcome.err);
  REQUIRE_FALSE(outcome.out.empty());
  return nlohmann::json::parse(outcome.out);
}

void Labour::fill(const std::string& installation, const std::string& store, const std::string& unit,
                  const std::string& period, const std::string& values) const {
  write(folder_ / "values.xml", valuesFile(values));
  done(installation, store, jobs("fill", unit, period, {at("values.xml")}));
}

std::string Labour::submit(const std::string& installation, const std::string& store, const std::string& unit,
                           const std::string& period) const {
  const auto file = at(unit + "-" + period + ".cchc");
  done(installation, store, jobs("submit", unit, period, {"-o", file}));
  return file;
}

std::vector<std::string> jobs(const std::string& command, const std::string& unit, const std::string& period,
                              const std::vector<std::string>& more) {
  std::vector<std::string> arguments{command, "labour.jobs", "-u", unit, "-p", period};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

std::map<std::string, std::string> keptIn(const nlohmann::json& shown) {
  std::map<std::string, std::string> kept;
  for (const auto& one : shown["kept"]) kept[one["place"]] = one["value"];
  return kept;
}

std::string figure(const std::string& field, const std::string& value) {
  return "<field id=\"" + field + "\">" + value + "</field>";
}

}  // namespace cchc::test
