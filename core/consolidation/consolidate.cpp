#include "core/consolidation/consolidate.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>

#include "core/base/vietnamese.h"
#include "core/consolidation/accounting.h"
#include "core/consolidation/collected.h"
#include "core/consolidation/own_findings.h"
#include "core/consolidation/report_groups.h"

namespace cchc {
namespace {

constexpr std::size_t unitsNamed = 5;  // in a message, of those that it is about

class Consolidation {
 public:
  Consolidation(const ConsolidationInput& input, SubmissionSource& source, const SectionChecks& checks,
                ReportSink& sink)
      : input_(input),
        source_(source),
        checks_(checks),
        sink_(sink),
        tree_(input.unit, input.descendants),
        collected_(input, tree_),
        accounting_(input.outline),
        context_(narrativeContext(input)) {}

  Status run() {
    CCHC_CHECK(collected_.read(source_, checks_));
    CCHC_CHECK(markPresent());
    CCHC_CHECK(sink_.heading(heading()));
    for (const auto& entry : input_.outline.places) CCHC_CHECK(emitPlace(entry));
    for (const auto& children : collected_.children) {
      if (children->annex.empty()) continue;
      CCHC_CHECK(sink_.annex(
          children->annex.annex(children->evaluation, [&](const OrgUnitId& unit) { return tree_.name(unit); })));
    }
    CCHC_CHECK(emitMissing());
    CCHC_CHECK(emitLeftOut());
    CCHC_CHECK(emitProvenance());
    CCHC_CHECK(emitFindings());
    return sink_.finish();
  }

 private:
  bool inTree(const OrgUnitId& unit) const { return unit == input_.unit.id || tree_.below(unit); }

  // A section counts as present if the report can have it: nothing of it is read without its definition.
  Status markPresent() {
    present_.assign(input_.assignments.size(), false);
    return source_.eachHeader([&](const ReceivedSection& section) -> Status {
      const auto& key = section.header.key;
      if (!inTree(key.unit)) return {};
      const auto found = std::lower_bound(input_.assignments.begin(), input_.assignments.end(), key,
                                          [](const Assignment& assignment, const SectionKey& wanted) {
                                            return std::tie(assignment.definition, assignment.subject) <
                                                   std::tie(wanted.definition, wanted.unit);
                                          });
      const bool assigned =
          found != input_.assignments.end() && found->definition == key.definition && found->subject == key.unit;
      const bool defined = definitionOf(key.definition) != nullptr;
      if (assigned && defined) present_[static_cast<std::size_t>(found - input_.assignments.begin())] = true;
      if (!defined || (key.unit != input_.unit.id && collected_.childSections(key.definition) == nullptr))
        unread_[key.definition].push_back(key.unit);
      return {};
    });
  }

  ReportHeading heading() const {
    ReportHeading heading;
    heading.unit = input_.unit;
    heading.period = input_.period;
    heading.createdAt = input_.createdAt;
    if (input_.parent) heading.parentName = input_.parent->name;
    // A reporter counts as present when all sections assigned to it are present.
    std::vector<std::uint32_t> byReporter;
    for (std::uint32_t i = 0; i < input_.assignments.size(); ++i) {
      if (!inTree(input_.assignments[i].subject)) continue;
      ++heading.expectedSections;
      heading.presentSections += present_[i] ? 1 : 0;
      byReporter.push_back(i);
    }
    const auto reporter = [&](std::uint32_t i) -> const OrgUnitId& { return input_.assignments[i].reporter; };
    std::sort(byReporter.begin(), byReporter.end(), [&](auto a, auto b) { return reporter(a) < reporter(b); });
    for (auto from = byReporter.begin(); from != byReporter.end();) {
      const auto to = std::find_if(from, byReporter.end(), [&](auto i) { return reporter(i) != reporter(*from); });
      ++heading.expectedUnits;
      heading.presentUnits += std::all_of(from, to, [&](auto i) { return present_[i]; }) ? 1 : 0;
      from = to;
    }
    heading.complete =
        heading.presentSections == heading.expectedSections && input_.notAsked.empty() && missingParts().empty();
    return heading;
  }

  struct GroupAt {
    int order = 0, definitionOrder = 0;
    bool aggregate = false;
    std::string definition;
    std::size_t group = 0;
    GroupSource source;
    auto rank() const { return std::tuple(order, definitionOrder, definition, aggregate, group); }
  };

  // The unit's own sections, then the sums of child units.
  std::vector<GroupSource> sources() const {
    std::vector<GroupSource> all;
    for (const auto& section : collected_.own) {
      all.push_back({&section->key, section->definition.get(), &section->data, &section->evaluation, section->previous,
                     section->lastYear, nullptr, nullptr, nullptr});
    }
    for (const auto& sections : collected_.children) {
      if (sections->view.reporting == 0) continue;
      all.push_back({&sections->key, sections->definition.get(), &sections->outcome.data, &sections->evaluation,
                     nullptr, nullptr, sections->previous.get(), sections->lastYear.get(), &sections->view});
    }
    return all;
  }

  std::vector<GroupAt> groupsAt(const std::string& place) const {
    std::vector<GroupAt> groups;
    for (const auto& source : sources()) {
      const auto& form = source.definition->definition();
      for (std::size_t i = 0; i < form.groups.size(); ++i) {
        if (form.groups[i].place == place && source.evaluation->inForce.group(i) &&
            accounting_.leftOut(form.id, form.groups[i].id) == nullptr)
          groups.push_back({form.groups[i].order, form.order, source.aggregate != nullptr, form.id.value, i, source});
      }
    }
    std::sort(groups.begin(), groups.end(), [](const GroupAt& a, const GroupAt& b) { return a.rank() < b.rank(); });
    return groups;
  }

  Status emitPlace(const OutlineEntry& entry) {
    CCHC_CHECK(sink_.beginPlace(entry.place));
    for (const auto& at : groupsAt(entry.place.id)) {
      const auto group = reportGroup(at.source, at.group, context_);
      accounting_.printed(group);
      CCHC_CHECK(sink_.group(group));
    }
    for (const auto& inner : entry.places) CCHC_CHECK(emitPlace(inner));
    return sink_.endPlace();
  }

  // Calls `visit` with each group that is in force and has something in it.
  template <class Visit>
  void eachGroupWithContent(const Visit& visit) const {
    for (const auto& source : sources()) {
      const auto& form = source.definition->definition();
      for (std::size_t i = 0; i < form.groups.size(); ++i) {
        if (source.evaluation->inForce.group(i) && Accounting::hasContent(source, i)) visit(source, form.groups[i]);
      }
    }
  }

  // The groups that have something in them and no place in the outline.
  std::vector<MissingPart> missingParts() const {
    std::vector<MissingPart> parts;
    eachGroupWithContent([&](const GroupSource& source, const GroupDefinition& group) {
      const auto& form = source.definition->definition();
      if (accounting_.hasPlace(group.place) || accounting_.leftOut(form.id, group.id) != nullptr) return;
      parts.push_back({*source.key, Place::ofGroup(group.id), group.title.vi.empty() ? form.title.vi : group.title.vi});
    });
    return parts;
  }

  bool isMissing(std::size_t assignment) const {
    return !present_[assignment] && inTree(input_.assignments[assignment].subject);
  }
  SectionKey keyOf(const Assignment& assignment) const {
    return {assignment.definition, assignment.subject, input_.period.id};
  }

  MissingReason whyMissing(const SectionKey& section) const {
    if (definitionOf(section.definition) == nullptr) return MissingReason::noDefinition;
    const auto found = input_.missingReasons.find(section);
    return found == input_.missingReasons.end() ? MissingReason::notSubmitted : found->second;
  }

  Status emitMissing() {
    for (std::size_t i = 0; i < input_.assignments.size(); ++i) {
      const auto& assignment = input_.assignments[i];
      if (!isMissing(i)) continue;
      MissingSection missing;
      missing.section = keyOf(assignment);
      missing.why = whyMissing(missing.section);
      missing.confirmed = input_.confirmed;
      missing.unitName = tree_.name(assignment.subject);
      missing.definitionTitle = titleOf(assignment.definition);
      missing.reporter = codeOf(assignment.reporter);
      missing.deadline = deadlineOf(assignment, input_.period);
      CCHC_CHECK(sink_.missing(missing));
    }
    for (auto missing : input_.notAsked) {
      missing.confirmed = input_.confirmed;
      CCHC_CHECK(sink_.missing(missing));
    }
    for (const auto& part : missingParts()) CCHC_CHECK(sink_.missingPart(part));
    const bool worded = input_.confirmed && !input_.confirmed->sentence.empty();
    return worded ? sink_.missingSentence(input_.confirmed->sentence) : Status();
  }

  Status emitLeftOut() {
    std::set<std::pair<const LeftOutPart*, std::string>> told;  // a group may be left out of a section and of a sum
    for (const auto& [part, group] : leftOutGroups()) {
      if (!told.emplace(part, group->id).second) continue;
      auto line = *part;
      line.group = group->id;
      line.title = group->title.vi.empty() ? titleOf(part->definition) : group->title.vi;
      CCHC_CHECK(sink_.leftOut(line));
    }
    return {};
  }

  std::vector<std::pair<const LeftOutPart*, const GroupDefinition*>> leftOutGroups() const {
    std::vector<std::pair<const LeftOutPart*, const GroupDefinition*>> groups;
    eachGroupWithContent([&](const GroupSource& source, const GroupDefinition& group) {
      const auto* part = accounting_.leftOut(source.definition->definition().id, group.id);
      if (part != nullptr) groups.emplace_back(part, &group);
    });
    return groups;
  }

  const SectionDefinition* definitionOf(const DefinitionId& id) const {
    for (const auto& definition : input_.definitions) {
      if (definition->definition().id == id) return &definition->definition();
    }
    return nullptr;
  }
  std::string titleOf(const DefinitionId& id) const {
    if (const auto* definition = definitionOf(id)) return definition->title.vi;
    const auto found = input_.otherTitles.find(id);
    return found == input_.otherTitles.end() ? id.value : found->second;
  }

  Status emitProvenance() {
    return source_.eachHeader([&](const ReceivedSection& section) -> Status {
      const auto& header = section.header;
      if (!inTree(header.key.unit)) return {};
      return sink_.provenance({header.key, tree_.name(header.key.unit), header.reporter, header.revision,
                               header.contentDigest, header.signer, header.submittedAt, section.receivedAt,
                               section.reviewed, header.definitionVersion, titleOf(header.key.definition)});
    });
  }

  Status emitFindings(const std::vector<Finding>& findings) {
    for (const auto& finding : findings) CCHC_CHECK(sink_.finding(finding));
    return {};
  }

  Status emitFindings() {
    CCHC_CHECK(emitFindings(input_.knownFindings));
    CCHC_CHECK(emitAccount());
    for (const auto& finding : source_.unusable()) {
      if (inTree(finding.section.unit)) CCHC_CHECK(sink_.finding(finding));
    }
    for (const auto& section : collected_.own)
      CCHC_CHECK(emitFindings(ownFindings(collected_, *section, input_, checks_)));
    for (const auto& sections : collected_.children) {
      CCHC_CHECK(emitDisagreements(*sections));
      std::vector<Finding> told;  // both comparisons may be with one period
      for (const auto* compared : {sections->previous.get(), sections->lastYear.get()}) {
        auto findings = compared == nullptr ? std::vector<Finding>() : compared->findings(sections->key);
        std::erase_if(findings,
                      [&](const Finding& each) { return std::find(told.begin(), told.end(), each) != told.end(); });
        CCHC_CHECK(emitFindings(findings));
        told.insert(told.end(), findings.begin(), findings.end());
      }
    }
    // The office selects rows that sections contribute to part III or IV, and writes a text for each.
    const auto selected = selectedSources(collected_);
    for (const auto& section : collected_.own) CCHC_CHECK(emitFindings(contributionFindings(*section, selected)));
    CCHC_CHECK(emitFindings(collected_.childFindings));
    if (collected_.moreChildFindings == 0) return {};
    return sink_.finding(makeFinding("core.more-findings", Severity::information,
                                     {{}, input_.unit.id, input_.period.id}, "",
                                     {{"count", std::to_string(collected_.moreChildFindings)}}));
  }

  // What was read and is not printed, what was not read at all, and what the office leaves out.
  Status emitAccount() {
    for (const auto& source : sources()) CCHC_CHECK(emitFindings(accounting_.notPrinted(source)));
    for (const auto& [definition, units] : unread_) {
      const bool defined = definitionOf(definition) != nullptr;
      std::string names;
      for (std::size_t i = 0; i < units.size() && i < unitsNamed; ++i)
        names += (i == 0 ? "" : ", ") + tree_.name(units[i]) + " (" + codeOf(units[i]) + ")";
      if (units.size() > unitsNamed) names += ", …";
      CCHC_CHECK(sink_.finding(makeFinding(defined ? "report.not-assigned" : "report.no-definition", Severity::error,
                                           {definition, input_.unit.id, input_.period.id}, "",
                                           {{"title", titleOf(definition)},
                                            {"definition", definition.value},
                                            {"count", std::to_string(units.size())},
                                            {"units", names}})));
    }
    for (const auto& [part, group] : leftOutGroups()) {
      CCHC_CHECK(
          sink_.finding(makeFinding("report.left-out", Severity::information,
                                    {part->definition, input_.unit.id, input_.period.id}, Place::ofGroup(group->id),
                                    {{"label", group->title.vi.empty() ? titleOf(part->definition) : group->title.vi},
                                     {"person", part->by},
                                     {"day", vietnamese::moment(part->at)},
                                     {"reason", part->reason.empty() ? std::string() : ": " + part->reason}})));
    }
    return {};
  }

  Status emitDisagreements(const ChildSections& sections) {
    const auto& fields = sections.definition->definition().fields;
    const auto emitFinding = [&](std::size_t field, const char* code, Severity severity) {
      const auto& label = fields[field].label;
      return sink_.finding(makeFinding(code, severity, sections.key, fields[field].id,
                                       {{"label", label.vi}, {"label_en", label.in(Language::en)}}));
    };
    for (const auto field : sections.outcome.disagreeing)
      CCHC_CHECK(emitFinding(field, "core.not-same", Severity::warning));
    for (const auto field : sections.outcome.overflowing)
      CCHC_CHECK(emitFinding(field, "core.overflow", Severity::error));
    return {};
  }

  const ConsolidationInput& input_;
  SubmissionSource& source_;
  const SectionChecks& checks_;
  ReportSink& sink_;
  const UnitTree tree_;
  Collected collected_;
  Accounting accounting_;
  const NarrativeContext context_;
  std::vector<bool> present_;  // by assignment
  // Sections that came in and of which nothing is read: their definition is not there, or no unit below was to report.
  std::map<DefinitionId, std::vector<OrgUnitId>> unread_;
};

}  // namespace

Status consolidate(const ConsolidationInput& input, SubmissionSource& source, const SectionChecks& checks,
                   ReportSink& sink) {
  return Consolidation(input, source, checks, sink).run();
}

}  // namespace cchc
