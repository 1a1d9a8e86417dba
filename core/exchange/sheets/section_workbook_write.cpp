// Writes a section as a workbook.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/sheets/section_workbook_layout.h"
#include "core/exchange/sheets/workbook_writer.h"
#include "core/exchange/values/cell_value.h"

namespace cchc {
namespace {

using namespace workbook_layout;

constexpr std::size_t lastListRow = 5000;  // lists of choices are offered down to this row

CellOut textCell(std::string text, CellStyle style) { return {CellOut::Kind::text, std::move(text), style}; }

CellStyle entryStyle(const FieldDefinition& field) {
  switch (field.type) {
    case FieldType::integer:
    case FieldType::money:
      return CellStyle::integerEntry;
    case FieldType::decimal:
    case FieldType::percent:
    case FieldType::rate:
      return CellStyle::decimalEntry;
    case FieldType::date:
      return CellStyle::dateEntry;
    default:
      return CellStyle::textEntry;
  }
}

// Excel keeps 15 digits of a number. A longer figure is written as text, which is read back exactly.
bool fits(const Decimal& number) {
  const auto text = number.normalised().toText();
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) <= 15;
}

CellOut entryCell(const FieldDefinition& field, const Value& value, Language language) {
  const auto style = entryStyle(field);
  if (value.blank()) return {CellOut::Kind::blank, {}, style};
  if (const auto* number = value.number(); number != nullptr && value.qualifier == Qualifier::exact && fits(*number)) {
    return {CellOut::Kind::number, number->normalised().toText(), style};
  }
  const auto* date = std::get_if<Date>(&value.content);
  const auto serial = date != nullptr ? daysBetween({1899, 12, 30}, *date) : std::nullopt;
  constexpr int firstSure = 61;  // 1/3/1900; programs differ in the serial numbers of earlier days
  if (serial && *serial >= firstSure) return {CellOut::Kind::number, std::to_string(*serial), style};
  return textCell(cellText(field, value, language), style);
}

std::string unitOf(const FieldDefinition& field, Language language) {
  if (field.type == FieldType::percent || field.type == FieldType::rate) return "%";
  return field.type == FieldType::money ? std::string(text("common.money.dong", language)) : field.unit;
}

// The texts that a cell accepts: the labels of a choice, or yes and no. Empty: anything may be typed.
std::vector<std::string> choicesOf(const FieldDefinition& field, const PartsInForce& parts, Language language) {
  std::vector<std::string> all;
  if (field.type == FieldType::yesNo) {
    for (const bool yes : {true, false}) all.push_back(cellText(field, Value{yes}, language));
  }
  if (field.type == FieldType::choice) {
    for (const auto& choice : field.choices) {
      if (parts.choice(choice)) all.push_back(choice.label.in(language));
    }
  }
  return all;
}

// A sheet's name: at most 31 characters, and none of those that formulas use.
std::string sheetName(std::size_t number, std::string_view title) {
  std::string name = std::to_string(number) + ". ";
  auto room = 31 - name.size();
  for (std::size_t i = 0; i < title.size() && room != 0; --room) {
    auto end = i + 1;
    while (end < title.size() && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U) ++end;
    const auto character = title.substr(i, end - i);
    if (character.find_first_of("[]:*?/\\'") == std::string_view::npos) name += character;
    i = end;
  }
  return std::string(trim(name));
}

class Writer {
 public:
  Writer(const SectionWorkbook& about, const SectionData& data, Language language)
      : about_(about), form_(about.definition), data_(data), language_(language) {}

  std::vector<SheetOut> sheets() {
    std::vector<SheetOut> all;
    about("format", format);
    about("section", form_.id.value);
    about("unit", codeOf(about_.key.unit));
    about("period", about_.key.period.value);
    bool anyField = false;
    for (std::size_t i = 0; i < form_.fields.size(); ++i) anyField = anyField || shownField(i);
    if (anyField) {
      all.push_back(fields());
      about("sheet", all.back().name);
    }
    for (std::size_t i = 0; i < form_.tables.size(); ++i) {
      if (!about_.parts.table(i)) continue;
      all.push_back(table(i, all.size() + 1));
      about("sheet", all.back().name, form_.tables[i].id);
    }
    all.push_back({std::string(aboutSheet), true, {}, std::move(aboutRows_), 0, {}});
    return all;
  }

 private:
  static bool shown(const FieldDefinition& field) { return field.type != FieldType::attachment; }
  bool shownField(std::size_t field) const { return about_.parts.field(field) && shown(form_.fields[field]); }
  std::string word(std::string_view code) const { return std::string(text(code, language_)); }

  void about(std::string_view name, std::string_view value, std::string_view more = {}) {
    aboutRows_.push_back({textCell(std::string(name), CellStyle::plain), textCell(std::string(value), CellStyle::plain),
                          textCell(std::string(more), CellStyle::plain)});
  }

  // Writes the first three rows, in the first visible column.
  void title(SheetOut& sheet, const std::string& text) const {
    const auto line = [&](std::string words, CellStyle style) {
      std::vector<CellOut> cells(std::max<std::size_t>(sheet.columns.size(), 2));
      cells[sheet.columns.front().hidden ? 1 : 0] = textCell(std::move(words), style);
      sheet.rows.push_back(std::move(cells));
    };
    line(text, CellStyle::title);
    line(about_.unitName + " · " + about_.periodName, CellStyle::plain);
    line(word("workbook.advice"), CellStyle::plain);
  }

  SheetOut fields() const {
    SheetOut sheet;
    sheet.name = sheetName(1, word("workbook.fields"));
    sheet.columns = {{8, true, CellStyle::plain},
                     {58, false, CellStyle::plain},
                     {24, false, CellStyle::plain},
                     {14, false, CellStyle::plain},
                     {60, false, CellStyle::plain}};
    title(sheet, form_.title.in(language_));
    sheet.rows.push_back({textCell(std::string(fieldId), CellStyle::heading),
                          textCell(word("workbook.heading.field"), CellStyle::heading),
                          textCell(word("workbook.heading.value"), CellStyle::heading),
                          textCell(word("workbook.heading.unit"), CellStyle::heading),
                          textCell(word("workbook.heading.hint"), CellStyle::heading)});
    sheet.frozenRows = sheet.rows.size();
    for (const auto& group : form_.groups) {
      bool headed = false;
      for (const auto& item : group.items) {
        if (item.kind != GroupItem::Kind::field || !shownField(item.index)) continue;
        if (!headed && !group.title.empty()) {
          sheet.rows.push_back({{},
                                textCell(group.title.in(language_), CellStyle::group),
                                {{}, {}, CellStyle::group},
                                {{}, {}, CellStyle::group},
                                {{}, {}, CellStyle::group}});
        }
        headed = true;
        field(sheet, item.index);
      }
    }
    return sheet;
  }

  void field(SheetOut& sheet, std::size_t index) const {
    const auto& field = form_.fields[index];
    auto hint =
        field.required == Required::submit && field.enterable() ? word("workbook.required") + " " : std::string();
    hint += field.hint.in(language_);
    // Only fields that can be entered have their id in the sheet. The others are shown but not read back.
    const auto id = field.enterable() ? textCell(field.id, CellStyle::plain) : CellOut{};
    const auto value = field.enterable() ? entryCell(field, data_.fields[index], language_)
                                         : textCell(word("workbook.computed"), CellStyle::computed);
    sheet.rows.push_back({id, textCell(field.label.in(language_), CellStyle::label), value,
                          textCell(unitOf(field, language_), CellStyle::hint), textCell(hint, CellStyle::hint)});
    const auto row = sheet.rows.size() - 1;
    if (auto choices = choicesOf(field, about_.parts, language_); field.enterable() && !choices.empty())
      sheet.lists.push_back({2, row, row, std::move(choices)});
  }

  // A column's label, or its id if another column has the same label, since a heading must identify one column.
  std::string heading(const TableDefinition& table, const FieldDefinition& column) const {
    const auto& label = column.label.in(language_);
    const auto same = std::count_if(table.columns.begin(), table.columns.end(), [&](const auto& other) {
      return sameWords(other.label.vi, label) || (!other.label.en.empty() && sameWords(other.label.en, label)) ||
             other.id == label;
    });
    return same == 1 ? label : column.id;
  }

  SheetOut table(std::size_t index, std::size_t number) const {
    const auto& table = form_.tables[index];
    SheetOut sheet;
    sheet.name = sheetName(number, table.title.in(language_));
    // The rows of a fixed table are identified by their names, those of another table by ids in a hidden column. A row
    // that is added has no id yet.
    sheet.columns.push_back(table.fixed ? ColumnOut{40, false, CellStyle::plain}
                                        : ColumnOut{8, true, CellStyle::plain});
    std::vector<CellOut> units{{}},
        headings{textCell(table.fixed ? word("workbook.heading.row") : std::string(rowId), CellStyle::heading)};
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto& column = table.columns[i];
      if (!shown(column) || !about_.parts.column(index, i)) continue;
      columns.push_back(i);
      const bool wide = column.type == FieldType::text || column.type == FieldType::longText ||
                        column.type == FieldType::document || column.type == FieldType::documents;
      sheet.columns.push_back(
          {wide ? 40 : 18, false, table.fixed || !column.enterable() ? CellStyle::plain : entryStyle(column)});
      std::string about = unitOf(column, language_);
      if (!column.enterable())
        about = word("workbook.computed");
      else if (column.required == Required::submit)
        about += (about.empty() ? "" : " · ") + word("workbook.required-column");
      units.push_back(textCell(about, CellStyle::hint));
      headings.push_back(textCell(heading(table, column), CellStyle::heading));
    }
    title(sheet, table.title.in(language_));
    sheet.rows.push_back(std::move(units));
    sheet.rows.push_back(std::move(headings));
    sheet.frozenRows = sheet.rows.size();
    const auto firstRow = sheet.rows.size();
    for (std::size_t r = 0; r < data_.tables[index].rows.size(); ++r) {
      if (!about_.parts.row(index, r)) continue;
      const auto& row = data_.tables[index].rows[r];
      std::vector<CellOut> cells{
          textCell(table.fixed ? rowName(table, row.id) : row.id, table.fixed ? CellStyle::label : CellStyle::plain)};
      for (const auto i : columns) {
        const auto& column = table.columns[i];
        cells.push_back(column.enterable() ? entryCell(column, row.cells[i], language_)
                                           : CellOut{CellOut::Kind::blank, {}, CellStyle::computed});
      }
      sheet.rows.push_back(std::move(cells));
    }
    const auto end = table.fixed ? sheet.rows.size() - 1 : std::max(sheet.rows.size(), lastListRow);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto& column = table.columns[columns[c]];
      auto choices = choicesOf(column, about_.parts, language_);
      if (column.enterable() && !choices.empty() && end >= firstRow)
        sheet.lists.push_back({c + 1, firstRow, end, std::move(choices)});
    }
    return sheet;
  }

  std::string rowName(const TableDefinition& table, const std::string& id) const {
    for (const auto& row : table.fixedRows) {
      if (row.id != id) continue;
      const auto& label = row.label.in(language_);
      const auto same = std::count_if(table.fixedRows.begin(), table.fixedRows.end(), [&](const FixedRow& other) {
        return other.id == label || sameWords(other.label.vi, label) ||
               (!other.label.en.empty() && sameWords(other.label.en, label));
      });
      return same == 1 ? label : id;
    }
    return id;
  }

  const SectionWorkbook& about_;
  const SectionDefinition& form_;
  const SectionData& data_;
  Language language_;
  std::vector<std::vector<CellOut>> aboutRows_;
};

}  // namespace

Result<std::string> writeSectionWorkbook(const SectionWorkbook& about, const SectionData& data, Language language) {
  return writeWorkbook(Writer(about, data, language).sheets());
}

}  // namespace cchc
