#include "tests/core/consolidation/round.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/rules/section_findings.h"

namespace cchc::test {

Status Told::call(std::string what) {
  const bool fails = !failsAt.empty() && what.starts_with(failsAt);
  calls.push_back(std::move(what));
  return fails ? fail("test.sink") : Status();
}

const ReportGroup& Told::groupOf(const std::string& definition, bool aggregate) const {
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const ReportGroup& group) {
    return group.section.definition.value == definition && group.aggregate == aggregate;
  });
  INFO(definition << (aggregate ? " of children" : ""));
  REQUIRE(found != groups.end());
  return *found;
}

const ReportIndicator& indicator(const ReportGroup& group, const std::string& id) {
  for (const auto& indicator : group.indicators) {
    if (indicator.id == id) return indicator;
  }
  throw std::runtime_error("no indicator " + id);
}
bool has(const ReportGroup& group, const std::string& id) {
  return std::any_of(group.indicators.begin(), group.indicators.end(),
                     [&](const ReportIndicator& indicator) { return indicator.id == id; });
}
std::string valueOf(const ReportGroup& group, const std::string& id) { return encodeValue(indicator(group, id).value); }

struct Round::Source final : SubmissionSource {
  struct Sent {
    SubmissionHeader header;
    SectionData data;
    Contribution contribution;
    std::string findings;
    SentWith how;
    Time receivedAt{};
  };
  std::map<SectionKey, Sent> sent;     // of one definition in order of unit code
  std::map<SectionKey, Sent> earlier;  // of other periods
  bool backwards = false;
  std::string failsAt;

  Status each(const DefinitionId& definition, const OrgUnitId& whole, Scope scope,
              const std::function<Status(const ReceivedSection&)>& visit) override {
    if (definition.value == failsAt) return fail("test.source");
    std::vector<const Sent*> all;
    for (const auto& [key, one] : sent) {
      if (key.definition == definition && (scope == Scope::below || key.unit == whole)) all.push_back(&one);
    }
    if (backwards) std::reverse(all.begin(), all.end());
    for (const auto* one : all) {
      const bool asData = !one->how.asContribution || one->header.key.unit == whole;
      const auto lines = asData ? findingLines(one->how.ofReceipt) : one->findings;
      CCHC_CHECK(visit({one->header, asData ? &one->data : nullptr, asData ? nullptr : &one->contribution, lines,
                        one->how.reviewed, one->receivedAt}));
    }
    return {};
  }
  Status eachOf(const PeriodId& period, const SectionDefinition& layout,
                const std::function<Status(const ReceivedSection&)>& visit) override {
    for (const auto& [key, one] : earlier) {
      if (key.period == period && key.definition == layout.id)
        CCHC_CHECK(visit({one.header, nullptr, &one.contribution, {}, true, one.receivedAt}));
    }
    return {};
  }
  Status eachHeader(const std::function<Status(const ReceivedSection&)>& visit) override {
    for (const auto& [key, one] : sent)
      CCHC_CHECK(visit({one.header, nullptr, nullptr, {}, one.how.reviewed, one.receivedAt}));
    return {};
  }
};

Round::Round()
    : checks([](const SectionKey&, const SectionView&, const Surroundings&) { return std::vector<Finding>(); }),
      source_(std::make_shared<Source>()) {
  input.unit = {OrgUnitId("296"), "296", "district", "", "huyện Bình Giang", OrgUnitId("30"), ""};
  input.parent = OrgUnit{OrgUnitId("30"), "30", "province", "", "tỉnh Hải Dương", {}, ""};
  input.period.id = PeriodId("2023-8T");
  input.period.name = "8 tháng đầu năm 2023";
  input.period.start = {2023, 1, 1};
  input.period.end = {2023, 8, 28};
  input.outline.places = {{{"I", "Một"}, {}}, {{"II", "Hai"}, {{{"II.1", "Hai một"}, {}}}}, {{"III.2", "Ba hai"}, {}}};
  input.createdAt = *parseTime("2023-08-29T08:00:00Z");
}

Round& Round::form(const FormPointer& form) {
  input.definitions.push_back(form);
  return *this;
}

Round& Round::below(const std::string& unit, const std::string& parent) {
  const UnitBelow below{OrgUnitId(unit), "xã " + unit, OrgUnitId(parent)};
  const auto at = std::lower_bound(input.descendants.begin(), input.descendants.end(), below,
                                   [](const UnitBelow& a, const UnitBelow& b) { return a.id < b.id; });
  input.descendants.insert(at, below);
  return *this;
}

Round& Round::assign(const std::string& definition, const std::string& subject, const std::string& reporter,
                     std::optional<Date> deadline) {
  const Assignment assignment{DefinitionId(definition), OrgUnitId(subject),
                              OrgUnitId(reporter.empty() ? subject : reporter), input.period.id, deadline};
  const auto key = [](const Assignment& one) { return std::tie(one.definition, one.subject); };
  const auto at = std::lower_bound(input.assignments.begin(), input.assignments.end(), assignment,
                                   [&](const Assignment& a, const Assignment& b) { return key(a) < key(b); });
  input.assignments.insert(at, assignment);
  return *this;
}

Round& Round::received(const std::string& unit, const Section& section, const SentWith& how) {
  const auto& form = *section.form();
  Source::Sent sent;
  sent.header.key = {form.definition().id, OrgUnitId(unit), input.period.id};
  sent.header.reporter = OrgUnitId(unit);
  sent.header.revision = 1;
  sent.header.definitionVersion = form.definition().version;
  sent.header.contentDigest = "digest of " + unit;
  sent.header.submittedAt = *parseTime("2023-08-28T03:00:00Z");
  sent.receivedAt = *parseTime("2023-08-28T04:00:00Z");
  sent.data = section.data();
  sent.how = how;
  // As the office works it out when the package comes in.
  const WithinPeriod surroundings(input.period, input.circumstances);
  const auto evaluation = evaluate(form, sent.data, surroundings);
  sent.contribution = contributionOf(form, sent.data, evaluation);
  auto found = sectionFindings(form, sent.header.key, sent.data, evaluation, surroundings, false);
  const auto more = checks(sent.header.key, {&form, &sent.data, &evaluation}, surroundings);
  found.insert(found.end(), more.begin(), more.end());
  found.insert(found.end(), how.ofReceipt.begin(), how.ofReceipt.end());
  sent.findings = findingLines(found);
  source_->sent.insert_or_assign(sent.header.key, std::move(sent));
  return *this;
}

Round& Round::period(const Period& other) {
  input.periods.push_back(other);
  return *this;
}

Round& Round::receivedFor(const std::string& period, const std::string& unit, const Section& section) {
  const auto& form = *section.form();
  Source::Sent sent;
  sent.header.key = {form.definition().id, OrgUnitId(unit), PeriodId(period)};
  sent.contribution = contributionOf(form, section.data(), evaluate(form, section.data(), Surroundings()));
  source_->earlier.insert_or_assign(sent.header.key, std::move(sent));
  return *this;
}

std::shared_ptr<const ComparedSection> Round::compared(const Section& section) const {
  Period other = input.period;
  other.id = PeriodId("other");
  const UnitHistory units;
  const ComparisonPlan plan{{{other.start, other.end, {{input.unit.id, {other.id}}}}}, {}, false};
  const ComparisonBasis basis{units, {}, [](const OrgUnitId&, const PeriodId&) -> Result<bool> { return true; }};
  auto made = ComparedSection::make(section.form(), plan, basis, input.period, other,
                                    [&](const OrgUnitId&, const PeriodId&) -> Result<std::optional<SectionData>> {
                                      return std::optional(section.data());
                                    });
  REQUIRE(made);
  return *made;
}

SubmissionSource& Round::source() const {
  source_->backwards = backwards;
  source_->failsAt = failsAt;
  return *source_;
}

Told Round::told() const {
  Told told;
  const auto done = consolidate(input, source(), checks, told);
  INFO((done ? "" : messageLine(done.error(), Language::en)));
  REQUIRE(done);
  return told;
}

Error Round::refusal(Told& told) const {
  const auto done = consolidate(input, source(), checks, told);
  REQUIRE_FALSE(done);
  return done.error();
}

}  // namespace cchc::test
