// Two versions of a form in one store: each period works with the version that is in force on its last day.
#include <catch2/catch.hpp>

#include "tests/scenarios/versions/labour.h"

using namespace cchc::test;
using nlohmann::json;

namespace {

// Both installations have both versions, each in a file of its own.
class Both : public Labour {
 public:
  Both() {
    install("both", "jobs-1.xml", firstForm());
    install("both", "jobs-2.xml", secondForm());
    for (const auto* store : {"commune.sqlite", "office.sqlite"}) prepare("both", store);
  }
  std::string consolidate(const std::string& unit, const std::string& period) const {
    done("both", "office.sqlite", {"consolidate", "--incomplete", "-u", unit, "-p", period, "-o", at("report.xml")});
    return contentOf(at("report.xml"));
  }
};

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

}  // namespace

TEST_CASE("the old period reads, edits, checks, reports and compares with the old form, the new one with the new") {
  const Both round;
  for (const auto* unit : {"X1", "X2"}) {
    round.fill("both", "commune.sqlite", unit, "Y2024", figure("people", "100") + figure("remark", "tốt"));
    round.fill("both", "commune.sqlite", unit, "S2025", figure("workers", "60") + figure("young", "7"));
  }
  CHECK(round.read("both", "commune.sqlite", jobs("show", "X1", "Y2024"))["version"] == 1);
  const auto now = round.read("both", "commune.sqlite", jobs("show", "X1", "S2025"));
  CHECK(now["version"] == 2);
  CHECK(now["fields"] == json{{"workers", "60"}, {"young", "7"}});
  // A figure of one version is unknown to the other.
  write(round.at("wrong.xml"), valuesFile(figure("workers", "1")));
  CHECK(has(round.run("both", "commune.sqlite", jobs("fill", "X1", "Y2024", {round.at("wrong.xml")})).err,
            "values.unknown-field"));

  for (const auto* period : {"Y2024", "S2025"}) {
    for (const auto* unit : {"X1", "X2"}) {
      const auto package = round.submit("both", "commune.sqlite", unit, period);
      CHECK(has(contentOf(package), std::string("version=\"") + (std::string(period) == "Y2024" ? "1" : "2") + "\">"));
      round.done("both", "office.sqlite", {"receive", package});
    }
    round.done("both", "office.sqlite", {"accept", "--all", "-u", "T", "-p", period});
    CHECK(round.run("both", "office.sqlite", {"check", "-u", "T", "-p", period}).status == 0);
  }
  const auto old = round.consolidate("T", "Y2024");
  CHECK(has(old, "id=\"people\""));
  CHECK(has(old, ">200<"));
  CHECK_FALSE(has(old, "workers"));
  const auto later = round.consolidate("T", "S2025");
  CHECK(has(later, "id=\"workers\""));
  CHECK(has(later, ">120<"));
  CHECK(has(later, ">14<"));
  CHECK_FALSE(has(later, "id=\"people\""));
  // The commune's own figure is compared with the one that had another name.
  const auto own = round.consolidate("X1", "S2025");
  CHECK(has(own, "previous-period"));
  CHECK(has(own, "100"));
  for (const auto* store : {"commune.sqlite", "office.sqlite"}) round.done("both", store, {"journal", "verify"});
}

TEST_CASE("all versions are listed with the days from which they are in force, and one can be asked for by period") {
  const Both round;
  const auto all = round.read("both", "office.sqlite", {"definitions"});
  std::map<int, std::string> versions;
  for (const auto& one : all) {
    if (one["id"] == "labour.jobs") versions[one["version"]] = one["from"];
  }
  CHECK(versions == std::map<int, std::string>{{1, ""}, {2, "2025-07-01"}});
  CHECK(has(round.done("both", "office.sqlite", {"definitions"}), "labour.jobs v2  II.6  Việc làm  từ 01/7/2025"));
  const auto shown = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"definitions", "labour.jobs"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return round.read("both", "office.sqlite", arguments)["version"];
  };
  CHECK(shown({}) == 2);
  CHECK(shown({"--period", "Y2024"}) == 1);
  CHECK(shown({"--period", "S2025"}) == 2);
  // The department is listed with the form once.
  std::size_t count = 0;
  for (const auto& plugin : round.read("both", "office.sqlite", {"plugins"})) {
    for (const auto& id : plugin["definitions"]) count += id == "labour.jobs" ? 1 : 0;
  }
  CHECK(count == 1);
}

TEST_CASE("a higher version that begins before a lower one is refused by name, and the other works") {
  const Labour round;
  round.install("wrong", "jobs-1.xml", firstForm("from=\"2025-07-01\""));
  round.install("wrong", "jobs-2.xml", secondForm("from=\"2025-01-01\""));
  round.prepare("wrong", "office.sqlite");
  const auto listed = round.run("wrong", "office.sqlite", {"plugins"});
  const auto said = listed.out + listed.err;
  INFO(said);
  CHECK(listed.status == 1);
  CHECK(has(said, "definition.version-order"));
  CHECK(has(said, "jobs-2.xml"));
  CHECK(has(said, "labour.jobs"));
  round.fill("wrong", "office.sqlite", "X1", "S2025", figure("people", "1"));
}

TEST_CASE("a draft of the old version is moved along when the new one is in force for its period") {
  const Labour round;
  round.install("here", "jobs.xml", firstForm());
  round.prepare("here", "commune.sqlite");
  round.fill("here", "commune.sqlite", "X1", "S2025", figure("people", "41") + figure("remark", "tốt"));
  round.fill("here", "commune.sqlite", "X1", "Y2024", figure("people", "40"));
  round.install("here", "jobs-2.xml", secondForm());
  const auto before = round.read("here", "commune.sqlite", {"journal", "show"});
  auto shown = round.read("here", "commune.sqlite", jobs("show", "X1", "S2025"));
  CHECK(shown["fields"] == json{{"workers", "41"}});
  CHECK(keptIn(shown) == std::map<std::string, std::string>{{"remark", "tốt"}});
  CHECK(round.read("here", "commune.sqlite", {"journal", "show"}) == before);  // viewing writes nothing
  round.fill("here", "commune.sqlite", "X1", "S2025", figure("young", "3"));
  shown = round.read("here", "commune.sqlite", jobs("show", "X1", "S2025"));
  CHECK(shown["fields"] == json{{"workers", "41"}, {"young", "3"}});
  CHECK(keptIn(shown) == std::map<std::string, std::string>{{"remark", "tốt"}});
  CHECK(round.read("here", "commune.sqlite", jobs("show", "X1", "Y2024"))["version"] == 1);
  round.done("here", "commune.sqlite", {"journal", "verify"});

  // A program that has the old version alone cannot change what was moved, and does not drop it.
  round.install("old", "jobs.xml", firstForm());
  shown = round.read("old", "commune.sqlite", jobs("show", "X1", "S2025"));
  CHECK(shown["version"] == 2);
  CHECK(shown["fields"] == json{{"workers", "41"}, {"young", "3"}});
  write(round.at("more.xml"), valuesFile(figure("workers", "1")));
  for (const auto& command : {jobs("fill", "X1", "S2025", {round.at("more.xml")}),
                              jobs("submit", "X1", "S2025", {"-o", round.at("x.cchc")})}) {
    const auto refused = round.run("old", "commune.sqlite", command);
    CHECK(refused.status == 1);
    CHECK(has(refused.err, "section.newer-definition"));
  }
}
