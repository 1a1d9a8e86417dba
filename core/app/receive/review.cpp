#include "core/app/receive/review.h"

#include <algorithm>
#include <map>

#include "core/app/check/stored_check.h"
#include "core/app/receive/notice_subject.h"
#include "core/app/report/store_source.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/desk.h"
#include "core/app/suite/trusting.h"
#include "core/base/platform.h"
#include "core/base/reading/blank_text.h"
#include "core/base/text.h"
#include "core/definition/located_place.h"
#include "core/model/journal_text.h"
#include "core/rules/compiled_definition.h"
#include "core/signing/return_signature.h"

namespace cchc {
namespace {

Status decide(Suite& suite, const SectionKey& key, SubmissionState state, const std::string& reason,
              const std::vector<Remark>& remarks = {}) {
  CCHC_TRY(const auto submission, suite.store.submission(key, 0));
  if (!submission) return fail("section.not-received", keyText(key));
  return suite.store.setSubmissionState(key, submission->header.revision, state, suite.options.actor, reason, remarks);
}

// The state of the section is checked first: a user who may not accept the package should not see errors of the
// package.
Status accept(Suite& suite, const SectionKey& key, StoredCheck& check) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::accept, key));
  CCHC_TRY(const auto submission, suite.store.submission(key, 0));
  if (!submission) return fail("section.not-received", keyText(key));
  CCHC_TRY(const auto header, suite.store.section(key));
  const bool decidesThis =
      header && (header->revision >= submission->header.revision || header->state == SectionState::issued);
  if (decidesThis) CCHC_CHECK(permitted(suite, DeskCommand::accept, key));
  CCHC_CHECK(check.held(*submission));
  CCHC_TRY(const auto examined, check.examine(*submission));
  return suite.store.acceptSubmission(key, examined, suite.options.actor);
}

// Whether the definition has this field, table, row or cell.
bool hasPlace(const SectionDefinition& form, const Place& place) {
  const auto found = locate(form, place);
  return found && !found->group;
}

}  // namespace

Status acceptSection(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto check, StoredCheck::of(suite));
  return accept(suite, key, check);
}

Status returnSection(Suite& suite, const SectionKey& key, const std::string& reason, std::vector<Remark> remarks) {
  if (isBlankText(reason)) return fail("return.reason", keyText(key), {}, ErrorKind::usage);
  CCHC_TRY(const auto text, normaliseText(reason));
  CCHC_TRY(const auto definition, definitionFor(suite, key));
  for (auto& remark : remarks) {
    if (!hasPlace(definition->definition(), remark.place))
      return fail("remark.place", keyText(key), {{"place", placeText(remark.place)}}, ErrorKind::usage);
    if (isBlankText(remark.text))
      return fail("return.reason", keyText(key) + "/" + placeText(remark.place), {}, ErrorKind::usage);
    CCHC_TRY(remark.text, normaliseText(remark.text));
  }
  return decide(suite, key, SubmissionState::returned, text, remarks);
}

Status writeReturnFile(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                       const SigningKey* signing) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::returnSection, key));
  CCHC_TRY(const auto header, suite.store.section(key));
  CCHC_TRY(const auto submission, suite.store.submission(key, 0));
  if (!header || !submission || header->state != SectionState::returned)
    return fail("section.not-returned", keyText(key));
  CCHC_TRY(const auto remarks, suite.store.remarks(key));
  auto bytes = writeReturn({key, submission->header.revision, submission->header.contentDigest, header->reason,
                            suite.options.actor.name, suite.now(), remarks},
                           signing != nullptr);
  if (signing != nullptr) {
    CCHC_CHECK(signing->validAt(suite.now()));
    CCHC_TRY(bytes, signReturn(bytes, file.string(), *signing));
  }
  return platform::writeFileDurably(file, bytes);
}

Result<bool> applyReturn(Suite& suite, const ReturnNotice& notice, const std::optional<std::string>& signer) {
  CCHC_TRY(const auto header, subjectOfNotice(suite, notice, "section.not-begun", "return.other-submission"));
  if (!header) return true;
  // It was applied before, and the section may already be being corrected.
  if (header->state == SectionState::returned || header->state == SectionState::draft) return true;
  // The decision is the office's, so the local user's desk does not matter. Anybody can write the name of the
  // office into an unsigned file, so the journal marks such a name.
  auto here = suite.options.actor;
  here.desk = {};
  const auto office = notice.by + (!signer           ? std::string()
                                   : signer->empty() ? std::string(unknownMark)
                                                     : ", " + *signer);
  CCHC_CHECK(suite.store.setSubmissionState(notice.section, notice.revision, SubmissionState::returned, here,
                                            notice.reason, notice.remarks, office));
  return false;
}

Result<std::vector<NewerWaiting>> newerWaiting(Suite& suite, const PeriodId& period, const std::set<OrgUnitId>& units) {
  std::map<SectionKey, int> accepted;
  CCHC_CHECK(
      suite.store.forEachSubmission({period, {}, false, false, {}, {}}, [&](const StoredSubmission& stored) -> Status {
        if (units.contains(stored.header.key.unit)) accepted.emplace(stored.header.key, stored.header.revision);
        return {};
      }));
  std::vector<NewerWaiting> all;
  CCHC_CHECK(
      suite.store.forEachSubmission({period, {}, true, false, {}, {}}, [&](const StoredSubmission& stored) -> Status {
        const auto used = accepted.find(stored.header.key);
        if (used != accepted.end() && stored.header.revision > used->second)
          all.push_back({stored.header.key, used->second, stored.header.revision, false, false});
        return {};
      }));
  for (auto& one : all) {
    CCHC_TRY(const auto header, suite.store.section(one.key));
    one.issued = header && header->state == SectionState::issued;
  }
  CCHC_TRY(const auto headers, suite.store.sections(period));
  for (const auto& header : headers) {
    const auto used = accepted.find(header.key);
    if (header.state == SectionState::returned && used != accepted.end() && header.revision > used->second)
      all.push_back({header.key, used->second, header.revision, false, true});
  }
  return all;
}

Result<std::vector<Finding>> reviewFindings(Suite& suite, const PeriodId& period, const std::set<OrgUnitId>& units,
                                            bool includeUnreviewed) {
  std::vector<Finding> findings;
  // A report that includes unreviewed submissions contains the newest revision anyway.
  if (!includeUnreviewed) {
    CCHC_TRY(const auto newer, newerWaiting(suite, period, units));
    for (const auto& one : newer) {
      findings.push_back(
          makeFinding(one.returned ? "core.newer-returned" : "core.newer-waiting", Severity::warning, one.key, "",
                      {{"accepted", std::to_string(one.accepted)}, {"waiting", std::to_string(one.waiting)}}));
    }
  }
  CCHC_TRY(const auto undecided, suite.store.undecidedSections(period));
  for (const auto& key : undecided) {
    if (units.contains(key.unit)) findings.push_back(makeFinding("core.undecided", Severity::warning, key, "", {}));
  }
  return findings;
}

Result<std::vector<StoredSubmission>> submissionHistory(Suite& suite, const SectionKey& key) {
  return suite.store.history(key);
}
Status chooseSubmission(Suite& suite, const SectionKey& key, const std::string& digest) {
  return suite.store.chooseSubmission(key, digest, suite.options.actor);
}

Status discardSubmission(Suite& suite, const SectionKey& key, const std::string& digest, int revision,
                         const std::string& reason) {
  if (isBlankText(reason)) return fail("discard.reason", keyText(key), {}, ErrorKind::usage);
  CCHC_TRY(const auto text, normaliseText(reason));
  return suite.store.discardSubmission(key, digest, revision, text, suite.options.actor);
}

Result<std::map<std::string, std::string>> discardReasons(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto journal, suite.store.journal(key));
  std::map<std::string, std::string> reasons;
  for (const auto& entry : journal) {
    const auto event = readSubmissionEvent(entry.change.newValue);
    if (entry.change.place.submission() == nullptr || !event || event->kind != SubmissionEvent::Kind::discarded)
      continue;
    const auto end = event->about.find(": ");
    if (end != std::string::npos) reasons[event->about.substr(0, end)] = event->about.substr(end + 2);
  }
  return reasons;
}

Status reopenSection(Suite& suite, const SectionKey& key, const std::string& reason) {
  if (isBlankText(reason)) return fail("reopen.reason", keyText(key), {}, ErrorKind::usage);
  CCHC_TRY(const auto text, normaliseText(reason));
  CCHC_TRY(const auto moved, suite.store.transition(key, DeskCommand::reopen, suite.options.actor, text));
  static_cast<void>(moved);
  return {};
}

Result<std::size_t> acceptAll(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                              std::vector<Error>* refused) {
  CCHC_TRY(const auto input, consolidationInput(suite, unit, period));
  const auto ours = unitsOf(input);
  std::vector<SectionKey> waiting;
  const Store::SubmissionFilter filter{period, {}, true, false, {}, {}, false};
  CCHC_CHECK(suite.store.forEachSubmission(filter, [&](const StoredSubmission& stored) -> Status {
    if (stored.state == SubmissionState::submitted && ours.contains(stored.header.key.unit))
      waiting.push_back(stored.header.key);
    return {};
  }));
  CCHC_TRY(auto check, StoredCheck::of(suite));
  std::size_t accepted = 0;
  for (const auto& key : waiting) {
    // A submission that was received after its report was issued waits until the section is reopened.
    CCHC_TRY(const auto header, suite.store.section(key));
    if (header && header->state == SectionState::issued) continue;
    auto done = accept(suite, key, check);
    // What somebody else holds is named as well, and the others are accepted.
    const bool stepped = done || done.error().kind == ErrorKind::refusal || done.error().code == "store.busy";
    if (!stepped || (!done && refused == nullptr)) return fail(done.error());
    if (done)
      ++accepted;
    else
      refused->push_back(done.error());
  }
  return accepted;
}

}  // namespace cchc
