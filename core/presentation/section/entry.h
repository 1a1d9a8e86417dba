// A value as it is shown in a form, as it is typed, and back.
#pragma once
#include "core/definition/definition.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// As the form shows it: grouped, money in the field's entry unit, dates as dd/mm/yyyy, choices by label. "" for blank.
std::string shownText(const FieldDefinition& field, const Value& value, Words words);
// As it stands in the editor when the field is entered: what typeValue reads back as the same value.
std::string editText(const FieldDefinition& field, const Value& value, Words words);
// What was typed. Dots only as exact thousands groups, comma for decimals; money in the entry unit unless "tỷ", "triệu"
// or "đồng" is named. Codes value.*, text.*. `before`: what stood there; parts of a document that are not typed (its
// role) stay.
Result<Value> typeValue(const FieldDefinition& field, std::string_view text, const Value& before = {});
// A sum of money as typed or in a sheet, in 10^power đồng unless a unit is named behind it.
Result<Value> moneyIn(const FieldDefinition& field, std::string_view text, int power);
// "II.5 Cải cách tài chính công"
std::string sectionTitle(const SectionDefinition& definition, Words words);
// "đồng", "triệu đồng", "%": what stands beside the figure.
std::string unitText(const FieldDefinition& field, Words words);
// A sum in words of size, "177 tỷ 357 triệu đồng", to read a long figure by; "" for what is no money.
std::string reading(const FieldDefinition& field, const Value& value);

}  // namespace cchc::presentation
