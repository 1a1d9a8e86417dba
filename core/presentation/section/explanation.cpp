#include "core/presentation/section/explanation.h"

#include <array>
#include <cctype>

namespace cchc::presentation {
namespace {

struct Function {
  std::string_view name;
  const char *vi, *en;
};
constexpr std::array<Function, 33> functions = {{{"rate", "tỷ lệ %", "rate in %"},
                                                 {"ratio", "tỷ số", "ratio"},
                                                 {"round", "làm tròn", "rounded"},
                                                 {"abs", "trị tuyệt đối", "size of"},
                                                 {"min", "số nhỏ nhất", "least of"},
                                                 {"max", "số lớn nhất", "greatest of"},
                                                 {"if", "nếu", "if"},
                                                 {"coalesce", "số đầu tiên có", "first known of"},
                                                 {"known", "đã có", "known"},
                                                 {"count", "số dòng", "number of rows"},
                                                 {"sum", "tổng", "sum"},
                                                 {"sum_known", "tổng các số đã có", "sum of the known"},
                                                 {"own", "của đơn vị", "the unit's own"},
                                                 {"children", "của các đơn vị cấp dưới", "of the units below"},
                                                 {"total", "của đơn vị và cấp dưới", "of the unit and those below"},
                                                 {"reported", "số đơn vị đã báo cáo", "units that reported"},
                                                 {"expected", "số đơn vị phải báo cáo", "units that must report"},
                                                 {"previous", "kỳ trước", "previous period"},
                                                 {"last_year", "cùng kỳ năm trước", "same period last year"},
                                                 {"qualifier", "mức độ chính xác", "qualifier"},
                                                 {"stated", "số do văn bản ghi", "stated"},
                                                 {"year", "năm", "year"},
                                                 {"month", "tháng", "month"},
                                                 {"day", "ngày", "day"},
                                                 {"days", "số ngày", "days"},
                                                 {"start", "ngày đầu", "start"},
                                                 {"end", "ngày cuối", "end"},
                                                 {"number", "số", "number"},
                                                 {"type", "loại", "type"},
                                                 {"issuer", "nơi ban hành", "issuer"},
                                                 {"date", "ngày", "date"},
                                                 {"for_year", "cho năm", "for the year"},
                                                 {"period_year", "năm của kỳ", "the period's year"}}};

bool startsName(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool inName(char c) { return startsName(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.'; }
std::string quoted(const std::string& label) { return "“" + label + "”"; }

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
    return quoted(label) + words(" của bảng ", " of the table ") + quoted(one.title.in(words.language));
  const auto row = name.substr(bracket + 1, name.find(']') - bracket - 1);
  for (const auto& fixed : one.fixedRows) {
    if (fixed.id == row)
      return quoted(label) + words(" của dòng ", " of the row ") + quoted(fixed.label.in(words.language));
  }
  return quoted(label);
}

}  // namespace

std::string formulaInWords(const SectionDefinition& definition, const std::string& expression, const Named& named,
                           Words words) {
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
    // A name with all that belongs to it: "a.b", "table[row].column", "definition/field".
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
        if (function.name == name) shown = words(function.vi, function.en);
      }
    } else if (name == "and" || name == "or" || name == "not") {
      shown = name == "and" ? words("và", "and") : name == "or" ? words("hoặc", "or") : words("không", "not");
    } else if (const auto slash = name.find('/'); slash != std::string::npos) {
      const auto other = named.definition ? named.definition(DefinitionId(name.substr(0, slash))) : nullptr;
      if (other) {
        shown = labelOf(other->definition(), name.substr(slash + 1), words);
        if (!shown.empty())
          shown += words(" của phần ", " of section ") + quoted(other->definition().title.in(words.language));
      }
    } else {
      shown = labelOf(definition, name, words);
      const auto field = definition.fieldIndex(name);
      const auto value = field && named.value ? named.value(*field) : std::string();
      if (!value.empty()) shown += " (" + value + ")";
    }
    text += shown.empty() ? name : shown;
  }
  return text;
}

}  // namespace cchc::presentation
