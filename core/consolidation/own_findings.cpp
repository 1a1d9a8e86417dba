#include "core/consolidation/own_findings.h"

#include <iterator>

#include "core/narrative/text_findings.h"
#include "core/rules/section_findings.h"

namespace cchc {

NarrativeContext narrativeContext(const ConsolidationInput& input) {
  return {&input.unit, input.parent ? &*input.parent : nullptr, &input.period};
}

std::vector<Finding> ownFindings(const Collected& collected, const OwnSection& section, const ConsolidationInput& input,
                                 const SectionChecks& checks) {
  const ReportSurroundings surroundings(collected, input, &section);
  auto findings = sectionFindings(*section.definition, section.key, section.data, section.evaluation, surroundings,
                                  input.checkRequired);
  const auto add = [&](std::vector<Finding> more) {
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  };
  add(checks(section.key, section.view, surroundings));
  add(section.receiptFindings);
  add(comparisonFindings(section.key, section.previous, section.lastYear, section.data));
  add(textFindings(*section.definition, section.key, section.data, section.evaluation, narrativeContext(input)));
  setEarlierExplanations(findings, section.previous, section.preceding);
  return findings;
}

std::set<std::string> selectedSources(const Collected& collected) {
  std::set<std::string> sources;
  for (const auto& section : collected.own) {
    const auto& form = section->definition->definition();
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
      const auto column = form.tables[t].columnIndex("source");
      if (!column) continue;
      for (const auto& row : section->data.tables[t].rows) {
        if (const auto* text = row.cells[*column].text()) sources.insert(*text);
      }
    }
  }
  return sources;
}

std::vector<Finding> contributionFindings(const OwnSection& section, const std::set<std::string>& selected) {
  std::vector<Finding> findings;
  const auto& form = section.definition->definition();
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    if (table.contributes.empty() || !section.evaluation.inForce.table(t)) continue;
    for (const auto& row : section.data.tables[t].rows) {
      const auto source = form.id.value + "/" + table.id + "/" + row.id;
      if (selected.contains(source)) continue;
      findings.push_back(makeFinding("core.unselected-contribution", Severity::information, section.key,
                                     Place::ofRow(table.id, row.id),
                                     {{"place", table.contributes},
                                      {"table", table.title.vi},
                                      {"table_en", table.title.in(Language::en)},
                                      {"source", source}}));
    }
  }
  return findings;
}

}  // namespace cchc
