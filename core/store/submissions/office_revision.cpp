#include "core/store/submissions/office_revision.h"

#include "core/base/vietnamese.h"
#include "core/store/drafts/draft_edits.h"
#include "core/store/received_section.h"
#include "core/store/section_row.h"
#include "core/store/submissions/reception.h"

namespace cchc::store {

using soci::use;

namespace {

// The section's header, locked, if nothing has changed since the revision was made, and `command` is permitted.
Result<SectionHeader> headerFor(Store::Session& session, const Store::OfficeRevision& revision, DeskCommand command,
                                const Actor& who) {
  const auto& of = revision.submission.header;
  auto header = lockedHeader(session, of.key);
  const auto may =
      permits(who.desk, command, reporterOf(session.sql, of.key), header ? std::optional(header->state) : std::nullopt);
  if (!may) {
    auto error = may.error();
    error.place = keyText(of.key);
    error.parameters.push_back({"since", lastTransition(session.sql, of.key)});
    return fail(std::move(error));
  }
  if (!header) {
    header.emplace().key = of.key;
    header->definitionVersion = revision.definition->version;
    header->definitionDigest = revision.definition->digest;
  }
  if (header->headDigest != of.journalHead || header->revision >= of.revision)
    return fail("section.changed-meanwhile", keyText(of.key));
  return *header;
}

Status editDraft(Store::Session& session, SectionHeader& header, const Store::OfficeRevision& revision) {
  CCHC_TRY(const auto outcomes, applyToDraft(session, header, revision.changes));
  if (haveConflict(outcomes)) return fail("section.changed-meanwhile", keyText(header.key));
  writeSectionRow(session.sql, header);
  return {};
}

Status submit(Store::Session& session, const Store::OfficeRevision& revision, DeskCommand command, const Actor& who) {
  Reception reception(session, who, command);
  CCHC_TRY(const auto outcome, reception.receive(revision.submission));
  if (outcome != Store::Received::stored)
    return fail("section.changed-meanwhile", keyText(revision.submission.header.key));
  return {};
}

}  // namespace

Status enterFor(Store::Session& session, const Store::OfficeRevision& revision, const Actor& who) {
  CCHC_TRY(auto header, headerFor(session, revision, DeskCommand::enterFor, who));
  // The entry comes first: with it, a shared store lets the office write what follows.
  const auto& of = revision.submission.header;
  if (of.enteredFor) {
    const auto& asked = *of.enteredFor;
    journalSubmission(
        session, header, of.revision,
        {SubmissionEvent::Kind::entered, codeOf(of.reporter) + ": " + asked.askedBy + ", " + asked.askedOn.toText()},
        who);
  }
  CCHC_CHECK(editDraft(session, header, revision));
  return submit(session, revision, DeskCommand::enterFor, who);
}

Status amendHeading(Store::Session& session, const Store::OfficeRevision& revision, const Store::Examined& examined,
                    const std::string& reason, const Actor& who) {
  CCHC_TRY(auto header, headerFor(session, revision, DeskCommand::amendHeading, who));
  // The steps are permitted together, whatever the desk may do otherwise.
  auto amending = who;
  amending.desk = {};
  journalSubmission(session, header, revision.submission.header.revision, {SubmissionEvent::Kind::amended, reason},
                    who);
  CCHC_CHECK(makeTransition(session, header, DeskCommand::returnSection, amending, reason));
  CCHC_CHECK(makeTransition(session, header, DeskCommand::edit, amending, ""));
  CCHC_CHECK(editDraft(session, header, revision));
  CCHC_CHECK(submit(session, revision, DeskCommand::submit, amending));
  auto submitted = sectionRow(session, header.key, true);
  if (!submitted) return fail("section.not-begun", keyText(header.key));
  CCHC_CHECK(makeTransition(session, *submitted, DeskCommand::accept, amending, ""));
  return markAccepted(session, header.key, examined);
}

Status markAccepted(Store::Session& session, const SectionKey& key, const Store::Examined& examined) {
  // Anybody with write access to the table could have added a second row of this revision after the examination. That
  // row must not count as well.
  session.sql << "UPDATE submission SET state = 3 WHERE period = :p AND definition = :d AND unit = :u AND revision "
                 "= :r AND digest <> :g AND state < 3",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(examined.revision),
      use(examined.digest);
  // The digest shows that the row is the one whose package was examined.
  soci::statement update =
      (session.sql.prepare
           << "UPDATE submission SET state = 1, signer = :signer, checked_by = :checked, contribution = "
              ":contribution, findings = :findings "
              "WHERE period = :p AND definition = :d AND unit = :u AND revision = :r AND digest = :g AND state < 3",
       use(examined.signer), use(examined.checkedBy), use(examined.contribution), use(examined.findings),
       use(key.period.value), use(key.definition.value), use(key.unit.value), use(examined.revision),
       use(examined.digest));
  update.execute(true);
  if (update.get_affected_rows() != 1) return fail("section.not-received", keyText(key));
  return {};
}

}  // namespace cchc::store
