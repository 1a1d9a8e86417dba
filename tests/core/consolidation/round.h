// One round of reporting in memory: a unit tree, what it was to report, what came in, and the report that is told.
#pragma once
#include <map>

#include "core/consolidation/consolidate.h"
#include "tests/support/definitions.h"

namespace cchc::test {

using FormPointer = std::shared_ptr<const CompiledDefinition>;

// The whole report, as it was told.
struct Told final : ReportSink {
  std::vector<std::string> calls;  // "heading", "begin II.1", "group sample.form/g", "end", "annex", …
  ReportHeading head;
  std::vector<ReportGroup> groups;
  std::vector<Annex> annexes;
  std::vector<MissingSection> absent;
  std::vector<MissingPart> absentParts;
  std::vector<LeftOutPart> leftOuts;
  std::string sentence;
  std::vector<ProvenanceLine> sources;
  std::vector<Finding> findings;
  std::string failsAt;  // the call that answers with test.sink

  Status heading(const ReportHeading& heading) override { return head = heading, call("heading"); }
  Status beginPlace(const ReportPlace& place) override { return call("begin " + place.id); }
  Status group(const ReportGroup& group) override {
    groups.push_back(group);
    return call("group " + group.section.definition.value + "/" + group.id + (group.aggregate ? " of children" : ""));
  }
  Status endPlace() override { return call("end"); }
  Status annex(const Annex& annex) override { return annexes.push_back(annex), call("annex"); }
  Status missing(const MissingSection& missing) override { return absent.push_back(missing), call("missing"); }
  Status missingPart(const MissingPart& part) override { return absentParts.push_back(part), call("missing part"); }
  Status missingSentence(const std::string& told) override { return sentence = told, call("sentence"); }
  Status leftOut(const LeftOutPart& part) override { return leftOuts.push_back(part), call("left out"); }
  Status provenance(const ProvenanceLine& line) override { return sources.push_back(line), call("provenance"); }
  Status finding(const Finding& finding) override { return findings.push_back(finding), call("finding"); }
  Status finish() override { return call("finish"); }

  // Fail the test where there is none.
  const ReportGroup& own(const std::string& definition) const { return groupOf(definition, false); }
  const ReportGroup& ofChildren(const std::string& definition) const { return groupOf(definition, true); }

 private:
  Status call(std::string what);
  const ReportGroup& groupOf(const std::string& definition, bool aggregate) const;
};
// Throws when the group has no such indicator.
const ReportIndicator& indicator(const ReportGroup& group, const std::string& id);
bool has(const ReportGroup& group, const std::string& id);
// Canonical: "45", "{over}45", "" when blank.
std::string valueOf(const ReportGroup& group, const std::string& id);

struct SentWith {
  bool asContribution = false;  // only what it gives to sums, as kept at receipt
  bool reviewed = true;
  std::vector<Finding> ofReceipt;
};

// The district 296 in province 30 over the period 2023-8T.
class Round {
 public:
  Round();
  ConsolidationInput input;
  SectionChecks checks;
  bool backwards = false;  // the source tells what came in against the order of codes
  std::string failsAt;     // the definition at which the source answers with test.source

  Round& form(const FormPointer& form);
  // In any order; "xã " and the code is its name.
  Round& below(const std::string& unit, const std::string& parent = "296");
  Round& assign(const std::string& definition, const std::string& subject, const std::string& reporter = "",
                std::optional<Date> deadline = {});
  Round& received(const std::string& unit, const Section& section, const SentWith& how = {});
  // Another period that the store knows, and what came in for it.
  Round& period(const Period& other);
  Round& receivedFor(const std::string& period, const std::string& unit, const Section& section);
  // The unit's own section of another period, as this period's is compared with it.
  std::shared_ptr<const ComparedSection> compared(const Section& section) const;

  Told told() const;
  // The error that ends it; fails the test when there is none.
  Error refusal(Told& told) const;
  SubmissionSource& source() const;

 private:
  struct Source;
  std::shared_ptr<Source> source_;
};

}  // namespace cchc::test
