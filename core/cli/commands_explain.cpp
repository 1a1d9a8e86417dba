// explain: explanations of warnings.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/check/explain.h"
#include "core/cli/commands.h"

namespace cchc::cli {
namespace {

struct ExplainArguments : SectionArguments {
  std::string text, code, place;
  bool asBefore = false;
};

Result<int> explain(Session& session, const ExplainArguments& arguments) {
  if (arguments.asBefore == !arguments.text.empty()) return fail("explain.what", "explain", {}, ErrorKind::usage);
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  WarningChoice choice{arguments.code, {}};
  if (!arguments.place.empty()) choice.place = Place(arguments.place);
  CCHC_TRY(const auto count, explainWarnings(at.suite, at.key, choice,
                                             arguments.asBefore ? std::nullopt : std::optional(arguments.text)));
  session.printResult({{"section", keyText(at.key)}, {"explained", count}}, "cli.explain.done",
                      {{"section", keyText(at.key)}, {"count", std::to_string(count)}});
  return 0;
}

}  // namespace

void addExplainCommand(CommandGroup& group) {
  const auto arguments = std::make_shared<ExplainArguments>();
  auto& command = group.addForSection("explain", "cli.command.explain", explain, arguments);
  command.add_option("text", arguments->text, bothLanguages("cli.option.explanation"));
  command.add_option("--code", arguments->code, bothLanguages("cli.option.warning-code"));
  command.add_option("--place", arguments->place, bothLanguages("cli.option.warning-place"));
  command.add_flag("--as-before", arguments->asBefore, bothLanguages("cli.option.as-before"));
}

}  // namespace cchc::cli
