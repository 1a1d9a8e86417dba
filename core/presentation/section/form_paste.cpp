// Pasting a column of cells into the fields of a form.
#include <utility>

#include "core/base/reading/figure.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/presentation/section/form.h"
#include "core/presentation/section/step_name.h"

namespace cchc::presentation {
namespace {

// The only cell of the line that has content, as its text.
Result<std::string> onlyCell(const SheetRow& line) {
  std::string text;
  for (const auto& cell : line.cells) {
    if (cell.kind == SheetCell::Kind::blank) continue;
    if (!text.empty()) return fail("form.paste-columns");
    text = cell.text;
  }
  return text;
}

}  // namespace

Status Form::paste(std::size_t row, std::string_view text) {
  if (editing_.locked()) return fail(*editing_.locked());
  const auto& definition = editing_.definition();
  std::vector<std::size_t> fields;
  for (auto i = row; i < rows_.size(); ++i) {
    if (rows_[i].kind == FormRow::Kind::field) fields.push_back(rows_[i].index);
  }
  const auto lines = readClipboard(text).rows;
  if (lines.size() > fields.size()) return fail("form.no-more-fields", {}, {{"fields", std::to_string(fields.size())}});
  std::vector<std::string> given;
  for (const auto& line : lines) {
    CCHC_TRY(auto cell, onlyCell(line));
    given.push_back(std::move(cell));
  }
  std::vector<std::string_view> figures;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (isNumeric(definition.fields[fields[i]].type)) figures.push_back(given[i]);
  }
  reading::Context context;
  context.marks = reading::marksOf(figures).value_or(reading::Marks::vietnamese);
  context.year = onlyYear(editing_.period());
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto& field = definition.fields[fields[i]];
    if (!field.enterable()) continue;
    const auto& before = editing_.data().fields[fields[i]];
    auto value = readTypedValue(field, given[i], before, context);
    if (!value) {
      auto error = value.error();
      error.place = field.label.in(words_.language);
      return fail(std::move(error));
    }
    if (auto allowed = checkInForce(definition, editing_.evaluation().inForce, Place::ofField(field.id), *value);
        !allowed)
      return fail(std::move(allowed).error());
    if (*value != before) edits.push_back(FieldEdit{fields[i], std::move(*value)});
  }
  if (edits.empty()) return {};
  return editing_.apply(
      {stepName("undo.paste-fields", {{"field", definition.fields[fields.front()].label}}), std::move(edits)});
}

}  // namespace cchc::presentation
