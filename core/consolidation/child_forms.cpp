#include "core/consolidation/child_forms.h"

namespace cchc {

void ChildForms::expect(const std::string& form) {
  addForm(circumstances_, form, expected_ == 0);
  ++expected_;
  ++count_[form];
}

std::vector<int> ChildForms::expectedByField() {
  std::vector<int> expected;
  if (!definition_.limited) return expected;
  expected.resize(definition_.fields.size());
  for (const auto& [form, count] : count_) {
    const auto& inForce = parts(form);
    for (std::size_t i = 0; i < expected.size(); ++i) expected[i] += inForce.field(i) ? count : 0;
  }
  return expected;
}

const PartsInForce& ChildForms::parts(const std::string& form) {
  const auto found = parts_.find(form);
  if (found != parts_.end()) return found->second;
  Circumstances circumstances{circumstances_.day, {}, {}};
  addForm(circumstances, form, true);
  return parts_.emplace(form, PartsInForce(definition_, std::move(circumstances))).first->second;
}

}  // namespace cchc
