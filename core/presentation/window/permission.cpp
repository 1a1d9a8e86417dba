#include "core/presentation/window/permission.h"

namespace cchc::presentation {

std::optional<Error> refusal(const Desk& desk, DeskCommand command, const std::optional<CommandTarget>& target) {
  if (!target) {
    auto may = permits(desk, command);
    return may ? std::nullopt : std::optional(may.error());
  }
  const auto next = permits(desk, command, target->reporter, target->state);
  if (next) return std::nullopt;
  auto error = next.error();
  // The store's texts also say since when the section has its state, which the window does not know of each section. A
  // refusal because of the roles does not depend on the state.
  if (error.code == "section.role") error.code = "desk.role";
  if (error.code == "section.no-role") error.code = "desk.no-role";
  if (error.code == "section.transition") error.code = "permission.state";
  for (auto& parameter : error.parameters) {
    if (parameter.name == "reporter" && !target->reporterName.empty())
      parameter.value = target->reporterName + " (" + parameter.value + ")";
  }
  return error;
}

}  // namespace cchc::presentation
