#include "core/presentation/import/import_words.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/rules/compiled_definition.h"

namespace cchc::presentation {
namespace {

using Kind = ColumnMeaning::Kind;

// In the order of importing::documentParts.
constexpr std::array<std::string_view, importing::documentParts.size()> partCodes = {
    "import.meaning.document.date", "import.meaning.document.issuer", "import.meaning.document.title",
    "import.meaning.document.for-year", "import.meaning.document.role"};

}  // namespace

std::vector<MeaningChoice> meaningsFor(const SectionDefinition& definition, std::optional<std::size_t> table,
                                       Words words) {
  std::vector<MeaningChoice> all{{{}, words("import.meaning.ignored")},
                                 {{Kind::count, 0, 0}, words("import.meaning.count")},
                                 {{Kind::unit, 0, 0}, words("import.meaning.unit")}};
  if (!table) {
    all.push_back({{Kind::fieldName, 0, 0}, words("import.meaning.field-name")});
    all.push_back({{Kind::figure, 0, 0}, words("import.meaning.figure")});
    all.push_back({{Kind::qualifier, 0, 0}, words("import.meaning.qualifier")});
    return all;
  }
  const auto& form = definition.tables[*table];
  all.push_back({{Kind::rowName, 0, 0}, words(form.fixed ? "import.meaning.row-name" : "import.meaning.row-id")});
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const auto& column = form.columns[i];
    if (!column.enterable() || column.type == FieldType::attachment) continue;
    const auto label = column.label.in(words.language);
    all.push_back({{Kind::column, i, 0}, label});
    if (column.type != FieldType::document) continue;
    for (std::size_t part = 0; part < partCodes.size(); ++part)
      all.push_back({{Kind::documentPart, i, part}, label + " · " + words(partCodes[part])});
  }
  return all;
}

bool hasMoney(const SectionDefinition& definition, const SheetMapping& mapping) {
  if (!mapping.table)
    return std::any_of(definition.fields.begin(), definition.fields.end(), [](const FieldDefinition& field) {
      return field.type == FieldType::money && field.enterable();
    });
  return std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const ColumnMeaning& meaning) {
    return meaning.kind == Kind::column &&
           definition.tables[*mapping.table].columns[meaning.column].type == FieldType::money;
  });
}

std::string whatIsWrong(const ImportFinding& finding, Words words) {
  const auto [what, fix] = message(finding.error, words.language);
  return upperFirst(what) + (fix.empty() ? "" : ". " + upperFirst(fix));
}

std::string changeText(const ImportChange& change, Words words) {
  const auto shown = [](const std::string& value) { return value.empty() ? std::string("—") : value; };
  return change.label.in(words.language) + ": " + shown(change.before) + " → " + shown(change.after);
}

}  // namespace cchc::presentation
