#include "core/consolidation/annex_rows.h"

namespace cchc {
namespace {

std::optional<Decimal> numberIn(const Value& value) {
  const auto* number = value.number();
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

}  // namespace

AnnexRows::AnnexRows(std::shared_ptr<const CompiledDefinition> definition) : definition_(std::move(definition)) {
  const auto& fields = definition_->definition().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].annex && isNumeric(fields[i].type)) columns_.push_back(i);
  }
}

AnnexRows::Figures AnnexRows::figuresOf(const Evaluation& evaluation) const {
  Figures figures;
  for (const auto field : columns_) figures.push_back(numberIn(evaluation.fields[field].value()));
  return figures;
}

void AnnexRows::add(const OrgUnitId& directChild, bool hasChildren, const Contribution& contribution,
                    const PartsInForce& parts) {
  if (columns_.empty()) return;
  auto& row = rows_[directChild];
  if (!hasChildren) {
    row.figures.clear();
    for (const auto field : columns_) row.figures.push_back(numberIn(contribution.fields[field]));
    return;
  }
  const bool isFirst = !row.aggregator;
  if (isFirst) row.aggregator = std::make_unique<Aggregator>(definition_);
  row.aggregator->add(contribution, parts);
  const auto& of = parts.circumstances();
  row.circumstances.day = of.day;
  addForm(row.circumstances, of.forms.empty() ? std::string() : of.forms.front(), isFirst);
}

std::map<OrgUnitId, AnnexRows::Figures> AnnexRows::figures() const {
  std::map<OrgUnitId, Figures> figures;
  for (const auto& [unit, row] : rows_) {
    if (!row.aggregator) {
      figures[unit] = row.figures;
      continue;
    }
    const auto outcome = row.aggregator->finish();
    figures[unit] = figuresOf(evaluate(*definition_, outcome.data, CircumstancesAlone(row.circumstances)));
  }
  return figures;
}

Annex AnnexRows::heading(const Evaluation& total) const {
  const auto& form = definition_->definition();
  Annex annex;
  annex.definition = form.id;
  annex.title = form.title.vi;
  for (const auto field : columns_) {
    if (!total.inForce.field(field)) continue;
    const auto& definition = form.fields[field];
    annex.columns.push_back({definition.id, definition.code, definition.label.vi, definition.unit, definition.type});
  }
  annex.totals = shown(figuresOf(total), total);
  return annex;
}

AnnexRows::Figures AnnexRows::shown(const Figures& figures, const Evaluation& total) const {
  Figures result;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (total.inForce.field(columns_[i])) result.push_back(figures[i]);
  }
  return result;
}

}  // namespace cchc
