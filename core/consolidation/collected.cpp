#include "core/consolidation/collected.h"

#include <algorithm>

#include "core/consolidation/child_forms.h"
#include "core/consolidation/not_printed.h"
#include "core/rules/section_findings.h"

namespace cchc {

namespace {

// What formulas of a sum over child units read besides the sum.
class SumSurroundings final : public CircumstancesAlone {
 public:
  SumSurroundings(const Period& period, Circumstances circumstances, const ChildSections& sections)
      : CircumstancesAlone(std::move(circumstances)), period_(period), sections_(sections) {}
  const Period* period() const override { return &period_; }
  const SectionView* previous() const override { return sections_.previous ? sections_.previous->view() : nullptr; }
  const SectionView* lastYear() const override { return sections_.lastYear ? sections_.lastYear->view() : nullptr; }

 private:
  const Period& period_;
  const ChildSections& sections_;
};

}  // namespace

const SectionView* ReportSurroundings::section(const DefinitionId& id) const {
  const auto* found = collected_.ownSection(id);
  return found != nullptr ? &found->view : nullptr;
}
const AggregateView* ReportSurroundings::children(const DefinitionId& id) const {
  const auto* found = collected_.childSections(id);
  return found != nullptr ? &found->view : nullptr;
}

std::vector<const SectionView*> Collected::views() const {
  std::vector<const SectionView*> views;
  views.reserve(own.size());
  for (const auto& section : own) views.push_back(&section->view);
  return views;
}

const OwnSection* Collected::ownSection(const DefinitionId& id) const {
  for (const auto& section : own) {
    if (section->key.definition == id) return section.get();
  }
  return nullptr;
}
const ChildSections* Collected::childSections(const DefinitionId& id) const {
  for (const auto& section : children) {
    if (section->key.definition == id) return section.get();
  }
  return nullptr;
}

Status Collected::read(SubmissionSource& source, const SectionChecks& checks) {
  for (const auto& definition : input_.definitions) CCHC_CHECK(readSections(definition, source, checks));
  evaluateOwn();
  return {};
}

Status Collected::readSections(const std::shared_ptr<const CompiledDefinition>& definition, SubmissionSource& source,
                               const SectionChecks& checks) {
  const auto& id = definition->definition().id;
  const bool summed = !input_.sums || input_.sums->contains(id);
  ChildForms forms(definition->definition(), input_.circumstances.day);
  for (const auto& assignment : input_.assignments) {
    if (summed && assignment.definition == id && tree_.below(assignment.subject))
      forms.expect(tree_.form(assignment.subject));
  }
  const int expected = forms.expected();
  std::unique_ptr<ChildSections> sections;
  std::optional<Aggregator> aggregator;
  if (expected > 0) {
    sections = std::make_unique<ChildSections>();
    sections->annex = AnnexRows(definition);
    aggregator.emplace(definition);
    CCHC_TRY(sections->previous, comparedSums(definition, ComparisonKind::previousPeriod, source));
    CCHC_TRY(sections->lastYear, comparedSums(definition, ComparisonKind::lastYear, source));
  }
  Evaluation evaluation;
  Contribution computed;
  const auto scope = sections ? SubmissionSource::Scope::below : SubmissionSource::Scope::whole;
  CCHC_CHECK(source.each(id, input_.unit.id, scope, [&](const ReceivedSection& section) -> Status {
    const auto& unit = section.header.key.unit;
    if (unit == input_.unit.id) {
      addOwnSection(definition, section);
    } else if (sections && tree_.below(unit)) {
      const auto* contribution = section.contribution;
      const auto& parts = forms.parts(tree_.form(unit));
      if (contribution == nullptr) {
        const WithinPeriod surroundings(input_.period, tree_.circumstances(unit, input_.circumstances.day));
        evaluate(*definition, *section.data, surroundings, evaluation);
        contributionOf(*definition, *section.data, evaluation, computed);
        contribution = &computed;
        addChildFindings(
            sectionFindings(*definition, section.header.key, *section.data, evaluation, surroundings, false));
        const SectionView view{definition.get(), section.data, &evaluation};
        addChildFindings(checks(section.header.key, view, surroundings));
        addChildFindings(findingsOfReceipt(section.findings, section.header.key));
      } else {
        addChildFindings(section);
      }
      if (contribution->ownWords > 0)
        addChildFindings({makeFinding("core.own-words", Severity::information, section.header.key, {},
                                      {{"count", std::to_string(contribution->ownWords)}})});
      aggregator->add(*contribution, parts);
      for (auto* compared : {sections->previous.get(), sections->lastYear.get()}) {
        if (compared != nullptr) compared->add(unit, *contribution);
      }
      const auto& child = tree_.directChild(unit);
      sections->annex.add(child, tree_.hasChildren(child), *contribution, parts);
    }
    return {};
  }));
  if (!sections) return {};
  sections->key = {id, input_.unit.id, input_.period.id};
  sections->definition = definition;
  sections->outcome = aggregator->finish();
  for (auto* compared : {sections->previous.get(), sections->lastYear.get()}) {
    if (compared != nullptr) compared->finish(expected);
  }
  sections->evaluation =
      evaluate(*definition, sections->outcome.data, SumSurroundings(input_.period, forms.circumstances(), *sections));
  sections->view = {{definition.get(), &sections->outcome.data, &sections->evaluation},
                    sections->outcome.reported,
                    sections->outcome.reporting,
                    expected,
                    forms.expectedByField()};
  children.push_back(std::move(sections));
  return {};
}

Result<std::unique_ptr<ComparedSums>> Collected::comparedSums(
    const std::shared_ptr<const CompiledDefinition>& definition, ComparisonKind kind, SubmissionSource& source) const {
  const auto& id = kind == ComparisonKind::previousPeriod ? input_.period.comparison : input_.period.lastYear;
  const auto period =
      std::find_if(input_.periods.begin(), input_.periods.end(), [&](const Period& each) { return each.id == id; });
  // Only what formulas read is wanted of the sums around a single section.
  const bool wanted = input_.units != nullptr && (input_.sums ? ComparedSums::readByFormulas(*definition, kind)
                                                              : ComparedSums::asked(*definition, kind));
  if (!wanted || period == input_.periods.end()) return std::unique_ptr<ComparedSums>();
  auto sums = std::make_unique<ComparedSums>(definition, input_, tree_, kind, *period);
  CCHC_CHECK(sums->read(source));
  if (sums->nothing()) sums.reset();
  return sums;
}

void Collected::addOwnSection(const std::shared_ptr<const CompiledDefinition>& definition,
                              const ReceivedSection& section) {
  auto added = std::make_unique<OwnSection>();
  added->key = section.header.key;
  added->definition = definition;
  added->data = *section.data;
  added->receiptFindings = findingsOfReceipt(section.findings, section.header.key);
  const auto comparison = [&](const ComparedSections& all) {
    const auto found = all.find(added->key.definition);
    return found == all.end() ? nullptr : found->second.get();
  };
  added->previous = comparison(input_.previous);
  added->lastYear = comparison(input_.lastYear);
  added->preceding = comparison(input_.preceding);
  added->sameStart = comparison(input_.sameStart);
  // Other sections may refer to it before evaluateOwn has evaluated it in its surroundings.
  added->evaluation = evaluate(*definition, added->data, CircumstancesAlone(input_.circumstances));
  added->view = {definition.get(), &added->data, &added->evaluation};
  own.push_back(std::move(added));
}

void Collected::addChildFindings(std::vector<Finding> findings) {
  for (auto& finding : findings) {
    if (childFindings.size() < childFindingLimit || namesNotPrinted(finding))
      childFindings.push_back(std::move(finding));
    else
      ++moreChildFindings;
  }
}

// Beyond the limit, findings are only counted and not read, but for those on what is not printed: each is one line.
void Collected::addChildFindings(const ReceivedSection& section) {
  if (section.findings.empty()) return;
  if (childFindings.size() < childFindingLimit || mayNameUnaskedValue(section.findings))
    return addChildFindings(readFindingLines(section.findings, section.header.key));
  moreChildFindings += static_cast<std::size_t>(std::count(section.findings.begin(), section.findings.end(), '\n'));
}

// Sections refer to one another, so all are evaluated again until none changes. With circular references this ends
// after as many passes as there are sections.
void Collected::evaluateOwn() {
  for (std::size_t pass = 0; pass <= own.size(); ++pass) {
    bool changed = false;
    for (const auto& section : own) {
      auto evaluation = evaluate(*section->definition, section->data, ReportSurroundings(*this, input_, section.get()));
      if (evaluation == section->evaluation) continue;
      section->evaluation = std::move(evaluation);
      changed = true;
    }
    if (!changed) return;
  }
}

}  // namespace cchc
