#include "core/presentation/section/formula_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "core/definition/in_force.h"
#include "core/definition/located_place.h"

namespace cchc::presentation {
namespace {

// The texts of the functions of the expression language, of the members of a document, and of what expressions call
// the unit and the period.
constexpr auto functions = std::to_array<std::string_view>({
    "formula.function.abs",           "formula.function.children",     "formula.function.coalesce",
    "formula.function.count",         "formula.function.date",         "formula.function.day",
    "formula.function.days",          "formula.function.end",          "formula.function.expected",
    "formula.function.for-year",      "formula.function.if",           "formula.function.issuer",
    "formula.function.known",         "formula.function.last-year",    "formula.function.max",
    "formula.function.min",           "formula.function.month",        "formula.function.number",
    "formula.function.number-state",  "formula.function.own",          "formula.function.period-end",
    "formula.function.period-months", "formula.function.period-start", "formula.function.period-year",
    "formula.function.previous",      "formula.function.qualifier",    "formula.function.rate",
    "formula.function.ratio",         "formula.function.reported",     "formula.function.round",
    "formula.function.start",         "formula.function.stated",       "formula.function.sum",
    "formula.function.sum-known",     "formula.function.total",        "formula.function.type",
    "formula.function.unit-children", "formula.function.unit-form",    "formula.function.year",
});

// The code of the text of a function, or of a name of circumstanceNames: the name with hyphens after the common
// beginning. "" if it has none.
std::string_view codeOfFunction(std::string_view name) {
  constexpr std::string_view beginning = "formula.function.";
  for (const auto code : functions) {
    const bool same = std::equal(name.begin(), name.end(), code.begin() + beginning.size(), code.end(),
                                 [](char a, char b) { return a == b || ((a == '_' || a == '.') && b == '-'); });
    if (same) return code;
  }
  return {};
}

bool startsName(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool inName(char c) { return startsName(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.'; }
std::string quoted(const std::string& label) { return "“" + label + "”"; }

// The label of what a name in an expression is in a definition, in quotation marks; "" if it names nothing. Besides
// places, expressions have "table.column", a column as a whole.
std::string labelOf(const SectionDefinition& definition, const std::string& name, Words words) {
  const auto label = [&](const FieldDefinition& field) { return field.label.in(words.language); };
  if (const auto place = locate(definition, name)) {
    if (place->field) return quoted(label(*place->value));
    if (!place->table || place->value == nullptr)
      return place->table ? quoted(definition.tables[*place->table].title.in(words.language)) : std::string();
    for (const auto& fixed : definition.tables[*place->table].fixedRows) {
      if (fixed.id == place->row)
        return words("formula.cell-of-row",
                     {{"column", label(*place->value)}, {"row", fixed.label.in(words.language)}});
    }
    return quoted(label(*place->value));
  }
  const auto dot = name.rfind('.');
  const auto table = dot == std::string::npos ? std::nullopt : definition.tableIndex(name.substr(0, dot));
  if (!table) return {};
  const auto& one = definition.tables[*table];
  const auto column = one.columnIndex(name.substr(dot + 1));
  if (!column) return {};
  return words("formula.column-of-table",
               {{"column", label(one.columns[*column])}, {"table", one.title.in(words.language)}});
}

}  // namespace

std::string formulaInWords(const SectionDefinition& definition, const std::string& expression,
                           const FormulaNames& names, Words words) {
  std::string text;
  for (std::size_t i = 0; i < expression.size();) {
    if (expression[i] == '"') {
      const auto end = std::min(expression.find('"', i + 1), expression.size() - 1);
      text += expression.substr(i, end - i + 1);
      i = end + 1;
      continue;
    }
    if (!startsName(expression[i])) {
      text += expression[i++] == '*' ? std::string("×") : std::string(1, expression[i - 1]);
      continue;
    }
    // A complete name: "a.b", "table[row].column", "definition/field".
    auto end = i;
    while (end < expression.size() &&
           (inName(expression[end]) ||
            ((expression[end] == '/' || expression[end] == '[' || expression[end] == ']') && end > i)))
      ++end;
    const auto name = expression.substr(i, end - i);
    const bool called = end < expression.size() && expression[end] == '(';
    i = end;
    std::string shown;
    if (name == "and" || name == "or" || name == "not") {  // also before a bracket: "not(a)"
      shown = words(name == "and" ? "formula.and" : name == "or" ? "formula.or" : "formula.not");
    } else if (called) {
      if (const auto code = codeOfFunction(name); !code.empty()) shown = words(code);
    } else if (const auto slash = name.find('/'); slash != std::string::npos) {
      const auto other = names.definition ? names.definition(DefinitionId(name.substr(0, slash))) : nullptr;
      if (other) {
        shown = labelOf(other->definition(), name.substr(slash + 1), words);
        if (!shown.empty())
          shown = words("formula.of-section",
                        {{"figure", shown}, {"section", other->definition().title.in(words.language)}});
      }
    } else {
      shown = labelOf(definition, name, words);
      const auto field = definition.fieldIndex(name);
      const auto value = field && names.value ? names.value(*field) : std::string();
      if (!value.empty()) shown += " (" + value + ")";
      const auto* const known = std::find(circumstanceNames.begin(), circumstanceNames.end(), name);
      if (shown.empty() && known != circumstanceNames.end()) shown = words(codeOfFunction(name));
    }
    text += shown.empty() ? name : shown;
  }
  return text;
}

}  // namespace cchc::presentation
