#include "core/app/report/store_source.h"

#include "core/app/check/row_seal.h"
#include "core/app/compare/section_comparer.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/asked_sections.h"
#include "core/app/suite/catalogue.h"
#include "core/base/store_address.h"

#include <algorithm>
#include <set>

namespace cchc {

// The drafts that are newer than the last submission, in order of unit. `only`: those of one unit.
Result<std::vector<StoreSource::Working>> StoreSource::workingDrafts(const DefinitionId& definition,
                                                                     const std::optional<OrgUnitId>& only) {
  std::vector<Working> drafts;
  if (choice_ != SectionChoice::working) return drafts;
  std::vector<SectionHeader> sections;
  if (only && !definition.empty()) {
    CCHC_TRY(auto header, suite_.store.section({definition, *only, period_}));
    if (header) sections.push_back(std::move(*header));
  } else {
    CCHC_TRY(sections, suite_.store.sections(period_));
  }
  for (const auto& header : sections) {
    const bool editing = header.state == SectionState::draft || header.state == SectionState::returned;
    if (!editing || (!definition.empty() && header.key.definition != definition) ||
        !definitionInForce(suite_, header.key.definition, period_))
      continue;
    CCHC_TRY(auto loaded, loadSection(suite_, header.key));
    if (!loaded) continue;
    CCHC_TRY(const auto period, periodOf(suite_, period_));
    const auto here = suite_.definitions->find(header.key.definition, period.end);
    if (here->definition().digest != loaded->definition->definition().digest)
      loaded->data = movedAlong(loaded->definition->definition(), loaded->data, here->definition());
    SubmissionHeader asSubmitted;
    asSubmitted.key = header.key;
    asSubmitted.revision = header.revision;
    asSubmitted.definitionVersion = loaded->definition->definition().version;
    drafts.push_back({std::move(asSubmitted), std::move(loaded->data)});
  }
  return drafts;
}

Status StoreSource::each(const DefinitionId& definition, const OrgUnitId& whole, Scope scope,
                         const std::function<Status(const ReceivedSection&)>& visit) {
  const bool wholeOnly = scope == Scope::whole;
  CCHC_TRY(const auto drafts, workingDrafts(definition, wholeOnly ? std::optional(whole) : std::nullopt));
  CCHC_TRY(const auto period, periodOf(suite_, period_));
  CCHC_TRY(const auto asked, AskedSections::of(suite_, period));
  std::set<OrgUnitId> drafted;
  for (const auto& draft : drafts) {
    drafted.insert(draft.header.key.unit);
    if (asked.asks(definition, draft.header.key.unit))
      CCHC_CHECK(visit({draft.header, &draft.data, nullptr, {}, false, {}}));
  }
  CCHC_CHECK(identify(suite_));
  CCHC_TRY(const auto mark, checkedBy(suite_, period));
  const auto compiled = suite_.definitions->find(definition, period.end);
  const bool showing = choice_ == SectionChoice::working;
  CCHC_TRY(auto lookup, definitionLookup(suite_, PackageOrigin::stored));
  SubmissionReader reader(std::move(lookup), UnitCodes(), showing ? Unfit::kept : Unfit::refused);
  // In a shared store a department writes its own rows: until the office has accepted a submission, only its package is
  // trusted.
  const bool shared = isSharedStore(suite_.options.store);
  const Store::SubmissionFilter filter{
      period_, definition, choice_ != SectionChoice::accepted, true, withData_ ? "-" : mark, whole, shared, wholeOnly};
  Contribution contribution;
  return suite_.store.forEachSubmission(filter, [&](const Store::ListedSubmission& stored) -> Status {
    if (drafted.contains(stored.header.key.unit) || !asked.asks(definition, stored.header.key.unit)) return {};
    const bool accepted = stored.state == SubmissionState::accepted;
    CCHC_TRY(auto fault, faultOf(stored));
    if (fault) return faults_.insert_or_assign(stored.header.key, std::move(*fault)), Status();
    if (!withData_ && stored.package.empty() && isSealed(stored) &&
        (check_ == nullptr || check_->signerKnown(stored)) &&
        readContribution(*compiled, stored.contribution, contribution)) {
      return visit({stored.header, nullptr, &contribution, stored.findings, accepted, stored.receivedAt});
    }
    StoredSubmission row = stored;
    if (row.package.empty()) {
      CCHC_TRY(row.package, packageOf(stored));
    }
    if (const auto read = readRow(reader, row); !read) {
      if (read.error().kind == ErrorKind::failure) return fail(read.error());
      return faults_.insert_or_assign(row.header.key, read.error()), Status();
    }
    return visit({row.header, &reusable_.data, nullptr, row.findings, accepted, row.receivedAt});
  });
}

// What is wrong with a row before its package is read. The journal and the seal decide at once for nearly all.
Result<std::optional<Error>> StoreSource::faultOf(const Store::ListedSubmission& row) {
  if (row.journaled && (!isSealed(row) || sealHolds(row))) return std::optional<Error>();
  auto* check = check_;
  if (check == nullptr) {
    if (!doubts_) {
      CCHC_TRY(auto made, StoredCheck::of(suite_));
      doubts_.emplace(std::move(made));
    }
    check = &*doubts_;
  }
  StoredSubmission whole = row;
  if (whole.package.empty()) {
    CCHC_TRY(whole.package, packageOf(row));
  }
  return check->fault(whole);
}

Status StoreSource::readRow(SubmissionReader& reader, StoredSubmission& row) {
  if (check_ == nullptr) {
    CCHC_TRY(reusable_, reader.read(row.package, keyText(row.header.key), std::move(reusable_)));
    return checkAgainstRow(reusable_.header, row);
  }
  CCHC_CHECK(check_->read(row, reusable_));
  CCHC_TRY(auto signer, check_->signer(row, reusable_.header));
  if (signer != row.header.signer) signers_[row.header.key] = signer;
  row.header.signer = std::move(signer);
  return {};
}

std::vector<Finding> StoreSource::unusable() const {
  std::vector<Finding> findings;
  for (const auto& [key, error] : faults_)
    findings.push_back(makeFinding(error.code, Severity::error, key, "", error.parameters));
  return findings;
}

Result<std::string> StoreSource::packageOf(const StoredSubmission& row) {
  CCHC_TRY(auto again, suite_.store.submission(row.header.key, row.header.revision));
  return again ? std::move(again->package) : std::string();
}

Status StoreSource::eachHeader(const std::function<Status(const ReceivedSection&)>& visit) {
  CCHC_TRY(const auto drafts, workingDrafts({}, std::nullopt));
  CCHC_TRY(const auto period, periodOf(suite_, period_));
  CCHC_TRY(const auto asked, AskedSections::of(suite_, period));
  const auto isAsked = [&](const SectionKey& key) { return asked.asks(key.definition, key.unit); };
  std::set<SectionKey> drafted;
  for (const auto& draft : drafts) {
    drafted.insert(draft.header.key);
    if (isAsked(draft.header.key)) CCHC_CHECK(visit({draft.header, nullptr, nullptr, {}, false, {}}));
  }
  const bool shared = isSharedStore(suite_.options.store);
  const Store::SubmissionFilter filter{period_, {}, choice_ != SectionChoice::accepted, false, {}, {}, shared};
  return suite_.store.forEachSubmission(filter, [&](const StoredSubmission& stored) -> Status {
    if (drafted.contains(stored.header.key) || !isAsked(stored.header.key) || leavesOut(stored.header.key)) return {};
    const bool accepted = stored.state == SubmissionState::accepted;
    const auto found = signers_.find(stored.header.key);
    if (found == signers_.end()) return visit({stored.header, nullptr, nullptr, {}, accepted, stored.receivedAt});
    auto header = stored.header;
    header.signer = found->second;
    return visit({header, nullptr, nullptr, {}, accepted, stored.receivedAt});
  });
}

Status StoreSource::eachOf(const PeriodId& period, const SectionDefinition& layout,
                           const std::function<Status(const ReceivedSection&)>& visit) {
  StoreSource source(suite_, period, choice_);
  const auto used = definitionInForce(suite_, layout.id, period);
  const bool same = !used || used->definition().digest == layout.digest;
  // What was contributed is laid out by the other version, so the sections are read.
  source.withData_ = !same;
  const auto done = source.each(layout.id, OrgUnitId(), Scope::below, [&](const ReceivedSection& section) {
    if (same) return visit(section);
    const auto data = movedAlong(used->definition(), *section.data, layout);
    return visit({section.header, &data, nullptr, section.findings, section.reviewed, section.receivedAt});
  });
  faults_.insert(source.faults_.begin(), source.faults_.end());
  return done;
}

namespace {

Status addCompared(Suite& suite, const OrgUnitId& unit, const std::optional<NeededSections>& needed,
                   ConsolidationInput& input) {
  CCHC_TRY(auto comparer, SectionComparer::of(suite, input.period));
  const auto periods = comparer.compared();
  // What names no such period is left out (ignoredComparisons).
  if (!periods.previous) input.period.comparison.reset();
  if (!periods.lastYear) input.period.lastYear.reset();
  for (const auto& definition : input.definitions) {
    const auto& id = definition->definition().id;
    if (needed && !needed->compared.contains(id)) continue;
    const auto add = [&](const std::optional<Period>& other, ComparedSections& target) -> Status {
      if (!other) return {};
      CCHC_TRY(auto compared, comparer.with(definition, unit, *other));
      if (compared) target.emplace(id, std::move(compared));
      return {};
    };
    CCHC_CHECK(add(periods.previous, input.previous));
    CCHC_CHECK(add(periods.lastYear, input.lastYear));
    CCHC_TRY(auto preceding, comparer.preceding(definition, unit));
    if (preceding) input.preceding.emplace(id, std::move(preceding));
    CCHC_TRY(auto sameStart, comparer.sameStart(definition, unit));
    if (sameStart) input.sameStart.emplace(id, std::move(sameStart));
  }
  if (needed && needed->sums.empty()) return {};
  input.units = comparer.units();
  input.periods = comparer.periods();
  return {};
}

}  // namespace

NeededSections neededBy(const Suite& suite, const CompiledDefinition& definition, const Period& period) {
  NeededSections needed;
  const auto& self = definition.definition().id;
  auto next = definition.others();
  for (const auto& other : suite.catalogue.plugins.othersOf(self)) next.emplace_back(other);
  while (!next.empty()) {
    const auto id = std::move(next.back());
    next.pop_back();
    if (!needed.sums.insert(id).second) continue;
    if (const auto other = suite.definitions->find(id, period.end))
      next.insert(next.end(), other->others().begin(), other->others().end());
  }
  needed.compared = needed.sums;
  needed.compared.insert(self);
  return needed;
}

Result<ConsolidationInput> consolidationInput(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                              const std::optional<NeededSections>& needed) {
  ConsolidationInput input;
  CCHC_TRY(input.period, periodOf(suite, period));
  CCHC_TRY(input.unit, unitOf(suite, unit, input.period));
  CCHC_TRY(const auto units, suite.store.units());
  if (input.unit.parent) input.parent = units->asOn(*input.unit.parent, input.period.end);
  UnitCircumstances circumstances(units);
  input.circumstances = circumstances.of(unit, input.period.end);
  if (!needed || !needed->sums.empty()) {
    units->forEachBelow(unit, input.period.end, [&](OrgUnit below) {
      auto of = circumstances.of(below, input.period.end);
      input.descendants.push_back({std::move(below.id), std::move(below.name), std::move(below.parent),
                                   of.forms.empty() ? std::string() : std::move(of.forms.front()), of.children});
    });
    CCHC_TRY(input.assignments, askedAssignments(suite, input.period));
  }
  if (needed) input.sums = needed->sums;
  input.definitions = suite.definitions->inForce(input.period.end);
  input.outline = suite.catalogue.outline;
  CCHC_CHECK(addCompared(suite, unit, needed, input));
  input.createdAt = suite.now();
  return input;
}

std::set<OrgUnitId> unitsOf(const ConsolidationInput& input) {
  std::set<OrgUnitId> units{input.unit.id};
  for (const auto& below : input.descendants) units.insert(below.id);
  return units;
}

}  // namespace cchc
