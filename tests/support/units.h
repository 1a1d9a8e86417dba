// Units of small stores in tests.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "core/store/store.h"

namespace cchc::test {

// A unit that always was what it is.
inline UnitState unitState(const std::string& code, std::string kind, std::string name, std::string parent = {}) {
  return {OrgUnitId(code), {}, {}, code, std::move(kind), {}, std::move(name), std::move(parent), {}};
}
// Replaces the units of the store.
inline Status saveUnits(Store& store, std::vector<UnitState> states) {
  CCHC_TRY(const auto known, store.units());
  return store.saveUnits(UnitHistory(std::move(states), {}), known);
}

}  // namespace cchc::test
