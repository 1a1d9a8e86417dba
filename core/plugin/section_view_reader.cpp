#include "core/plugin/section_view_reader.h"

#include "core/plugin/convert.h"

namespace cchc {
namespace {

std::string_view chars(const plugin::Text& view) { return {view.data, view.size}; }
plugin::Text view(std::string_view text) { return {text.data(), text.size()}; }

plugin::Number numberOf(const Decimal& value) {
  __extension__ typedef unsigned __int128 Bits;
  const auto bits = static_cast<Bits>(value.mantissa());
  return {static_cast<std::int64_t>(bits >> 64U), static_cast<std::uint64_t>(bits), value.scale()};
}

}  // namespace

// A check reads many cells of one table one after the other, so the table that was read last is tried first.
std::optional<std::size_t> SectionViewReader::tableOf(std::string_view id) const {
  const auto& form = view_.definition->definition();
  if (!lastTable_ || form.tables[*lastTable_].id != id) lastTable_ = form.tableIndex(id);
  return lastTable_;
}

// It is nearly always the column that was read last, or the next one.
std::optional<std::size_t> SectionViewReader::columnOf(const TableDefinition& table, std::string_view id) const {
  for (const auto guess : {lastColumn_, lastColumn_ + 1}) {
    if (guess < table.columns.size() && table.columns[guess].id == id) return lastColumn_ = guess;
  }
  const auto found = table.columnIndex(id);
  if (found) lastColumn_ = *found;
  return found;
}

const Effective* SectionViewReader::effective(const plugin::Place& place) const {
  const auto& form = view_.definition->definition();
  if (place.table.size == 0) {
    const auto field = form.fieldIndex(chars(place.field));
    if (!field || !view_.evaluation->fields[*field].relevant) return nullptr;
    return &view_.evaluation->fields[*field];
  }
  const auto table = tableOf(chars(place.table));
  if (!table || place.row >= view_.data->tables[*table].rows.size()) return nullptr;
  const auto column = columnOf(form.tables[*table], chars(place.field));
  if (!column) return nullptr;
  const auto& cell = view_.evaluation->cells[*table][place.row][*column];
  return cell.relevant ? &cell : nullptr;
}

const Value* SectionViewReader::entered(const plugin::Place& place) const {
  const auto& form = view_.definition->definition();
  if (place.table.size == 0) {
    const auto field = form.fieldIndex(chars(place.field));
    return field ? &view_.data->fields[*field] : nullptr;
  }
  const auto table = tableOf(chars(place.table));
  if (!table || place.row >= view_.data->tables[*table].rows.size()) return nullptr;
  const auto column = columnOf(form.tables[*table], chars(place.field));
  return column ? &view_.data->tables[*table].rows[place.row].cells[*column] : nullptr;
}

plugin::Text SectionViewReader::storeText(std::string text) const { return view(texts_.emplace_back(std::move(text))); }

bool SectionViewReader::text(const plugin::Place& place, plugin::Text* out) const noexcept {
  const auto* found = effective(place);
  if (found == nullptr || found->value().blank()) return false;
  const auto& content = found->value().content;
  if (const auto* string = std::get_if<std::string>(&content)) return *out = view(*string), true;
  if (const auto* yes = std::get_if<bool>(&content)) return *out = view(*yes ? "yes" : "no"), true;
  if (std::holds_alternative<Choices>(content)) return *out = storeText(lexical(found->value())), true;
  return false;
}

bool SectionViewReader::number(const plugin::Place& place, plugin::Number* out) const noexcept {
  const auto* found = effective(place);
  const auto* number = found != nullptr ? found->value().number() : nullptr;
  if (number == nullptr) return false;
  *out = numberOf(*number);
  return true;
}

bool SectionViewReader::date(const plugin::Place& place, plugin::CalendarDate* out) const noexcept {
  const auto* found = effective(place);
  const auto* date = found != nullptr ? std::get_if<Date>(&found->value().content) : nullptr;
  if (date == nullptr) return false;
  *out = detail::calendarDate(*date);
  return true;
}

bool SectionViewReader::stated(const plugin::Place& place, plugin::Number* out) const noexcept {
  const auto* value = entered(place);
  const auto* number = value != nullptr ? value->number() : nullptr;
  if (number == nullptr) return false;
  *out = numberOf(*number);
  return true;
}

plugin::Qualifier SectionViewReader::qualifier(const plugin::Place& place) const noexcept {
  const auto* found = effective(place);
  return found == nullptr ? plugin::Qualifier::exact : static_cast<plugin::Qualifier>(found->value().qualifier);
}

plugin::DenominatorState SectionViewReader::denominator(const plugin::Place& place) const noexcept {
  const auto* value = entered(place);
  return value == nullptr ? plugin::DenominatorState::unspecified
                          : static_cast<plugin::DenominatorState>(value->denominator);
}

std::size_t SectionViewReader::documentCount(const plugin::Place& place) const noexcept {
  const auto* found = effective(place);
  const auto* documents = found != nullptr ? found->value().documents() : nullptr;
  return documents == nullptr ? 0 : documents->size();
}

bool SectionViewReader::document(const plugin::Place& place, std::size_t index, plugin::Document* out) const noexcept {
  if (index >= documentCount(place)) return false;
  const auto& document = (*effective(place)->value().documents())[index];
  out->type = view(document.type);
  out->number = view(document.number);
  out->year = view(document.year);
  out->issuerCode = view(document.issuerCode);
  out->issuer = view(document.issuer);
  out->title = view(document.title);
  out->implements = view(document.implements);
  out->symbol = storeText(symbolOf(document));
  out->date = document.date ? detail::calendarDate(*document.date) : plugin::CalendarDate{};
  out->forYear = document.forYear.value_or(0);
  out->role = static_cast<std::int32_t>(document.role);
  out->numberState = static_cast<plugin::NumberState>(document.numberState);
  return true;
}

std::size_t SectionViewReader::rowCount(const plugin::Text& table) const noexcept {
  const auto index = view_.definition->definition().tableIndex(chars(table));
  return index ? view_.data->tables[*index].rows.size() : 0;
}

bool SectionViewReader::rowId(const plugin::Text& table, std::size_t row, plugin::Text* out) const noexcept {
  const auto index = view_.definition->definition().tableIndex(chars(table));
  if (!index || row >= view_.data->tables[*index].rows.size()) return false;
  *out = view(view_.data->tables[*index].rows[row].id);
  return true;
}

namespace {

bool holdsDocuments(const FieldDefinition& field) {
  return field.type == FieldType::document || field.type == FieldType::documents;
}

// Calls `visit` for each place of the section that can hold documents, until it returns true.
template <class Visit>
void eachDocumentPlace(const SectionView& section, const Visit& visit) {
  const auto& form = section.definition->definition();
  for (const auto& field : form.fields) {
    if (holdsDocuments(field) && visit(plugin::Place{view(field.id), {}, 0})) return;
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    for (std::size_t row = 0; row < section.data->tables[t].rows.size(); ++row) {
      for (const auto& column : form.tables[t].columns) {
        if (holdsDocuments(column) && visit(plugin::Place{view(column.id), view(form.tables[t].id), row})) return;
      }
    }
  }
}

}  // namespace

std::size_t SectionViewReader::documentPlaceCount() const noexcept {
  std::size_t count = 0;
  eachDocumentPlace(view_, [&](const plugin::Place&) { return ++count, false; });
  return count;
}

bool SectionViewReader::documentPlace(std::size_t index, plugin::Place* out) const noexcept {
  std::size_t at = 0;
  bool found = false;
  eachDocumentPlace(view_, [&](const plugin::Place& place) {
    if (at++ != index) return false;
    *out = place;
    return found = true;
  });
  return found;
}

Label SectionViewReader::placeLabel(const plugin::Place& place) const {
  const auto& definition = view_.definition->definition();
  const std::string_view table = chars(place.table), field = chars(place.field);
  const auto index = definition.tableIndex(table);
  const auto column = index ? columnOf(definition.tables[*index], field) : std::nullopt;
  if (!column) return cchc::placeLabel(definition, placeText(place));
  const auto& form = definition.tables[*index];
  const auto label = [&](Language language) {
    return form.title.in(language) + ", " +
           cchc::text("form.cell", language,
                      {{"row", std::to_string(place.row + 1)}, {"column", form.columns[*column].label.in(language)}});
  };
  return {label(Language::vi), label(Language::en)};
}

std::string SectionViewReader::placeText(const plugin::Place& place) const {
  std::string field(chars(place.field));
  if (place.table.size == 0) return field;
  plugin::Text row;
  const std::string id = rowId(place.table, place.row, &row) ? std::string(chars(row)) : std::to_string(place.row);
  return cchc::placeText(Place{{}, std::string(chars(place.table)), id, field, {}});
}

}  // namespace cchc
