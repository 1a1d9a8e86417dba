#include "core/app/send/enter_for.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "core/app/check/checks.h"
#include "core/app/check/stored_check.h"
#include "core/app/section/section_content.h"
#include "core/app/send/package_making.h"
#include "core/app/suite/catalogue.h"
#include "core/app/suite/desk.h"
#include "core/base/reading/blank_text.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/rules/evaluation.h"
#include "core/rules/section_findings.h"

namespace cchc {
namespace {

// What the office enters into a section.
struct Entered {
  SectionHeader header;  // of the section; without digests if it was never begun
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  std::vector<Place> places;  // what differs from the data before
  bool sent = false;          // the data before are those of a submission that counts
  std::vector<Change> changes;
  std::vector<Finding> findings;
};

bool isSent(SectionState state) { return state != SectionState::draft && state != SectionState::returned; }

// Errors: submit.blocked, and those of enterForUnit that do not concern the package.
Result<Entered> entered(Suite& suite, DeskCommand command, const SectionKey& key, const OfficeEntry& entry,
                        std::vector<Finding>& blocking) {
  CCHC_CHECK(permitted(suite, command, key));
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  if (period.closed) return fail("period.closed", period.id.value, {{"name", period.name}});
  Entered made;
  made.header.key = key;
  CCHC_TRY(made.definition, definitionFor(suite, key));
  const auto& form = made.definition->definition();
  CCHC_TRY(auto loaded, loadSection(suite, key));
  if (loaded) {
    made.header = std::move(loaded->header);
    made.data = std::move(loaded->data);
    made.sent = isSent(made.header.state);
  } else {
    CCHC_TRY(made.data, startingDataOf(suite, key, period, made.definition));
  }
  if (entry.seen && *entry.seen != made.header) return fail("section.changed-meanwhile", keyText(key));
  CCHC_TRY(auto step, stepOf(form, made.data, entry.values));
  step.edits.insert(step.edits.end(), entry.edits.edits.begin(), entry.edits.edits.end());
  CCHC_TRY(const auto parts, partsInForce(suite, form, key));
  CCHC_CHECK(checkStepInForce(form, parts, step));
  const auto before = made.data;
  for (const auto& edit : step.edits) applyEdit(made.data, edit);
  std::set<Place> places;
  for (const auto& edit : stepBetween(form, before, made.data).edits) places.insert(placeOf(form, edit));
  made.places.assign(places.begin(), places.end());
  for (const auto& attachment : entry.values.attachments) CCHC_CHECK(suite.store.saveAttachment(attachment));
  CCHC_TRY(const auto draft, suite.store.draft(key));
  made.changes = changesTo(form, made.data, draft, made.header, suite.options.actor, suite.now());
  CCHC_TRY(auto circumstances, circumstancesOf(suite, key.unit, period));
  const WithinPeriod surroundings(period, std::move(circumstances));
  const auto evaluation = evaluate(*made.definition, made.data, surroundings);
  auto all = sectionFindings(*made.definition, key, made.data, evaluation, surroundings, true);
  auto others = sectionChecks(suite)(key, {made.definition.get(), &made.data, &evaluation}, surroundings);
  std::move(others.begin(), others.end(), std::back_inserter(all));
  for (auto& finding : all)
    (finding.severity == Severity::error ? blocking : made.findings).push_back(std::move(finding));
  if (!blocking.empty()) return fail("submit.blocked", keyText(key), {{"count", std::to_string(blocking.size())}});
  return made;
}

SubmissionHeader nextOf(const Entered& made) {
  SubmissionHeader header;
  header.key = made.header.key;
  header.revision = made.header.revision + 1;
  header.journalHead = made.header.headDigest;
  return header;
}

}  // namespace

Result<OfficeOutcome> enterForUnit(Suite& suite, const SectionKey& key, const OfficeEntry& entry,
                                   const std::string& askedBy, const Date& askedOn, std::vector<Finding>& blocking) {
  CCHC_TRY(const auto asking, normaliseLine(askedBy));
  if (isBlankText(asking)) return fail("enter-for.asked-by", keyText(key), {}, ErrorKind::usage);
  // The day of the clock is that of UTC, and here it may be tomorrow already.
  if (!askedOn.hasDay() || vietnamDay(suite.now()) < askedOn)
    return fail("enter-for.asked-on", keyText(key), {{"given", vietnamese::date(askedOn)}}, ErrorKind::usage);
  CCHC_TRY(auto made, entered(suite, DeskCommand::enterFor, key, entry, blocking));
  if (made.sent && made.places.empty()) return fail("enter-for.nothing", keyText(key), {}, ErrorKind::usage);
  OfficeOutcome outcome{nextOf(made), std::move(made.findings)};
  const auto& desk = suite.options.actor.desk;
  CCHC_TRY(const auto office, desk.unit ? Result<OrgUnitId>(*desk.unit) : officeAbove(suite, key));
  outcome.header.enteredFor =
      EnteredFor{office, std::string(trim(asking)), askedOn, made.sent ? made.places : std::vector<Place>()};
  const auto& form = made.definition->definition();
  CCHC_TRY(const auto package,
           makePackage(suite, outcome.header, form, made.data, entry.file, entry.signing,
                       [&](const StoredSubmission& submission) {
                         return suite.store.enterSubmission({&form, made.changes, submission}, suite.options.actor);
                       }));
  static_cast<void>(package);
  return outcome;
}

Result<OfficeOutcome> amendHeading(Suite& suite, const SectionKey& key, const OfficeEntry& entry,
                                   const std::string& reason, std::vector<Finding>& blocking) {
  if (isBlankText(reason)) return fail("amend.reason", keyText(key), {}, ErrorKind::usage);
  CCHC_TRY(const auto text, normaliseText(reason));
  const auto definition = definitionInForce(suite, key.definition, key.period);
  if (definition && !hasHeading(definition->definition()))
    return fail("amend.not-heading", keyText(key), {}, ErrorKind::usage);
  CCHC_TRY(auto made, entered(suite, DeskCommand::amendHeading, key, entry, blocking));
  if (made.places.empty()) return fail("amend.nothing", keyText(key), {}, ErrorKind::usage);
  OfficeOutcome outcome{nextOf(made), std::move(made.findings)};
  const auto& form = made.definition->definition();
  CCHC_TRY(auto check, StoredCheck::of(suite));
  CCHC_TRY(
      const auto package,
      makePackage(
          suite, outcome.header, form, made.data, entry.file, entry.signing,
          [&](const StoredSubmission& submission) -> Status {
            CCHC_TRY(const auto examined, check.examine(submission));
            return suite.store.amendSubmission({&form, made.changes, submission}, examined, text, suite.options.actor);
          }));
  static_cast<void>(package);
  return outcome;
}

}  // namespace cchc
