// Converts edits and differences of a section's data to changes of the journal.
#include <algorithm>
#include <map>
#include <utility>

#include "core/app/section/section_content.h"
#include "core/base/digest.h"
#include "core/definition/located_place.h"
#include "core/exchange/values/cell_value.h"

namespace cchc {
namespace {

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
      add(Place::ofGroup(definition_.groups[i].id), before.groupNothing[i] ? "nothing" : "",
          after.groupNothing[i] ? "nothing" : "");
    }
    each(
        before.paragraphs, after.paragraphs, [](const ParagraphData& p) { return Place::ofParagraph(p.id); },
        encodeParagraph);
    each(
        before.explanations, after.explanations,
        [](const ExplanationData& e) { return Address::ofExplanation(e.code, e.place); },
        [](const ExplanationData& e) { return e.text; });
    each(
        before.kept, after.kept, [](const KeptValue& k) { return Address::ofKept(k.place); },
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
      add(Place::ofCell(table.id, cell->row, table.columns[cell->column].id),
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
      add(Place::ofGroup(definition_.groups[group->group].id), std::get<GroupNothing>(inverse).nothing ? "nothing" : "",
          group->nothing ? "nothing" : "");
    } else if (const auto* paragraph = std::get_if<ParagraphEdit>(&edit)) {
      add(Place::ofParagraph(paragraph->paragraph.id), textOf(std::get<ParagraphEdit>(inverse).paragraph),
          textOf(paragraph->paragraph));
    } else if (const auto* explanation = std::get_if<ExplanationEdit>(&edit)) {
      add(Address::ofExplanation(explanation->explanation.code, explanation->explanation.place),
          std::get<ExplanationEdit>(inverse).explanation.text, explanation->explanation.text);
    }
    return std::move(changes_);
  }

 private:
  void add(Address place, std::string before, std::string after) {
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

  static Address rowPlace(const TableDefinition& table, const Row& row) { return Place::ofRow(table.id, row.id); }

  void cells(const TableDefinition& table, const Row* before, const Row& row, bool removed) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      add(Place::ofCell(table.id, row.id, table.columns[c].id), before != nullptr ? encodeValue(before->cells[c]) : "",
          removed ? "" : encodeValue(row.cells[c]));
    }
  }

  // The texts by address. Two items of one address, which only a file can have, become lines of one text.
  template <class T, class AddressOf, class TextOf>
  static std::vector<std::pair<Address, std::string>> texts(const std::vector<T>& all, const AddressOf& addressOf,
                                                            const TextOf& textOf) {
    std::vector<std::pair<Address, std::string>> texts;
    std::map<std::string, std::size_t> indexes;
    for (const auto& item : all) {
      const Address address = addressOf(item);
      const auto [known, isNew] = indexes.try_emplace(addressText(address), texts.size());
      if (isNew)
        texts.emplace_back(address, textOf(item));
      else
        texts[known->second].second += "\n" + textOf(item);
    }
    return texts;
  }

  template <class T, class AddressOf, class TextOf>
  void each(const std::vector<T>& before, const std::vector<T>& after, const AddressOf& addressOf,
            const TextOf& textOf) {
    const auto old = texts(before, addressOf, textOf);
    std::map<Address, std::string> left(old.begin(), old.end());
    for (const auto& [address, text] : texts(after, addressOf, textOf)) {
      const auto found = left.find(address);
      add(address, found == left.end() ? std::string() : found->second, text);
      if (found != left.end()) left.erase(found);
    }
    for (const auto& [address, text] : old) {
      if (left.contains(address)) add(address, text, "");
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
std::string readableText(const SectionDefinition& definition, const Address& address, const std::string& text,
                         Language language) {
  const auto* place = address.place();
  if (place == nullptr) return text;
  if (const auto* paragraph = place->paragraph()) return decodeParagraph(paragraph->id, text).text.value_or("");
  const auto found = locate(definition, *place);
  if (!found || found->value == nullptr) return text;
  const auto value = decodeValue(found->value->type, text);
  return value ? cellText(*found->value, *value, language) : text;
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

std::vector<Change> changesBetween(const SectionDefinition& definition, const SectionData& before,
                                   const SectionData& after, const Suite& suite) {
  return ChangeWriter(definition, suite).write(before, after);
}

std::vector<Change> changesOf(const SectionDefinition& definition, const Edit& edit, const Edit& inverse, int position,
                              const Suite& suite) {
  return ChangeWriter(definition, suite).write(edit, inverse, position);
}

}  // namespace cchc
