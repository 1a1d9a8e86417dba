// Each command of the command line at each desk, against the table that was written by hand
// (tests/core/model/permits_table.tsv). The states are walked through in tests/core/store/permits_cells_test.cpp.
#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "core/model/permits.h"
#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"
#include "tests/support/permits_table.h"

using namespace cchc;
using namespace cchc::test;

namespace {

namespace fs = std::filesystem;

const Arguments whole = {"-u", "296", "-p", "2023-8T"};

Arguments document(const std::string& command, const Arguments& more = {}) {
  return with(with({command, "office.document"}, whole), more);
}

// The store of an office in whose period the budget is in one state.
class Stage {
 public:
  explicit Stage(Office office) : office_(std::move(office)) {}
  const Office& office() const { return office_; }
  // A copy that may be changed.
  Office copy() const {
    auto made = Office::before();
    fs::copy_file(office_.store(), made.store(), fs::copy_options::overwrite_existing);
    return made;
  }

 private:
  Office office_;
};

std::string labelOf(const Office& office, const std::string& definition) {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == definition) return line["state"];
  }
  return {};
}

// What the table is asked about, on the command line.
struct CommandLine {
  DeskCommand command;
  std::optional<SectionState> state;  // of the section, before
  std::string definition, reporter;
  std::function<Arguments(const Office&)> arguments;
};

std::string values(const Office& office, const std::string& content, const std::string& name = "values.xml") {
  const auto file = office / name;
  write(file, valuesFile(content));
  return file.string();
}

std::string figure(const Office& office) { return values(office, "<field id=\"revenue.target\">400000000000</field>"); }

// Another package of revision 1 of the budget.
fs::path rivalPackage(const Office& office) {
  const auto other = Office::before();
  other.done(budget("fill", {(sampleFolder() / "values" / "finance.budget.xml").string()}));
  other.fill("finance.budget", "<field id=\"revenue.target\">1000000000</field>");
  const auto file = other.submit("finance.budget", "rival.cchc");
  fs::copy_file(file, office / "rival.cchc");
  return office / "rival.cchc";
}

const Stage& stageOf(std::optional<SectionState> state) {
  static std::map<std::string, Stage> stages;
  const auto name = stateWord(state);
  if (const auto found = stages.find(name); found != stages.end()) return found->second;
  const bool reported = state == SectionState::inReport || state == SectionState::issued;
  auto office = reported ? Office::afterDemo() : Office::before();
  if (state == SectionState::issued) office.done(with({"issue"}, whole));
  if (state == SectionState::draft)
    office.done(budget("fill", {(sampleFolder() / "values" / "finance.budget.xml").string()}));
  if (state == SectionState::submitted || state == SectionState::returnAsked || state == SectionState::accepted)
    office.done({"receive", demoPackage("finance.budget").string()});
  if (state == SectionState::returnAsked) office.done(budget("ask-return", {"--reason", "Nhập nhầm"}));
  if (state == SectionState::accepted) office.done(budget("accept"));
  return stages.emplace(name, Stage(std::move(office))).first->second;
}

std::vector<CommandLine> commandLines() {
  using C = DeskCommand;
  using S = SectionState;
  const auto ofBudget = [](C command, std::optional<S> state, std::function<Arguments(const Office&)> arguments) {
    return CommandLine{command, state, "finance.budget", "296.TCKH", std::move(arguments)};
  };
  const auto simple = [&](C command, std::optional<S> state, const Arguments& arguments) {
    return ofBudget(command, state, [arguments](const Office&) { return arguments; });
  };
  return {
      ofBudget(C::edit, std::nullopt, [](const Office& office) { return budget("fill", {figure(office)}); }),
      ofBudget(C::submit, S::draft,
               [](const Office& office) {
                 return budget("submit", {"-o", (office / "p.cchc").string()});
               }),
      simple(C::receive, std::nullopt, {"receive", demoPackage("finance.budget").string()}),
      simple(C::askReturn, S::submitted, budget("ask-return", {"--reason", "x"})),
      simple(C::withdraw, S::submitted, budget("withdraw")),
      simple(C::accept, S::submitted, budget("accept")),
      simple(C::returnSection, S::submitted, budget("return", {"--reason", "x"})),
      simple(C::refuseReturn, S::returnAsked, budget("refuse-return", {"--reason", "x"})),
      simple(C::discard, S::submitted, budget("discard", {"--reason", "x"})),
      ofBudget(C::consolidate, S::accepted,
               [](const Office& office) {
                 return with({"consolidate", "--incomplete"}, with(whole, {"-o", (office / "report.xml").string()}));
               }),
      simple(C::issue, S::inReport, with({"issue"}, whole)),
      simple(C::reopen, S::issued, budget("reopen", {"--reason", "x"})),
      ofBudget(C::enterFor, S::submitted,
               [](const Office& office) {
                 return budget("enter-for", {figure(office), "--asked-by", "Lan", "--asked-on", "2023-08-27"});
               }),
      {C::amendHeading, S::inReport, "office.document", "296.VP",
       [](const Office& office) {
         return document("amend-heading", {values(office, "<field id=\"number\">123</field>"), "--reason", "x"});
       }},
      simple(C::setUp, S::submitted, {"assign", (sampleFolder() / "assignments.tsv").string()}),
      simple(C::closePeriod, S::submitted, {"periods", "close", "2023-8T"}),
  };
}

const PermitLine* lineOf(const std::vector<PermitLine>& lines, const CommandLine& one) {
  for (const auto& line : lines) {
    if (line.command == one.command && (!line.ofSection || line.state == one.state)) return &line;
  }
  return nullptr;
}

bool isRefusal(const Outcome& outcome) {
  for (const auto* code :
       {"section.role:", "desk.role:", "section.other-unit:", "section.enter-for:", "section.own-unit:"}) {
    if (outcome.status == 1 && outcome.err.find(code) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("on the command line each command is for the desks of the table", "[desks][permits]") {
  const auto lines = permitLines();
  for (const auto& one : commandLines()) {
    const auto* line = lineOf(lines, one);
    REQUIRE(line != nullptr);
    const auto& stage = stageOf(one.state);
    for (const auto seat : {Seat::own, Seat::other}) {
      for (const auto role : {UserRole::department, UserRole::departmentHead, UserRole::office, UserRole::officeHead}) {
        const auto desk = (seat == Seat::own ? one.reporter : "296.TP") + ":" + std::string(roleName(role));
        const bool may = (line->roles(seat) & static_cast<Roles>(role)) != 0;
        const auto office = may ? stage.copy() : stage.office();
        const auto before = labelOf(office, one.definition);
        const auto outcome = office.run(with({"--as", desk}, one.arguments(office)));
        INFO(commandName(one.command) << " at " << desk << ": " << outcome.out << outcome.err);
        if (may)
          CHECK(outcome.status == 0);
        else
          CHECK(isRefusal(outcome));
        CHECK(labelOf(office, one.definition) == (may && line->to ? std::string(stateLabel(*line->to)) : before));
      }
    }
  }
}

TEST_CASE("on the command line which of two packages counts is the office's to choose", "[desks][permits]") {
  const auto& stage = stageOf(SectionState::submitted);
  const auto rival = stage.copy();
  rival.run({"receive", rivalPackage(rival).string()});
  const std::string digest = rival.json(budget("history"))[1]["digest"];
  for (const auto& [desk, may] : std::map<std::string, bool>{{"296.TCKH:department-head", false},
                                                             {"296.TCKH:department", false},
                                                             {"296.TP:department-head", false},
                                                             {"296.VP:office", true},
                                                             {"296.VP:office-head", true}}) {
    const auto office = Stage(rival).copy();
    const auto outcome = office.run(with({"--as", desk}, budget("choose", {"--digest", digest})));
    INFO(desk << ": " << outcome.err);
    CHECK((may ? outcome.status == 0 : isRefusal(outcome)));
  }
}

TEST_CASE("on the command line a state that does not fit is named, whoever asks", "[desks][permits]") {
  const auto refused = [](SectionState state, const Arguments& arguments, const std::string& code) {
    const auto outcome = stageOf(state).office().run(arguments);
    INFO(arguments.front() << ": " << outcome.err);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find(code + ":") == 0);
  };
  const auto& office = stageOf(SectionState::issued).office();
  refused(SectionState::issued, budget("fill", {figure(office)}), "section.locked");
  for (const auto& arguments :
       {budget("accept"), budget("return", {"--reason", "x"}), budget("discard", {"--reason", "x"}), budget("withdraw"),
        budget("ask-return", {"--reason", "x"}),
        budget("enter-for", {figure(office), "--asked-by", "Lan", "--asked-on", "2023-08-27"}),
        document("amend-heading", {values(office, "<field id=\"number\">1</field>", "heading.xml"), "--reason", "x"})})
    refused(SectionState::issued, arguments, "section.transition");
  refused(SectionState::submitted, budget("reopen", {"--reason", "x"}), "section.transition");
  refused(SectionState::submitted, budget("refuse-return", {"--reason", "x"}), "section.not-asked");
}
