// What is in force for the child units whose sections of one definition are added. Private to consolidation/.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/definition/in_force.h"

namespace cchc {

// Borrows the definition.
class ChildForms {
 public:
  // `day`: the last day of the period.
  ChildForms(const SectionDefinition& definition, const std::optional<Date>& day)
      : definition_(definition), circumstances_{day, {}, {}} {}

  // A unit of that form is to report the section.
  void expect(const std::string& form);

  int expected() const { return expected_; }
  // By field: the number of units for which it is in force; empty if everything is in force for all of them.
  std::vector<int> expectedByField();
  // The circumstances of their sum.
  const Circumstances& circumstances() const { return circumstances_; }
  // What is in force for a unit of that form.
  const PartsInForce& parts(const std::string& form);

 private:
  const SectionDefinition& definition_;
  Circumstances circumstances_;
  int expected_ = 0;
  std::map<std::string, int> count_;  // by form
  std::map<std::string, PartsInForce> parts_;
};

}  // namespace cchc
