#include "core/app/section/differences.h"

#include <algorithm>
#include <utility>

#include "core/app/section/section_content.h"
#include "core/base/texts.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/package/package.h"
#include "core/rules/compiled_definition.h"

namespace cchc {
namespace {

// Calls `compare` for each item of `after`, then for each that only `before` has; nullptr: there is no such item.
template <class T, class Compare>
void eachPair(const std::vector<T>& before, const std::vector<T>& after, const Compare& compare) {
  const auto withId = [](const std::vector<T>& all, const std::string& id) -> const T* {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
  };
  for (const auto& item : after) compare(item.id, withId(before, item.id), &item);
  for (const auto& item : before) {
    if (withId(after, item.id) == nullptr) compare(item.id, &item, static_cast<const T*>(nullptr));
  }
}

std::optional<Value> given(const Value* value) { return value == nullptr ? std::nullopt : std::optional(*value); }

void compareTables(const TableDefinition& table, const TableData& before, const TableData& after,
                   std::vector<SectionDifference>& all) {
  eachPair(before.rows, after.rows, [&](const std::string& id, const Row* old, const Row* now) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto* a = old == nullptr ? nullptr : &old->cells[c];
      const auto* b = now == nullptr ? nullptr : &now->cells[c];
      if ((a == nullptr || a->blank()) && (b == nullptr || b->blank())) continue;
      if (a != nullptr && b != nullptr && *a == *b) continue;
      const auto& column = table.columns[c];
      const auto label = [&](Language language) {
        return table.title.in(language) + " · " + column.label.in(language);
      };
      all.push_back({Place::ofCell(table.id, id, column.id), label(Language::vi), label(Language::en), &column,
                     given(a), given(b), "", ""});
    }
  });
}

void compareParagraphs(const SectionData& before, const SectionData& after, std::vector<SectionDifference>& all) {
  eachPair(
      before.paragraphs, after.paragraphs,
      [&](const std::string& id, const ParagraphData* old, const ParagraphData* now) {
        const auto was = old == nullptr ? std::string() : old->text.value_or(""),
                   is = now == nullptr ? std::string() : now->text.value_or("");
        if (was == is) return;
        const auto label = [](Language language) { return std::string(text("difference.edited-paragraph", language)); };
        all.push_back({Place::ofParagraph(id), label(Language::vi), label(Language::en), nullptr, {}, {}, was, is});
      });
}

}  // namespace

namespace {

// The imports after the entry with the digest `from` (empty: from the beginning) up to the one with the digest `to`.
Result<std::vector<ImportedInRevision>> importsBetween(Suite& suite, const SectionKey& key, const std::string& from,
                                                       const std::string& to) {
  CCHC_TRY(const auto entries, suite.store.journal(key));
  std::vector<ImportedInRevision> imports;
  bool within = from.empty();
  for (const auto& entry : entries) {
    if (const auto* file = within ? entry.change.place.import() : nullptr; file != nullptr) {
      std::erase_if(imports, [&](const ImportedInRevision& one) { return one.digest == file->digest; });
      if (!entry.change.newValue.empty())
        imports.push_back({entry.change.newValue, file->digest, entry.change.who, entry.change.at});
    }
    if (within && entry.digest == to) return imports;
    within = within || entry.digest == from;
  }
  return std::vector<ImportedInRevision>();  // this store does not have the journal from which the revision was made
}

}  // namespace

Result<RevisionDifferences> differencesOf(Suite& suite, const SectionKey& key, int revision) {
  RevisionDifferences differences;
  CCHC_TRY(differences.definition, definitionFor(suite, key));
  const auto& form = differences.definition->definition();
  CCHC_TRY(const auto history, suite.store.history(key));
  for (const auto& submission : history) {
    if (submission.state == SubmissionState::rival) continue;
    const auto number = submission.header.revision;
    if (differences.after == 0 && (revision == 0 || number == revision))
      differences.after = number;
    else if (differences.after != 0 && number < differences.after)
      differences.before = std::max(differences.before, number);
  }
  if (differences.after == 0) return fail("section.not-received", keyText(key));
  const DefinitionLookup lookup = [&](const SubmissionHeader&) { return &form; };
  CCHC_TRY(const auto parts, partsInForce(suite, form, key));
  const auto dataOf = [&](int number) -> Result<SectionData> {
    if (number == 0) return emptyData(form);
    CCHC_TRY(const auto stored, suite.store.submission(key, number));
    if (!stored) return emptyData(form);
    CCHC_TRY(auto package, readPackage(stored->package, keyText(key), lookup, UnitCodes(), {}, Unfit::kept));
    moveNotInForce(form, parts, package.data);
    return std::move(package.data);
  };
  std::string from, to;
  for (const auto& submission : history) {
    if (submission.state == SubmissionState::rival) continue;
    if (submission.header.revision == differences.after) to = submission.header.journalHead;
    if (submission.header.revision == differences.before) from = submission.header.journalHead;
  }
  CCHC_TRY(differences.imports, importsBetween(suite, key, from, to));
  CCHC_TRY(const auto after, dataOf(differences.after));
  CCHC_TRY(const auto before, dataOf(differences.before));
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (before.fields[i] == after.fields[i]) continue;
    const auto& field = form.fields[i];
    differences.all.push_back({field.id, field.label.in(Language::vi), field.label.in(Language::en), &field,
                               before.fields[i], after.fields[i], "", ""});
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t)
    compareTables(form.tables[t], before.tables[t], after.tables[t], differences.all);
  compareParagraphs(before, after, differences.all);
  return differences;
}

}  // namespace cchc
