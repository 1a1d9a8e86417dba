// A section that is begun goes to another unit in no silence; nor do figures that the office entered become the unit's.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string assignments(const Office& office, const std::string& reporter) {
  const auto file = (office / "assign.tsv").string();
  write(file,
        "definition\tsubject\treporter\tperiod\njustice.institutional\t296\t296.TP\t2023-8T\nfinance.budget\t296\t" +
            reporter + "\t2023-8T\n");
  return file;
}

std::string reporterOf(const Office& office) {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == "finance.budget") return line["reporter"];
  }
  return {};
}

const Arguments asVp = {"--as", "296.VP"};
const std::string kept = "core.entered-for-kept", confirmed = "core.entered-for-confirmed";

void enterTarget(const Office& office, const std::string& figure) {
  write(office / "entered.xml", valuesFile("<field id=\"revenue.target\">" + figure + "</field>"));
  office.done(with(asVp, budget("enter-for", {(office / "entered.xml").string(), "--asked-by", "Nguyễn Thị Kế",
                                              "--asked-on", "27/8/2023"})));
}

void fillTarget(const Office& office, const std::string& figure) {
  write(office / "own.xml", valuesFile("<field id=\"revenue.target\">" + figure + "</field>"));
  office.done(with({"--as", "296.TCKH"}, budget("fill", {(office / "own.xml").string()})));
}

}  // namespace

TEST_CASE("a section that is begun goes to another unit only for a reason, which its journal and the report keep",
          "[desks]") {
  const auto office = Office::afterDemo();
  const auto file = assignments(office, "296.VP");
  for (const auto& reason : {Arguments{}, Arguments{"--reason", "\u00a0"}}) {
    const auto refused = office.run(with(asVp, with({"assign", file}, reason)));
    INFO(refused.out << refused.err);
    CHECK(refused.status == 1);
    CHECK(refused.err.find("assignment.begun: " + file + ":3: ") == 0);
    CHECK(has(refused.err, "Phòng Tài chính - Kế hoạch"));
    CHECK(has(refused.err, "enter-for"));
    CHECK(has(refused.err, "--reason"));
    CHECK(refused.err.find("assignment.begun", 5) == std::string::npos);  // the other line is as it was
  }
  CHECK(reporterOf(office) == "296.TCKH");
  CHECK_FALSE(has(office.consolidate(), "core.reassigned"));

  office.done(with(asVp, {"assign", file, "--reason", "Phòng sáp nhập vào Văn phòng"}));
  CHECK(reporterOf(office) == "296.VP");
  const auto entry = office.json({"journal", "show", "finance.budget"}).back();
  CHECK(entry["place"] == "submission:1");
  CHECK(entry["old"] == "296.TCKH");
  CHECK(entry["new"] == "reassigned to 296.VP: Phòng sáp nhập vào Văn phòng");
  for (const auto& shown : {office.done({"journal", "show", "finance.budget"}), office.done(budget("history"))}) {
    CHECK(has(shown, "giao lại từ Phòng Tài chính - Kế hoạch"));
    CHECK(has(shown, "“Phòng sáp nhập vào Văn phòng”"));
  }
  const auto report = office.consolidate();
  CHECK(has(report, "code=\"core.reassigned\""));
  CHECK(has(report, "Phòng sáp nhập vào Văn phòng"));
  office.done({"journal", "verify"});
  // Back again, after the office has changed the figures: both are said.
  office.done(with(asVp, {"assign", assignments(office, "296.TCKH"), "--reason", "Trả lại"}));
  const auto both = office.consolidate();
  CHECK(has(both.substr(both.find("core.reassigned") + 1), "core.reassigned"));
  office.done({"journal", "verify"});
}

TEST_CASE("a section that nobody has begun is assigned freely", "[desks]") {
  const auto office = Office::before();
  office.done(with(asVp, {"assign", assignments(office, "296.VP")}));
  CHECK(reporterOf(office) == "296.VP");
  office.done(with(asVp, {"assign", assignments(office, "296.TCKH")}));
  CHECK(reporterOf(office) == "296.TCKH");
  // A draft begins it.
  fillTarget(office, "1");
  CHECK(office.run(with(asVp, {"assign", assignments(office, "296.VP")})).err.find("assignment.begun") == 0);
  CHECK(reporterOf(office) == "296.TCKH");
}

TEST_CASE("what the office entered is named as long as the unit's draft has it, and when the unit sends it itself",
          "[desks]") {
  for (const auto& [command, reason] :
       {std::pair<std::string, std::string>{"return", "Xem lại"}, {"discard", "Nhầm"}, {"withdraw", ""}}) {
    INFO(command);
    const auto office = Office::afterDemo();
    CHECK_FALSE(has(office.run(budget("check")).out, kept));
    enterTarget(office, "400000000000");
    CHECK_FALSE(has(office.run(budget("check")).out, kept));  // it counts, and core.entered-for says it
    office.done(budget(command, reason.empty() ? Arguments{} : Arguments{"--reason", reason}));
    const auto checked = office.run(budget("check")).out;
    INFO(checked);
    CHECK(has(checked, kept + ": finance.budget/296/2023-8T/revenue.target"));
    CHECK(has(checked, "Nguyễn Thị Kế"));
    CHECK(has(checked, "27/8/2023"));
    CHECK(checked.find(kept) == checked.rfind(kept));  // only that place

    fillTarget(office, "500000000000");
    CHECK_FALSE(has(office.run(budget("check")).out, kept));
    fillTarget(office, "400000000000");
    CHECK(has(office.run(budget("check")).out, kept));
    const auto sent = office.run(with({"--as", "296.TCKH"}, budget("submit", {"-o", (office / "own.cchc").string()})));
    CHECK(sent.status == 0);
    CHECK(has(sent.out + sent.err, kept));
    CHECK_FALSE(has(contentOf(office / "own.cchc"), "entered-for"));
    office.done(budget("accept"));
    const auto report = office.consolidate();
    CHECK(has(report, "code=\"" + confirmed + "\""));
    CHECK_FALSE(has(report, "code=\"core.entered-for\""));
    // Its latest revision is the unit's own: its word.
    office.done(budget("return", {"--reason", "Xem lại"}));
    CHECK_FALSE(has(office.run(budget("check")).out, kept));
    office.done({"journal", "verify"});
  }
}

TEST_CASE("a section that the office entered as a whole is named once, and no more when the unit sends its own",
          "[desks]") {
  const auto office = Office::before();
  const auto values = (sampleFolder() / "values" / "finance.budget.xml").string();
  office.done(with(asVp, budget("enter-for", {values, "--asked-by", "Kế", "--asked-on", "27/8/2023"})));
  office.done(with(asVp, budget("return", {"--reason", "Xem lại"})));
  const auto checked = office.run(budget("check")).out;
  CHECK(has(checked, kept + ": finance.budget/296/2023-8T:"));
  CHECK(checked.find(kept) == checked.rfind(kept));
  fillTarget(office, "1");
  office.done(with({"--as", "296.TCKH"}, budget("submit", {"-o", (office / "own.cchc").string()})));
  office.done(budget("accept"));
  CHECK(has(office.consolidate(), confirmed));
}
