// Accepted submissions of one unit tree and period -> one report.
#pragma once
#include <functional>
#include <map>
#include <vector>

#include "core/model/report.h"
#include "core/model/submission.h"
#include "core/narrative/narrative.h"
#include "core/rules/contribution.h"

namespace cchc {

// One section as submitted; borrowed for the call. Either its data, or only what it gives to the sums and what was
// found in it, worked out by this same program with these same definitions when the section came in.
struct ReceivedSection {
  const SubmissionHeader& header;
  const SectionData* data = nullptr;  // laid out by the current definition
  const Contribution* contribution = nullptr;
  std::string_view findings;  // findingLines: beside a contribution all of them, beside data those that only its
                              // receipt could make (isOfReceipt)
  bool reviewed = true;
  Time receivedAt{};
};
// The latest usable revision of each section of the period.
class SubmissionSource {
 public:
  virtual ~SubmissionSource() = default;
  // In order of unit code. `whole`: the unit whose section is given as data in any case.
  virtual Status each(const DefinitionId& definition, const OrgUnitId& whole,
                      const std::function<Status(const ReceivedSection&)>& visit) = 0;
  // All definitions, headers only: for the provenance.
  virtual Status eachHeader(const std::function<Status(const ReceivedSection&)>& visit) = 0;
};

// A place of the report's outline, with the places inside it.
struct OutlineEntry {
  ReportPlace place;
  std::vector<OutlineEntry> places;
};

// What is known of a unit below the reporting one.
struct UnitBelow {
  OrgUnitId id;
  std::string name;
  std::optional<OrgUnitId> parent;
};

struct ConsolidationInput {
  OrgUnit unit;
  std::optional<OrgUnit> parent;
  Period period;
  std::vector<UnitBelow> descendants;  // of the unit, in order of code
  std::vector<Assignment>
      assignments;  // of the period, in order of definition and subject; those outside the tree are left aside
  std::vector<std::shared_ptr<const CompiledDefinition>> definitions;  // in report order
  std::vector<OutlineEntry> outline;
  std::map<DefinitionId, SectionData> previous, lastYear;  // the unit's own sections of the comparison periods
  Time createdAt{};
  std::vector<Finding> notes;  // known of the sections before any is read, told with their findings
  bool requiredFilled =
      false;  // the unit's own sections are held against what must be filled in before submission, too
};

// Further checks of one section: those of plugins, and of data catalogues.
using SectionChecks = std::function<std::vector<Finding>(const SectionKey&, const SectionView&, const Surroundings&)>;

// Tells the whole report. Findings of child units' sections are told too, at most `childFindingLimit` of them, then
// counted (core.more-findings).
inline constexpr std::size_t childFindingLimit = 500;
Status consolidate(const ConsolidationInput& input, SubmissionSource& source, const SectionChecks& checks,
                   ReportSink& sink);

}  // namespace cchc
