// fill, workbook, import, check, show: the data of one section.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/check/checks.h"
#include "core/app/compare/compared_periods.h"
#include "core/app/compare/section_comparer.h"
#include "core/app/section/fill.h"
#include "core/app/section/section_content.h"
#include "core/base/platform.h"
#include "core/cli/commands.h"
#include "core/cli/import_options.h"
#include "core/exchange/values/values_file.h"
#include "core/narrative/display.h"
#include "core/rules/evaluation.h"

namespace cchc::cli {
namespace {

nlohmann::json jsonOf(const Finding& finding, Language language) {
  return {{"code", finding.code},
          {"severity", std::string(severityName(finding.severity))},
          {"section", keyText(finding.section)},
          {"place", placeText(finding.place)},
          {"what", what(finding, language)},
          {"fix", fix(finding, language)},
          {"comment", finding.explanation},
          {"earlier_comment", finding.earlierExplanation}};
}

struct WorkbookArguments : SectionArguments {
  std::string file;
};

// Names the comparisons of the period that are left out (ignoredComparisons).
Status printIgnoredComparisons(Session& session, Suite& suite, const PeriodId& period) {
  CCHC_TRY(const auto ignored, ignoredComparisons(suite, period));
  for (const auto& each : ignored) session.printError(each);
  return {};
}

// Writes the section as a workbook, for a unit without the suite.
Result<int> workbook(Session& session, const WorkbookArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto present, presentData(at.suite, at.key));
  CCHC_TRY(const auto bytes, sectionWorkbook(at.suite, at.key, present, session.language()));
  CCHC_CHECK(platform::writeFileDurably(arguments.file, bytes));
  session.printResult({{"section", keyText(at.key)}, {"file", arguments.file}}, "cli.workbook.done",
                      {{"file", arguments.file}});
  return 0;
}

Result<std::vector<Finding>> findingsFor(Suite& suite, const SectionArguments& arguments) {
  if (!arguments.section.empty()) {
    CCHC_TRY(const auto key, sectionKey(suite, arguments.section, arguments.unit, arguments.period));
    return findingsOf(suite, key);
  }
  CCHC_TRY(const auto unit, unitOf(suite, arguments));
  return checkUnit(suite, unit, PeriodId(arguments.period), SectionChoice::working);
}

Result<int> check(Session& session, const SectionArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto found, findingsFor(*suite, arguments));
  auto all = nlohmann::json::array();
  std::size_t counts[3] = {};
  for (const auto& finding : found) {
    ++counts[static_cast<std::size_t>(finding.severity)];
    if (session.options.json) {
      all.push_back(jsonOf(finding, session.language()));
      continue;
    }
    const std::string severity(severityLabel(finding.severity, session.language()));
    session.printLine(severity + " · " + findingLine(finding, session.language()));
    if (!finding.explanation.empty())
      session.printLine("    " + session.text("cli.check.explanation", {{"explanation", finding.explanation}}));
    if (!finding.earlierExplanation.empty()) {
      session.printLine("    " +
                        session.text("cli.check.earlier-explanation", {{"explanation", finding.earlierExplanation}}));
    }
  }
  if (session.options.json) {
    session.printJson(all);
  } else {
    session.printText("cli.findings", {{"errors", std::to_string(counts[2])},
                                       {"warnings", std::to_string(counts[1])},
                                       {"information", std::to_string(counts[0])}});
  }
  return counts[2] + counts[1] == 0 ? 0 : 1;
}

struct ShowArguments : SectionArguments {
  bool compared = false;
};

// A figure of an earlier period, the figures that it was added from, or why it cannot be compared.
nlohmann::json jsonOf(const ComparedSection& compared, std::size_t field, Language language) {
  nlohmann::json shown{{"id", compared.definition().definition().fields[field].id}};
  if (const auto* reason = compared.reasonOf(field)) {
    shown["reason"] = {{"code", reason->code}, {"what", message(*reason, language).what}};
    return shown;
  }
  shown["value"] = encodeValue(compared.view()->evaluation->fields[field].value());
  auto addends = nlohmann::json::array();
  for (const auto& part : compared.parts()) {
    addends.push_back({{"unit", codeOf(part.unit)},
                       {"name", part.unitName},
                       {"period", part.period.value},
                       {"value", encodeValue(part.evaluation.fields[field].value())}});
  }
  shown["addends"] = std::move(addends);
  return shown;
}

std::string figureText(const FieldDefinition& field, const Effective& effective) {
  const auto shown = display(field, effective, "");
  return shown.empty() ? "—" : shown;
}

void printCompared(const Session& session, const ComparedSection& compared, std::size_t index) {
  const auto& field = compared.definition().definition().fields[index];
  const auto& label = field.label.in(session.language());
  if (const auto* reason = compared.reasonOf(index)) {
    session.printLine("  " + session.text("cli.show.not-comparable",
                                          {{"label", label}, {"reason", message(*reason, session.language()).what}}));
    return;
  }
  session.printLine("  " + label + ": " + figureText(field, compared.view()->evaluation->fields[index]));
  for (const auto& part : compared.parts()) {
    session.printLine("    " +
                      session.text("cli.show.addend", {{"unit", part.unitName},
                                                       {"code", codeOf(part.unit)},
                                                       {"period", part.periodName},
                                                       {"value", figureText(field, part.evaluation.fields[index])}}));
  }
}

// What the section is compared with, and where each figure comes from. A section that is not begun is compared, too.
Result<int> showCompared(Session& session, Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  CCHC_TRY(const auto definition, definitionFor(suite, key));
  CCHC_TRY(auto comparer, SectionComparer::of(suite, period));
  auto all = nlohmann::json::array();
  const auto show = [&](const std::optional<Period>& other, ComparisonKind kind, const char* name) -> Status {
    if (!other) return {};
    CCHC_TRY(const auto compared, comparer.with(definition, key.unit, *other));
    if (!compared) return {};
    nlohmann::json one{{"kind", name}, {"period", other->id.value}, {"regrouped", compared->regrouped()}};
    one["fields"] = nlohmann::json::array();
    if (!session.options.json) {
      session.printText(compared->regrouped() ? "cli.show.compared-regrouped" : "cli.show.compared",
                        {{"kind", session.text(kind == ComparisonKind::previousPeriod ? "cli.show.previous-period"
                                                                                      : "cli.show.last-year")},
                         {"period", compared->period().name}});
    }
    if (compared->view() == nullptr && !session.options.json) {
      for (const auto& reason : compared->reasons()) session.printLine("  " + message(reason, session.language()).what);
      return all.push_back(std::move(one)), Status();
    }
    const auto& fields = definition->definition().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!comparesWith(fields[i], kind)) continue;
      const bool blank = compared->reasonOf(i) == nullptr && compared->view()->evaluation->fields[i].value().blank();
      if (blank) continue;
      if (session.options.json)
        one["fields"].push_back(jsonOf(*compared, i, session.language()));
      else
        printCompared(session, *compared, i);
    }
    all.push_back(std::move(one));
    return {};
  };
  const auto periods = comparer.compared();
  CCHC_CHECK(show(periods.previous, ComparisonKind::previousPeriod, "previous-period"));
  CCHC_CHECK(show(periods.lastYear, ComparisonKind::lastYear, "same-period-last-year"));
  if (session.options.json)
    session.printJson(all);
  else if (all.empty())
    session.printText("cli.show.nothing-compared", {});
  return 0;
}

Result<int> showSection(Session& session, const ShowArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_CHECK(printIgnoredComparisons(session, at.suite, at.key.period));
  if (arguments.compared) return showCompared(session, at.suite, at.key);
  CCHC_TRY(const auto loaded, loadSection(at.suite, at.key));
  if (!loaded) return fail(Error{"section.not-begun", keyText(at.key), {}, ErrorKind::refusal});
  if (!session.options.json) {
    // Printed as a values file, which can be edited and given to fill.
    session.printLine(writeValuesXml(loaded->definition->definition(), loaded->data));
    return 0;
  }
  nlohmann::json fields;
  const auto& definition = loaded->definition->definition();
  CCHC_TRY(const auto period, periodOf(at.suite, at.key.period));
  CCHC_TRY(auto circumstances, circumstancesOf(at.suite, at.key.unit, period));
  const auto evaluation = evaluate(*loaded->definition, loaded->data, CircumstancesAlone(std::move(circumstances)));
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& value = evaluation.fields[i].value();
    if (!value.blank()) fields[definition.fields[i].id] = encodeValue(value);
  }
  auto kept = nlohmann::json::array();
  for (const auto& one : loaded->data.kept) kept.push_back({{"place", placeText(one.place)}, {"value", one.value}});
  session.printJson({{"section", keyText(at.key)},
                     {"version", definition.version},
                     {"definition_digest", definition.digest},
                     {"state", std::string(stateName(loaded->header.state))},
                     {"revision", loaded->header.revision},
                     {"reason", loaded->header.reason},
                     {"fields", fields},
                     {"kept", kept}});
  return 0;
}

}  // namespace

void addSectionCommands(CommandGroup& group) {
  const auto filled = std::make_shared<ImportArguments>();
  auto& fillCommand = group.addForSection("fill", "cli.command.fill", importFile, filled);
  addFileToRead(fillCommand, filled->file, filled->oldTexts);
  fillCommand.add_option("--table", filled->table, bothLanguages("cli.option.table"));
  addSheetOptions(fillCommand, *filled);
  addTryOptions(fillCommand, *filled);

  const auto written = std::make_shared<WorkbookArguments>();
  group.addForSection("workbook", "cli.command.workbook", workbook, written)
      .add_option("-o,--output", written->file)
      ->required();

  const auto imported = std::make_shared<ImportArguments>();
  auto& importCommand = group.addForSection("import", "cli.command.import", importFile, imported);
  importCommand.add_option("importer", imported->importer)->required();
  addFileToRead(importCommand, imported->file, imported->oldTexts);
  addSheetOptions(importCommand, *imported);
  addTryOptions(importCommand, *imported);

  const auto arguments = std::make_shared<SectionArguments>();
  group.addForSection("check", "cli.command.check", check, arguments, false);
  const auto shown = std::make_shared<ShowArguments>();
  group.addForSection("show", "cli.command.show", showSection, shown)
      .add_flag("--compared", shown->compared, bothLanguages("cli.option.compared"));
}

}  // namespace cchc::cli
