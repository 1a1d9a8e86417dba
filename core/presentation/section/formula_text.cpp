#include "core/presentation/section/formula_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace cchc::presentation {
namespace {

// A function of the expression language, or a member of a document, and the code of its text.
struct Function {
  std::string_view name, code;
};
constexpr auto functions = std::to_array<Function>({
    {"rate", "formula.function.rate"},
    {"ratio", "formula.function.ratio"},
    {"round", "formula.function.round"},
    {"abs", "formula.function.abs"},
    {"min", "formula.function.min"},
    {"max", "formula.function.max"},
    {"if", "formula.function.if"},
    {"coalesce", "formula.function.coalesce"},
    {"known", "formula.function.known"},
    {"count", "formula.function.count"},
    {"sum", "formula.function.sum"},
    {"sum_known", "formula.function.sum-known"},
    {"own", "formula.function.own"},
    {"children", "formula.function.children"},
    {"total", "formula.function.total"},
    {"reported", "formula.function.reported"},
    {"expected", "formula.function.expected"},
    {"previous", "formula.function.previous"},
    {"last_year", "formula.function.last-year"},
    {"qualifier", "formula.function.qualifier"},
    {"stated", "formula.function.stated"},
    {"year", "formula.function.year"},
    {"month", "formula.function.month"},
    {"day", "formula.function.day"},
    {"days", "formula.function.days"},
    {"start", "formula.function.start"},
    {"end", "formula.function.end"},
    {"number", "formula.function.number"},
    {"type", "formula.function.type"},
    {"issuer", "formula.function.issuer"},
    {"date", "formula.function.date"},
    {"for_year", "formula.function.for-year"},
    {"period_year", "formula.function.period-year"},
});

bool startsName(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool inName(char c) { return startsName(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.'; }
std::string quoted(const std::string& label) { return "“" + label + "”"; }

// The label of what an id names in a definition, in quotation marks; "" if it names nothing.
std::string labelOf(const SectionDefinition& definition, const std::string& name, Words words) {
  if (const auto field = definition.fieldIndex(name)) return quoted(definition.fields[*field].label.in(words.language));
  if (const auto table = definition.tableIndex(name)) return quoted(definition.tables[*table].title.in(words.language));
  const auto dot = name.rfind('.');
  if (dot == std::string::npos) return {};
  const auto bracket = name.find('[');
  const auto table = definition.tableIndex(name.substr(0, std::min(bracket, dot)));
  if (!table) return {};
  const auto& one = definition.tables[*table];
  const auto column = one.columnIndex(name.substr(dot + 1));
  if (!column) return {};
  const auto label = one.columns[*column].label.in(words.language);
  if (bracket == std::string::npos)
    return words("formula.column-of-table", {{"column", label}, {"table", one.title.in(words.language)}});
  const auto row = name.substr(bracket + 1, name.find(']') - bracket - 1);
  for (const auto& fixed : one.fixedRows) {
    if (fixed.id == row)
      return words("formula.cell-of-row", {{"column", label}, {"row", fixed.label.in(words.language)}});
  }
  return quoted(label);
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
    if (called) {
      for (const auto& function : functions) {
        if (function.name == name) shown = words(function.code);
      }
    } else if (name == "and" || name == "or" || name == "not") {
      shown = words(name == "and" ? "formula.and" : name == "or" ? "formula.or" : "formula.not");
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
    }
    text += shown.empty() ? name : shown;
  }
  return text;
}

}  // namespace cchc::presentation
