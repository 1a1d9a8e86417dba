// Converts a section's data and its edits to changes of the journal.
#include <map>
#include <utility>

#include "core/app/section/section_content.h"
#include "core/base/digest.h"
#include "core/definition/located_place.h"
#include "core/exchange/values/cell_value.h"

namespace cchc {
namespace {

std::string nothingText(bool nothing) { return std::string(nothing ? nothingWord : ""); }

// The texts of a draft, in the order in which a section that begins with them journals them.
class DraftTexts {
 public:
  void add(Address address, std::string text) {
    if (!text.empty()) all_.emplace_back(std::move(address), std::move(text));
  }
  // Two items of one address, which only a file can have, become lines of one text.
  template <class T, class AddressOf, class TextOf>
  void addEach(const std::vector<T>& items, const AddressOf& addressOf, const TextOf& textOf) {
    std::map<std::string, std::size_t> indexes;
    for (const auto& item : items) {
      const Address address = addressOf(item);
      auto text = textOf(item);
      if (text.empty()) continue;
      const auto [known, isNew] = indexes.try_emplace(addressText(address), all_.size());
      if (isNew)
        add(address, std::move(text));
      else
        all_[known->second].second += "\n" + text;
    }
  }
  std::vector<std::pair<Address, std::string>> take() { return std::move(all_); }

 private:
  std::vector<std::pair<Address, std::string>> all_;
};

class ChangeWriter {
 public:
  ChangeWriter(const SectionDefinition& definition, const Suite& suite) : definition_(definition), suite_(suite) {}

  // The changes of one edit; `inverse` holds the old values.
  std::vector<Change> write(const Edit& edit, const Edit& inverse, int position) {
    if (const auto* field = std::get_if<FieldEdit>(&edit)) {
      const auto place = Place::ofField(definition_.fields[field->field].id);
      add(place, std::get<FieldEdit>(inverse).value, field->value);
    } else if (const auto* cell = std::get_if<CellEdit>(&edit)) {
      const auto& in = definition_.tables[cell->table];
      const auto place = Place::ofCell(in.id, cell->row, in.columns[cell->column].id);
      add(place, std::get<CellEdit>(inverse).value, cell->value);
    } else if (const auto* insert = std::get_if<RowInsert>(&edit)) {
      const auto& table = definition_.tables[insert->table];
      add(rowPlace(table, insert->row), "", std::to_string(position));
      cells(table, insert->row, false);
    } else if (const auto* remove = std::get_if<RowRemove>(&edit)) {
      const auto& table = definition_.tables[remove->table];
      const auto& row = std::get<RowInsert>(inverse).row;
      cells(table, row, true);
      add(rowPlace(table, row), std::to_string(position), "");
    } else if (const auto* table = std::get_if<TableNothing>(&edit)) {
      addNothing(Place::ofTable(definition_.tables[table->table].id), std::get<TableNothing>(inverse).nothing,
                 table->nothing);
    } else if (const auto* group = std::get_if<GroupNothing>(&edit)) {
      const bool was = std::get<GroupNothing>(inverse).nothing;
      addNothing(Place::ofGroup(definition_.groups[group->group].id), was, group->nothing);
    } else if (const auto* paragraph = std::get_if<ParagraphEdit>(&edit)) {
      add(Place::ofParagraph(paragraph->paragraph.id), textOf(std::get<ParagraphEdit>(inverse).paragraph),
          textOf(paragraph->paragraph));
    } else if (const auto* explanation = std::get_if<ExplanationEdit>(&edit)) {
      add(Address::ofExplanation(explanation->explanation.code, explanation->explanation.place),
          std::get<ExplanationEdit>(inverse).explanation.text, explanation->explanation.text);
    } else if (const auto* note = std::get_if<ImportNote>(&edit)) {
      add(Address::ofImport(note->digest), note->before, note->after);
    }
    return std::move(changes_);
  }

 private:
  void add(Address place, std::string before, std::string after) {
    if (before == after) return;
    changes_.push_back(
        {newId(), std::move(place), std::move(before), std::move(after), suite_.options.actor, suite_.now()});
  }

  void add(Address place, const Value& before, const Value& after) {
    add(std::move(place), encodeValue(before), encodeValue(after));
  }
  void addNothing(Address place, bool before, bool after) {
    add(std::move(place), nothingText(before), nothingText(after));
  }

  static Address rowPlace(const TableDefinition& table, const Row& row) { return Place::ofRow(table.id, row.id); }

  void cells(const TableDefinition& table, const Row& row, bool removed) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      auto text = encodeValue(row.cells[c]);
      add(Place::ofCell(table.id, row.id, table.columns[c].id), removed ? text : "", removed ? "" : text);
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

std::vector<std::pair<Address, std::string>> draftTexts(const SectionDefinition& definition, const SectionData& data) {
  DraftTexts texts;
  for (std::size_t i = 0; i < definition.fields.size(); ++i)
    texts.add(Place::ofField(definition.fields[i].id), encodeValue(data.fields[i]));
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    const auto& table = definition.tables[i];
    const auto& rows = data.tables[i].rows;
    texts.add(Place::ofTable(table.id), nothingText(data.tables[i].nothing));
    // Fixed rows are always there; only their cells are written.
    for (std::size_t r = 0; r < rows.size() && !table.fixed; ++r)
      texts.add(Place::ofRow(table.id, rows[r].id), std::to_string(r));
    for (const auto& row : rows) {
      for (std::size_t c = 0; c < table.columns.size(); ++c)
        texts.add(Place::ofCell(table.id, row.id, table.columns[c].id), encodeValue(row.cells[c]));
    }
  }
  for (std::size_t i = 0; i < definition.groups.size(); ++i)
    texts.add(Place::ofGroup(definition.groups[i].id), nothingText(data.groupNothing[i]));
  texts.addEach(
      data.paragraphs, [](const ParagraphData& one) { return Place::ofParagraph(one.id); }, encodeParagraph);
  texts.addEach(
      data.explanations, [](const ExplanationData& one) { return Address::ofExplanation(one.code, one.place); },
      [](const ExplanationData& one) { return one.text; });
  texts.addEach(
      data.kept, [](const KeptValue& one) { return Address::ofKept(one.place); },
      [](const KeptValue& one) { return one.value; });
  return texts.take();
}

std::vector<Change> startingChanges(const SectionDefinition& definition, const SectionData& data, const Suite& suite) {
  std::vector<Change> changes;
  for (auto& [address, text] : draftTexts(definition, data))
    changes.push_back({newId(), std::move(address), "", std::move(text), suite.options.actor, suite.now()});
  return changes;
}

std::vector<Change> changesOf(const SectionDefinition& definition, const Edit& edit, const Edit& inverse, int position,
                              const Suite& suite) {
  return ChangeWriter(definition, suite).write(edit, inverse, position);
}

}  // namespace cchc
