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

// A version without `from` was always in force.
Date beginningOf(const SectionDefinition& definition) { return definition.inForce.from.value_or(Date{}); }

}  // namespace

Status DefinitionRegistry::checkVersions(const SectionDefinition& definition) const {
  for (const auto& other : definitions_) {
    if (other->id != definition.id) continue;
    if (other->version == definition.version)
      return fail("definition.duplicate", definition.id.value,
                  {{"id", definition.id.value}, {"version", std::to_string(other->version)}, {"owner", other->owner}});
    const bool isHigher = other->version > definition.version;
    const auto& higher = isHigher ? *other : definition;
    const auto& lower = isHigher ? definition : *other;
    if (beginningOf(higher) < beginningOf(lower))
      return fail("definition.version-order", definition.id.value,
                  {{"id", definition.id.value},
                   {"higher", std::to_string(higher.version)},
                   {"lower", std::to_string(lower.version)},
                   {"from", lower.inForce.from->toText()}});
  }
  return {};
}

void DefinitionRegistry::insert(std::shared_ptr<const SectionDefinition> definition) {
  const auto rank = [](const SectionDefinition& one) {
    return std::tuple(placeOrder(one.place), one.order, one.id, one.version);
  };
  const auto before = [&](const auto& a, const auto& b) { return rank(*a) < rank(*b); };
  const auto at = std::upper_bound(definitions_.begin(), definitions_.end(), definition, before);
  definitions_.insert(at, std::move(definition));
}

Status DefinitionRegistry::add(std::shared_ptr<const SectionDefinition> definition) {
  CCHC_CHECK(checkVersions(*definition));
  for (const auto& other : definitions_) {
    if (other->id == definition->id) continue;
    for (const auto& field : definition->fields) {
      for (const auto& theirs : other->fields) {
        if (!field.code.empty() && field.code == theirs.code) {
          return fail("definition.duplicate-code", definition->id.value + "/" + field.id,
                      {{"code", field.code}, {"other", other->id.value + "/" + theirs.id}});
        }
      }
    }
  }
  insert(std::move(definition));
  return {};
}

Status DefinitionRegistry::addKept(std::shared_ptr<const SectionDefinition> definition) {
  CCHC_CHECK(checkVersions(*definition));
  insert(std::move(definition));
  return {};
}

// `better`: whether a version, which is never null, is to be taken in place of the one found so far, which may be.
template <class Better>
const SectionDefinition* DefinitionRegistry::best(const DefinitionId& id, const Better& better) const {
  const SectionDefinition* found = nullptr;
  for (const auto& definition : definitions_) {
    if (definition->id == id && better(*definition, found)) found = definition.get();
  }
  if (found != nullptr) return found;
  for (const auto& definition : definitions_) {
    const auto& older = definition->renamedFrom;
    if (std::find(older.begin(), older.end(), id.value) != older.end() && better(*definition, found))
      found = definition.get();
  }
  return found;
}

const SectionDefinition* DefinitionRegistry::find(const DefinitionId& id, const Date& day) const {
  // The versions are in order, so the highest of those in force has the latest beginning.
  return best(id, [&](const SectionDefinition& one, const SectionDefinition* found) {
    return beginningOf(one) <= day && (found == nullptr || one.version > found->version);
  });
}

const SectionDefinition* DefinitionRegistry::newest(const DefinitionId& id) const {
  return best(id, [](const SectionDefinition& one, const SectionDefinition* found) {
    return found == nullptr || one.version > found->version;
  });
}

std::vector<DefinitionId> DefinitionRegistry::ids() const {
  std::vector<DefinitionId> ids;
  for (const auto& definition : definitions_) {
    if (std::find(ids.begin(), ids.end(), definition->id) == ids.end()) ids.push_back(definition->id);
  }
  return ids;
}

std::vector<std::shared_ptr<const SectionDefinition>> DefinitionRegistry::inForce(const Date& day) const {
  std::vector<std::shared_ptr<const SectionDefinition>> all;
  for (const auto& definition : definitions_) {
    if (find(definition->id, day) == definition.get()) all.push_back(definition);
  }
  return all;
}

}  // namespace cchc
