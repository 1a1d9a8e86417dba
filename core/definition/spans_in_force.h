// When, and for which unit forms, the parts of a definition are in force: for finding parts that never meet.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"

namespace cchc {

// Borrows the definition.
class SpansInForce {
 public:
  explicit SpansInForce(const SectionDefinition& definition);

  // For each span between two days on which something of the definition changes, a bit for each unit form.
  using Set = std::vector<std::uint16_t>;

  // Whether any part is limited, apart from the definition as a whole.
  bool anyLimits() const { return anyLimits_; }
  Set always() const;
  // The limits alone, regardless of the parts around them.
  Set of(const InForce& limits) const;
  // Those of a part, of the parts around it, and of the definition.
  Set group(std::size_t group) const;
  Set field(std::size_t field) const;
  Set table(std::size_t table) const;
  Set column(std::size_t table, std::size_t column) const;
  Set row(std::size_t table, std::size_t row) const;  // a fixed one
  Set narrative(std::size_t narrative) const;
  Set rule(std::size_t rule) const;

 private:
  void note(const InForce& limits);
  void noteDays(const InForce& limits);

  const SectionDefinition& definition_;
  std::vector<Date> days_;  // the first days of all spans but the first, in order
  bool anyLimits_ = false;
};

// Of two sets of one definition.
SpansInForce::Set common(const SpansInForce::Set& a, const SpansInForce::Set& b);
SpansInForce::Set united(const SpansInForce::Set& a, const SpansInForce::Set& b);
bool isEmpty(const SpansInForce::Set& set);

}  // namespace cchc
