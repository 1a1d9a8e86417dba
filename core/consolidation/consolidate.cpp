#include "core/consolidation/consolidate.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>

#include "core/consolidation/collected.h"
#include "core/consolidation/own_findings.h"
#include "core/consolidation/report_groups.h"

namespace cchc {
namespace {

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
        context_(narrativeContext(input)) {}

  Status run() {
    CCHC_CHECK(collected_.read(source_, checks_));
    CCHC_CHECK(markPresent());
    CCHC_CHECK(sink_.heading(heading()));
    for (const auto& entry : input_.outline) CCHC_CHECK(emitPlace(entry));
    for (const auto& children : collected_.children) {
      if (children->annex.empty()) continue;
      CCHC_CHECK(sink_.annex(
          children->annex.annex(children->evaluation, [&](const OrgUnitId& unit) { return tree_.name(unit); })));
    }
    CCHC_CHECK(emitMissing());
    CCHC_CHECK(emitProvenance());
    CCHC_CHECK(emitFindings());
    return sink_.finish();
  }

 private:
  bool inTree(const OrgUnitId& unit) const { return unit == input_.unit.id || tree_.below(unit); }

  Status markPresent() {
    present_.assign(input_.assignments.size(), false);
    return source_.eachHeader([&](const ReceivedSection& section) -> Status {
      const auto& key = section.header.key;
      const auto found = std::lower_bound(input_.assignments.begin(), input_.assignments.end(), key,
                                          [](const Assignment& assignment, const SectionKey& wanted) {
                                            return std::tie(assignment.definition, assignment.subject) <
                                                   std::tie(wanted.definition, wanted.unit);
                                          });
      const bool assigned =
          found != input_.assignments.end() && found->definition == key.definition && found->subject == key.unit;
      if (assigned && inTree(key.unit)) present_[static_cast<std::size_t>(found - input_.assignments.begin())] = true;
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
    heading.complete = heading.presentSections == heading.expectedSections;
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

  std::vector<GroupAt> groupsAt(const std::string& place) const {
    std::vector<GroupAt> groups;
    const auto add = [&](const GroupSource& source) {
      const auto& form = source.definition->definition();
      for (std::size_t i = 0; i < form.groups.size(); ++i) {
        if (form.groups[i].place == place && source.evaluation->inForce.group(i))
          groups.push_back({form.groups[i].order, form.order, source.aggregate != nullptr, form.id.value, i, source});
      }
    };
    for (const auto& section : collected_.own) {
      add({&section->key, section->definition.get(), &section->data, &section->evaluation, section->previous,
           section->lastYear, nullptr, nullptr, nullptr});
    }
    for (const auto& sections : collected_.children) {
      if (sections->view.reporting == 0) continue;
      add({&sections->key, sections->definition.get(), &sections->outcome.data, &sections->evaluation, nullptr, nullptr,
           sections->previous.get(), sections->lastYear.get(), &sections->view});
    }
    std::sort(groups.begin(), groups.end(), [](const GroupAt& a, const GroupAt& b) { return a.rank() < b.rank(); });
    return groups;
  }

  Status emitPlace(const OutlineEntry& entry) {
    CCHC_CHECK(sink_.beginPlace(entry.place));
    for (const auto& at : groupsAt(entry.place.id)) CCHC_CHECK(sink_.group(reportGroup(at.source, at.group, context_)));
    for (const auto& inner : entry.places) CCHC_CHECK(emitPlace(inner));
    return sink_.endPlace();
  }

  Status emitMissing() {
    for (std::size_t i = 0; i < input_.assignments.size(); ++i) {
      const auto& assignment = input_.assignments[i];
      if (present_[i] || !inTree(assignment.subject)) continue;
      MissingSection missing;
      missing.section = {assignment.definition, assignment.subject, input_.period.id};
      missing.unitName = tree_.name(assignment.subject);
      missing.definitionTitle = titleOf(assignment.definition);
      missing.reporter = codeOf(assignment.reporter);
      missing.deadline = assignment.deadline;
      CCHC_CHECK(sink_.missing(missing));
    }
    return {};
  }

  std::string titleOf(const DefinitionId& id) const {
    for (const auto& definition : input_.definitions) {
      if (definition->definition().id == id) return definition->definition().title.vi;
    }
    return id.value;
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
  const NarrativeContext context_;
  std::vector<bool> present_;  // by assignment
};

}  // namespace

Status consolidate(const ConsolidationInput& input, SubmissionSource& source, const SectionChecks& checks,
                   ReportSink& sink) {
  return Consolidation(input, source, checks, sink).run();
}

}  // namespace cchc
