// The communes of Bình Giang before and after 1 July 2025, and what they report in the form of a commune.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/scenarios/support/demo_folder.h"

namespace cchc::test {

// The figures on dossiers in one section of office.commune.
struct Dossiers {
  int carried = 0, online = 0, direct = 0, resolved = 0, pending = 0;
  std::string values() const {
    const auto field = [](const std::string& id, int figure) {
      return "<field id=\"" + id + "\">" + std::to_string(figure) + "</field>";
    };
    // The first three are required of every commune.
    return valuesFile(
        "<field id=\"procedures_total\">139</field><field id=\"website\">yes</field>"
        "<field id=\"one_stop_electronic\">yes</field>" +
        field("received.carried", carried) + field("received.online", online) + field("received.direct", direct) +
        field("received.total", carried + online + direct) + field("resolved.total", resolved) +
        field("pending.total", pending));
  }
};

class Communes {
 public:
  Communes() {
    units(
        "31\tprovince\tthành phố Hải Phòng\t\t2025-07-01\t\tthành phố\t\n"
        "10945\tcommune\txã Kẻ Sặt\t31\t2025-07-01\t\txã\t10945 10951 10954 10960*\n"
        "10966\tcommune\txã Bình Giang\t31\t2025-07-01\t\txã\t10966 10963 10978 10984 10960*\n"
        "10972\tcommune\txã Đường An\t31\t2025-07-01\t\txã\t10969 10972 10990 10993\n");
  }

  // Lines of a list of units: code kind name parent from to form before.
  Communes& units(const std::string& lines) {
    write(office / "units.tsv", "code\tkind\tname\tparent\tfrom\tto\tform\tbefore\n" + lines);
    office.done({"units", "import", (office / "units.tsv").string()});
    return *this;
  }
  // Lines of a list of periods: id name start end comparison last_year span.
  Communes& periods(const std::string& lines) {
    write(office / "periods.tsv", "id\tname\tstart\tend\tcomparison\tlast_year\tspan\n" + lines);
    office.done({"periods", "import", (office / "periods.tsv").string()});
    return *this;
  }
  Communes& fill(const std::string& unit, const std::string& period, const std::string& values,
                 const std::string& section = "office.commune") {
    write(office / "assign.tsv",
          "definition\tsubject\treporter\tperiod\n" + section + "\t" + unit + "\t" + unit + "\t" + period + "\n");
    office.done({"assign", (office / "assign.tsv").string()});
    write(office / "values.xml", values);
    office.done({"fill", section, "-u", unit, "-p", period, (office / "values.xml").string()});
    return *this;
  }
  Communes& reported(const std::string& unit, const std::string& period, const Dossiers& dossiers) {
    return fill(unit, period, dossiers.values());
  }

  // What `show --compared` says of a figure compared with the same period last year.
  nlohmann::json compared(const std::string& unit, const std::string& period, const std::string& field,
                          const std::string& section = "office.commune") const {
    for (const auto& one : office.json({"show", section, "-u", unit, "-p", period, "--compared"})) {
      if (one["kind"] != "same-period-last-year") continue;
      for (const auto& each : one["fields"]) {
        if (each["id"] == field) return each;
      }
    }
    return {};
  }
  std::string figure(const std::string& unit, const std::string& period, const std::string& field) const {
    const auto shown = compared(unit, period, field);
    if (shown.contains("reason")) return shown["reason"]["code"];
    return shown.is_null() ? "" : std::string(shown["value"]);
  }
  // The findings of a section with this code.
  std::vector<nlohmann::json> findings(const std::string& unit, const std::string& period,
                                       const std::string& code) const {
    const auto outcome = office.run({"--json", "check", "office.commune", "-u", unit, "-p", period});
    INFO(outcome.err);
    std::vector<nlohmann::json> found;
    for (const auto& finding : nlohmann::json::parse(outcome.out)) {
      if (finding["code"] == code) found.push_back(finding);
    }
    return found;
  }

  Office office = Office::before();
};

}  // namespace cchc::test
