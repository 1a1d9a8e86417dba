// A value as text in the form: as shown, as edited, and read back from what is typed.
#pragma once
#include <string>
#include <string_view>

#include "core/base/reading/reading.h"
#include "core/definition/definition.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// The power of ten of đồng: 0, 6 or 9.
int entryPower(EntryUnit unit);
// As the form shows it: figures grouped, money in the field's entry unit, dates as dd/mm/yyyy, choices by label. "" for
// blank.
std::string shownText(const FieldDefinition& field, const Value& value, Words words);
// The text that the editor starts with. readTypedValue reads it back as the same value.
std::string editText(const FieldDefinition& field, const Value& value, Words words);
// Reads what was typed, as cellValue does. Money is in the field's entry unit, unless the text names another. `before`
// is the value that the text replaces; the parts of a document that cannot be typed, such as its role, are kept from
// it. `context`: the convention of marks and the year of the period (onlyYear in model/org_unit.h). Errors, without a
// place: value.*, text.*; a text with several meanings is value.ambiguous, which names each meaning
// ({meanings}) as it must be typed
Result<Value> readTypedValue(const FieldDefinition& field, std::string_view text, const Value& before = {},
                             reading::Context context = {});
// "II.5 Cải cách tài chính công": the section's place in the outline and its title.
std::string sectionTitle(const SectionDefinition& definition, Words words);
// "đồng", "triệu đồng", "%": the unit that is shown next to the figure.
std::string unitText(const FieldDefinition& field, Words words);
// "177 tỷ 357 triệu đồng", to check a long figure by; "" if the value is not money.
std::string amountInWords(const FieldDefinition& field, const Value& value);

}  // namespace cchc::presentation
