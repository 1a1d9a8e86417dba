#include "core/consolidation/comparing/compared_sums.h"

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

EarlierPeriod earlierPeriod(ComparisonKind kind) {
  return kind == ComparisonKind::previousPeriod ? EarlierPeriod::previous : EarlierPeriod::lastYear;
}

}  // namespace

ComparedSums::ComparedSums(std::shared_ptr<const CompiledDefinition> definition, const ConsolidationInput& input,
                           const UnitTree& tree, ComparisonKind kind, const Period& compared)
    : definition_(std::move(definition)),
      form_(definition_->definition()),
      input_(input),
      tree_(tree),
      compared_(compared),
      alike_(input.period.span == compared.span),
      plain_(definition_),
      counts_(form_.fields.size()),
      present_(form_.fields.size()),
      circumstances_(input.units) {
  const auto readEarlier = readOfEarlier(*definition_, earlierPeriod(kind));
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    const bool wanted = comparesWith(form_.fields[i], kind) || readEarlier.contains(i);
    if (wanted && comparedAtAll(i) && !isPlainSum(form_.fields[i]))
      totals_.emplace(i, ComparedTotal(definition_, i, alike_));
  }
}

bool ComparedSums::comparedAtAll(std::size_t field) const {
  return addingWay(form_.fields[field], Adding::children) != AddingWay::none;
}

bool ComparedSums::readByFormulas(const CompiledDefinition& definition, ComparisonKind kind) {
  return !readOfEarlier(definition, earlierPeriod(kind)).empty();
}

bool ComparedSums::asked(const CompiledDefinition& definition, ComparisonKind kind) {
  const auto& fields = definition.definition().fields;
  return readByFormulas(definition, kind) ||
         std::any_of(fields.begin(), fields.end(), [&](const FieldDefinition& field) {
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

UnitContribution ComparedSums::sumOf(Adding adding, std::vector<UnitContribution> sections) const {
  if (sections.size() == 1) return std::move(sections.front());
  Aggregator aggregator(definition_, adding);
  std::vector<Circumstances> circumstances;
  for (const auto& section : sections) {
    aggregator.add(section.contribution, PartsInForce(form_, section.circumstances));
    circumstances.push_back(section.circumstances);
  }
  const auto data = aggregator.finish().data;
  UnitContribution sum{{}, joined(compared_.end, circumstances)};
  sum.contribution =
      contributionOf(*definition_, data, evaluate(*definition_, data, CircumstancesAlone(sum.circumstances)));
  return sum;
}

void ComparedSums::tell(const OrgUnitId& unit, const Error& reason) {
  if (unmatched_++ < mostNamed) untold_.emplace_back(tree_.name(unit), reason);
}

std::optional<UnitContribution> ComparedSums::earlier(const OrgUnitId& unit) {
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
                        const PlannedSpan&) -> Result<std::optional<UnitContribution>> {
    const auto found = sections_.find({of, period});
    if (found == sections_.end()) return std::optional<UnitContribution>();
    UnitContribution section{{}, circumstances_.of(of, periodOf(period).end)};
    if (const auto whole = longSections_.find(found->first); whole != longSections_.end())
      section.contribution = whole->second;
    else
      CCHC_CHECK(readContribution(*definition_, found->second, section.contribution));
    return std::optional(std::move(section));
  };
  std::size_t sections = 0;
  for (const auto& span : plan->spans) {
    for (const auto& each : span.units) sections += each.periods.size();
  }
  added_ = sections > 1;
  auto added = addPlanned<UnitContribution>(*plan, load, [&](Adding adding, std::vector<UnitContribution> pieces) {
    return sumOf(adding, std::move(pieces));
  });
  if (added && *added) return std::move(**added);
  tell(unit, added ? missing() : added.error());
  return std::nullopt;
}

// A figure that the sections of a unit have is blank in their sum if nothing says how it is added.
void ComparedSums::noteBasis(const Contribution& then, const Contribution& now) {
  for (std::size_t i = 0; i < form_.fields.size() && !basisUnknown_; ++i) {
    const auto& field = form_.fields[i];
    const bool unknown =
        addingWay(field, Adding::spans) == AddingWay::none || addingWay(field, Adding::predecessors) == AddingWay::none;
    basisUnknown_ = unknown && isPlainSum(field) && then.fields[i].blank() && !now.fields[i].blank();
  }
}

void ComparedSums::add(const OrgUnitId& unit, const Contribution& contribution) {
  if (nothing()) return;
  auto then = earlier(unit);
  UnitContribution now{contribution, tree_.circumstances(unit, input_.period.end)};
  for (auto& [field, total] : totals_) total.add(then ? &*then : nullptr, now);
  if (then && added_) noteBasis(then->contribution, contribution);
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    auto& figure = now.contribution.fields[i];
    const bool comparable = isPlainSum(form_.fields[i]) && (alike_ || !followsPeriodSpan(form_.fields[i]));
    if (comparable && !figure.blank()) ++present_[i];
    const bool both = then && comparable && !then->contribution.fields[i].blank() && !figure.blank();
    if (both) ++counts_[i];
    if (then && !both) then->contribution.fields[i] = figure = Value{};
  }
  if (!then) return;
  for (auto* each : {&*then, &now}) {
    for (auto& cells : each->contribution.cells) cells.clear();  // totals_ has what is computed from cells
  }
  plain_.add(*then, now);
}

void ComparedSums::finish(int expected) {
  expected_ = expected;
  plain_.finish(compared_, input_.period);
  for (auto& [field, total] : totals_) total.finish(compared_, input_.period);
  makeView();
}

void ComparedSums::makeView() {
  viewData_ = emptyData(form_);
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    const auto total = totals_.find(i);
    const bool ofAll = total != totals_.end() ? total->second.sound() && total->second.ofAll()
                                              : counts_[i] > 0 && counts_[i] == present_[i];
    if (ofAll) viewData_.fields[i] = then(i).value();
  }
  viewEvaluation_.fields.resize(form_.fields.size());
  for (std::size_t i = 0; i < form_.fields.size(); ++i) viewEvaluation_.fields[i].setEntered(viewData_.fields[i]);
  viewEvaluation_.cells.resize(form_.tables.size());
  view_ = {definition_.get(), &viewData_, &viewEvaluation_};
}

const Effective& ComparedSums::then(std::size_t field) const {
  const auto total = totals_.find(field);
  return total != totals_.end() ? total->second.then() : plain_.then().fields[field];
}
const Effective& ComparedSums::now(std::size_t field) const {
  const auto total = totals_.find(field);
  return total != totals_.end() ? total->second.now() : plain_.now().fields[field];
}

std::optional<int> ComparedSums::reported(std::size_t field) const {
  if (const auto total = totals_.find(field); total != totals_.end())
    return total->second.sound() ? std::optional(total->second.units()) : std::nullopt;
  return isPlainSum(form_.fields[field]) ? std::optional(counts_[field]) : std::nullopt;
}

std::vector<Finding> ComparedSums::findings(const SectionKey& key) const {
  if (nothing()) return {};
  std::vector<Finding> findings;
  if (!alike_) {
    findings.push_back(
        makeFinding("core.comparison-unlike", Severity::information, key, {}, {{"period", compared_.name}}));
  }
  for (const auto& [field, total] : totals_) {
    for (auto& each : total.findings(key, compared_)) findings.push_back(std::move(each));
  }
  if (basisUnknown_) {
    findings.push_back(
        makeFinding("core.comparison-basis", Severity::information, key, {}, {{"period", compared_.name}}));
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
