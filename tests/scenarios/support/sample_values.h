// The typed values of the demonstration, as `cchc show` gives them, and another value for each.
#pragma once
#include <string>
#include <vector>

#include "tests/scenarios/support/report_index.h"

namespace cchc::test {

enum class ValueKind { number, date, document, text };

struct SampleValue {
  std::string definition, unit;
  std::string table, row, id;  // a field when `table` is empty; `id` is the field or column
  ValueKind kind = ValueKind::number;
  std::string xml;  // the <field> or <cell> of the values file

  std::string name() const;  // "office.commune 10945 dossiers[land].received"
  Node node() const;         // where the report has it, or its sum
};

// Every number, date, document and text of the 27 sections, in order of section and place.
std::vector<SampleValue> sampleValues();
// Content for a values file that changes it: `attempt` 0 and 1 differ, for values that a rule holds from one side.
std::string changedValue(const SampleValue& value, int attempt);

}  // namespace cchc::test
