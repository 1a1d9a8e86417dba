#include "core/app/check/checks.h"

#include <iterator>
#include <set>
#include <utility>

#include "core/app/check/document_dates.h"
#include "core/app/check/document_series.h"
#include "core/app/check/entered_figures.h"
#include "core/app/compare/compared_periods.h"
#include "core/app/report/form_findings.h"
#include "core/app/report/issued.h"
#include "core/app/report/journal_findings.h"
#include "core/app/report/store_source.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/consolidation/unit_sections.h"

namespace cchc {
namespace {

// An error for each section that the unit has, or is to report, and whose form is not here or is wrong.
Status addFormless(Suite& suite, const OrgUnitId& unit, const Period& period, std::vector<Finding>& findings) {
  std::set<DefinitionId> wanted;
  CCHC_TRY(const auto sections, suite.store.sections(period.id));
  for (const auto& header : sections) {
    if (header.key.unit == unit) wanted.insert(header.key.definition);
  }
  CCHC_TRY(const auto assignments, suite.store.assignments(period.id));
  for (const auto& assignment : assignments) {
    if (assignment.subject == unit) wanted.insert(assignment.definition);
  }
  for (const auto& id : wanted) {
    const auto found = definitionOf(suite, id, period);
    if (found || found.error().code == "definition.none-in-force") continue;
    const auto& why = found.error();
    findings.push_back(makeFinding("core.no-form", Severity::error, {id, unit, period.id}, {},
                                   {{"definition", id.value},
                                    {"why_vi", message(why, Language::vi).what},
                                    {"why_en", message(why, Language::en).what}}));
  }
  return {};
}

// Collects the findings of a consolidation, and discards the report.
class FindingSink final : public IgnoringSink {
 public:
  Status finding(const Finding& finding) override { return findings.push_back(finding), Status(); }

  std::vector<Finding> findings;
};

}  // namespace

Result<std::vector<Finding>> checkUnit(Suite& present, const OrgUnitId& unit, const PeriodId& period,
                                       SectionChoice choice) {
  CCHC_TRY(const auto asIssued, suiteAsIssued(present, unit, period));
  auto& suite = asIssued ? *asIssued : present;
  CCHC_TRY(auto input, consolidationInput(suite, unit, period));
  input.checkRequired = choice == SectionChoice::working;
  CCHC_TRY(input.knownFindings, formFindings(suite, input));
  CCHC_TRY(auto journaled, journalFindings(suite, input, choice));
  std::move(journaled.begin(), journaled.end(), std::back_inserter(input.knownFindings));
  StoreSource source(suite, period, choice);
  FindingSink sink;
  CCHC_CHECK(consolidate(input, source, sectionChecks(suite), sink));
  if (choice == SectionChoice::working) {
    CCHC_TRY(const auto sections, suite.store.sections(period));
    for (const auto& header : sections) {
      if (header.key.unit != unit) continue;
      CCHC_TRY(auto notes, storeFindings(suite, header.key));
      std::move(notes.begin(), notes.end(), std::back_inserter(sink.findings));
      CCHC_TRY(auto kept, keptEntryFindings(suite, header.key));
      std::move(kept.begin(), kept.end(), std::back_inserter(sink.findings));
    }
  }
  CCHC_CHECK(addFormless(suite, unit, input.period, sink.findings));
  return std::move(sink.findings);
}

Result<std::vector<Finding>> findingsOf(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  const auto definition = suite.definitions->find(key.definition, period.end);
  if (!definition) return std::vector<Finding>();
  CCHC_TRY(auto input, consolidationInput(suite, key.unit, key.period, neededBy(suite, *definition, period)));
  input.checkRequired = true;
  StoreSource source(suite, key.period, SectionChoice::working);
  CCHC_TRY(const auto unit, UnitSections::read(std::move(input), source));
  auto findings = unit->findings(key.definition, sectionChecks(suite));
  auto unusable = source.unusable();
  std::move(unusable.begin(), unusable.end(), std::back_inserter(findings));
  CCHC_TRY(auto notes, sectionNotes(suite, key));
  std::move(notes.begin(), notes.end(), std::back_inserter(findings));
  CCHC_TRY(auto kept, keptEntryFindings(suite, key));
  std::move(kept.begin(), kept.end(), std::back_inserter(findings));
  return findings;
}

SectionChecks sectionChecks(const Suite& suite) {
  return [&suite](const SectionKey& key, const SectionView& section, const Surroundings& surroundings) {
    auto findings = suite.catalogue.plugins.check(key, section, surroundings);
    const SectionDocuments own{&section, citedDocuments(section)};
    if (own.cited.empty()) return findings;
    std::vector<SectionDocuments> others;
    for (const auto* other : surroundings.sections()) {
      if (other->definition->definition().id != key.definition) others.push_back({other, citedDocuments(*other)});
    }
    const auto add = [&](std::vector<Finding> more) {
      std::move(more.begin(), more.end(), std::back_inserter(findings));
    };
    add(seriesFindings(key, own, others));
    add(twoDatesFindings(key, own, others));
    add(documentDateFindings(suite.catalogue.centralDocuments, key, section, own.cited));
    return findings;
  };
}

Result<std::vector<Finding>> storeFindings(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto findings, remarkFindings(suite, key));
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  const auto definition = suite.definitions->find(key.definition, period.end);
  if (!definition) return findings;
  CCHC_TRY(auto carried, carryFindings(suite, key, period, definition));
  std::move(carried.begin(), carried.end(), std::back_inserter(findings));
  return findings;
}

Result<std::vector<Finding>> sectionNotes(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto findings, storeFindings(suite, key));
  CCHC_TRY(auto ignored, ignoredComparisonFindings(suite, key));
  std::move(ignored.begin(), ignored.end(), std::back_inserter(findings));
  auto leftOut = leftOutFindings(suite, key);
  std::move(leftOut.begin(), leftOut.end(), std::back_inserter(findings));
  return findings;
}

Result<std::vector<Finding>> remarkFindings(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto remarks, suite.store.remarks(key));
  std::vector<Finding> findings;
  findings.reserve(remarks.size());
  for (const auto& remark : remarks)
    findings.push_back(makeFinding("return.remark", Severity::warning, key, remark.place, {{"text", remark.text}}));
  return findings;
}

}  // namespace cchc
