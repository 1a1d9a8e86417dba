#include "core/presentation/window/search_index.h"

#include "core/app/section/section_editing.h"
#include "core/base/text.h"
#include "core/presentation/section/entry.h"

namespace cchc::presentation {

Result<SearchIndex> SearchIndex::read(Suite& suite, const std::vector<NavigatorEntry>& entries, Words words,
                                      const ProgressCallback& progress) {
  SearchIndex index;
  std::size_t read = 0;
  for (const auto& entry : entries) {
    CCHC_CHECK(reportProgress(progress, read++, entries.size()));
    if (!definitionInForce(suite, entry.key.definition, entry.key.period)) continue;
    CCHC_TRY(const auto editing, SectionEditing::open(suite, entry.key));
    const auto& form = editing->definition();
    const auto& data = editing->data();
    const auto& evaluation = editing->evaluation();
    const auto add = [&](Place place, const std::string& text, const std::string& more, bool paragraph = false) {
      index.texts_.push_back(
          {{entry.key, std::move(place), entry.place + " · " + text}, foldForSearch(text + "\n" + more), paragraph});
    };
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      if (!evaluation.inForce.field(i)) continue;
      const auto& field = form.fields[i];
      const auto value = shownText(field, evaluation.fields[i].value(), words);
      add(field.id, field.label.in(words.language) + (value.empty() ? "" : ": " + value), field.code);
    }
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
      if (!evaluation.inForce.table(t)) continue;
      const auto& table = form.tables[t];
      const auto title = table.title.in(words.language);
      add(table.id, title, "");
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto& column = table.columns[c];
        if (evaluation.inForce.column(t, c)) add(table.id, title + ": " + column.label.in(words.language), column.code);
      }
      for (std::size_t r = 0; r < table.fixedRows.size(); ++r) {
        const auto& row = table.fixedRows[r];
        if (evaluation.inForce.row(t, r))
          add(Place::ofRow(table.id, row.id), title + ": " + row.label.in(words.language), "");
      }
      for (std::size_t r = 0; r < data.tables[t].rows.size(); ++r) {
        const auto& row = data.tables[t].rows[r];
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          const auto value = shownText(table.columns[c], evaluation.cells[t][r][c].value(), words);
          if (!value.empty()) add(Place::ofCell(table.id, row.id, table.columns[c].id), title + ": " + value, "");
        }
      }
    }
    for (std::size_t g = 0; g < form.groups.size(); ++g) {
      for (const auto& one : editing->paragraphs(g)) {
        const auto& text = one.paragraph.text;
        add(one.paragraph.uses.empty() ? std::string() : one.paragraph.uses.front(),
            words("navigator.paragraph", {{"text", text}}), "", true);
      }
    }
  }
  return index;
}

std::vector<SearchHit> SearchIndex::find(const std::string& wanted, std::size_t limit) const {
  std::vector<SearchHit> hits;
  const auto folded = foldForSearch(foldSpace(wanted));
  if (folded.empty()) return hits;
  for (const bool paragraphs : {false, true}) {
    for (const auto& text : texts_) {
      if (hits.size() == limit) return hits;
      if (text.paragraph == paragraphs && text.folded.find(folded) != std::string::npos) hits.push_back(text.hit);
    }
  }
  return hits;
}

}  // namespace cchc::presentation
