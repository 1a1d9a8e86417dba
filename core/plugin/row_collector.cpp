#include "core/plugin/row_collector.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/exchange/values/value_check.h"
#include "core/plugin/convert.h"

namespace cchc {

void RowCollector::beginRow(const plugin::Text& table) noexcept {
  table_ = detail::owned(table);
  // A new id, so that an import adds rows and never overwrites existing ones.
  row_ = "n" + newId().substr(0, 8) + std::to_string(++rows_);
  if (definition_.tableIndex(table_)) imported_.values.rows.push_back({table_, row_, false});
}

const FieldDefinition* RowCollector::findTarget(std::string_view id, Place& place) const {
  if (table_.empty()) {
    place = Place::ofField(std::string(id));
    const auto field = definition_.fieldIndex(id);
    return field ? &definition_.fields[*field] : nullptr;
  }
  place = Place::ofCell(table_, row_, std::string(id));
  const auto table = definition_.tableIndex(table_);
  const auto column = table ? definition_.tables[*table].columnIndex(id) : std::nullopt;
  return column ? &definition_.tables[*table].columns[*column] : nullptr;
}

void RowCollector::refuseCell(Error error, const Place& place) {
  error.place = placeText(place);
  imported_.refused.push_back(std::move(error));
}

void RowCollector::cell(const plugin::Text& fieldOrColumn, const plugin::Text& value) noexcept {
  Place place;
  const auto* field = findTarget(detail::owned(fieldOrColumn), place);
  if (field == nullptr) {
    imported_.refused.push_back({"plugin.importer-field", detail::owned(fieldOrColumn), {}, ErrorKind::refusal});
    return;
  }
  if (const auto enterable = checkEnterable(*field); !enterable) return refuseCell(enterable.error(), place);
  const auto text =
      field->type == FieldType::longText ? normaliseText(detail::owned(value)) : normaliseLine(detail::owned(value));
  if (!text) return refuseCell(text.error(), place);
  Value read;
  if (const auto fits = assignLexical(*field, *text, read); !fits) return refuseCell(fits.error(), place);
  imported_.values.values.push_back({std::move(place), std::move(read)});
}

void RowCollector::document(const plugin::Text& fieldOrColumn, const plugin::Document& document) noexcept {
  Place place;
  const auto* field = findTarget(detail::owned(fieldOrColumn), place);
  if (field == nullptr) {
    imported_.refused.push_back({"plugin.importer-field", detail::owned(fieldOrColumn), {}, ErrorKind::refusal});
    return;
  }
  if (const auto enterable = checkEnterable(*field); !enterable) return refuseCell(enterable.error(), place);
  if (field->type != FieldType::document && field->type != FieldType::documents)
    return refuseCell({"value.unexpected-element", "", {{"element", "document"}}, ErrorKind::refusal}, place);
  DocumentReference reference;
  for (const auto& [part, target] :
       {std::pair{&document.type, &reference.type}, std::pair{&document.number, &reference.number},
        std::pair{&document.year, &reference.year}, std::pair{&document.issuerCode, &reference.issuerCode},
        std::pair{&document.issuer, &reference.issuer}, std::pair{&document.title, &reference.title},
        std::pair{&document.implements, &reference.implements}}) {
    auto line = normaliseLine(detail::owned(*part));
    if (!line) return refuseCell(line.error(), place);
    *target = std::move(*line);
  }
  if (document.date.year != 0) reference.date = Date{document.date.year, document.date.month, document.date.day};
  if (document.forYear != 0) reference.forYear = document.forYear;
  reference.role = static_cast<DocumentRole>(document.role);
  reference.numberState = static_cast<NumberState>(document.numberState);
  if (const auto sound = checkDocument(reference); !sound) return refuseCell(sound.error(), place);
  imported_.values.values.push_back({std::move(place), Value{Documents{std::move(reference)}}});
}

void RowCollector::refuse(std::size_t line, const plugin::Text& code, const plugin::Argument* arguments,
                          std::size_t count) noexcept {
  Error error{detail::owned(code), std::to_string(line), {}, ErrorKind::refusal};
  for (std::size_t i = 0; i < count; ++i)
    error.parameters.push_back({detail::owned(arguments[i].name), detail::owned(arguments[i].value)});
  imported_.refused.push_back(std::move(error));
}

}  // namespace cchc
