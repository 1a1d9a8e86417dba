#include "core/cli/import_options.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/app/compare/compared_periods.h"
#include "core/app/section/fill.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/base/text.h"

namespace cchc::cli {
namespace {

template <class Value, std::size_t count>
Result<std::optional<Value>> choiceOf(const std::array<std::pair<std::string_view, Value>, count>& known,
                                      const char* option, const std::string& given) {
  if (given.empty()) return std::optional<Value>();
  const auto folded = foldForSearch(given);
  std::string all;
  for (const auto& [word, value] : known) {
    if (word == folded) return std::optional<Value>(value);
    all += (all.empty() ? "" : ", ") + std::string(word);
  }
  return fail(Error{"import.option", "", {{"option", option}, {"given", given}, {"choices", all}}, ErrorKind::usage});
}

nlohmann::json jsonOf(const Session& session, const Error& error) {
  const auto [what, fix] = message(error, session.language());
  return {{"code", error.code}, {"place", error.place}, {"what", what}, {"fix", fix}};
}

nlohmann::json jsonOf(const ImportChange& change) {
  return {{"place", placeText(change.place)}, {"old", change.before}, {"new", change.after}};
}

void printChanges(const Session& session, const ImportPlan& plan) {
  for (const auto& change : plan.changes) {
    session.printText("cli.import.change", {{"label", change.label.in(session.language())},
                                            {"old", change.before.empty() ? "∅" : change.before},
                                            {"new", change.after.empty() ? "∅" : change.after}});
  }
}

}  // namespace

void addSheetOptions(CLI::App& command, ImportArguments& arguments) {
  command.add_option("--sheet", arguments.sheet, bothLanguages("cli.option.sheet"));
  command.add_option("--money-unit", arguments.moneyUnit,
                     bothLanguages("cli.option.money-unit") + ": dong, nghin, trieu, ty");
  command.add_option("--marks", arguments.marks, bothLanguages("cli.option.marks") + ": vi, en");
  command.add_flag("--with-hidden", arguments.withHidden, bothLanguages("cli.option.with-hidden"));
  command.add_flag("--replace", arguments.replace, bothLanguages("cli.option.replace-rows"));
  command.add_flag("--update", arguments.update, bothLanguages("cli.option.update-rows"));
  command.add_flag("--again", arguments.again, bothLanguages("cli.option.again"));
}

void addTryOptions(CLI::App& command, ImportArguments& arguments) {
  command.add_flag("--skip-bad", arguments.skipBad, bothLanguages("cli.option.skip-bad"));
  command.add_flag("--dry-run", arguments.dryRun, bothLanguages("cli.option.dry-run-import"));
}

Result<ImportChoices> choicesOf(const ImportArguments& arguments) {
  constexpr std::array<std::pair<std::string_view, int>, 5> units = {
      {{"dong", 0}, {"nghin", 3}, {"ngan", 3}, {"trieu", 6}, {"ty", 9}}};
  constexpr std::array<std::pair<std::string_view, reading::Marks>, 2> marks = {
      {{"vi", reading::Marks::vietnamese}, {"en", reading::Marks::english}}};
  ImportChoices choices;
  if (!arguments.table.empty()) choices.table = arguments.table;
  choices.sheet = arguments.sheet;
  choices.importer = arguments.importer;
  CCHC_TRY(choices.moneyPower, choiceOf(units, "--money-unit", arguments.moneyUnit));
  CCHC_TRY(choices.marks, choiceOf(marks, "--marks", arguments.marks));
  choices.withHidden = arguments.withHidden;
  choices.rows = {arguments.replace, arguments.update, arguments.again};
  return choices;
}

Result<int> importFile(Session& session, const ImportArguments& arguments) {
  const auto& file = arguments.file;
  CCHC_TRY(const auto choices, choicesOf(arguments));
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto section, importSection(at.suite, at.key));
  CCHC_TRY(const auto source, openImport(file, arguments.oldTexts));
  const auto tried = planImport(at.suite.catalogue.plugins, section, source, choices);
  if (!tried) {
    auto error = tried.error();
    if (error.place.empty()) error.place = file;
    return fail(std::move(error));
  }
  const auto& plan = *tried;
  CCHC_TRY(const auto ignored, ignoredComparisons(at.suite, at.key.period));
  for (const auto& each : ignored) session.printError(each);
  CCHC_TRY(const auto begun, at.suite.store.section(at.key));
  std::optional<CarrySource> carried;
  if (!begun) {
    CCHC_TRY(carried, carriedFrom(at.suite, at.key, section.period, section.definition));
  }
  const bool fromOther = carried && carried->unit != at.key.unit;
  const auto wrong = importErrors(plan.run, file, true), said = importErrors(plan.run, file, false);
  const bool refused = !wrong.empty() && (!arguments.skipBad || plan.run.right == 0);
  std::size_t changes = 0;
  if (!refused && !arguments.dryRun) {
    CCHC_TRY(const auto outcome, applyImport(at.suite, at.key, plan));
    changes = outcome.changes;
  }
  for (const auto& error : wrong) session.printError(error);
  nlohmann::json printed{{"section", keyText(at.key)},
                         {"rows", plan.run.added + plan.run.updated},
                         {"added", plan.run.added},
                         {"updated", plan.run.updated},
                         {"same", plan.run.same},
                         {"changes", changes},
                         {"digest", source.digest},
                         {"dry_run", arguments.dryRun},
                         {"refused", nlohmann::json::array()},
                         {"left_out", nlohmann::json::array()},
                         {"would_change", nlohmann::json::array()}};
  if (fromOther) printed["carried_from"] = {{"unit", codeOf(carried->unit)}, {"period", carried->period.id.value}};
  for (const auto& error : wrong) printed["refused"].push_back(jsonOf(session, error));
  for (const auto& note : said) printed["left_out"].push_back(jsonOf(session, note));
  for (const auto& change : plan.changes) printed["would_change"].push_back(jsonOf(change));
  if (!session.options.json) {
    if (arguments.dryRun) printChanges(session, plan);
    for (const auto& note : said) session.printLine("ℹ " + note.place + ": " + message(note, session.language()).what);
  }
  const auto code = refused ? "cli.import.refused" : arguments.dryRun ? "cli.import.tried" : "cli.import.done";
  session.printResult(printed, code,
                      {{"section", keyText(at.key)},
                       {"added", std::to_string(plan.run.added)},
                       {"updated", std::to_string(plan.run.updated)},
                       {"same", std::to_string(plan.run.same)},
                       {"wrong", std::to_string(wrong.size())},
                       {"changes", std::to_string(arguments.dryRun ? plan.changes.size() : changes)}});
  if (fromOther && !refused && !arguments.dryRun && !session.options.json) {
    session.printText("cli.fill.carried-from", {{"unit", nameOf(at.suite, carried->unit, carried->period.id)},
                                                {"code", codeOf(carried->unit)},
                                                {"period", carried->period.name}});
  }
  return wrong.empty() ? 0 : 1;
}

}  // namespace cchc::cli
