#include "core/presentation/import/import_mapping.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/reading/money.h"
#include "core/base/text.h"
#include "core/presentation/section/entry.h"

namespace cchc::presentation {
namespace {

using Kind = ColumnMeaning::Kind;

// The number of rows in which headings are searched for; the sheets of offices have a title above them.
constexpr std::size_t searched = 20;
// The number of rows from which the meaning of a column is guessed.
constexpr std::size_t sampled = 300;

// The form in which headings and labels are compared: without case and diacritics, without the part in brackets ("Số
// tiền (triệu đồng)"), without a leading number ("1. Thu ngân sách").
std::string keyOf(std::string_view text) {
  auto folded = foldForSearch(text);
  for (auto open = folded.find('('); open != std::string::npos; open = folded.find('(')) {
    const auto close = folded.find(')', open);
    folded.erase(open, close == std::string::npos ? std::string::npos : close - open + 1);
  }
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == '*' || c == ':' || c == ';' || c == '\n' || c == '\t'; },
      ' ');
  auto key = foldSpace(folded);
  const auto space = key.find(' ');
  const auto number = space == std::string::npos || space > 6 ? std::string() : key.substr(0, space);
  if (number.find_first_of(".)-") != std::string::npos &&
      number.find_first_not_of("0123456789ivxlabcdeghkmn.)-") == std::string::npos)
    key.erase(0, space + 1);
  return key;
}

bool names(const FieldDefinition& field, const std::string& text, const std::string& key) {
  if (field.id == text || (!field.code.empty() && field.code == text)) return true;
  return !key.empty() && (keyOf(field.label.vi) == key || (!field.label.en.empty() && keyOf(field.label.en) == key));
}

const std::string& textAt(const SheetRow& row, std::size_t column) {
  static const std::string none;
  return column < row.cells.size() ? row.cells[column].text : none;
}

bool isFigureHeading(const std::string& key) {
  constexpr std::array<std::string_view, 7> known = {"so lieu", "gia tri",   "value",   "ket qua",
                                                     "figure",  "thuc hien", "so luong"};
  return std::find(known.begin(), known.end(), key) != known.end();
}

bool isCount(const std::string& key) {
  return key == "tt" || key == "stt" || key == "so tt" || key == "no." || key == "no";
}

// The heading is the row with the most filled cells above the first row of data; if there are several, the lowest one.
std::optional<std::size_t> fullestAbove(const Sheet& sheet, std::size_t first) {
  std::optional<std::size_t> found;
  std::ptrdiff_t most = 1;
  for (std::size_t r = 0; r < first; ++r) {
    const auto& cells = sheet.rows[r].cells;
    const auto filled = std::count_if(cells.begin(), cells.end(),
                                      [](const SheetCell& cell) { return cell.kind != SheetCell::Kind::blank; });
    if (filled >= most) most = filled, found = r;
  }
  return found;
}

// The power of ten of the unit named in the heading or above it: "Đơn vị tính: triệu đồng". The nearest one counts.
std::optional<int> namedPower(const Sheet& sheet, std::size_t last) {
  std::optional<int> power;
  for (std::size_t r = 0; r <= last && r < sheet.rows.size(); ++r) {
    for (const auto& cell : sheet.rows[r].cells) {
      if (const auto named = reading::namedPower(cell.text)) power = named;
    }
  }
  return power;
}

void guessMoney(const SectionDefinition& definition, const Sheet& sheet, ImportMapping& mapping) {
  if (const auto named = namedPower(sheet, mapping.heading.value_or(0))) {
    mapping.moneyPower = *named;
    return;
  }
  // If no unit is named, the unit of the form is assumed.
  const auto& fields = mapping.table ? definition.tables[*mapping.table].columns : definition.fields;
  for (const auto& field : fields) {
    if (field.type != FieldType::money) continue;
    mapping.moneyPower = entryPower(field.entryUnit);
    return;
  }
}

// The column of the table that a heading refers to.
std::optional<std::size_t> columnNamed(const TableDefinition& table, const std::string& text) {
  const auto trimmed = std::string(trim(text));
  const auto key = keyOf(trimmed);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (names(table.columns[i], trimmed, key)) return i;
  }
  return std::nullopt;
}

// Matches headings that are longer or shorter than the label, if only one column is possible.
void matchParts(const TableDefinition& table, const SheetRow& heading, ImportMapping& mapping,
                std::set<std::size_t>& used) {
  for (std::size_t i = 0; i < heading.cells.size(); ++i) {
    const auto key = keyOf(heading.cells[i].text);
    if (mapping.columns[i].kind != Kind::ignored || key.size() < 5) continue;
    std::vector<std::size_t> meant;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto label = keyOf(table.columns[c].label.vi);
      if (!used.contains(c) && table.columns[c].enterable() && label.size() >= 5 &&
          (label.find(key) != std::string::npos || key.find(label) != std::string::npos))
        meant.push_back(c);
    }
    if (meant.size() != 1) continue;
    used.insert(meant.front());
    mapping.columns[i] = {Kind::column, meant.front()};
  }
}

// The column whose cells name the table's fixed rows.
void guessRowName(const TableDefinition& table, const Sheet& sheet, ImportMapping& mapping) {
  std::size_t best = 0, where = 0;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (mapping.columns[i].kind != Kind::ignored) continue;
    const auto count = static_cast<std::size_t>(std::count_if(
        sheet.rows.begin(), sheet.rows.begin() + static_cast<std::ptrdiff_t>(std::min(sampled, sheet.rows.size())),
        [&](const SheetRow& row) { return fixedRowNamed(table, textAt(row, i)).has_value(); }));
    if (count > best) best = count, where = i;
  }
  if (best == 0) return;
  mapping.columns[where] = {Kind::rowName, 0};
  const auto first = std::find_if(sheet.rows.begin(), sheet.rows.end(), [&](const SheetRow& row) {
    return fixedRowNamed(table, textAt(row, where)).has_value();
  });
  mapping.heading = fullestAbove(sheet, static_cast<std::size_t>(first - sheet.rows.begin()));
}

ImportMapping guessTable(const SectionDefinition& definition, const Sheet& sheet, std::size_t index) {
  const auto& table = definition.tables[index];
  ImportMapping mapping;
  mapping.table = index;
  mapping.columns.resize(sheet.columnCount());
  if (table.fixed) guessRowName(table, sheet, mapping);
  std::size_t best = 0;
  for (std::size_t r = 0; r < std::min(searched, sheet.rows.size()); ++r) {
    std::set<std::size_t> found;
    for (const auto& cell : sheet.rows[r].cells) {
      if (const auto column = columnNamed(table, cell.text)) found.insert(*column);
    }
    if (found.size() > best) best = found.size(), mapping.heading = r;
  }
  if (mapping.heading) {
    const auto& heading = sheet.rows[*mapping.heading];
    std::set<std::size_t> used;
    for (std::size_t i = 0; i < heading.cells.size(); ++i) {
      const auto column = columnNamed(table, heading.cells[i].text);
      if (mapping.columns[i].kind == Kind::ignored && column && table.columns[*column].enterable() &&
          table.columns[*column].type != FieldType::attachment && used.insert(*column).second)
        mapping.columns[i] = {Kind::column, *column};
    }
    matchParts(table, heading, mapping, used);
  }
  return mapping;
}

// `lines`: set to the number of lines that name a field.
ImportMapping guessFields(const SectionDefinition& definition, const Sheet& sheet, std::size_t& lines) {
  ImportMapping mapping;
  mapping.columns.resize(sheet.columnCount());
  const FieldNames known(definition);
  const auto named = [&](const std::string& text) { return known.find(text); };
  const auto end = sheet.rows.begin() + static_cast<std::ptrdiff_t>(std::min(sampled, sheet.rows.size()));
  std::size_t nameColumn = 0;
  lines = 0;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const auto count = static_cast<std::size_t>(
        std::count_if(sheet.rows.begin(), end, [&](const SheetRow& row) { return named(textAt(row, i)).has_value(); }));
    if (count > lines) lines = count, nameColumn = i;
  }
  if (lines == 0) return mapping;
  mapping.columns[nameColumn] = {Kind::fieldName, 0};
  const auto first = std::find_if(sheet.rows.begin(), end,
                                  [&](const SheetRow& row) { return named(textAt(row, nameColumn)).has_value(); });
  mapping.heading = fullestAbove(sheet, static_cast<std::size_t>(first - sheet.rows.begin()));
  // The figures are in the column where most lines have a value that their field accepts.
  std::size_t most = 0, figure = nameColumn;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    if (i == nameColumn || (mapping.heading && isCount(keyOf(textAt(sheet.rows[*mapping.heading], i))))) continue;
    std::size_t count =
        mapping.heading && isFigureHeading(keyOf(textAt(sheet.rows[*mapping.heading], i))) ? sheet.rows.size() : 0;
    for (auto row = first; row != end; ++row) {
      const auto field = named(textAt(*row, nameColumn));
      if (!field || trim(textAt(*row, i)).empty()) continue;
      const auto& definitionOfIt = definition.fields[*field];
      count +=
          row->cells[i].kind != SheetCell::Kind::text || readTypedValue(definitionOfIt, row->cells[i].text) ? 1 : 0;
    }
    if (count > most) most = count, figure = i;
  }
  if (figure != nameColumn) mapping.columns[figure] = {Kind::figure, 0};
  return mapping;
}

std::size_t mapped(const ImportMapping& mapping) {
  return static_cast<std::size_t>(
      std::count_if(mapping.columns.begin(), mapping.columns.end(),
                    [](const ColumnMeaning& meaning) { return meaning.kind == Kind::column; }));
}

}  // namespace

FieldNames::FieldNames(const SectionDefinition& definition) {
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& field = definition.fields[i];
    exact_.emplace(field.id, i);
    if (!field.code.empty()) exact_.emplace(field.code, i);
    std::set<std::string> keys{keyOf(field.label.vi), keyOf(field.label.en)};
    keys.erase("");
    for (const auto& key : keys) {
      const auto [at, fresh] = labels_.try_emplace(key, i);
      if (!fresh) at->second.reset();  // only the code or the id distinguishes them
    }
  }
}

std::optional<std::size_t> FieldNames::find(const std::string& given) const {
  const std::string text(trim(given));
  if (text.empty()) return std::nullopt;
  if (const auto found = exact_.find(text); found != exact_.end()) return found->second;
  const auto found = labels_.find(keyOf(text));
  return found == labels_.end() ? std::nullopt : found->second;
}

std::optional<std::size_t> fixedRowNamed(const TableDefinition& table, const std::string& given) {
  const auto text = std::string(trim(given));
  const auto key = keyOf(text);
  for (std::size_t i = 0; i < table.fixedRows.size(); ++i) {
    const auto& row = table.fixedRows[i];
    if (row.id == text ||
        (!key.empty() && (keyOf(row.label.vi) == key || (!row.label.en.empty() && keyOf(row.label.en) == key))))
      return i;
  }
  return std::nullopt;
}

ImportMapping guessMapping(const SectionDefinition& definition, const Sheet& sheet, std::optional<std::size_t> table) {
  std::size_t lines = 0;
  auto mapping = table ? guessTable(definition, sheet, *table) : guessFields(definition, sheet, lines);
  guessMoney(definition, sheet, mapping);
  return mapping;
}

ImportMapping guessImport(const SectionDefinition& definition, const Sheet& sheet) {
  std::size_t score = 0;
  auto best = guessFields(definition, sheet, score);
  guessMoney(definition, sheet, best);
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    auto mapping = guessMapping(definition, sheet, i);
    const auto columns = mapped(mapping);
    if (columns > score) score = columns, best = std::move(mapping);
  }
  return best;
}

std::vector<MeaningChoice> meaningsFor(const SectionDefinition& definition, std::optional<std::size_t> table,
                                       Words words) {
  std::vector<MeaningChoice> all{{{}, words("import.meaning.ignored")}};
  if (!table) {
    all.push_back({{Kind::fieldName, 0}, words("import.meaning.field-name")});
    all.push_back({{Kind::figure, 0}, words("import.meaning.figure")});
    return all;
  }
  const auto& form = definition.tables[*table];
  all.push_back({{Kind::rowName, 0}, words(form.fixed ? "import.meaning.row-name" : "import.meaning.row-id")});
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (form.columns[i].enterable() && form.columns[i].type != FieldType::attachment)
      all.push_back({{Kind::column, i}, form.columns[i].label.in(words.language)});
  }
  return all;
}

bool hasMoney(const SectionDefinition& definition, const ImportMapping& mapping) {
  if (!mapping.table)
    return std::any_of(definition.fields.begin(), definition.fields.end(), [](const FieldDefinition& field) {
      return field.type == FieldType::money && field.enterable();
    });
  return std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const ColumnMeaning& meaning) {
    return meaning.kind == Kind::column &&
           definition.tables[*mapping.table].columns[meaning.column].type == FieldType::money;
  });
}

}  // namespace cchc::presentation
