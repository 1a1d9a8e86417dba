#include "core/app/forms/sample_values.h"

#include <cstdint>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/base/texts.h"

namespace cchc {
namespace {

constexpr Date sampleDay{2025, 3, 14};

Decimal within(Decimal number, const FieldDefinition& field) {
  if (field.maximum && *field.maximum < number) number = *field.maximum;
  if (field.minimum && number < *field.minimum) number = *field.minimum;
  return number;
}

// `n`: makes the values of neighbouring fields differ.
Decimal numberOf(const FieldDefinition& field, std::int64_t n) {
  switch (field.type) {
    case FieldType::money:
      return within(Decimal((n % 7 + 1) * 1'250'000'000), field);
    case FieldType::decimal:
    case FieldType::percent:
    case FieldType::rate:
      return within(Decimal(80 + n % 19), field);
    default:
      return within(Decimal(20 + 13 * (n % 9)), field);
  }
}

Documents documentOf(std::int64_t n) {
  DocumentReference document;
  document.type = "KH";
  document.number = std::to_string(10 + n % 90);
  document.issuerCode = "UBND";
  document.date = sampleDay;
  document.title = text("form-preview.title", Language::vi, {});
  return {document};
}

Value sampleOf(const FieldDefinition& field, std::int64_t n) {
  if (field.defaultValue) return *field.defaultValue;
  switch (field.type) {
    case FieldType::date:
      return Value{sampleDay};
    case FieldType::dateRange:
      return Value{DateRange{sampleDay, Date{2025, 4, 14}}};
    case FieldType::text:
    case FieldType::longText: {
      auto sample = text("form-preview.text", Language::vi, {});
      return Value{lengthOf(sample) <= field.maxLength ? std::move(sample)
                                                       : std::string("2025").substr(0, field.maxLength)};
    }
    case FieldType::choice:
      return Value{field.choices[static_cast<std::size_t>(n) % field.choices.size()].value};
    case FieldType::choices:
      return Value{Choices{field.choices.front().value}};
    case FieldType::yesNo:
      return Value{true};
    case FieldType::document:
    case FieldType::documents:
      return Value{documentOf(n)};
    case FieldType::attachment:
      return {};
    default:
      return Value{numberOf(field, n)};
  }
}

}  // namespace

SectionData sampleValues(const SectionDefinition& definition) {
  auto data = emptyData(definition);
  std::int64_t n = 0;
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    if (!definition.fields[i].computed()) data.fields[i] = sampleOf(definition.fields[i], n++);
  }
  for (std::size_t t = 0; t < definition.tables.size(); ++t) {
    const auto& table = definition.tables[t];
    if (table.id == "other_facts") continue;
    auto& rows = data.tables[t].rows;
    for (int r = 1; !table.fixed && r <= 2; ++r) {
      auto& row = rows.emplace_back();
      row.id = "r" + std::to_string(r);
      row.cells.resize(table.columns.size());
    }
    for (auto& row : rows) {
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (!table.columns[c].computed()) row.cells[c] = sampleOf(table.columns[c], n++);
      }
    }
  }
  return data;
}

}  // namespace cchc
