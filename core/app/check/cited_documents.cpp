#include "core/app/check/cited_documents.h"

namespace cchc {
namespace {

void addDocuments(const Effective& effective, const CitedDocument& at, std::vector<CitedDocument>& all) {
  const auto* documents = effective.relevant ? effective.value().documents() : nullptr;
  if (documents == nullptr) return;
  for (const auto& document : *documents) all.push_back({&document, at.table, at.row, at.column});
}

bool holdsDocuments(const FieldDefinition& field) {
  return field.type == FieldType::document || field.type == FieldType::documents;
}

}  // namespace

std::vector<CitedDocument> citedDocuments(const SectionView& section) {
  std::vector<CitedDocument> all;
  const auto& form = section.definition->definition();
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (holdsDocuments(form.fields[i])) addDocuments(section.evaluation->fields[i], {nullptr, {}, 0, i}, all);
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& columns = form.tables[t].columns;
    const auto& rows = section.evaluation->cells[t];
    if (std::none_of(columns.begin(), columns.end(), holdsDocuments)) continue;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (holdsDocuments(columns[c])) addDocuments(rows[row][c], {nullptr, t, row, c}, all);
      }
    }
  }
  return all;
}

Finding warningAt(const CitedDocument& cited, std::string_view code, const SectionKey& key, const SectionView& section,
                  const std::vector<Parameter>& parameters) {
  const auto& form = section.definition->definition();
  const auto* table = cited.table ? &form.tables[*cited.table] : nullptr;
  auto place = table == nullptr ? Place::ofField(form.fields[cited.column].id)
                                : Place::ofCell(table->id, section.data->tables[*cited.table].rows[cited.row].id,
                                                table->columns[cited.column].id);
  auto finding = makeFinding(code, Severity::warning, key, std::move(place), parameters);
  setExplanation(finding, *section.data);
  return finding;
}

}  // namespace cchc
