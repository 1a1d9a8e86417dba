#include "core/consolidation/compared_sums.h"

#include <algorithm>
#include <array>

#include "core/base/texts.h"

namespace cchc {
namespace {

constexpr std::size_t mostNamed = 10;

// The reasons of planComparison in a few words, for a list of units.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> briefly{
    {{"core.comparison-split", "report.compared-split"},
     {"core.comparison-unstated", "report.compared-unstated"},
     {"core.comparison-missing", "report.compared-missing"},
     {"core.comparison-days", "report.compared-days"},
     {"core.comparison-span", "report.compared-span"}}};
std::string inBrief(const Error& reason, Language language) {
  for (const auto& [code, brief] : briefly) {
    if (reason.code == code) return text(brief, language, reason.parameters);
  }
  return message(reason, language).what;
}

bool isSummed(const FieldDefinition& field) {
  const auto way = addingWay(field, Adding::children);
  return way != AddingWay::none && way != AddingWay::computed;
}

}  // namespace

ComparedSums::ComparedSums(std::shared_ptr<const CompiledDefinition> definition, const ConsolidationInput& input,
                           const UnitTree& tree, ComparisonKind kind, const Period& compared)
    : definition_(std::move(definition)),
      form_(definition_->definition()),
      input_(input),
      tree_(tree),
      kind_(kind),
      compared_(compared),
      matched_(form_.fields.size()),
      counts_(form_.fields.size()),
      circumstances_(input.units) {
  then_.aggregator = std::make_unique<Aggregator>(definition_);
  now_.aggregator = std::make_unique<Aggregator>(definition_);
}

bool ComparedSums::asked(const SectionDefinition& form, ComparisonKind kind) {
  return std::any_of(form.fields.begin(), form.fields.end(), [&](const FieldDefinition& field) {
    return comparesWith(field, kind) && addingWay(field, Adding::children) != AddingWay::none;
  });
}

ComparisonBasis ComparedSums::basis() const {
  return {*input_.units, input_.periods, [this](const OrgUnitId& unit, const PeriodId& period) -> Result<bool> {
            return sections_.contains({unit, period});
          }};
}

const Period& ComparedSums::periodOf(const PeriodId& id) const {
  const auto found =
      std::find_if(input_.periods.begin(), input_.periods.end(), [&](const Period& period) { return period.id == id; });
  return found == input_.periods.end() ? compared_ : *found;
}

Status ComparedSums::readPeriod(SubmissionSource& source, const PeriodId& period) {
  const auto& within = periodOf(period);
  Evaluation evaluation;
  Contribution computed;
  return source.eachOf(period, definition_->definition(), [&](const ReceivedSection& section) -> Status {
    const auto* contribution = section.contribution;
    if (contribution == nullptr) {
      const WithinPeriod surroundings(within, circumstances_.of(section.header.key.unit, within.end));
      evaluate(*definition_, *section.data, surroundings, evaluation);
      contributionOf(*definition_, *section.data, evaluation, computed);
      contribution = &computed;
    }
    const SectionOf key{section.header.key.unit, period};
    auto text = contributionText(*definition_, *contribution);
    if (text.empty()) longSections_.emplace(key, *contribution);
    sections_.emplace(key, std::move(text));
    return {};
  });
}

Status ComparedSums::read(SubmissionSource& source) {
  CCHC_CHECK(readPeriod(source, compared_.id));
  std::vector<PeriodId> parts;
  for (const auto& period : input_.periods) {
    if (period.id != compared_.id && compared_.start <= period.start && period.end <= compared_.end)
      parts.push_back(period.id);
  }
  const auto needsParts = [&](const Assignment& assignment) -> Result<bool> {
    if (assignment.definition != form_.id || !tree_.below(assignment.subject)) return false;
    CCHC_TRY(const auto plan, planComparison(basis(), assignment.subject, input_.period, compared_));
    return plan.spans.empty();
  };
  if (parts.empty()) return {};
  for (const auto& assignment : input_.assignments) {
    CCHC_TRY(const bool needs, needsParts(assignment));
    if (!needs) continue;
    for (const auto& part : parts) CCHC_CHECK(readPeriod(source, part));
    return {};
  }
  return {};
}

ComparedSums::Earlier ComparedSums::sumOf(Adding adding, std::vector<Earlier> sections) const {
  if (sections.size() == 1) return std::move(sections.front());
  Aggregator aggregator(definition_, adding);
  std::vector<Circumstances> circumstances;
  for (const auto& section : sections) {
    aggregator.add(section.contribution, PartsInForce(form_, section.circumstances));
    circumstances.push_back(section.circumstances);
  }
  const auto data = aggregator.finish().data;
  Earlier sum{{}, joined(compared_.end, circumstances)};
  sum.contribution =
      contributionOf(*definition_, data, evaluate(*definition_, data, CircumstancesAlone(sum.circumstances)));
  return sum;
}

void ComparedSums::addUnit(Sum& sum, Circumstances unit) {
  unit.children.reset();
  if (std::find(sum.units.begin(), sum.units.end(), unit) == sum.units.end()) sum.units.push_back(std::move(unit));
}

void ComparedSums::tell(const OrgUnitId& unit, const Error& reason) {
  if (unmatched_++ < mostNamed) untold_.emplace_back(tree_.name(unit), reason);
}

std::optional<ComparedSums::Earlier> ComparedSums::earlier(const OrgUnitId& unit) {
  const auto missing = [&] {
    return Error{"core.comparison-missing",
                 "",
                 {{"unit", tree_.name(unit)}, {"code", codeOf(unit)}, {"period", compared_.name}},
                 ErrorKind::refusal};
  };
  const auto plan = planComparison(basis(), unit, input_.period, compared_);
  if (!plan || plan->spans.empty()) {
    tell(unit, plan && !plan->reasons.empty() ? plan->reasons.front() : missing());
    return std::nullopt;
  }
  regrouped_ = regrouped_ || plan->regrouped;
  const auto load = [&](const OrgUnitId& of, const PeriodId& period,
                        const PlannedSpan&) -> Result<std::optional<Earlier>> {
    const auto found = sections_.find({of, period});
    if (found == sections_.end()) return std::optional<Earlier>();
    Earlier section{{}, circumstances_.of(of, periodOf(period).end)};
    if (const auto whole = longSections_.find(found->first); whole != longSections_.end())
      section.contribution = whole->second;
    else
      CCHC_CHECK(readContribution(*definition_, found->second, section.contribution));
    return std::optional(std::move(section));
  };
  auto added = addPlanned<Earlier>(
      *plan, load, [&](Adding adding, std::vector<Earlier> sections) { return sumOf(adding, std::move(sections)); });
  if (added && *added) return std::move(**added);
  tell(unit, added ? missing() : added.error());
  return std::nullopt;
}

void ComparedSums::add(const OrgUnitId& unit, const Contribution& now) {
  if (nothing()) return;
  auto found = earlier(unit);
  auto* then = found ? &found->contribution : nullptr;
  auto current = found ? std::optional(now) : std::nullopt;
  const bool alike = input_.period.span == compared_.span;
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    const bool comparable = isSummed(form_.fields[i]) && (alike || !followsPeriodSpan(form_.fields[i]));
    const bool both = then && comparable && !then->fields[i].blank() && !current->fields[i].blank();
    matched_[i].push_back(both);
    if (both) ++counts_[i];
    if (then && !both) then->fields[i] = current->fields[i] = Value{};
  }
  if (!then) return;
  for (auto* each : {&*then, &*current}) {
    for (auto& cells : each->cells) cells.clear();  // no column is compared
  }
  then_.aggregator->add(*then);
  now_.aggregator->add(*current);
  addUnit(then_, found->circumstances);
  addUnit(now_, tree_.circumstances(unit, input_.period.end));
}

void ComparedSums::finish(int expected) {
  expected_ = expected;
  for (auto* sum : {&then_, &now_}) {
    sum->data = sum->aggregator->finish().data;
    const auto& period = sum == &then_ ? compared_ : input_.period;
    sum->evaluation = evaluate(*definition_, sum->data, WithinPeriod(period, joined(period.end, sum->units)));
  }
}

std::optional<int> ComparedSums::reported(std::size_t field) const {
  if (isSummed(form_.fields[field])) return counts_[field];
  if (addingWay(form_.fields[field], Adding::children) != AddingWay::computed) return std::nullopt;
  // It is of the same units only if all figures are from which it is computed.
  std::vector<std::size_t> open{field}, summed;
  std::vector<bool> seen(form_.fields.size());
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    if (isSummed(form_.fields[at])) {
      summed.push_back(at);
      continue;
    }
    if (!form_.fields[at].computed()) return std::nullopt;
    for (const auto& use : usesOf(*definition_, at)) {
      const auto used = form_.fieldIndex(use);
      if (!used) return std::nullopt;
      open.push_back(*used);
    }
  }
  const bool alike = std::all_of(summed.begin(), summed.end(),
                                 [&](std::size_t each) { return matched_[each] == matched_[summed.front()]; });
  return !summed.empty() && alike ? std::optional(counts_[summed.front()]) : std::nullopt;
}

std::vector<Finding> ComparedSums::findings(const SectionKey& key) const {
  if (nothing()) return {};
  std::vector<Finding> findings;
  if (input_.period.span != compared_.span) {
    findings.push_back(
        makeFinding("core.comparison-unlike", Severity::information, key, {}, {{"period", compared_.name}}));
  }
  if (unmatched_ == 0) return findings;
  std::string vi, en;
  for (const auto& untold : untold_) {
    const auto add = [&](std::string& text, Language language) {
      const auto brief = inBrief(untold.second, language);
      const bool named = brief.starts_with(untold.first + " (");
      text += (text.empty() ? "" : "; ") + (named ? brief : untold.first + ": " + brief);
    };
    add(vi, Language::vi);
    add(en, Language::en);
  }
  const auto more = unmatched_ - untold_.size();
  if (more > 0) {
    vi += "; " + text("core.comparison-more", Language::vi, {{"count", std::to_string(more)}});
    en += "; " + text("core.comparison-more", Language::en, {{"count", std::to_string(more)}});
  }
  findings.push_back(makeFinding(
      "core.comparison-sums", Severity::information, key, {},
      {{"period", compared_.name}, {"count", std::to_string(unmatched_)}, {"units", vi}, {"units_en", en}}));
  return findings;
}

}  // namespace cchc
