#include "core/app/suite/unit_marks.h"

#include <iterator>

#include "core/base/digest.h"

namespace cchc {
namespace {

constexpr std::size_t longest = 65536;

std::string digestOn(const UnitHistory& units, const Date& day) {
  std::string all;
  for (const auto& state : units.states()) {
    if (!state.on(day)) continue;
    for (const auto* text :
         {&state.unit.value, &state.code, &state.kind, &state.form, &state.name, &state.parent, &state.identifier})
      all += *text + "\t";
    all += "\n";
    // A digest in place of what it is of keeps the text short for a country's units.
    if (all.size() > longest) all = sha256(all);
  }
  return sha256(all);
}

}  // namespace

const std::string& UnitMarks::on(const std::shared_ptr<const UnitHistory>& units, const Date& day) {
  if (units != units_) {
    *this = {};
    units_ = units;
    for (const auto& state : units->states()) {
      if (state.from) changes_.insert(*state.from);
      if (state.until) changes_.insert(dayAfter(*state.until));
    }
  }
  const auto next = changes_.upper_bound(day);
  const auto [digest, isNew] = digests_.try_emplace(next == changes_.begin() ? Date{} : *std::prev(next));
  if (isNew) digest->second = digestOn(*units, day);
  return digest->second;
}

}  // namespace cchc
