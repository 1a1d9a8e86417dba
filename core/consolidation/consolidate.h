// Accepted submissions of one unit tree and period -> one report.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/consolidation/comparing/compared_section.h"
#include "core/model/finding.h"
#include "core/model/org_unit.h"
#include "core/model/report.h"
#include "core/model/submission.h"
#include "core/model/units/unit_history.h"
#include "core/rules/adding/contribution.h"
#include "core/rules/evaluation.h"

namespace cchc {

// One submitted section; everything is borrowed for the call. It has either its data, or the contribution and findings
// that this same program computed from them, with the same definitions, when the submission was received.
struct ReceivedSection {
  const SubmissionHeader& header;
  const SectionData* data = nullptr;  // laid out by the definition in use
  const Contribution* contribution = nullptr;
  // findingLines (model/finding.h). With a contribution: all findings. With data: only those made on receipt
  // (isOfReceipt), since they cannot be derived from the data.
  std::string_view findings;
  bool reviewed = true;
  Time receivedAt{};
};
// The latest usable revision of each section of the period.
class SubmissionSource {
 public:
  virtual ~SubmissionSource() = default;
  // The sections that the calls so far have left out because something is wrong with what is stored of them, each with
  // what it is, as an error.
  virtual std::vector<Finding> unusable() const { return {}; }
  // Whose sections are wanted: those of the unit `whole` only, or those of the units below it too.
  enum class Scope : unsigned char { whole, below };
  // The sections of one definition, in order of unit code. A section of the unit `whole` always has its data.
  virtual Status each(const DefinitionId& definition, const OrgUnitId& whole, Scope scope,
                      const std::function<Status(const ReceivedSection&)>& visit) = 0;
  // The sections of all definitions, with neither data nor contribution: for the provenance.
  virtual Status eachHeader(const std::function<Status(const ReceivedSection&)>& visit) = 0;
  // The sections of one definition in another period, of all units, in order of unit code. Data and contributions are
  // laid out by this version of the definition.
  virtual Status eachOf(const PeriodId& period, const SectionDefinition& layout,
                        const std::function<Status(const ReceivedSection&)>& visit) = 0;
};

// A unit below the reporting one.
struct UnitBelow {
  OrgUnitId id;
  std::string name;
  std::optional<OrgUnitId> parent;
  std::string form = {};             // formOf (model/units/unit_form.h)
  std::optional<int> children = {};  // Circumstances::children
};

struct ConsolidationInput {
  OrgUnit unit;
  std::optional<OrgUnit> parent;
  Period period;
  Circumstances circumstances;         // of the unit's own sections
  std::vector<UnitBelow> descendants;  // of the unit, in order of code
  // Of the period, in order of definition and subject. Assignments outside the unit's tree are ignored.
  std::vector<Assignment> assignments;
  std::vector<std::shared_ptr<const CompiledDefinition>> definitions;  // in report order
  Outline outline;
  // The unit's own sections in the comparison periods, in those that ended the day before this one begins, and in the
  // latest that began with this one.
  ComparedSections previous, lastYear, preceding, sameStart;
  // What the sums over child units are compared with: the units over time, and all periods. nullptr: with nothing.
  std::shared_ptr<const UnitHistory> units;
  std::vector<Period> periods;
  Time createdAt{};
  // Why assigned sections are not there, for those that were submitted. All others were not.
  std::map<SectionKey, MissingReason> missingReasons;
  // The titles of definitions that are not among `definitions` and of which sections came in.
  std::map<DefinitionId, std::string> otherTitles;
  // Sections that came in and are not asked, of units that are or were below the unit: they are missing too.
  std::vector<MissingSection> notAsked;
  // That a person confirmed just what is missing now.
  std::optional<MissingConfirmed> confirmed;
  std::vector<Finding> knownFindings;  // findings from outside, which the report lists before all others
  bool checkRequired = false;          // also report what the unit's own sections lack for submission
  // The definitions whose sections of child units are read and added. nullopt: all.
  std::optional<std::set<DefinitionId>> sums;
};

// Further checks of one section, from plugins and catalogues.
using SectionChecks = std::function<std::vector<Finding>(const SectionKey&, const SectionView&, const Surroundings&)>;

// Sends the whole report to `sink`, in the order that ReportSink specifies. It sends at most `childFindingLimit`
// findings of child units' sections, and all that name what is not printed; one finding (core.more-findings) gives the
// number of the others. Errors, which end the consolidation: those of `source` and of `sink`.
inline constexpr std::size_t childFindingLimit = 500;
Status consolidate(const ConsolidationInput& input, SubmissionSource& source, const SectionChecks& checks,
                   ReportSink& sink);

}  // namespace cchc
