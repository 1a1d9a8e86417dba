#include "core/app/report/missing_sections.h"

#include <algorithm>
#include <map>

#include "core/app/report/make_report.h"
#include "core/app/suite/desk.h"
#include "core/base/reading/blank_text.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/definition/read_definition.h"
#include "core/model/units/unit_form.h"

namespace cchc {

namespace {

// The title that the store's copy of a definition has, which is kept though it is no longer installed.
Status addTitle(Suite& suite, const SubmissionHeader& header, ConsolidationInput& input) {
  const auto& id = header.key.definition;
  const bool known = std::any_of(input.definitions.begin(), input.definitions.end(),
                                 [&](const auto& one) { return one->definition().id == id; });
  if (known || input.otherTitles.contains(id)) return {};
  CCHC_TRY(const auto xml, suite.store.definitionXml(header.definitionDigest));
  if (!xml) return {};
  if (const auto kept = readDefinition(*xml, id.value)) input.otherTitles[id] = (*kept)->title.vi;
  return {};
}

bool counted(SectionState state) {
  return state == SectionState::accepted || state == SectionState::inReport || state == SectionState::issued;
}

}  // namespace

Status addMissing(Suite& suite, ConsolidationInput& input) {
  const auto& period = input.period.id;
  const Store::SubmissionFilter submitted{period, {}, true, false, {}, {}};
  CCHC_CHECK(suite.store.forEachSubmission(submitted, [&](const StoredSubmission& stored) -> Status {
    if (stored.state == SubmissionState::submitted)
      input.missingReasons[stored.header.key] = MissingReason::notAccepted;
    return addTitle(suite, stored.header, input);
  }));
  CCHC_TRY(const auto sections, suite.store.sections(period));
  for (const auto& section : sections) {
    if (section.state == SectionState::returned) input.missingReasons[section.key] = MissingReason::returned;
    if (counted(section.state)) input.missingReasons[section.key] = MissingReason::unusable;
  }
  CCHC_TRY(auto confirmed, suite.store.confirmedMissing(input.unit.id, period));
  if (!confirmed) return {};
  input.confirmed = std::move(confirmed->confirmed);
  input.confirmedMissing = std::move(confirmed->sections);
  return {};
}

namespace {

void add(std::string& list, const std::string& name) { list += (list.empty() ? "" : ", ") + name; }

// "xã", if all units are of that form; otherwise the word for any unit.
std::string wordFor(const std::vector<OrgUnit>& units) {
  const auto form = units.empty() ? std::string() : formOf(units.front());
  const bool same = std::all_of(units.begin(), units.end(), [&](const OrgUnit& unit) { return formOf(unit) == form; });
  return same && !form.empty() ? form : std::string(text("missing.unit", Language::vi));
}

std::string sentenceOn(Suite& suite, const Period& period, const OrgUnitId& whole,
                       const std::vector<MissingSection>& sections) {
  std::map<OrgUnitId, OrgUnit> below;
  std::string own;
  for (const auto& missing : sections) {
    if (missing.section.unit == whole) {
      add(own, missing.definitionTitle);
    } else if (const auto unit = unitOf(suite, missing.section.unit, period)) {
      below.emplace(unit->id, *unit);
    }
  }
  std::vector<OrgUnit> units;
  std::string names;
  for (const auto& [id, unit] : below) {
    add(names, unit.name);
    units.push_back(unit);
  }
  std::string sentence;
  if (!units.empty()) {
    sentence = text("missing.sentence-units", Language::vi,
                    {{"count", vietnamese::padded(Decimal(static_cast<std::int64_t>(units.size())))},
                     {"unit", wordFor(units)},
                     {"units", names}});
  }
  if (!own.empty())
    sentence += (sentence.empty() ? "" : " ") + text("missing.sentence-sections", Language::vi, {{"sections", own}});
  return sentence;
}

}  // namespace

Result<MissingNow> missingNow(Suite& suite, const OrgUnitId& unit, const PeriodId& period) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::issue));
  CCHC_TRY(const auto of, periodOf(suite, period));
  CCHC_TRY(auto outcome, reportOutcome(suite, unit, period));
  const auto place = codeOf(unit) + "/" + period.value;
  if (!outcome.notPrinted.empty()) return fail(notPrintedError("missing.not-printed", place, outcome));
  if (outcome.missing.empty()) return fail("missing.none", place);
  auto sentence = sentenceOn(suite, of, unit, outcome.missing);
  return MissingNow{std::move(outcome.missing), std::move(sentence)};
}

Result<ConfirmedMissing> confirmMissing(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                        const std::string& by, const std::string& sentence) {
  if (isBlankText(by)) return fail("missing.by", codeOf(unit) + "/" + period.value, {}, ErrorKind::usage);
  CCHC_TRY(const auto now, missingNow(suite, unit, period));
  ConfirmedMissing confirmed{unit, period, {}, {}, suite.options.actor};
  for (const auto& missing : now.sections) confirmed.sections.insert(missing.section);
  CCHC_TRY(confirmed.confirmed.by, normaliseLine(by));
  confirmed.confirmed.at = suite.now();
  CCHC_TRY(confirmed.confirmed.sentence, normaliseLine(isBlankText(sentence) ? now.sentence : sentence));
  CCHC_CHECK(suite.store.confirmMissing(confirmed));
  return confirmed;
}

}  // namespace cchc
