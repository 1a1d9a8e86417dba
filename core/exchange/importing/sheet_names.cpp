#include "core/exchange/importing/sheet_names.h"

#include <algorithm>
#include <set>
#include <vector>

#include "core/base/text.h"
#include "core/definition/located_place.h"

namespace cchc::importing {
namespace {

// As nameKey gives them.
constexpr std::array<std::string_view, 7> fieldHeadings = {"field",    "id",           "ma chi tieu", "ma",
                                                           "chi tieu", "ten chi tieu", "noi dung"};
constexpr std::array<std::string_view, 4> valueHeadings = {"value", "gia tri", "so lieu", "ket qua"};
constexpr std::array<std::string_view, 3> otherValueHeadings = {"figure", "thuc hien", "so luong"};
constexpr std::array<std::string_view, 2> qualifierHeadings = {"qualifier", "muc do"};
constexpr std::array<std::string_view, 3> rowHeadings = {"row", "ma dong", "dong"};
constexpr std::array<std::string_view, 5> countHeadings = {"tt", "stt", "so tt", "no.", "no"};

template <std::size_t count>
bool isOne(const std::array<std::string_view, count>& words, std::string_view heading) {
  return std::find(words.begin(), words.end(), nameKey(heading)) != words.end();
}

// Removes the brackets whose content `mayGo`.
template <class MayGo>
std::string withoutBrackets(std::string text, const MayGo& mayGo) {
  for (auto open = text.find('('); open != std::string::npos; open = text.find('(', open)) {
    const auto close = text.find(')', open);
    const auto end = close == std::string::npos ? text.size() : close;
    if (mayGo(foldSpace(text.substr(open + 1, end - open - 1))))
      text.erase(open, close == std::string::npos ? std::string::npos : close - open + 1);
    else
      ++open;
  }
  return text;
}

// Whether what stands in brackets, folded, is a unit or the number of a column, and no part of the name: "(trieu
// dong)",
// "(1)", "(3=1+2)", but not "(qua han)".
bool saysNoName(const std::string& content) {
  if (std::none_of(content.begin(), content.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return true;
  constexpr auto units = std::to_array<std::string_view>({"dong",
                                                          "d",
                                                          "vnd",
                                                          "nghin dong",
                                                          "ngan dong",
                                                          "trieu dong",
                                                          "ty dong",
                                                          "ti dong",
                                                          "ti",
                                                          "nghin",
                                                          "ngan",
                                                          "trd",
                                                          "tr.d",
                                                          "trieu",
                                                          "ty",
                                                          "usd",
                                                          "nguoi",
                                                          "luot nguoi",
                                                          "ho so",
                                                          "lop",
                                                          "van ban",
                                                          "co quan",
                                                          "don vi",
                                                          "chi bo",
                                                          "xa",
                                                          "diem",
                                                          "cuoc",
                                                          "vu",
                                                          "lan",
                                                          "luot",
                                                          "thu tuc",
                                                          "tai khoan",
                                                          "tin",
                                                          "bai",
                                                          "tin, bai",
                                                          "du an",
                                                          "cong chuc",
                                                          "vien chuc",
                                                          "to",
                                                          "phieu",
                                                          "nhiem vu",
                                                          "ket qua",
                                                          "quyet dinh",
                                                          "may",
                                                          "buoi",
                                                          "hoi nghi",
                                                          "truong hop",
                                                          "kien nghi",
                                                          "phan anh, kien nghi",
                                                          "co quan, don vi"});
  auto plain = content.starts_with("dvt: ") ? content.substr(5) : content;
  plain.erase(0, std::min(plain.find_first_not_of("0123456789. "), plain.size()));  // "1.000 dong"
  if (std::find(units.begin(), units.end(), plain) != units.end()) return true;
  // A column's number with the letters of a formula: "a", "3=1-b".
  return content.size() <= 8 && std::all_of(content.begin(), content.end(), [&](char c) {
           return (c >= '0' && c <= '9') || c == '=' || c == '+' || c == '-' || c == '/' || c == ' ' ||
                  (content.size() == 1 && c >= 'a' && c <= 'z');
         });
}

std::string keyOfFolded(std::string folded) {
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

// A label as a sheet may write it: also without any of its remarks in brackets.
std::set<std::string> labelKeys(const Label& label) {
  std::set<std::string> keys;
  for (const auto* text : {&label.vi, &label.en}) {
    keys.insert(nameKey(*text));
    keys.insert(keyOfFolded(withoutBrackets(foldForSearch(*text), [](const std::string&) { return true; })));
  }
  keys.erase("");
  return keys;
}

}  // namespace

std::string nameKey(std::string_view text) { return keyOfFolded(withoutBrackets(foldForSearch(text), saysNoName)); }

bool isFieldHeading(std::string_view heading) { return isOne(fieldHeadings, heading); }
bool isQualifierHeading(std::string_view heading) { return isOne(qualifierHeadings, heading); }
bool isCountHeading(std::string_view heading) { return isOne(countHeadings, heading); }
bool isRowHeading(std::string_view heading) { return isOne(rowHeadings, heading); }
int figureHeading(std::string_view heading) {
  return isOne(valueHeadings, heading) ? 2 : isOne(otherValueHeadings, heading) ? 1 : 0;
}

void LabelIndex::add(const Label& label, std::size_t index) {
  for (const auto* text : {&label.vi, &label.en}) {
    const auto key = nameKey(*text);
    if (key.empty()) continue;
    const auto [at, fresh] = whole_.try_emplace(key, index);
    if (!fresh && at->second != index) at->second.reset();
  }
  for (const auto& key : labelKeys(label)) {
    const auto [at, fresh] = shortened_.try_emplace(key, index);
    if (!fresh && at->second != index) at->second.reset();
  }
}

std::optional<std::size_t> LabelIndex::find(std::string_view text) const {
  const auto key = nameKey(text);
  if (const auto found = whole_.find(key); found != whole_.end()) return found->second;
  const auto found = shortened_.find(key);
  return found == shortened_.end() ? std::nullopt : found->second;
}

FieldNames::FieldNames(const SectionDefinition& definition) : definition_(definition) {
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& field = definition.fields[i];
    exact_.emplace(field.id, i);
    if (!field.code.empty()) exact_.emplace(field.code, i);
    labels_.add(field.label, i);
  }
}

std::optional<NamedField> FieldNames::find(std::string_view given) const {
  const std::string text(trim(given));
  if (text.empty()) return std::nullopt;
  const auto named = [&](std::size_t index) {
    return NamedField{Place::ofField(definition_.fields[index].id), &definition_.fields[index]};
  };
  if (const auto found = exact_.find(text); found != exact_.end()) return named(found->second);
  if (const auto found = labels_.find(text)) return named(*found);
  const auto cell = locate(definition_, Place(text));
  if (!cell || !cell->column || !definition_.tables[*cell->table].fixed) return std::nullopt;
  const auto& rows = definition_.tables[*cell->table].fixedRows;
  const bool known = std::any_of(rows.begin(), rows.end(), [&](const FixedRow& row) { return row.id == cell->row; });
  return known ? std::optional(NamedField{Place(text), cell->value}) : std::nullopt;
}

FixedRowNames::FixedRowNames(const TableDefinition& table) {
  for (std::size_t i = 0; i < table.fixedRows.size(); ++i) {
    ids_.emplace(table.fixedRows[i].id, i);
    labels_.add(table.fixedRows[i].label, i);
  }
}

std::optional<std::size_t> FixedRowNames::find(std::string_view given) const {
  const std::string text(trim(given));
  if (text.empty()) return std::nullopt;
  if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
  return labels_.find(text);
}

ColumnNames::ColumnNames(const TableDefinition& table) : table_(table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    exact_.emplace(column.id, NamedColumn{i, {}});
    if (!column.code.empty()) exact_.emplace(column.code, NamedColumn{i, {}});
    labels_.add(column.label, i);
    if (column.type != FieldType::document) continue;
    for (std::size_t part = 0; part < documentParts.size(); ++part)
      exact_.emplace(column.id + "." + std::string(documentParts[part]), NamedColumn{i, part});
  }
}

std::optional<NamedColumn> ColumnNames::find(std::string_view heading) const {
  const std::string text(trim(heading));
  if (text.empty()) return std::nullopt;
  if (const auto found = exact_.find(text); found != exact_.end()) return found->second;
  const auto found = labels_.find(text);
  return found ? std::optional(NamedColumn{*found, {}}) : std::nullopt;
}

bool resembles(const FieldDefinition& column, std::string_view heading) {
  constexpr std::size_t shortest = 5;  // a shorter text is found in many others
  const auto key = nameKey(heading), label = nameKey(column.label.vi);
  if (key.size() < shortest || label.size() < shortest) return false;
  // A word that makes another quantity of it: "khong hoat dong" is not "hoat dong", nor a column of another year.
  constexpr std::array<std::string_view, 9> others = {"khong",   "chua",   "con lai", "nam truoc", "ky truoc",
                                                      "cung ky", "so voi", "ty le",   "%"};
  const auto says = [](const std::string& text, std::string_view word) {
    return (" " + text + " ").find(" " + std::string(word) + " ") != std::string::npos;
  };
  if (std::any_of(others.begin(), others.end(),
                  [&](std::string_view word) { return says(key, word) != says(label, word); }))
    return false;
  if (key.find_first_of("0123456789") != std::string::npos && label.find_first_of("0123456789") == std::string::npos)
    return false;
  const auto contains = [](const std::string& whole, const std::string& part) {
    return (" " + whole + " ").find(" " + part + " ") != std::string::npos;
  };
  return contains(label, key) || contains(key, label);
}

}  // namespace cchc::importing
