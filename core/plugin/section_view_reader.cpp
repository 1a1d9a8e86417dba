#include "core/plugin/section_view_reader.h"

#include <utility>

#include "core/plugin/boundary.h"
#include "core/plugin/section_functions.h"

namespace cchc {
namespace {

using boundary::wanted;

bool holdsDocuments(const FieldDefinition& field) {
  return field.type == FieldType::document || field.type == FieldType::documents;
}

}  // namespace

SectionViewReader::SectionViewReader(const SectionView& view) : view_(view), raw_(sectionFunctions()) {
  raw_.version = static_cast<std::uint32_t>(view.definition->definition().version);
  raw_.self = this;
}

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

const Effective* SectionViewReader::effective(const cchc_place* place) const {
  if (!boundary::usable(place)) return nullptr;
  const auto& form = view_.definition->definition();
  if (place->table.size == 0) {
    const auto field = form.fieldIndex(wanted(place->field));
    if (!field || !view_.evaluation->fields[*field].relevant) return nullptr;
    return &view_.evaluation->fields[*field];
  }
  const auto table = tableOf(wanted(place->table));
  if (!table || place->row >= view_.data->tables[*table].rows.size()) return nullptr;
  const auto column = columnOf(form.tables[*table], wanted(place->field));
  if (!column) return nullptr;
  const auto& cell = view_.evaluation->cells[*table][place->row][*column];
  return cell.relevant ? &cell : nullptr;
}

const Value* SectionViewReader::entered(const cchc_place* place) const {
  if (!boundary::usable(place)) return nullptr;
  const auto& form = view_.definition->definition();
  if (place->table.size == 0) {
    const auto field = form.fieldIndex(wanted(place->field));
    return field && view_.evaluation->inForce.field(*field) ? &view_.data->fields[*field] : nullptr;
  }
  const auto table = tableOf(wanted(place->table));
  if (!table || place->row >= view_.data->tables[*table].rows.size()) return nullptr;
  const auto column = columnOf(form.tables[*table], wanted(place->field));
  if (!column || !view_.evaluation->inForce.cell(*table, place->row, *column)) return nullptr;
  return &view_.data->tables[*table].rows[place->row].cells[*column];
}

cchc_text SectionViewReader::storeText(std::string text) const {
  return boundary::view(texts_.emplace_back(std::move(text)));
}

bool SectionViewReader::text(const cchc_place* place, cchc_text* out) const {
  const auto* found = effective(place);
  if (found == nullptr || found->value().blank() || out == nullptr) return false;
  const auto& content = found->value().content;
  if (const auto* string = std::get_if<std::string>(&content)) return *out = boundary::view(*string), true;
  if (const auto* yes = std::get_if<bool>(&content)) return *out = boundary::view(*yes ? "yes" : "no"), true;
  if (std::holds_alternative<Choices>(content)) return *out = storeText(lexical(found->value())), true;
  return false;
}

bool SectionViewReader::number(const cchc_place* place, cchc_number* out) const {
  const auto* found = effective(place);
  const auto* number = found != nullptr ? found->value().number() : nullptr;
  if (number == nullptr || out == nullptr) return false;
  *out = boundary::numberOf(*number);
  return true;
}

bool SectionViewReader::date(const cchc_place* place, cchc_date* out) const {
  const auto* found = effective(place);
  const auto* date = found != nullptr ? std::get_if<Date>(&found->value().content) : nullptr;
  if (date == nullptr || out == nullptr) return false;
  *out = boundary::dateOf(*date);
  return true;
}

bool SectionViewReader::range(const cchc_place* place, cchc_date* from, cchc_date* to) const {
  const auto* found = effective(place);
  const auto* range = found != nullptr ? std::get_if<DateRange>(&found->value().content) : nullptr;
  if (range == nullptr || from == nullptr || to == nullptr) return false;
  *from = boundary::dateOf(range->from);
  *to = boundary::dateOf(range->to);
  return true;
}

bool SectionViewReader::stated(const cchc_place* place, cchc_number* out) const {
  const auto* value = entered(place);
  const auto* number = value != nullptr ? value->number() : nullptr;
  if (number == nullptr || out == nullptr) return false;
  *out = boundary::numberOf(*number);
  return true;
}

std::size_t SectionViewReader::documentCount(const cchc_place* place) const {
  const auto* found = effective(place);
  const auto* documents = found != nullptr ? found->value().documents() : nullptr;
  return documents == nullptr ? 0 : documents->size();
}

bool SectionViewReader::document(const cchc_place* place, std::uint64_t index, cchc_document* out) const {
  if (out == nullptr || index >= documentCount(place)) return false;
  const auto& document = (*effective(place)->value().documents())[index];
  const auto& symbol = texts_.emplace_back(symbolOf(document));
  return boundary::give(boundary::documentOf(document, symbol), out);
}

std::size_t SectionViewReader::rowCount(std::string_view table) const {
  const auto index = view_.definition->definition().tableIndex(table);
  return index && view_.evaluation->inForce.table(*index) ? view_.data->tables[*index].rows.size() : 0;
}

bool SectionViewReader::rowId(std::string_view table, std::uint64_t row, cchc_text* out) const {
  const auto index = view_.definition->definition().tableIndex(table);
  if (!index || row >= view_.data->tables[*index].rows.size() || out == nullptr) return false;
  *out = boundary::view(view_.data->tables[*index].rows[row].id);
  return true;
}

// A check of all citations asks for them one by one, so they are listed once.
const std::vector<cchc_place>& SectionViewReader::documentPlaces() const {
  if (documentPlaces_) return *documentPlaces_;
  auto& places = documentPlaces_.emplace();
  const auto add = [&](std::string_view field, std::string_view table, std::size_t row) {
    places.push_back({sizeof(cchc_place), 0, boundary::view(field), boundary::view(table), row});
  };
  const auto& form = view_.definition->definition();
  for (const auto& field : form.fields) {
    if (holdsDocuments(field)) add(field.id, {}, 0);
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    for (std::size_t row = 0; row < view_.data->tables[t].rows.size(); ++row) {
      for (const auto& column : form.tables[t].columns) {
        if (holdsDocuments(column)) add(column.id, form.tables[t].id, row);
      }
    }
  }
  return places;
}

bool SectionViewReader::documentPlace(std::uint64_t index, cchc_place* out) const {
  return index < documentPlaceCount() && boundary::give(documentPlaces()[index], out);
}

Result<Place> SectionViewReader::place(const cchc_place* place) const {
  CCHC_CHECK(boundary::sized(place, "cchc_place"));
  CCHC_TRY(const auto field, boundary::line(place->field, "cchc_place.field"));
  CCHC_TRY(const auto table, boundary::line(place->table, "cchc_place.table"));
  const auto& form = view_.definition->definition();
  const auto unknown = [&] {
    auto name = table.empty() ? field : table + "[" + std::to_string(place->row) + "]." + field;
    return fail("plugin.unknown-place", {}, {{"given", std::move(name)}});
  };
  if (table.empty()) {
    if (!form.fieldIndex(field) && !form.tableIndex(field)) return unknown();
    return Place::ofField(field);
  }
  cchc_text row{};
  const auto index = form.tableIndex(table);
  if (!index || !rowId(table, place->row, &row)) return unknown();
  if (!field.empty() && !form.tables[*index].columnIndex(field)) return unknown();
  return Place::ofCell(table, std::string(wanted(row)), field);
}

bool SectionViewReader::inForce(const Place& place) const {
  return view_.evaluation->inForce.place(view_.definition->definition(), place);
}

Label SectionViewReader::label(const cchc_place& place) const {
  const auto known = this->place(&place);
  if (!known) return {};
  return placeLabel(view_.definition->definition(), *view_.data, *known);
}

bool SectionViewReader::labelText(const cchc_place* place, const cchc_text& language, cchc_text* out) const {
  const auto in = boundary::language(language);
  if (!boundary::usable(place) || !in || out == nullptr) return false;
  auto known = label(*place);
  if (known.empty()) return false;
  *out = storeText(known.in(*in));
  return true;
}

}  // namespace cchc
