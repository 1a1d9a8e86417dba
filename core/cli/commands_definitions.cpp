// definitions: the section definitions that are installed; definitions check, definitions preview: those that a
// department is writing.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/forms/check_forms.h"
#include "core/app/forms/form_preview.h"
#include "core/app/suite/catalogue.h"
#include "core/base/platform.h"
#include "core/cli/commands.h"
#include "core/cli/definition_listing.h"

namespace cchc::cli {
namespace {

struct DefinitionArguments {
  std::string id, period;
};

// Every version that is installed; or, with a period, those in force in it, also of the versions that the store keeps.
Result<std::vector<std::shared_ptr<const SectionDefinition>>> versionsListed(Session& session,
                                                                             const Catalogue& catalogue,
                                                                             const std::string& period) {
  if (period.empty()) return catalogue.definitions.registry().all();
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto in, periodOf(*suite, PeriodId(period)));
  for (const auto& one : suite->definitions->leftOut()) session.printError(one.why);
  return suite->definitions->registry().inForce(in.end);
}

// The newest version that is installed, or the one in force in a period.
Result<std::shared_ptr<const CompiledDefinition>> named(Session& session, const Catalogue& catalogue,
                                                        const DefinitionArguments& arguments) {
  const DefinitionId id(arguments.id);
  if (!arguments.period.empty()) {
    CCHC_TRY(auto* suite, session.suite());
    CCHC_TRY(const auto in, periodOf(*suite, PeriodId(arguments.period)));
    return definitionOf(*suite, id, in);
  }
  if (auto found = catalogue.definitions.newest(id)) return found;
  std::string known;
  for (const auto& each : catalogue.definitions.registry().ids()) known += (known.empty() ? "" : ", ") + each.value;
  return fail("section.unknown", arguments.id, {{"known", known}}, ErrorKind::usage);
}

Result<int> definitions(Session& session, const DefinitionArguments& arguments) {
  CCHC_TRY(const auto catalogue, catalogueOf(session));
  const auto language = session.language();
  if (!arguments.id.empty()) {
    CCHC_TRY(const auto found, named(session, catalogue, arguments));
    if (session.options.json)
      session.printJson(wholeJsonOf(found->definition(), language));
    else
      for (const auto& line : linesOf(found->definition(), language)) session.printLine(line);
    return 0;
  }
  CCHC_TRY(const auto versions, versionsListed(session, catalogue, arguments.period));
  auto all = nlohmann::json::array();
  for (const auto& definition : versions) {
    if (session.options.json)
      all.push_back(jsonOf(*definition, language));
    else
      session.printLine(lineOf(*definition, language));
  }
  if (session.options.json) session.printJson(all);
  return 0;
}

struct CheckArguments {
  std::vector<std::string> paths;
};

nlohmann::json jsonOf(const DefinitionProblem& problem, Language language) {
  const auto told = message(errorOf(problem), language);
  return {{"severity", std::string(severityName(problem.severity))},
          {"code", problem.code},
          {"file", problem.file},
          {"line", problem.at.line},
          {"column", problem.at.column},
          {"message", told.what},
          {"fix", told.fix}};
}

Result<int> check(Session& session, const CheckArguments& arguments) {
  CCHC_TRY(const auto resources, session.resources());
  const std::vector<std::filesystem::path> paths(arguments.paths.begin(), arguments.paths.end());
  CCHC_TRY(const auto catalogue, catalogueOf(session));
  CCHC_TRY(const auto forms, checkForms(resources, catalogue, session.pluginFolders(), paths));
  const auto errors = forms.count(Severity::error), warnings = forms.count(Severity::warning),
             information = forms.count(Severity::information);
  if (session.options.json) {
    auto problems = nlohmann::json::array();
    for (const auto& problem : forms.problems) problems.push_back(jsonOf(problem, session.language()));
    session.printJson({{"definitions", forms.definitions},
                       {"errors", errors},
                       {"warnings", warnings},
                       {"information", information},
                       {"problems", problems}});
  } else {
    for (const auto& problem : forms.problems) {
      const auto error = errorOf(problem);
      const auto told = message(error, session.language());
      session.printText("cli.definitions.problem",
                        {{"place", error.place},
                         {"severity", std::string(severityLabel(problem.severity, session.language()))},
                         {"code", problem.code},
                         {"what", told.what},
                         {"fix", told.fix}});
    }
    session.printText("cli.definitions.checked", {{"definitions", std::to_string(forms.definitions)},
                                                  {"errors", std::to_string(errors)},
                                                  {"warnings", std::to_string(warnings)},
                                                  {"information", std::to_string(information)}});
  }
  return errors > 0 ? 1 : 0;
}

struct PreviewArguments {
  std::string file, output;
};

Result<int> preview(Session& session, const PreviewArguments& arguments) {
  CCHC_TRY(const auto resources, session.resources());
  CCHC_TRY(const auto catalogue, catalogueOf(session));
  CCHC_TRY(const auto form, readForm(resources, catalogue, arguments.file));
  CCHC_CHECK(platform::writeFileDurably(arguments.output, formPreview(*form, session.language())));
  session.printResult({{"id", form->definition().id.value}, {"file", arguments.output}}, "cli.definitions.previewed",
                      {{"id", form->definition().id.value}, {"file", arguments.output}});
  return 0;
}

}  // namespace

void addDefinitionsCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<DefinitionArguments>();
  auto& command = group.add("definitions", "cli.command.definitions", definitions, arguments);
  command.add_option("id", arguments->id, bothLanguages("cli.option.definition"));
  command.add_option("--period,-p", arguments->period, bothLanguages("cli.option.in-period"));
  auto inner = group.under(command);
  const auto checked = std::make_shared<CheckArguments>();
  inner.add("check", "cli.command.definitions-check", check, checked)
      .add_option("path", checked->paths, bothLanguages("cli.option.definition-paths"));
  const auto previewed = std::make_shared<PreviewArguments>();
  auto& previewing = inner.add("preview", "cli.command.definitions-preview", preview, previewed);
  previewing.add_option("file", previewed->file, bothLanguages("cli.option.definition-file"))->required();
  previewing.add_option("-o,--output", previewed->output, bothLanguages("cli.option.preview-file"))->required();
}

}  // namespace cchc::cli
