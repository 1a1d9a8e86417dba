// Reads a draft as data of a definition, and makes the changes that move what no longer fits.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/app/section/section_content.h"
#include "core/base/digest.h"
#include "core/base/version.h"
#include "core/definition/located_place.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/values/value_check.h"

namespace cchc {
namespace {

class DraftReader {
 public:
  DraftReader(const SectionDefinition& definition, const DraftContent& draft)
      : definition_(definition), draft_(draft), data_(emptyData(definition)), rowIndexes_(definition.tables.size()) {
    for (std::size_t t = 0; t < definition.tables.size(); ++t) {
      for (std::size_t r = 0; r < data_.tables[t].rows.size(); ++r)
        rowIndexes_[t].emplace(data_.tables[t].rows[r].id, r);
    }
  }

  // What is at a current id is read before what is at an older one, so that it takes precedence.
  void read() {
    for (const bool older : {false, true}) readRows(older);
    for (const auto& value : draft_.values) {
      if (const auto* kept = value.place.kept()) keepValue(data_, kept->place, value.value);
    }
    for (const bool older : {false, true}) readValues(older);
  }

  SectionData& data() { return data_; }
  std::vector<DraftRow>& rows() { return rows_; }

 private:
  void readRows(bool older) {
    for (const auto& row : draft_.rows) {
      const auto current = definition_.tableIndex(row.table);
      const auto table = older && !current ? definition_.tableIndex(row.table, true) : current;
      if (current.has_value() == older || !table) continue;
      const auto& form = definition_.tables[*table];
      auto& rows = data_.tables[*table].rows;
      if (form.fixed || rows.size() >= form.maxRows || rowIndexes_[*table].contains(row.row)) continue;
      rowIndexes_[*table].emplace(row.row, rows.size());
      rows.push_back({row.row, std::vector<Value>(form.columns.size())});
      rows_.push_back({form.id, row.row, row.position});
    }
  }

  void readValues(bool older) {
    for (const auto& value : draft_.values) {
      if (const auto* explanation = value.place.explanation()) {
        if (!older) data_.explanations.push_back({explanation->code, explanation->place, value.value});
      } else if (const auto* place = value.place.place()) {
        readAt(*place, value.value, older);
      } else if (!older && value.place.kept() == nullptr) {
        keepValue(data_, addressText(value.place), value.value);
      }
    }
  }

  void readAt(const Place& place, const std::string& text, bool older) {
    if (const auto* paragraph = place.paragraph()) {
      if (!older) readParagraph(*paragraph, text);
      return;
    }
    const bool current = locate(definition_, place).has_value();
    if (current == older) return;
    const auto found = locate(definition_, place, older);
    if (!found || !put(*found, text, older)) keepValue(data_, place, text);
  }

  void readParagraph(const ParagraphPlace& place, const std::string& text) {
    auto paragraph = decodeParagraph(place.id, text);
    const auto& known = definition_.narratives;
    const bool found = std::any_of(known.begin(), known.end(),
                                   [&](const NarrativeDefinition& each) { return each.id == place.narrative(); });
    if (encodeParagraph(paragraph) != text)
      keepValue(data_, Place(place), text);  // not written by this program
    else if (found)
      data_.paragraphs.push_back(std::move(paragraph));
    else
      keepValue(data_, Place(place), keptText(paragraph));
  }

  // Returns false if the value does not fit.
  bool put(const LocatedPlace& at, const std::string& text, bool older) {
    if (at.value == nullptr) {
      const bool mayBe = at.group ? definition_.groups[*at.group].mayBeNothing
                                  : at.row.empty() && definition_.tables[*at.table].mayBeNothing;
      if (!mayBe || text != nothingWord) return false;
      if (at.group)
        data_.groupNothing[*at.group] = true;
      else
        data_.tables[*at.table].nothing = true;
      return true;
    }
    Value* target = nullptr;
    if (at.field) {
      target = &data_.fields[*at.field];
    } else {
      const auto row = rowIndexes_[*at.table].find(at.row);
      if (row == rowIndexes_[*at.table].end()) return false;
      target = &data_.tables[*at.table].rows[row->second].cells[*at.column];
    }
    if (older && !target->blank()) return false;
    auto value = decodeValue(at.value->type, text);
    if (!value || !fits(*at.value, *value)) return false;
    *target = std::move(*value);
    return true;
  }

  const SectionDefinition& definition_;
  const DraftContent& draft_;
  SectionData data_;
  std::vector<std::unordered_map<std::string, std::size_t>> rowIndexes_;  // by table
  std::vector<DraftRow> rows_;
};

// The changes that make a draft one of other data. Their ids depend only on the draft, so that two windows that open
// one draft make the same changes, and the store applies each of them once.
class DraftRewriter {
 public:
  DraftRewriter(const SectionHeader& header, Actor who, Time now) : header_(header), now_(now), who_(std::move(who)) {}

  // `texts`: what the draft must hold; the positions of its rows are those of `rows`.
  std::vector<Change> write(const DraftContent& draft, const std::vector<DraftRow>& rows,
                            std::vector<std::pair<Address, std::string>> texts) {
    std::map<Address, std::string> present, values, presentRows, wantedRows;
    for (auto& [address, text] : texts) {
      if (address.row() == nullptr) values.emplace(std::move(address), std::move(text));
    }
    for (const auto& value : draft.values) present.emplace(value.place, value.value);
    for (const auto& row : draft.rows)
      presentRows.emplace(Place::ofRow(row.table, row.row), std::to_string(row.position));
    for (const auto& row : rows) wantedRows.emplace(Place::ofRow(row.table, row.row), std::to_string(row.position));
    const auto wanted = [&](const std::map<Address, std::string>& all, const Address& address) {
      const auto found = all.find(address);
      return found == all.end() ? std::string() : found->second;
    };
    // A row exists before its cells are written and after they are cleared.
    for (const auto& [address, position] : wantedRows) {
      add(address, wanted(presentRows, address), position);
    }
    for (const auto& [address, value] : present) add(address, value, wanted(values, address));
    for (const auto& [address, value] : values) {
      if (!present.contains(address)) add(address, "", value);
    }
    for (const auto& [address, position] : presentRows) {
      if (!wantedRows.contains(address)) add(address, position, "");
    }
    return std::move(changes_);
  }

 private:
  void add(const Address& address, const std::string& before, const std::string& after) {
    if (before == after) return;
    std::string text;
    for (const auto& part : {header_.headDigest, keyText(header_.key), addressText(address), before, after})
      text += std::to_string(part.size()) + ":" + part;
    changes_.push_back({idOf(text), address, before, after, who_, now_});
  }

  const SectionHeader& header_;
  Time now_;
  Actor who_;
  std::vector<Change> changes_;
};

// What a draft with these data holds.
DraftContent draftOf(const SectionDefinition& definition, const SectionData& data) {
  DraftContent draft;
  int position = 0;
  for (auto& [address, text] : draftTexts(definition, data)) {
    if (const auto* row = address.row())
      draft.rows.push_back({row->table, row->row, position++});  // in their order
    else
      draft.values.push_back({std::move(address), std::move(text)});
  }
  return draft;
}

void sortKept(SectionData& data) {
  std::sort(data.kept.begin(), data.kept.end(),
            [](const KeptValue& a, const KeptValue& b) { return placeText(a.place) < placeText(b.place); });
}

}  // namespace

SectionData movedAlong(const SectionDefinition& from, const SectionData& data, const SectionDefinition& to) {
  const auto draft = draftOf(from, data);
  DraftReader reader(to, draft);
  reader.read();
  auto moved = std::move(reader.data());
  sortKept(moved);
  return moved;
}

Actor programFor(const Actor& person) {
  auto program = person;
  program.name = "CCHC Suite " + std::string(version());
  return program;
}

FittedDraft fitDraft(const SectionDefinition& definition, const PartsInForce& parts, const DraftContent& draft,
                     const SectionHeader& header, const Suite& suite) {
  DraftReader reader(definition, draft);
  reader.read();
  FittedDraft fitted{std::move(reader.data()), std::move(reader.rows()), {}};
  moveNotInForce(definition, parts, fitted.data);
  std::erase_if(fitted.rows, [&](const DraftRow& row) { return !parts.table(*definition.tableIndex(row.table)); });
  sortKept(fitted.data);
  fitted.keeping = DraftRewriter(header, programFor(suite.options.actor), suite.now())
                       .write(draft, fitted.rows, draftTexts(definition, fitted.data));
  return fitted;
}

std::vector<DraftRow> rowsOf(const SectionDefinition& definition, const SectionData& data) {
  std::vector<DraftRow> rows;
  for (std::size_t t = 0; t < definition.tables.size(); ++t) {
    if (definition.tables[t].fixed) continue;
    int position = 0;
    for (const auto& row : data.tables[t].rows) rows.push_back({definition.tables[t].id, row.id, position++});
  }
  return rows;
}

std::vector<Change> changesTo(const SectionDefinition& definition, const SectionData& data, const DraftContent& draft,
                              const SectionHeader& header, const Actor& who, Time now) {
  return DraftRewriter(header, who, now).write(draft, rowsOf(definition, data), draftTexts(definition, data));
}

}  // namespace cchc
