#include "core/definition/registry.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace cchc {
namespace {

// The report's order: the heading, then I before II.1 before II.10. Collation would give another order.
std::tuple<int, int> placeOrder(std::string_view place) {
  constexpr std::string_view romans[] = {"heading", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
  const auto dot = place.find('.');
  const auto* part = std::find(std::begin(romans), std::end(romans), place.substr(0, dot));
  int item = 0;
  if (dot != std::string_view::npos) {
    for (const char c : place.substr(dot + 1)) item = c >= '0' && c <= '9' ? item * 10 + (c - '0') : item;
  }
  return {static_cast<int>(part - std::begin(romans)), item};
}

}  // namespace

Status DefinitionRegistry::add(std::shared_ptr<const SectionDefinition> definition) {
  for (const auto& other : definitions_) {
    if (other->id == definition->id)
      return fail("definition.duplicate", definition->id.value,
                  {{"id", definition->id.value}, {"owner", other->owner}});
    for (const auto& field : definition->fields) {
      for (const auto& theirs : other->fields) {
        if (!field.code.empty() && field.code == theirs.code) {
          return fail("definition.duplicate-code", definition->id.value + "/" + field.id,
                      {{"code", field.code}, {"other", other->id.value + "/" + theirs.id}});
        }
      }
    }
  }
  const auto before = [](const auto& a, const auto& b) {
    return std::tuple(placeOrder(a->place), a->order, a->id) < std::tuple(placeOrder(b->place), b->order, b->id);
  };
  definitions_.insert(std::upper_bound(definitions_.begin(), definitions_.end(), definition, before), definition);
  return {};
}

const SectionDefinition* DefinitionRegistry::find(const DefinitionId& id) const {
  for (const auto& definition : definitions_) {
    if (definition->id == id) return definition.get();
  }
  for (const auto& definition : definitions_) {
    if (std::find(definition->renamedFrom.begin(), definition->renamedFrom.end(), id.value) !=
        definition->renamedFrom.end())
      return definition.get();
  }
  return nullptr;
}

}  // namespace cchc
