// fill, import, check, show: one section's data.
#include <nlohmann/json.hpp>

#include "core/app/check/checks.h"
#include "core/app/section/fill.h"
#include "core/base/platform.h"
#include "core/cli/session.h"

namespace cchc::cli {
namespace {

nlohmann::json jsonOf(const Finding& finding, Language language) {
  return {{"code", finding.code},
          {"severity", std::string(severityName(finding.severity))},
          {"section", keyText(finding.section)},
          {"place", finding.place},
          {"what", what(finding, language)},
          {"fix", fix(finding, language)},
          {"comment", finding.comment}};
}

int fill(Session& session, const SectionArguments& arguments, const std::string& file, const std::string& table) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  const auto definition = definitionOf(*suite, arguments.section);
  const auto present = presentData(*suite, *key);
  if (!present) return session.tell(present.error());
  const auto values = readValues(file, (*definition)->definition(), table, *key, *present);
  if (!values) return session.tell(values.error());
  const auto outcome = fillSection(*suite, *key, *values);
  if (!outcome) return session.tell(outcome.error());
  session.say(keyText(*key) + ": " + std::to_string(outcome->changes) +
              session.word(" thay đổi đã lưu", " changes saved"));
  return 0;
}

// The section as a workbook for a unit without the suite.
int workbook(Session& session, const SectionArguments& arguments, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  const auto present = presentData(*suite, *key);
  if (!present) return session.tell(present.error());
  const auto bytes = sectionWorkbook(*suite, *key, *present, session.language());
  if (!bytes) return session.tell(bytes.error());
  if (const auto written = platform::writeFileDurably(file, *bytes); !written) return session.tell(written.error());
  session.say(file + session.word(": điền các ô nền vàng, rồi nạp lại bằng lệnh fill",
                                  ": fill in the yellow cells, then read it with the command fill"));
  return 0;
}

int import(Session& session, const SectionArguments& arguments, const std::string& importer, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  const auto definition = definitionOf(*suite, arguments.section);
  const auto bytes = readFile(file);
  if (!bytes) return session.tell(bytes.error());
  const auto imported = suite->catalogue.plugins.import((*definition)->definition(), importer, *bytes);
  if (!imported) return session.tell(imported.error());
  for (auto refused : imported->refused) {
    refused.place = file + (refused.place.empty() ? "" : ":" + refused.place);
    session.tell(refused);
  }
  const auto outcome = fillSection(*suite, *key, imported->values);
  if (!outcome) return session.tell(outcome.error());
  session.say(keyText(*key) + ": " + std::to_string(imported->values.rows.size()) + session.word(" dòng, ", " rows, ") +
              std::to_string(outcome->changes) + session.word(" thay đổi đã lưu", " changes saved"));
  return imported->refused.empty() ? 0 : 1;
}

int check(Session& session, const SectionArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  OrgUnitId unit(arguments.unit);
  DefinitionId only;
  if (!arguments.section.empty()) {
    const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
    if (!key) return session.tell(key.error());
    unit = key->unit;
    only = key->definition;
  } else if (const auto known = unitOf(*suite, unit); !known) {
    return session.tell(known.error());
  }
  const auto found = checkUnit(*suite, unit, PeriodId(arguments.period), SectionChoice::working);
  if (!found) return session.tell(found.error());
  auto all = nlohmann::json::array();
  std::size_t counts[3] = {};
  for (const auto& finding : *found) {
    if (!only.empty() && finding.section.definition != only) continue;
    ++counts[static_cast<std::size_t>(finding.severity)];
    if (session.options.json) {
      all.push_back(jsonOf(finding, session.language()));
      continue;
    }
    const std::string severity = session.language() == Language::en ? std::string(severityName(finding.severity))
                                                                    : std::string(severityLabel(finding.severity));
    session.say(severity + " · " + findingLine(finding, session.language()));
    if (!finding.comment.empty())
      session.say("    " + std::string(session.word("Giải trình: ", "Explanation: ")) + finding.comment);
  }
  if (session.options.json) {
    session.say(all.dump(1));
  } else {
    session.say(std::to_string(counts[2]) + session.word(" lỗi, ", " errors, ") + std::to_string(counts[1]) +
                session.word(" cảnh báo, ", " warnings, ") + std::to_string(counts[0]) +
                session.word(" thông tin", " informations"));
  }
  return counts[2] + counts[1] == 0 ? 0 : 1;
}

int show(Session& session, const SectionArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  const auto loaded = loadSection(*suite, *key);
  if (!loaded) return session.tell(loaded.error());
  if (!*loaded) return session.tell({"section.not-begun", keyText(*key), {}, ErrorKind::refusal});
  if (!session.options.json) {
    // As a values file: what is shown can be changed and filled in again.
    session.say(writeValuesXml((*loaded)->definition->definition(), (*loaded)->data));
    return 0;
  }
  nlohmann::json fields;
  const auto& definition = (*loaded)->definition->definition();
  const auto evaluation = evaluate(*(*loaded)->definition, (*loaded)->data, Surroundings());
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& value = evaluation.fields[i].value();
    if (!value.blank()) fields[definition.fields[i].id] = encodeValue(value);
  }
  session.say(nlohmann::json{
      {"section", keyText(*key)},
      {"state", std::string(stateName((*loaded)->header.state))},
      {"revision", (*loaded)->header.revision},
      {"reason", (*loaded)->header.reason},
      {"fields",
       fields}}.dump(1));
  return 0;
}

}  // namespace

void addSectionCommands(CLI::App& app, Session& session, Commands& commands) {
  struct Arguments : SectionArguments {
    std::string file, table, importer;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* fillCommand = app.add_subcommand("fill", "Điền số liệu từ tệp xml, csv, xlsx · fill a section in from a file");
  addSectionArguments(*fillCommand, *arguments, true);
  fillCommand->add_option("file", arguments->file)->required();
  fillCommand->add_option("--table", arguments->table,
                          "Tệp CSV, XLSX là các dòng của bảng này · the file has the rows of this table");
  commands.push_back(
      {fillCommand, [&session, arguments] { return fill(session, *arguments, arguments->file, arguments->table); }});

  auto* workbookCommand = app.add_subcommand(
      "workbook",
      "Ghi phần ra bảng tính Excel để điền, rồi nạp lại bằng fill · the section as an Excel workbook to fill in");
  addSectionArguments(*workbookCommand, *arguments, true);
  workbookCommand->add_option("-o,--output", arguments->file)->required();
  commands.push_back(
      {workbookCommand, [&session, arguments] { return workbook(session, *arguments, arguments->file); }});

  auto* importCommand = app.add_subcommand("import", "Nhập bằng cách nhập của plugin · through a plugin's importer");
  addSectionArguments(*importCommand, *arguments, true);
  importCommand->add_option("importer", arguments->importer)->required();
  importCommand->add_option("file", arguments->file)->required();
  commands.push_back({importCommand, [&session, arguments] {
                        return import(session, *arguments, arguments->importer, arguments->file);
                      }});

  auto* checkCommand =
      app.add_subcommand("check", "Kiểm tra một phần, hoặc mọi phần của đơn vị · check one section, or all of a unit");
  addSectionArguments(*checkCommand, *arguments, false);
  commands.push_back({checkCommand, [&session, arguments] { return check(session, *arguments); }});

  auto* showCommand = app.add_subcommand("show", "Xem số liệu của một phần · a section's data");
  addSectionArguments(*showCommand, *arguments, true);
  commands.push_back({showCommand, [&session, arguments] { return show(session, *arguments); }});
}

}  // namespace cchc::cli
