// A value as text in the form: as shown, as edited, and read back from what is typed.
#pragma once
#include <string>
#include <string_view>

#include "core/definition/definition.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// As the form shows it: figures grouped, money in the field's entry unit, dates as dd/mm/yyyy, choices by label. "" for
// blank.
std::string shownText(const FieldDefinition& field, const Value& value, Words words);
// The text that the editor starts with. readTypedValue reads it back as the same value.
std::string editText(const FieldDefinition& field, const Value& value, Words words);
// Reads what was typed. Dots are accepted only as exact groups of thousands; a comma starts the decimals. Money is in
// the entry unit, unless "tỷ", "triệu", "nghìn" or "đồng" is named. `before` is the value that the text replaces; the
// parts of a document that cannot be typed, such as its role, are kept from it.
// Errors, without a place: value.*, text.*
Result<Value> readTypedValue(const FieldDefinition& field, std::string_view text, const Value& before = {});
// Reads an amount of money, typed or from a sheet; it is in 10^power đồng, unless a unit follows it. Errors, without a
// place:
//   value.not-a-number, value.ambiguous-number
//   value.qualifier-not-allowed   "trên", "ước" … in a field that does not allow it
//   those of cellValue
Result<Value> readMoney(const FieldDefinition& field, std::string_view text, int power);
// "II.5 Cải cách tài chính công": the section's place in the outline and its title.
std::string sectionTitle(const SectionDefinition& definition, Words words);
// "đồng", "triệu đồng", "%": the unit that is shown next to the figure.
std::string unitText(const FieldDefinition& field, Words words);
// "177 tỷ 357 triệu đồng", to check a long figure by; "" if the value is not money.
std::string amountInWords(const FieldDefinition& field, const Value& value);

}  // namespace cchc::presentation
