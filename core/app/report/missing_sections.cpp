#include "core/app/report/missing_sections.h"

#include <algorithm>
#include <map>

#include "core/app/receive/early_packages.h"
#include "core/app/report/not_read.h"
#include "core/app/suite/definition_set.h"
#include "core/app/suite/desk.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/base/reading/blank_text.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/consolidation/not_printed.h"
#include "core/definition/read_definition.h"
#include "core/exchange/package/package.h"
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

// Sections of which a package waits beside the store. One that only a newer program can read is not known here.
Status addWaiting(Suite& suite, ConsolidationInput& input) {
  const auto folder = waitingFolder(suite.options.store);
  if (!folder) return {};  // without a folder nothing waits
  CCHC_TRY(const auto codes, unitCodes(suite));
  for (const auto& file : EarlyPackages(*folder).files()) {
    const auto bytes = readFile(file, packageLimit);
    const auto header = bytes ? readPackageHeader(*bytes, file.string(), codes) : fail(bytes.error());
    if (header && header->key.period == input.period.id)
      input.missingReasons.emplace(header->key, MissingReason::waiting);
  }
  return {};
}

bool counted(SectionState state) {
  return state == SectionState::accepted || state == SectionState::inReport || state == SectionState::issued;
}

}  // namespace

Status addMissing(Suite& suite, ConsolidationInput& input) {
  const auto& period = input.period.id;
  CCHC_TRY(const auto notRead, NotRead::of(suite, input));
  const Store::SubmissionFilter submitted{period, {}, true, false, {}, {}};
  CCHC_CHECK(suite.store.forEachSubmission(submitted, [&](const StoredSubmission& stored) -> Status {
    const auto& key = stored.header.key;
    if (stored.state == SubmissionState::submitted) input.missingReasons[key] = MissingReason::notAccepted;
    if (notRead.why(key)) {
      MissingSection missing;
      missing.section = key;
      missing.unitName = nameOf(suite, key.unit, period);
      missing.definitionTitle = titleOf(*suite.definitions, key.definition, input.period.end).vi;
      missing.reporter = codeOf(stored.header.reporter);
      missing.why = MissingReason::notAsked;
      input.notAsked.push_back(std::move(missing));
    }
    return addTitle(suite, stored.header, input);
  }));
  CCHC_CHECK(addWaiting(suite, input));
  CCHC_TRY(const auto sections, suite.store.sections(period));
  for (const auto& section : sections) {
    const bool takenBack = section.state == SectionState::draft && section.revision > 0;
    if (takenBack) input.missingReasons.emplace(section.key, MissingReason::discarded);
    if (section.state == SectionState::returned) input.missingReasons[section.key] = MissingReason::returned;
    if (counted(section.state)) input.missingReasons[section.key] = MissingReason::unusable;
  }
  return {};
}

std::set<std::string> missingLines(const ReportOutcome& outcome) {
  std::set<std::string> lines;
  const auto add = [&](const SectionKey& key, const std::string& what) {
    lines.insert(key.definition.value + " " + key.unit.value + " " + what);
  };
  for (const auto& missing : outcome.missing) add(missing.section, std::string(missingReasonName(missing.why)));
  for (const auto* findings : {&outcome.notPrinted, &outcome.wrong}) {
    // With what it says, since another value at the same place was not confirmed.
    for (const auto& finding : *findings)
      add(finding.section, finding.code + " " + placeText(finding.place) + " " + sha256(finding.viWhat).substr(0, 16));
  }
  return lines;
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
                       const std::vector<MissingSection>& sections, std::size_t values) {
  std::map<OrgUnitId, OrgUnit> below;
  std::string own;
  for (const auto& missing : sections) {
    if (missing.section.unit == whole) {
      add(own, missing.definitionTitle);
    } else {
      // A unit that nobody knows is named all the same.
      auto unit = unitOf(suite, missing.section.unit, period);
      OrgUnit named;
      if (unit) named = std::move(*unit);
      named.name = missing.unitName;
      below.emplace(missing.section.unit, std::move(named));
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
  if (values > 0) {
    const auto count = vietnamese::padded(Decimal(static_cast<std::int64_t>(values)));
    sentence += (sentence.empty() ? "" : " ") + text("missing.sentence-values", Language::vi, {{"count", count}});
  }
  return sentence;
}

}  // namespace

Result<MissingNow> missingNow(Suite& suite, const OrgUnitId& unit, const PeriodId& period) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::issue));
  CCHC_TRY(const auto of, periodOf(suite, period));
  CCHC_TRY(auto outcome, reportOutcome(suite, unit, period));
  const auto place = codeOf(unit) + "/" + period.value;
  if (!std::all_of(outcome.notPrinted.begin(), outcome.notPrinted.end(), namesUnaskedValue))
    return fail(errorOn("missing.not-printed", place, outcome.notPrinted));
  if (outcome.missing.empty() && outcome.notPrinted.empty() && outcome.wrong.empty())
    return fail("missing.none", place);
  MissingNow now{missingLines(outcome), {}, {}, {}};
  now.sentence = sentenceOn(suite, of, unit, outcome.missing, outcome.notPrinted.size());
  now.sections = std::move(outcome.missing);
  now.findings = std::move(outcome.notPrinted);
  now.findings.insert(now.findings.end(), outcome.wrong.begin(), outcome.wrong.end());
  return now;
}

Result<ConfirmedMissing> confirmMissing(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                        const std::string& by, const std::string& sentence) {
  if (isBlankText(by)) return fail("missing.by", codeOf(unit) + "/" + period.value, {}, ErrorKind::usage);
  CCHC_TRY(const auto now, missingNow(suite, unit, period));
  ConfirmedMissing confirmed{unit, period, now.lines, {}, suite.options.actor};
  CCHC_TRY(confirmed.confirmed.by, normaliseLine(by));
  confirmed.confirmed.at = suite.now();
  CCHC_TRY(confirmed.confirmed.sentence, normaliseLine(isBlankText(sentence) ? now.sentence : sentence));
  CCHC_CHECK(suite.store.confirmMissing(confirmed));
  return confirmed;
}

}  // namespace cchc
