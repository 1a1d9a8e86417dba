#include "core/exchange/importing/beside_value.h"

#include <string>
#include <utility>

#include "core/base/reading/qualifier.h"
#include "core/base/text.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/exchange/importing/sheet_units.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/values/sheet_value.h"

namespace cchc::importing {

Result<Qualifier> namedQualifier(std::string_view word, const FieldDefinition& field, const Value& value) {
  auto rest = word;
  auto named = qualifierOf(word);
  if (!named) named = reading::takeQualifier(rest);
  const bool known = named && (rest.empty() || rest == word);
  const bool allowed =
      known && (*named == Qualifier::exact || (isNumeric(field.type) && field.allows(*named) && !value.blank()));
  const bool other = value.qualifier != Qualifier::exact && named != value.qualifier;
  if (allowed && !other) return *named;
  return fail("value.qualifier-not-allowed", {}, {{"given", std::string(word)}});
}

Result<Value> withParts(const Sheet& sheet, const SheetMapping& mapping, std::size_t row, std::size_t column,
                        Value value) {
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const auto& meaning = mapping.columns[i];
    if (meaning.kind != ColumnMeaning::Kind::documentPart || meaning.column != column) continue;
    CCHC_TRY(const auto* meant, meantCell(sheet, row, i, false));
    if (isBlank(*meant)) continue;
    if (value.blank()) value.content = Documents(1);
    CCHC_CHECK(setDocumentPart(documentParts[meaning.part], *meant, std::get<Documents>(value.content).front()));
  }
  return value;
}

}  // namespace cchc::importing
