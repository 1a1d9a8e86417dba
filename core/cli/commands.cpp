#include "core/cli/commands.h"

#include <nlohmann/json.hpp>

#include "core/base/reading/date.h"
#include "core/base/texts.h"

namespace cchc::cli {

CLI::App& CommandGroup::add(const char* name, std::string_view help, std::function<Result<int>()> run) {
  auto* command = app_.add_subcommand(name, bothLanguages(help));
  commands_.push_back({command, std::move(run)});
  return *command;
}

CommandGroup CommandGroup::addGroup(const char* name, std::string_view help) {
  auto* command = app_.add_subcommand(name, bothLanguages(help));
  command->require_subcommand(1);
  return {*command, session_, commands_};
}

Result<NamedSection> sectionOf(Session& session, const SectionArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(auto key, sectionKey(*suite, arguments.section, arguments.unit, arguments.period));
  return NamedSection{*suite, std::move(key)};
}

Result<OrgUnitId> unitOf(Suite& suite, const SectionArguments& arguments) {
  CCHC_TRY(const auto period, periodOf(suite, PeriodId(arguments.period)));
  CCHC_TRY(auto unit, unitWithCode(suite, arguments.unit, period));
  return std::move(unit.id);
}

std::optional<SetupEvent> setupEvent(const Session& session, Suite& suite, const Change& change,
                                     const PeriodId& period) {
  if (const auto changed = readPeriodChange(change)) {
    auto text = session.text("cli.journal.period-changed", {{"differences", changed->differences}});
    if (!changed->reason.empty()) text += ": “" + changed->reason + "”";
    return SetupEvent{std::move(text), changed->reason};
  }
  const auto reassigned = readReassignment(change);
  if (!reassigned) return std::nullopt;
  return SetupEvent{session.text("cli.journal.reassigned", {{"from", nameOf(suite, reassigned->from, period)},
                                                            {"to", nameOf(suite, reassigned->to, period)},
                                                            {"reason", reassigned->reason}}),
                    reassigned->reason};
}

Result<Date> dateGiven(std::string_view text, std::string_view command) {
  auto date = reading::onlyMeaning(reading::readDate(text, {}), text);
  if (date && date->hasDay()) return date;
  auto error = date ? Error{"value.not-a-date", {}, {{"given", std::string(text)}}} : date.error();
  error.place = command;
  error.kind = ErrorKind::usage;
  return fail(std::move(error));
}

void addUnitAndPeriod(CLI::App& command, SectionArguments& arguments) {
  command.add_option("--unit,-u", arguments.unit, bothLanguages("cli.option.unit"))->required();
  command.add_option("--period,-p", arguments.period, bothLanguages("cli.option.period"))->required();
}

void addThreads(CLI::App& command, unsigned& threads) {
  command.add_option("--threads", threads, bothLanguages("cli.option.threads"));
}

void addFileToRead(CLI::App& command, std::string& file, OldTexts& old) {
  command.add_option("file", file)->required();
  command.add_flag_callback(
      "--convert-text", [&old] { old = OldTexts::convert; }, bothLanguages("cli.option.convert-text"));
}

void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired) {
  auto* section = command.add_option("section", arguments.section, bothLanguages("cli.option.section"));
  if (sectionRequired) section->required();
  addUnitAndPeriod(command, arguments);
}

void addNoticeOptions(CLI::App& command, NoticeArguments& arguments, std::string_view help) {
  command.add_option("--reason", arguments.reason)->required();
  command.add_option("-o,--output", arguments.file, bothLanguages(help));
}

Result<int> printSectionDone(Session& session, const SectionKey& key, std::string_view code, const std::string& file) {
  const auto section = keyText(key);
  if (!session.options.json) {
    session.printLine(session.text(code, {{"section", section}}) + (file.empty() ? "" : " → " + file));
    return 0;
  }
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto header, suite->store.section(key));
  const std::string state(header ? stateName(header->state) : std::string_view());
  session.printJson({{"section", section}, {"state", state}, {"file", file}});
  return 0;
}

Result<int> giveNotice(Session& session, const NoticeArguments& arguments,
                       Status (*give)(Suite&, const SectionKey&, const std::string& reason,
                                      const std::filesystem::path& file),
                       std::string_view done) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_CHECK(give(at.suite, at.key, arguments.reason, arguments.file));
  return printSectionDone(session, at.key, done, arguments.file);
}

std::string bothLanguages(std::string_view code) {
  return std::string(text(code, Language::vi)).append(" · ").append(text(code, Language::en));
}

}  // namespace cchc::cli
