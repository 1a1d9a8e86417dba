#include "core/plugin/row_collector.h"

#include <algorithm>
#include <utility>

#include "core/base/digest.h"
#include "core/base/reading/figure.h"
#include "core/base/text.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/values/sheet_value.h"
#include "core/exchange/values/value_check.h"
#include "core/plugin/boundary.h"

namespace cchc {
namespace {

// Calls `body` with the collector of `self`. No exception may reach the plugin, and only a lack of memory throws here.
template <class Body>
void withCollector(void* self, const Body& body) noexcept {
  if (!LiveSelf::mayUse(self)) return;
  try {
    body(*static_cast<RowCollector*>(self));
  } catch (...) {
    return;
  }
}

void beginRowOf(void* self, cchc_text table, uint64_t line) {
  withCollector(self, [&](RowCollector& collector) { collector.beginRow(table, line); });
}
void takeValue(void* self, cchc_text field, cchc_text value, const cchc_reading_context* context) {
  withCollector(self, [&](RowCollector& collector) { collector.value(field, value, context); });
}
void takeCell(void* self, cchc_text field, uint64_t row, uint64_t column, const cchc_reading_context* context) {
  withCollector(self, [&](RowCollector& collector) { collector.cell(field, row, column, context); });
}
void takeNumber(void* self, cchc_text field, cchc_number number) {
  withCollector(self, [&](RowCollector& collector) { collector.number(field, number); });
}
void takeDocument(void* self, cchc_text field, const cchc_document* document) {
  withCollector(self, [&](RowCollector& collector) { collector.document(field, document); });
}
void takeRefusal(void* self, uint64_t line, cchc_text code, const cchc_argument* arguments, uint64_t count) {
  withCollector(self, [&](RowCollector& collector) { collector.refuse(line, code, arguments, count); });
}

}  // namespace

RowCollector::RowCollector(const SectionDefinition& definition, const PartsInForce& parts,
                           const PluginMessages& messages, const Period* period, const CellsView* cells,
                           std::string_view text, Imported& imported)
    : definition_(definition),
      parts_(parts),
      messages_(messages),
      cells_(cells),
      imported_(imported),
      year_(period == nullptr ? 0 : period->end.year) {
  raw_.size = sizeof raw_;
  raw_.self = this;
  if (period != nullptr) {
    raw_.period_year = period->end.year;
    raw_.period_start = boundary::dateOf(period->start);
    raw_.period_end = boundary::dateOf(period->end);
    raw_.period_span = period->span == PeriodSpan::inPeriod ? CCHC_IN_THE_PERIOD : CCHC_CUMULATIVE;
  }
  raw_.version = static_cast<std::uint32_t>(definition.version);
  raw_.cells = cells == nullptr ? nullptr : &cells->raw();
  raw_.text = boundary::view(text);
  raw_.begin_row = &beginRowOf;
  raw_.value = &takeValue;
  raw_.cell = &takeCell;
  raw_.number = &takeNumber;
  raw_.document = &takeDocument;
  raw_.refuse = &takeRefusal;
}

void RowCollector::refuseAt(std::string place, Error error) {
  if (imported_.refused.size() >= boundary::mostRows) return;  // nobody reads so many
  error.place = std::move(place);
  error.kind = ErrorKind::refusal;
  imported_.refused.push_back(std::move(error));
}

std::string RowCollector::positionOf(const FieldDefinition* field) const {
  std::string position = line_ == 0 ? std::string() : std::to_string(line_);
  if (field != nullptr) position += (position.empty() ? "" : ", ") + field->label.vi;
  return position;
}

void RowCollector::beginRow(const cchc_text& table, std::uint64_t line) {
  line_ = line;
  // A new id; which row of the section it is, is decided later (exchange/importing/row_matching.h).
  given_.clear();
  row_ = "n" + newId().substr(0, 8) + std::to_string(++rows_);
  table_ = "?";  // of no definition: the values of a row that cannot be begun are refused with it
  if (auto few = boundary::atMost(rows_, boundary::mostRows, "cchc_import_context.begin_row"); !few)
    return refuseAt(positionOf(nullptr), few.error());
  const auto id = boundary::id(table, "cchc_import_context.begin_row");
  if (!id) return refuseAt(positionOf(nullptr), id.error());
  const auto index = definition_.tableIndex(*id);
  if (!index || definition_.tables[*index].fixed)
    return refuseAt(positionOf(nullptr), {"plugin.importer-field", {}, {{"given", *id}}, ErrorKind::refusal});
  if (!parts_.table(*index)) return refuseAt(positionOf(nullptr), notInForce(definition_, *id).value());
  table_ = *id;
  imported_.values.rows.push_back({table_, row_, false});
  imported_.lines.push_back(static_cast<std::size_t>(line));
}

void RowCollector::finish() {
  auto& values = imported_.values;
  std::set<std::string> filled;
  for (const auto& edit : values.values) {
    if (const auto* cell = edit.place.cell()) filled.insert(cell->row);
  }
  std::vector<RowEdit> rows;
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < values.rows.size(); ++i) {
    auto& row = values.rows[i];
    if (refusedLines_.contains(imported_.lines[i])) wrongRows_.insert(row.row);
    if (wrongRows_.contains(row.row) || !filled.contains(row.row)) continue;
    rows.push_back(std::move(row));
    lines.push_back(imported_.lines[i]);
  }
  std::erase_if(values.values, [&](const ValueEdit& edit) {
    const auto* cell = edit.place.cell();
    return cell != nullptr && wrongRows_.contains(cell->row);
  });
  values.rows = std::move(rows);
  imported_.lines = std::move(lines);
}

RowCollector::Target RowCollector::findTarget(const cchc_text& fieldOrColumn) {
  if (table_ == "?") return {};
  const auto id = boundary::id(fieldOrColumn, "cchc_import_context.value");
  if (!id) {
    wrongRows_.insert(row_);
    refuseAt(positionOf(nullptr), id.error());
    return {};
  }
  Target target;
  if (table_.empty()) {
    target.place = Place::ofField(*id);
    if (const auto field = definition_.fieldIndex(*id)) target.field = &definition_.fields[*field];
  } else {
    target.place = Place::ofCell(table_, row_, *id);
    const auto& table = definition_.tables[*definition_.tableIndex(table_)];
    if (const auto column = table.columnIndex(*id)) target.field = &table.columns[*column];
  }
  if (target.field == nullptr) {
    wrongRows_.insert(row_);
    refuseAt(positionOf(nullptr), {"plugin.importer-field", {}, {{"given", *id}}, ErrorKind::refusal});
  }
  return target;
}

Value* RowCollector::given(const FieldDefinition& field) {
  const auto found = given_.find(&field);
  return found == given_.end() ? nullptr : &imported_.values.values[found->second].value;
}

void RowCollector::add(Target target, Result<Value> value, std::string position) {
  if (value && value->blank()) return;
  if (value && given(*target.field) != nullptr) {
    const auto& label = target.field->label;
    value = fail("values.duplicate", {}, {{"label", label.vi}, {"label_en", label.in(Language::en)}});
  }
  if (value) {
    if (auto allowed = checkInForce(definition_, parts_, target.place, *value); !allowed)
      value = fail(std::move(allowed).error());
  }
  if (value) {
    given_.emplace(target.field, imported_.values.values.size());
    imported_.values.values.push_back({std::move(target.place), std::move(*value)});
    return;
  }
  // A row of which something is wrong does not come in without it.
  wrongRows_.insert(row_);
  refuseAt(position.empty() ? positionOf(target.field) : std::move(position), std::move(value).error());
}

Result<reading::Context> RowCollector::contextOf(const cchc_reading_context* given, reading::Marks marks) const {
  if (given == nullptr) return reading::Context{marks, 0, year_};
  return boundary::readingContext(given);
}

void RowCollector::value(const cchc_text& fieldOrColumn, const cchc_text& value, const cchc_reading_context* context) {
  auto target = findTarget(fieldOrColumn);
  if (target.field == nullptr) return;
  const auto with = contextOf(context, reading::Marks::vietnamese);
  if (!with) return add(std::move(target), fail(with.error()));
  auto text = boundary::text(value, "cchc_import_context.value");
  if (!text) return add(std::move(target), fail(std::move(text).error()));
  if (isError(*text)) return add(std::move(target), fail("value.cell-error", {}, {{"given", shortened(*text)}}));
  auto read = cellValue(*target.field, SheetCell::ofText(std::move(*text)), *with);
  add(std::move(target), std::move(read));
}

bool RowCollector::isError(std::string_view text) const {
  if (cells_ == nullptr || !text.starts_with('#')) return false;
  const auto& rows = cells_->sheet().rows;
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const SheetRow& each) { return each.number == line_; });
  return row != rows.end() && std::any_of(row->cells.begin(), row->cells.end(), [&](const SheetCell& cell) {
           return cell.kind == SheetCell::Kind::error && cell.text == text;
         });
}

reading::Marks RowCollector::marksOf(std::size_t column) {
  const auto [known, isNew] = marks_.try_emplace(column, reading::Marks::vietnamese);
  if (!isNew) return known->second;
  const auto& sheet = cells_->sheet();
  std::vector<std::string_view> texts;
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    const auto& cell = sheet.at(row, column);
    if (cell.kind == SheetCell::Kind::text) texts.push_back(cell.text);
  }
  known->second = reading::marksOf(texts).value_or(reading::Marks::vietnamese);
  return known->second;
}

void RowCollector::cell(const cchc_text& fieldOrColumn, std::uint64_t row, std::uint64_t column,
                        const cchc_reading_context* context) {
  auto target = findTarget(fieldOrColumn);
  if (target.field == nullptr) return;
  if (cells_ == nullptr || !cells_->contains(row, column)) {
    return add(std::move(target),
               fail("plugin.no-cell", {}, {{"row", std::to_string(row)}, {"column", std::to_string(column)}}));
  }
  const auto& sheet = cells_->sheet();
  auto position = sheet.name.empty() ? std::to_string(sheet.rows[row].number)
                                     : cellPosition(sheet, sheet.name, sheet.rows[row], column);
  const auto with = contextOf(context, context == nullptr ? marksOf(column) : reading::Marks::vietnamese);
  if (!with) return add(std::move(target), fail(with.error()), std::move(position));
  auto read = sheetValue(sheet, row, column, *target.field, *with);
  add(std::move(target), std::move(read), std::move(position));
}

void RowCollector::number(const cchc_text& fieldOrColumn, const cchc_number& number) {
  auto target = findTarget(fieldOrColumn);
  if (target.field == nullptr) return;
  const auto known = boundary::number(number, "cchc_number");
  if (!known) return add(std::move(target), fail(known.error()));
  if (auto enterable = checkEnterable(*target.field); !enterable)
    return add(std::move(target), fail(std::move(enterable).error()));
  // Its zeros behind the comma say nothing about the field's decimals.
  const auto shortest = known->normalised();
  if (!isNumeric(target.field->type))
    return add(std::move(target), fail("value.unexpected-element", {}, {{"element", "number"}}));
  Value read{shortest};
  if (auto fits = checkValue(*target.field, read); !fits) return add(std::move(target), fail(std::move(fits).error()));
  add(std::move(target), std::move(read));
}

void RowCollector::document(const cchc_text& fieldOrColumn, const cchc_document* document) {
  auto target = findTarget(fieldOrColumn);
  if (target.field == nullptr) return;
  auto reference = boundary::document(document);
  if (!reference) return add(std::move(target), fail(std::move(reference).error()));
  if (auto enterable = checkEnterable(*target.field); !enterable)
    return add(std::move(target), fail(std::move(enterable).error()));
  if (target.field->type != FieldType::document && target.field->type != FieldType::documents)
    return add(std::move(target), fail("value.unexpected-element", {}, {{"element", "document"}}));
  if (auto sound = checkDocument(*reference); !sound) return add(std::move(target), fail(std::move(sound).error()));
  auto* before = target.field->type == FieldType::documents ? given(*target.field) : nullptr;
  if (auto* documents = before == nullptr ? nullptr : std::get_if<Documents>(&before->content))
    documents->push_back(std::move(*reference));
  else
    add(std::move(target), Value{Documents{std::move(*reference)}});
}

void RowCollector::refuse(std::uint64_t line, const cchc_text& code, const cchc_argument* arguments,
                          std::uint64_t count) {
  const auto place = line == 0 ? std::string() : std::to_string(line);
  if (line != 0) refusedLines_.insert(static_cast<std::size_t>(line));
  auto known = boundary::code(code, "cchc_import_context.refuse");
  if (!known) return refuseAt(place, known.error());
  auto parameters = boundary::arguments(arguments, count, "cchc_import_context.refuse");
  if (!parameters) return refuseAt(place, parameters.error());
  const auto own = messages_.find(*known);
  if (own == messages_.end())
    return refuseAt(place, {"plugin.unknown-code", {}, {{"given", std::move(*known)}}, ErrorKind::refusal});
  const auto& texts = own->second;
  refuseAt(place, {"plugin.importer-refused",
                   {},
                   {{"reason", std::move(*known)},
                    {"vi", fillPlaceholders(texts.vi, *parameters)},
                    {"fix_vi", fillPlaceholders(texts.viFix, *parameters)},
                    {"en", fillPlaceholders(texts.en, *parameters)},
                    {"fix_en", fillPlaceholders(texts.enFix, *parameters)}},
                   ErrorKind::refusal});
}

}  // namespace cchc
