// units show, units history, units import: the units of the store over time.
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "core/app/units/unit_import.h"
#include "core/app/units/unit_lines.h"
#include "core/base/platform.h"
#include "core/base/vietnamese.h"
#include "core/cli/commands.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc::cli {
namespace {

struct UnitsArguments {
  std::string file, day, period, code;
  OldTexts old = OldTexts::refuse;
  bool dryRun = false;
};

nlohmann::json jsonOf(const UnitState& state) {
  const auto day = [](const std::optional<Date>& date) { return date ? date->toText() : std::string(); };
  return {{"code", state.code},      {"kind", state.kind},       {"form", state.form},
          {"name", state.name},      {"parent", state.parent},   {"identifier", state.identifier},
          {"from", day(state.from)}, {"until", day(state.until)}};
}

nlohmann::json jsonOf(const UnitHistory& units, const UnitLineage& line) {
  const auto* before = units.nearest(line.before, dayBefore(line.day));
  return {{"code", codeOf(line.before)},
          {"name", before == nullptr ? std::string() : before->name},
          {"day", line.day.toText()},
          {"share", line.whole ? "whole" : "part"},
          {"basis", line.basis}};
}

// The day that the arguments name: of --day, else the last one of --period, else today.
// Errors: value.not-a-date, period.unknown, period.none
Result<Date> dayOf(Suite& suite, const UnitsArguments& arguments) {
  if (!arguments.day.empty()) {
    return dateGiven(arguments.day, "units show");
  }
  if (arguments.period.empty()) return vietnamDay(suite.now());
  CCHC_TRY(const auto period, periodOf(suite, PeriodId(arguments.period)));
  return period.end;
}

// The units below each unit; below nullopt those without a parent. What was below a unit that is gone is below those
// above that one, as in UnitHistory::below.
using Tree = std::map<std::optional<OrgUnitId>, std::vector<const OrgUnit*>>;

Tree treeOf(const std::vector<OrgUnit>& all, const UnitHistory& units, const Date& day) {
  std::set<OrgUnitId> known;
  for (const auto& unit : all) known.insert(unit.id);
  Tree tree;
  for (const auto& unit : all) {
    auto parent = unit.parent;
    std::set<OrgUnitId> passed;  // a wrong list may have a circle
    while (parent && !known.contains(*parent) && passed.insert(*parent).second) {
      const auto gone = units.asOn(*parent, day);
      parent = gone ? gone->parent : std::nullopt;
    }
    tree[parent && known.contains(*parent) ? parent : std::nullopt].push_back(&unit);
  }
  return tree;
}

// Prints the units below `parent`, each followed by those below it.
void printTree(const Session& session, const Tree& tree, const std::optional<OrgUnitId>& parent, std::size_t depth) {
  const auto found = tree.find(parent);
  if (found == tree.end()) return;
  for (const auto* unit : found->second) {
    session.printLine(std::string(depth * 2, ' ') + unit->code + "  " + unit->name);
    printTree(session, tree, unit->id, depth + 1);
  }
}

// Why nobody has the code on that day.
Error whyAbsent(const UnitHistory& units, const std::string& code, const Date& day) {
  const auto* nearest = units.nearestHolder(code, day);
  if (nearest == nullptr) return {"unit.unknown", code};
  std::vector<Parameter> parameters{{"unit", unitLine(*nearest)}, {"code", code}, {"on", vietnamese::numericDate(day)}};
  if (nearest->from && day < *nearest->from) {
    parameters.push_back({"day", vietnamese::numericDate(*nearest->from)});
    return {"unit.not-yet", code, std::move(parameters)};
  }
  parameters.push_back({"day", vietnamese::numericDate(*nearest->until)});
  for (const auto& [name, language] : {std::pair("became_vi", Language::vi), std::pair("became_en", Language::en)}) {
    const auto became = becameText(units, nearest->unit, language);
    parameters.push_back(
        {name, became.empty() ? std::string(cchc::text("unit-text.became-unstated", language)) : became});
  }
  return {"unit.gone", code, std::move(parameters)};
}

Result<int> showUnits(Session& session, const UnitsArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto day, dayOf(*suite, arguments));
  CCHC_TRY(const auto units, suite->store.units());
  auto all = units->allOn(day);
  if (!arguments.code.empty()) {
    const auto* root = units->holder(arguments.code, day);
    if (root == nullptr) return fail(whyAbsent(*units, arguments.code, day));
    all = units->below(root->unit, day);
    all.insert(all.begin(), *units->asOn(root->unit, day));
  }
  if (!session.options.json) {
    printTree(session, treeOf(all, *units, day), std::nullopt, 0);
    session.printText("cli.units.shown",
                      {{"count", std::to_string(all.size())}, {"day", vietnamese::numericDate(day)}});
    return 0;
  }
  auto list = nlohmann::json::array();
  for (const auto& unit : all) list.push_back(jsonOf(*units->on(unit.id, day)));
  session.printJson(list);
  return 0;
}

// What a unit was made of or became, as one line for each.
void printLineage(const Session& session, const UnitHistory& units, const OrgUnitId& unit) {
  if (const auto origin = originText(units, unit, session.language()); !origin.empty())
    session.printText("cli.units.made-of", {{"units", origin}});
  for (const auto& line : units.lineage()) {
    if (line.before != unit) continue;
    const auto* after = units.nearest(line.after, line.day);
    session.printText(line.whole ? "cli.units.became" : "cli.units.partly-became",
                      {{"unit", after == nullptr ? codeOf(line.after) : unitLine(*after)},
                       {"day", vietnamese::numericDate(line.day)}});
  }
}

Result<int> showHistory(Session& session, const UnitsArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto units, suite->store.units());
  const auto states = units->statesWithCode(arguments.code);
  if (states.empty()) return fail("unit.unknown", arguments.code);
  auto list = nlohmann::json::array();
  const OrgUnitId* last = nullptr;
  for (const auto* state : states) {
    auto entry = jsonOf(*state);
    entry["made-of"] = nlohmann::json::array();
    for (const auto& line : units->lineage()) {
      if (line.after == state->unit) entry["made-of"].push_back(jsonOf(*units, line));
    }
    const bool laterHolder = last != nullptr && *last != state->unit;
    const bool unstated = state->originUnstated || (laterHolder && entry["made-of"].empty());
    entry["origin-unstated"] = unstated;
    list.push_back(std::move(entry));
    if (session.options.json) continue;
    const auto span = spanText(*state, session.language());
    session.printLine(unitLine(*state) + (state->parent.empty() ? "" : " < " + state->parent) +
                      (span.empty() ? "" : "  " + span) +
                      (unstated ? session.text("unit-text.origin-unstated") : std::string()));
    if (last == nullptr || laterHolder) printLineage(session, *units, state->unit);
    last = &state->unit;
  }
  if (session.options.json) session.printJson(list);
  return 0;
}

Result<int> importUnits(Session& session, const UnitsArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto bytes, readFile(arguments.file));
  CCHC_TRY(auto rows, readUnits(bytes, arguments.file, arguments.old));
  const auto count = rows.size();
  CCHC_TRY(const auto import, planUnitImport(*suite, std::move(rows)));
  const auto& plan = import.plan;
  auto steps = nlohmann::json::array();
  std::size_t changes = 0;
  for (const auto& planned : plan.units) {
    if (planned.step == UnitStep::same) continue;
    ++changes;
    const auto line = planLine(plan.after, planned, session.language());
    if (!session.options.json) session.printLine(line);
    auto entry = jsonOf(planned.state);
    entry["step"] = stepName(planned.step), entry["text"] = line;
    steps.push_back(std::move(entry));
  }
  for (const auto* list : {&plan.notes, &plan.refused}) {
    for (const auto& each : *list) session.printError(each);
  }
  const bool saved = !arguments.dryRun && plan.refused.empty();
  if (saved) CCHC_CHECK(saveUnitImport(*suite, import));
  session.printResult({{"file", arguments.file},
                       {"rows", count},
                       {"changes", steps},
                       {"refused", plan.refused.size()},
                       {"notes", plan.notes.size()},
                       {"saved", saved}},
                      saved              ? "cli.units.imported"
                      : arguments.dryRun ? "cli.units.would-import"
                                         : "cli.units.not-imported",
                      {{"rows", std::to_string(count)},
                       {"changes", std::to_string(changes)},
                       {"refused", std::to_string(plan.refused.size())}});
  return plan.refused.empty() ? 0 : 1;
}

}  // namespace

void addUnitsCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<UnitsArguments>();
  auto units = group.addGroup("units", "cli.command.units");
  auto& show = units.add("show", "cli.command.units.show", showUnits, arguments);
  show.add_option("--day", arguments->day, bothLanguages("cli.option.day"));
  show.add_option("--period,-p", arguments->period, bothLanguages("cli.option.period"));
  show.add_option("--unit,-u", arguments->code, bothLanguages("cli.option.top-unit"));
  units.add("history", "cli.command.units.history", showHistory, arguments)
      .add_option("code", arguments->code)
      ->required();
  auto& import = units.add("import", "cli.command.units.import", importUnits, arguments);
  addFileToRead(import, arguments->file, arguments->old);
  import.add_flag("--dry-run", arguments->dryRun, bothLanguages("cli.option.dry-run"));
}

}  // namespace cchc::cli
