#include "core/exchange/sheets/section_workbook.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/exchange/sheets/workbook_writer.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/values/values_names.h"
#include "core/exchange/values/values_sheet.h"

namespace cchc {
namespace {

constexpr std::string_view aboutSheet = "cchc", format = "cchc-section-workbook";
constexpr std::size_t tableHeadings = 5;  // the row's number: below title, unit, advice and units
constexpr std::size_t lastRow = 5000;     // as far as lists are offered

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

// Excel keeps 15 digits: a longer figure stands as text, which is read back exactly.
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
  constexpr int firstSure = 61;  // 1/3/1900: earlier days are counted differently by program
  if (serial && *serial >= firstSure) return {CellOut::Kind::number, std::to_string(*serial), style};
  return textCell(cellText(field, value, language), style);
}

std::string unitOf(const FieldDefinition& field) {
  if (field.type == FieldType::percent || field.type == FieldType::rate) return "%";
  return field.type == FieldType::money ? "đồng" : field.unit;
}

// Of a choice: its labels; of yes or no: the two words. Empty: anything may be typed.
std::vector<std::string> choicesOf(const FieldDefinition& field, Language language) {
  std::vector<std::string> all;
  if (field.type == FieldType::yesNo) {
    for (const bool yes : {true, false}) all.push_back(cellText(field, Value{yes}, language));
  }
  if (field.type == FieldType::choice) {
    for (const auto& choice : field.choices) all.push_back(choice.label.in(language));
  }
  return all;
}

// A sheet's name: 31 characters, none of those that formulas use.
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
    about("unit", about_.key.unit.value);
    about("period", about_.key.period.value);
    if (std::any_of(form_.fields.begin(), form_.fields.end(), shown)) {
      all.push_back(fields());
      about("sheet", all.back().name);
    }
    for (std::size_t i = 0; i < form_.tables.size(); ++i) {
      all.push_back(table(i, all.size() + 1));
      about("sheet", all.back().name, form_.tables[i].id);
    }
    all.push_back({std::string(aboutSheet), true, {}, std::move(aboutRows_), 0, {}});
    return all;
  }

 private:
  static bool shown(const FieldDefinition& field) { return field.type != FieldType::attachment; }
  std::string word(const char* vi, const char* en) const { return language_ == Language::vi ? vi : en; }

  void about(std::string_view name, std::string_view value, std::string_view more = {}) {
    aboutRows_.push_back({textCell(std::string(name), CellStyle::plain), textCell(std::string(value), CellStyle::plain),
                          textCell(std::string(more), CellStyle::plain)});
  }

  // The first three rows, in the first column that is seen.
  void title(SheetOut& sheet, const std::string& text) const {
    const auto line = [&](std::string words, CellStyle style) {
      std::vector<CellOut> cells(std::max<std::size_t>(sheet.columns.size(), 2));
      cells[sheet.columns.front().hidden ? 1 : 0] = textCell(std::move(words), style);
      sheet.rows.push_back(std::move(cells));
    };
    line(text, CellStyle::title);
    line(about_.unitName + " · " + about_.periodName, CellStyle::plain);
    line(word("Chỉ điền ô nền vàng. Để trống ô chưa có số liệu (để trống không phải là 0). Dán số liệu: Dán đặc biệt, "
              "Giá trị.",
              "Fill in the yellow cells only. Leave blank what is not known (blank is not 0). Paste as values."),
         CellStyle::plain);
  }

  SheetOut fields() const {
    SheetOut sheet;
    sheet.name = sheetName(1, word("Chỉ tiêu", "Fields"));
    sheet.columns = {{8, true, CellStyle::plain},
                     {58, false, CellStyle::plain},
                     {24, false, CellStyle::plain},
                     {14, false, CellStyle::plain},
                     {60, false, CellStyle::plain}};
    title(sheet, form_.title.in(language_));
    sheet.rows.push_back(
        {textCell("Mã chỉ tiêu", CellStyle::heading), textCell(word("Nội dung", "Item"), CellStyle::heading),
         textCell(word("Số liệu", "Value"), CellStyle::heading), textCell(word("Đơn vị", "Unit"), CellStyle::heading),
         textCell(word("Hướng dẫn", "Hint"), CellStyle::heading)});
    sheet.frozenRows = sheet.rows.size();
    for (const auto& group : form_.groups) {
      bool headed = false;
      for (const auto& item : group.items) {
        if (item.kind != GroupItem::Kind::field || !shown(form_.fields[item.index])) continue;
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
        field.required == Required::submit && field.enterable() ? word("Bắt buộc. ", "Required. ") : std::string();
    hint += field.hint.in(language_);
    // Only what can be entered is named: the rest is for reading.
    const auto id = field.enterable() ? textCell(field.id, CellStyle::plain) : CellOut{};
    const auto value = field.enterable() ? entryCell(field, data_.fields[index], language_)
                                         : textCell(word("(tự tính)", "(computed)"), CellStyle::computed);
    sheet.rows.push_back({id, textCell(field.label.in(language_), CellStyle::label), value,
                          textCell(unitOf(field), CellStyle::hint), textCell(hint, CellStyle::hint)});
    const auto row = sheet.rows.size() - 1;
    if (auto choices = choicesOf(field, language_); field.enterable() && !choices.empty())
      sheet.lists.push_back({2, row, row, std::move(choices)});
  }

  // A column's heading must name it alone.
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
    // The rows of a fixed table are told by their names, those of another by ids that nobody sees; a new row has none
    // yet.
    sheet.columns.push_back(table.fixed ? ColumnOut{40, false, CellStyle::plain}
                                        : ColumnOut{8, true, CellStyle::plain});
    std::vector<CellOut> units{{}},
        headings{textCell(table.fixed ? word("Nội dung", "Row") : "Mã dòng", CellStyle::heading)};
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto& column = table.columns[i];
      if (!shown(column)) continue;
      columns.push_back(i);
      const bool wide = column.type == FieldType::text || column.type == FieldType::longText ||
                        column.type == FieldType::document || column.type == FieldType::documents;
      sheet.columns.push_back(
          {wide ? 40 : 18, false, table.fixed || !column.enterable() ? CellStyle::plain : entryStyle(column)});
      std::string about = unitOf(column);
      if (!column.enterable())
        about = word("(tự tính)", "(computed)");
      else if (column.required == Required::submit)
        about += (about.empty() ? "" : " · ") + word("bắt buộc", "required");
      units.push_back(textCell(about, CellStyle::hint));
      headings.push_back(textCell(heading(table, column), CellStyle::heading));
    }
    title(sheet, table.title.in(language_));
    sheet.rows.push_back(std::move(units));
    sheet.rows.push_back(std::move(headings));
    sheet.frozenRows = sheet.rows.size();
    const auto firstRow = sheet.rows.size();
    for (std::size_t r = 0; r < data_.tables[index].rows.size(); ++r) {
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
    const auto end = table.fixed ? sheet.rows.size() - 1 : std::max(sheet.rows.size(), lastRow);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto& column = table.columns[columns[c]];
      auto choices = choicesOf(column, language_);
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

// What the hidden sheet says.
struct About {
  std::string section, unit, period;
  std::vector<std::pair<std::string, std::string>> sheets;  // name, table ("" for the fields)
};

std::optional<About> aboutOf(const std::vector<NamedSheet>& sheets) {
  const auto found =
      std::find_if(sheets.begin(), sheets.end(), [](const NamedSheet& each) { return each.name == aboutSheet; });
  if (found == sheets.end()) return std::nullopt;
  About about;
  bool known = false;
  for (const auto& row : found->sheet.rows) {
    if (row.cells.size() < 2) continue;
    const auto& name = row.cells[0].text;
    const auto& value = row.cells[1].text;
    if (name == "format")
      known = value == format;
    else if (name == "section")
      about.section = value;
    else if (name == "unit")
      about.unit = value;
    else if (name == "period")
      about.period = value;
    else if (name == "sheet")
      about.sheets.emplace_back(value, row.cells.size() > 2 ? row.cells[2].text : std::string());
  }
  return known ? std::optional(std::move(about)) : std::nullopt;
}

const Value* presentAt(const SectionDefinition& form, const SectionData& present, const Place& place,
                       const FieldDefinition*& field) {
  if (place.table.empty()) {
    const auto index = form.fieldIndex(place.field);
    if (!index) return nullptr;
    field = &form.fields[*index];
    return &present.fields[*index];
  }
  const auto table = form.tableIndex(place.table);
  const auto column = table ? form.tables[*table].columnIndex(place.column) : std::nullopt;
  if (!column) return nullptr;
  field = &form.tables[*table].columns[*column];
  for (const auto& row : present.tables[*table].rows) {
    if (row.id == place.row) return &row.cells[*column];
  }
  return nullptr;
}

// What reads the same as what is there stays as it is there, with the parts that the sheet does not show.
void dropUnchanged(const SectionDefinition& form, const SectionData& present, ValuesFile& values) {
  std::erase_if(values.values, [&](const ValueEdit& edit) {
    const FieldDefinition* field = nullptr;
    const auto* there = presentAt(form, present, edit.place, field);
    return there != nullptr && cellText(*field, *there, Language::vi) == cellText(*field, edit.value, Language::vi);
  });
}

void dropGoneRows(const TableDefinition& table, const TableData& present, ValuesFile& values) {
  if (table.fixed) return;
  std::set<std::string> named;
  for (const auto& row : values.rows) named.insert(row.row);
  std::vector<RowEdit> gone;
  for (const auto& row : present.rows) {
    if (!named.contains(row.id)) gone.push_back({table.id, row.id, true});
  }
  values.rows.insert(values.rows.begin(), gone.begin(), gone.end());
}

}  // namespace

Result<std::string> writeSectionWorkbook(const SectionWorkbook& about, const SectionData& data, Language language) {
  return writeWorkbook(Writer(about, data, language).sheets());
}

std::optional<DefinitionId> sectionOfWorkbook(std::string_view bytes) {
  const auto sheets = readWorkbookSheets(bytes, {});
  const auto about = sheets ? aboutOf(*sheets) : std::nullopt;
  return about ? std::optional(DefinitionId(about->section)) : std::nullopt;
}

Result<ValuesFile> readSectionWorkbook(std::string_view bytes, const std::filesystem::path& file,
                                       const SectionDefinition& definition, const SectionKey& key,
                                       const SectionData& present) {
  const auto name = fileText(file);
  CCHC_TRY(const auto sheets, readWorkbookSheets(bytes, name));
  const auto about = aboutOf(sheets);
  if (!about) return fail("values.not-xlsx", name);
  if (about->section != definition.id.value || about->unit != key.unit.value || about->period != key.period.value) {
    return fail("values.other-section", name,
                {{"given", about->section + "/" + about->unit + "/" + about->period}, {"expected", keyText(key)}});
  }
  ValuesFile all;
  for (const auto& part : about->sheets) {
    const auto &sheetName = part.first, &table = part.second;
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const NamedSheet& each) { return each.name == sheetName; });
    if (found == sheets.end()) return fail("values.sheet-missing", name, {{"sheet", sheetName}});
    CCHC_TRY(auto values,
             valuesOfSheet(found->sheet, name + "!" + sheetName, definition, table, table.empty() ? 0 : tableHeadings));
    if (!table.empty()) {
      const auto index = *definition.tableIndex(table);
      values.tables.clear();  // rows are merged by their ids
      dropGoneRows(definition.tables[index], present.tables[index], values);
    }
    dropUnchanged(definition, present, values);
    std::move(values.tables.begin(), values.tables.end(), std::back_inserter(all.tables));
    std::move(values.rows.begin(), values.rows.end(), std::back_inserter(all.rows));
    std::move(values.values.begin(), values.values.end(), std::back_inserter(all.values));
  }
  return all;
}

}  // namespace cchc
