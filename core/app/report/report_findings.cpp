#include "core/app/report/report_findings.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "core/app/check/stored_check.h"
#include "core/app/report/issued.h"
#include "core/app/report/known_findings.h"
#include "core/app/report/store_source.h"
#include "core/app/suite/definition_set.h"
#include "core/base/texts.h"
#include "core/definition/located_place.h"
#include "core/narrative/display.h"

namespace cchc {
namespace {

using Definitions = std::vector<std::shared_ptr<const CompiledDefinition>>;  // those of the report

std::shared_ptr<const CompiledDefinition> definitionOf(const Definitions& definitions, const DefinitionId& id) {
  const auto found =
      std::find_if(definitions.begin(), definitions.end(), [&](const auto& one) { return one->definition().id == id; });
  return found == definitions.end() ? nullptr : *found;
}

// Collects from a consolidation what the findings and their sources need, and discards the report.
class SourceSink final : public IgnoringSink {
 public:
  // Both are borrowed.
  SourceSink(const Suite& suite, const ConsolidationInput& input, std::shared_ptr<const UnitHistory> units,
             Language language)
      : suite_(suite), input_(input), units_(std::move(units)), language_(language) {}
  Status group(const ReportGroup& group) override {
    for (const auto& indicator : group.indicators)
      indicators_.insert_or_assign(group.section.definition.value + "/" + indicator.id,
                                   Printed{group.section, group.aggregate, indicator});
    for (const auto& table : group.tables)
      tables_.insert_or_assign(group.section.definition.value + "/" + table.id, table.title);
    return {};
  }
  Status provenance(const ProvenanceLine& line) override {
    return provenance_.insert_or_assign(line.section, line), Status();
  }
  Status finding(const Finding& finding) override { return findings_.push_back(finding), Status(); }

  std::vector<ReportFinding> all(const Definitions& definitions) const {
    std::vector<ReportFinding> all;
    for (const auto& finding : findings_) all.push_back({finding, sourcesOf(finding, definitions)});
    std::stable_sort(all.begin(), all.end(), [](const ReportFinding& a, const ReportFinding& b) {
      return a.finding.severity > b.finding.severity;
    });
    return all;
  }

 private:
  struct Printed {
    SectionKey section;
    bool aggregate = false;
    ReportIndicator indicator;
  };

  FindingSource source(const SectionKey& section, const Place& place, const Definitions& definitions) const {
    FindingSource source;
    source.section = section;
    source.place = place;
    const auto definition = definitionOf(definitions, section.definition);
    const auto found = definition ? locate(definition->definition(), place) : std::nullopt;
    source.sectionTitle = titleOfForm(section.definition);
    const auto* unit = units_->nearest(section.unit, input_.period.end);
    source.unitName = unit != nullptr ? unit->name : codeOf(section.unit);
    if (const auto line = provenance_.find(section); line != provenance_.end()) {
      source.revision = line->second.revision;
      source.sender = line->second.signer;
      source.unitName = line->second.unitName;
    }
    const auto& owner = place.owner();
    const auto text = placeText(place);
    if (const auto printed = indicators_.find(section.definition.value + "/" + text); printed != indicators_.end()) {
      const auto* field = found && found->field ? found->value : nullptr;
      source.label = field != nullptr ? field->label.in(language_) : printed->second.indicator.label;
      source.display = printed->second.indicator.display;
      if (const auto stated = decodeValue(printed->second.indicator.type, printed->second.indicator.stated);
          field != nullptr && stated && !stated->blank()) {
        Effective given;
        given.setEntered(*stated);
        source.display = cchc::text("report-finding.stated", language_,
                                    {{"display", source.display}, {"stated", display(*field, given, "")}});
      }
      source.summed = printed->second.aggregate;
      source.reported = printed->second.indicator.reported, source.expected = printed->second.indicator.expected;
    } else if (const auto table = tables_.find(section.definition.value + "/" + owner); table != tables_.end()) {
      source.label =
          found && found->table ? definition->definition().tables[*found->table].title.in(language_) : table->second;
    }
    return source;
  }

  // Of one that is not installed: the title that the store's copy has. "": the finding is about the whole report.
  std::string titleOfForm(const DefinitionId& id) const {
    if (id.empty()) return {};
    const auto title = titleOf(*suite_.definitions, id, input_.period.end);
    const auto kept = input_.otherTitles.find(id);
    return title.vi == id.value && kept != input_.otherTitles.end() ? kept->second : title.in(language_);
  }

  // Places of other sections that an expression names: "office.procedures/online_rate".
  static std::vector<std::string> placesNamedIn(const std::string& text) {
    std::vector<std::string> places;
    const auto part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    for (auto slash = text.find('/'); slash != std::string::npos; slash = text.find('/', slash + 1)) {
      auto from = slash, to = slash + 1;
      while (from > 0 && part(text[from - 1])) --from;
      while (to < text.size() && part(text[to])) ++to;
      // A division never has a dotted id before the slash and a name after it.
      const auto definition = text.substr(from, slash - from);
      if (definition.find('.') != std::string::npos && to > slash + 1) places.push_back(text.substr(from, to - from));
    }
    return places;
  }

  std::vector<FindingSource> sourcesOf(const Finding& finding, const Definitions& definitions) const {
    std::vector<FindingSource> sources{source(finding.section, finding.place, definitions)};
    std::vector<std::string> places;
    if (const auto printed = indicators_.find(finding.section.definition.value + "/" + placeText(finding.place));
        printed != indicators_.end()) {
      for (const auto& use : printed->second.indicator.uses) {
        for (auto& place : placesNamedIn(use))
          places.push_back(std::move(place));  // "children(office.commune/online_rate)"
      }
    }
    if (const auto definition = definitionOf(definitions, finding.section.definition)) {
      const auto& form = definition->definition();
      for (const auto& rule : form.rules) {
        if (finding.code != form.id.value + "." + rule.id) continue;
        for (const auto* side : {&rule.left, &rule.right}) {
          for (auto& place : placesNamedIn(side->text)) places.push_back(std::move(place));
        }
      }
    }
    const auto counted = [&](FindingSource other) {
      // A rate over child units is computed from its parts, and only those have counts; a figure that refers to the
      // rate has them too.
      if (other.summed && other.expected == 0)
        other.reported = sources.front().reported, other.expected = sources.front().expected;
      return other;
    };
    std::vector<std::string> seen;
    for (const auto& place : places) {
      const auto slash = place.find('/');
      if (slash == std::string::npos || std::find(seen.begin(), seen.end(), place) != seen.end()) continue;
      seen.push_back(place);
      const auto printed = indicators_.find(place);
      // A place that was not printed belongs to a section that has not been received.
      const SectionKey key = printed != indicators_.end() ? printed->second.section
                                                          : SectionKey{DefinitionId(place.substr(0, slash)),
                                                                       finding.section.unit, finding.section.period};
      sources.push_back(counted(source(key, place.substr(slash + 1), definitions)));
    }
    return sources;
  }

  const Suite& suite_;
  const ConsolidationInput& input_;
  std::shared_ptr<const UnitHistory> units_;
  Language language_;
  std::map<std::string, Printed> indicators_;  // by definition/field
  std::map<std::string, std::string> tables_;
  std::map<SectionKey, ProvenanceLine> provenance_;
  std::vector<Finding> findings_;
};

}  // namespace

Result<std::vector<ReportFinding>> reportFindings(Suite& present, const OrgUnitId& unit, const PeriodId& period,
                                                  SectionChoice choice, Language language) {
  CCHC_TRY(const auto asIssued, suiteAsIssued(present, unit, period));
  auto& suite = asIssued ? *asIssued : present;
  CCHC_TRY(auto input, consolidationInput(suite, unit, period));
  CCHC_CHECK(addKnown(suite, choice, input));
  // As makeReport checks them, since a package that is in doubt is a finding.
  CCHC_TRY(auto check, StoredCheck::of(suite));
  StoreSource source(suite, period, choice, choice == SectionChoice::working ? nullptr : &check);
  CCHC_TRY(auto units, suite.store.units());
  SourceSink sink(suite, input, std::move(units), language);
  CCHC_CHECK(consolidate(input, source, sectionChecks(suite), sink));
  return sink.all(input.definitions);
}

}  // namespace cchc
