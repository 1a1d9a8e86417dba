#include "core/app/section/differences.h"

#include <algorithm>
#include <utility>

#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/base/texts.h"
#include "core/exchange/package/package.h"
#include "core/rules/compiled_definition.h"

namespace cchc {
namespace {

const Row* rowOf(const TableData& data, const std::string& id) {
  const auto found = std::find_if(data.rows.begin(), data.rows.end(), [&](const Row& row) { return row.id == id; });
  return found == data.rows.end() ? nullptr : &*found;
}

std::optional<Value> given(const Value* value) { return value == nullptr ? std::nullopt : std::optional(*value); }

void compareTables(const TableDefinition& table, const TableData& before, const TableData& after,
                   std::vector<SectionDifference>& all) {
  const auto compare = [&](const Row* old, const Row* now, const std::string& id) {
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
  };
  for (const auto& row : after.rows) compare(rowOf(before, row.id), &row, row.id);
  for (const auto& row : before.rows) {
    if (rowOf(after, row.id) == nullptr) compare(&row, nullptr, row.id);
  }
}

const ParagraphData* paragraphOf(const SectionData& data, const std::string& id) {
  const auto found = std::find_if(data.paragraphs.begin(), data.paragraphs.end(),
                                  [&](const ParagraphData& one) { return one.id == id; });
  return found == data.paragraphs.end() ? nullptr : &*found;
}

void compareParagraphs(const SectionData& before, const SectionData& after, std::vector<SectionDifference>& all) {
  const auto compare = [&](const std::string& id, const ParagraphData* old, const ParagraphData* now) {
    const auto was = old == nullptr ? std::string() : old->text.value_or(""),
               is = now == nullptr ? std::string() : now->text.value_or("");
    if (was == is) return;
    const auto label = [](Language language) { return std::string(text("difference.edited-paragraph", language)); };
    all.push_back({Place::ofParagraph(id), label(Language::vi), label(Language::en), nullptr, {}, {}, was, is});
  };
  for (const auto& paragraph : after.paragraphs) compare(paragraph.id, paragraphOf(before, paragraph.id), &paragraph);
  for (const auto& paragraph : before.paragraphs) {
    if (paragraphOf(after, paragraph.id) == nullptr) compare(paragraph.id, &paragraph, nullptr);
  }
}

}  // namespace

Result<RevisionDifferences> differencesOf(Suite& suite, const SectionKey& key, int revision) {
  RevisionDifferences differences;
  differences.definition = suite.catalogue.find(key.definition);
  if (!differences.definition) return fail("plugin.missing", keyText(key));
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
  const auto dataOf = [&](int number) -> Result<SectionData> {
    if (number == 0) return emptyData(form);
    CCHC_TRY(const auto stored, suite.store.submission(key, number));
    if (!stored) return emptyData(form);
    CCHC_TRY(auto package,
             readPackage(stored->package, keyText(key), definitionLookup(suite.catalogue), {}, Unfit::kept));
    return std::move(package.data);
  };
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
