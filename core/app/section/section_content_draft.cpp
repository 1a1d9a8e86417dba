// Converts the data of a section to and from the places and texts of drafts and of the journal.
#include <algorithm>
#include <charconv>

#include "core/app/section/section_content.h"
#include "core/base/digest.h"
#include "core/exchange/values/cell_value.h"

namespace cchc {
namespace {

constexpr std::string_view commentMark = "#", groupMark = "group:", keptMark = "kept:";

// A paragraph as one text of several lines: the confirmed year, the digest of the generated text, and the edited text
// (absent if it was not edited).
std::string encodeParagraph(const ParagraphData& paragraph) {
  auto text = (paragraph.confirmed ? std::to_string(*paragraph.confirmed) : std::string()) + "\n" + paragraph.basis;
  if (paragraph.text) text += "\n" + *paragraph.text;
  return text;
}

ParagraphData decodeParagraph(std::string id, std::string_view text) {
  ParagraphData paragraph;
  paragraph.id = std::move(id);
  const auto first = text.find('\n');
  const auto year = text.substr(0, first);
  int confirmed = 0;
  if (std::from_chars(year.data(), year.data() + year.size(), confirmed).ec == std::errc() && !year.empty())
    paragraph.confirmed = confirmed;
  if (first == std::string_view::npos) return paragraph;
  text.remove_prefix(first + 1);
  const auto second = text.find('\n');
  paragraph.basis = text.substr(0, second);
  if (second != std::string_view::npos) paragraph.text = text.substr(second + 1);
  return paragraph;
}

class DraftReader {
 public:
  DraftReader(const SectionDefinition& definition, const DraftContent& draft)
      : definition_(definition), draft_(draft), data_(emptyData(definition)) {}

  SectionData read() {
    for (const auto& row : draft_.rows) {
      const auto table = definition_.tableIndex(row.table, true);
      if (!table) continue;  // the cells of the row go to `kept` below
      auto& rows = data_.tables[*table].rows;
      const bool there = std::any_of(rows.begin(), rows.end(), [&](const Row& other) { return other.id == row.row; });
      if (!there) rows.push_back({row.row, std::vector<Value>(definition_.tables[*table].columns.size())});
    }
    for (const auto& value : draft_.values) {
      if (!readSpecial(value) && !readValue(value)) data_.kept.push_back({value.place, value.value});
    }
    return std::move(data_);
  }

 private:
  bool readSpecial(const DraftValue& value) {
    const std::string_view place = value.place;
    if (place.starts_with(keptMark)) {
      data_.kept.push_back({std::string(place.substr(keptMark.size())), value.value});
    } else if (place.starts_with(commentMark)) {
      const auto at = place.find('@');
      data_.explanations.push_back({std::string(place.substr(1, at - 1)),
                                    at == std::string_view::npos ? "" : std::string(place.substr(at + 1)),
                                    value.value});
    } else if (place.starts_with(groupMark)) {
      for (std::size_t i = 0; i < definition_.groups.size(); ++i) {
        if (definition_.groups[i].id == place.substr(groupMark.size()))
          data_.groupNothing[i] = value.value == "nothing";
      }
    } else if (const auto parsed = parsePlace(place); parsed && !parsed->paragraph.empty()) {
      data_.paragraphs.push_back(decodeParagraph(parsed->paragraph, value.value));
    } else {
      return false;
    }
    return true;
  }

  bool readValue(const DraftValue& value) {
    const auto place = parsePlace(value.place);
    if (!place) return false;
    if (place->table.empty()) {
      if (const auto table = definition_.tableIndex(place->field, true))
        return data_.tables[*table].nothing = value.value == "nothing", true;
      const auto field = definition_.fieldIndex(place->field, true);
      return field && decodeInto(definition_.fields[*field].type, value.value, data_.fields[*field]);
    }
    const auto table = definition_.tableIndex(place->table, true);
    if (!table) return false;
    const auto column = columnOf(definition_.tables[*table], place->column);
    for (auto& row : data_.tables[*table].rows) {
      if (row.id == place->row && column)
        return decodeInto(definition_.tables[*table].columns[*column].type, value.value, row.cells[*column]);
    }
    return false;
  }

  static std::optional<std::size_t> columnOf(const TableDefinition& table, const std::string& id) {
    if (const auto column = table.columnIndex(id)) return column;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto& older = table.columns[i].renamedFrom;
      if (std::find(older.begin(), older.end(), id) != older.end()) return i;
    }
    return std::nullopt;
  }

  static bool decodeInto(FieldType type, const std::string& text, Value& target) {
    auto value = decodeValue(type, text);
    if (!value) return false;
    target = std::move(*value);
    return true;
  }

  const SectionDefinition& definition_;
  const DraftContent& draft_;
  SectionData data_;
};

class ChangeWriter {
 public:
  ChangeWriter(const SectionDefinition& definition, const Suite& suite) : definition_(definition), suite_(suite) {}

  std::vector<Change> write(const SectionData& before, const SectionData& after) {
    for (std::size_t i = 0; i < definition_.fields.size(); ++i) {
      add(definition_.fields[i].id, encodeValue(before.fields[i]), encodeValue(after.fields[i]));
    }
    for (std::size_t i = 0; i < definition_.tables.size(); ++i)
      table(definition_.tables[i], before.tables[i], after.tables[i]);
    for (std::size_t i = 0; i < definition_.groups.size(); ++i) {
      add(std::string(groupMark) + definition_.groups[i].id, before.groupNothing[i] ? "nothing" : "",
          after.groupNothing[i] ? "nothing" : "");
    }
    each(
        before.paragraphs, after.paragraphs, [](const ParagraphData& p) { return placeText(Place::ofParagraph(p.id)); },
        encodeParagraph);
    each(
        before.explanations, after.explanations,
        [](const ExplanationData& c) { return std::string(commentMark) + c.code + "@" + c.place; },
        [](const ExplanationData& c) { return c.text; });
    each(
        before.kept, after.kept, [](const KeptValue& k) { return std::string(keptMark) + k.place; },
        [](const KeptValue& k) { return k.value; });
    return std::move(changes_);
  }

  // The changes of one edit; `inverse` holds the old values.
  std::vector<Change> write(const Edit& edit, const Edit& inverse, int position) {
    if (const auto* field = std::get_if<FieldEdit>(&edit)) {
      add(definition_.fields[field->field].id, encodeValue(std::get<FieldEdit>(inverse).value),
          encodeValue(field->value));
    } else if (const auto* cell = std::get_if<CellEdit>(&edit)) {
      const auto& table = definition_.tables[cell->table];
      add(placeText(Place::ofCell(table.id, cell->row, table.columns[cell->column].id)),
          encodeValue(std::get<CellEdit>(inverse).value), encodeValue(cell->value));
    } else if (const auto* insert = std::get_if<RowInsert>(&edit)) {
      const auto& table = definition_.tables[insert->table];
      add(rowPlace(table, insert->row), "", std::to_string(position));
      cells(table, nullptr, insert->row, false);
    } else if (const auto* remove = std::get_if<RowRemove>(&edit)) {
      const auto& table = definition_.tables[remove->table];
      const auto& row = std::get<RowInsert>(inverse).row;
      cells(table, &row, row, true);
      add(rowPlace(table, row), std::to_string(position), "");
    } else if (const auto* table = std::get_if<TableNothing>(&edit)) {
      add(definition_.tables[table->table].id, std::get<TableNothing>(inverse).nothing ? "nothing" : "",
          table->nothing ? "nothing" : "");
    } else if (const auto* group = std::get_if<GroupNothing>(&edit)) {
      add(std::string(groupMark) + definition_.groups[group->group].id,
          std::get<GroupNothing>(inverse).nothing ? "nothing" : "", group->nothing ? "nothing" : "");
    } else if (const auto* paragraph = std::get_if<ParagraphEdit>(&edit)) {
      add(placeText(Place::ofParagraph(paragraph->paragraph.id)), textOf(std::get<ParagraphEdit>(inverse).paragraph),
          textOf(paragraph->paragraph));
    } else if (const auto* explanation = std::get_if<ExplanationEdit>(&edit)) {
      add(std::string(commentMark) + explanation->explanation.code + "@" + explanation->explanation.place,
          std::get<ExplanationEdit>(inverse).explanation.text, explanation->explanation.text);
    }
    return std::move(changes_);
  }

 private:
  void add(std::string place, std::string before, std::string after) {
    if (before == after) return;
    changes_.push_back(
        {newId(), std::move(place), std::move(before), std::move(after), suite_.options.actor, suite_.now()});
  }

  static const Row* rowOf(const TableData& table, const std::string& id) {
    const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.id == id; });
    return found == table.rows.end() ? nullptr : &*found;
  }
  static std::string position(const TableData& table, const Row* row) {
    return row == nullptr ? std::string() : std::to_string(row - table.rows.data());
  }

  void table(const TableDefinition& table, const TableData& before, const TableData& after) {
    add(table.id, before.nothing ? "nothing" : "", after.nothing ? "nothing" : "");
    // Fixed rows are always there; only their cells are written.
    if (!table.fixed) {
      for (const auto& row : after.rows)
        add(rowPlace(table, row), position(before, rowOf(before, row.id)), position(after, &row));
    }
    for (const auto& row : after.rows) cells(table, rowOf(before, row.id), row, false);
    for (const auto& row : before.rows) {
      if (rowOf(after, row.id) != nullptr) continue;
      cells(table, &row, row, true);
      add(rowPlace(table, row), position(before, &row), "");
    }
  }

  static std::string rowPlace(const TableDefinition& table, const Row& row) {
    return placeText(Place::ofCell(table.id, row.id, {}));
  }

  void cells(const TableDefinition& table, const Row* before, const Row& row, bool removed) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      add(placeText(Place::ofCell(table.id, row.id, table.columns[c].id)),
          before != nullptr ? encodeValue(before->cells[c]) : "", removed ? "" : encodeValue(row.cells[c]));
    }
  }

  template <class T, class PlaceOf, class TextOf>
  void each(const std::vector<T>& before, const std::vector<T>& after, const PlaceOf& placeOf, const TextOf& textOf) {
    const auto find = [&](const std::vector<T>& all, const std::string& place) -> std::string {
      for (const auto& item : all) {
        if (placeOf(item) == place) return textOf(item);
      }
      return {};
    };
    for (const auto& item : after) add(placeOf(item), find(before, placeOf(item)), textOf(item));
    for (const auto& item : before) {
      const auto place = placeOf(item);
      const bool still =
          std::any_of(after.begin(), after.end(), [&](const T& other) { return placeOf(other) == place; });
      if (!still) add(place, textOf(item), "");
    }
  }

  static std::string textOf(const ParagraphData& paragraph) {
    return paragraph.text || paragraph.confirmed ? encodeParagraph(paragraph) : std::string();
  }

  const SectionDefinition& definition_;
  const Suite& suite_;
  std::vector<Change> changes_;
};

// A draft's value in readable form.
std::string readableText(const SectionDefinition& definition, const std::string& place, const std::string& text,
                         Language language) {
  const auto parsed = parsePlace(place);
  if (!parsed) return text;
  if (!parsed->paragraph.empty()) return decodeParagraph(parsed->paragraph, text).text.value_or("");
  const FieldDefinition* field = nullptr;
  if (const auto index = definition.fieldIndex(parsed->field)) field = &definition.fields[*index];
  if (const auto table = definition.tableIndex(parsed->table)) {
    const auto column = definition.tables[*table].columnIndex(parsed->column);
    if (column) field = &definition.tables[*table].columns[*column];
  }
  const auto value = field != nullptr ? decodeValue(field->type, text) : Result<Value>(Value{});
  return field != nullptr && value ? cellText(*field, *value, language) : text;
}

}  // namespace

Error conflictError(const SectionDefinition& definition, std::string place, const Change& mine,
                    const ApplyOutcome& theirs) {
  const auto readable = [&](const std::string& text, Language language) {
    return readableText(definition, mine.place, text, language);
  };
  return {"section.conflict",
          std::move(place),
          {{"mine", readable(mine.newValue, Language::vi)},
           {"mine_en", readable(mine.newValue, Language::en)},
           {"theirs", readable(theirs.other, Language::vi)},
           {"theirs_en", readable(theirs.other, Language::en)},
           {"who", theirs.by.name}},
          ErrorKind::refusal};
}

SectionData dataOfDraft(const SectionDefinition& definition, const DraftContent& draft) {
  return DraftReader(definition, draft).read();
}

std::vector<Change> changesBetween(const SectionDefinition& definition, const SectionData& before,
                                   const SectionData& after, const Suite& suite) {
  return ChangeWriter(definition, suite).write(before, after);
}

std::vector<Change> changesOf(const SectionDefinition& definition, const Edit& edit, const Edit& inverse, int position,
                              const Suite& suite) {
  return ChangeWriter(definition, suite).write(edit, inverse, position);
}

}  // namespace cchc
