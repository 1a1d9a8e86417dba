#include "core/consolidation/annex_rows.h"

namespace cchc {

AnnexRows::AnnexRows(std::shared_ptr<const CompiledDefinition> definition) : definition_(std::move(definition)) {
  const auto& fields = definition_->definition().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].annex && isNumeric(fields[i].type)) columns_.push_back(i);
  }
}

AnnexRows::Figures AnnexRows::figuresOf(const Evaluation& evaluation) const {
  Figures figures;
  for (const auto field : columns_) {
    const auto* number = evaluation.fields[field].value().number();
    figures.push_back(number != nullptr ? std::optional(*number) : std::nullopt);
  }
  return figures;
}

void AnnexRows::add(const OrgUnitId& directChild, bool inner, const SectionData& data, const Evaluation& evaluation) {
  if (columns_.empty()) return;
  auto& row = rows_[directChild];
  if (!inner) {
    row.figures = figuresOf(evaluation);
    return;
  }
  if (!row.aggregator) row.aggregator = std::make_unique<Aggregator>(definition_);
  row.aggregator->add(data, evaluation);
}

std::map<OrgUnitId, AnnexRows::Figures> AnnexRows::figures() const {
  std::map<OrgUnitId, Figures> figures;
  for (const auto& [unit, row] : rows_) {
    if (!row.aggregator) {
      figures[unit] = row.figures;
      continue;
    }
    const auto outcome = row.aggregator->finish();
    figures[unit] = figuresOf(evaluate(*definition_, outcome.data, Surroundings()));
  }
  return figures;
}

Annex AnnexRows::heading(const Evaluation& total) const {
  const auto& form = definition_->definition();
  Annex annex;
  annex.definition = form.id;
  annex.title = form.title.vi;
  for (const auto field : columns_) {
    const auto& definition = form.fields[field];
    annex.columns.push_back({definition.id, definition.code, definition.label.vi, definition.unit, definition.type});
  }
  annex.totals = figuresOf(total);
  return annex;
}

}  // namespace cchc
