// The store: what is edited is rows, what is final is documents. A SQLite file on this PC, or PostgreSQL shared by
// several people. It hides SOCI: no SOCI row leaves this folder.
//
// One Store is one database session and belongs to one thread. Everything that reads or writes may fail with one of
// these, of kind failure:
//   store.busy, store.full, store.denied, store.failed
//   store.read-only          writing to a store that is read-only
//   store.connection-lost    reconnect() may help
//   store.replaced           writing, but the store's path now has another file; reconnect() opens that
//   store.damaged            becomes store.damaged-with-backup if there is a sound daily copy
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/store_address.h"
#include "core/definition/definition.h"
#include "core/model/finding.h"
#include "core/model/issued_report.h"
#include "core/model/journal_text.h"
#include "core/model/missing.h"
#include "core/model/org_unit.h"
#include "core/model/permits.h"
#include "core/model/section.h"
#include "core/model/submission.h"
#include "core/model/units/unit_history.h"

namespace cchc {

// The outcome of one change.
struct ApplyOutcome {
  bool applied = false;        // the change is in the draft
  bool appliedBefore = false;  // a change with this id was applied before, and nothing was done
  bool conflict = false;       // the draft's value differs from the change's `oldValue`
  std::string other;           // on conflict: the value that the draft has
  Actor by;                    // on conflict: who wrote it
};

struct DraftValue {
  Address place;      // as read by Address::inDraft
  std::string value;  // encodeValue
};
struct DraftRow {
  std::string table, row;
  int position = 0;
};
struct DraftContent {
  std::vector<DraftRow> rows;  // in order of table and position
  std::vector<DraftValue> values;
};

class Store {
 public:
  static constexpr int schemaVersion = 10;
  // `address`: the path of a SQLite file, which is created if absent, and is closed to all but its owner; or
  // "postgresql://…". An older store is migrated; a SQLite file is copied before that. A file that may not be written
  // to is read from a copy: readOnly(). Errors, of kind failure:
  //   store.open              the system cannot open it; the error has the reason
  //   store.password, store.network-share, store.no-folder, store.backup-failed
  //   store.not-a-store       it is not a store
  //   store.newer             a newer program made it; nothing is written
  //   store.gone-with-backup  the file is missing or empty, and there is a sound daily copy
  static Result<Store> open(const std::string& address, const Clock& clock);
  // Opens the same store again, after store.connection-lost or store.replaced.
  // Error store.open: it no longer exists.
  Status reconnect();
  bool readOnly() const;
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // The desk that the database gives to whoever opened the store: on PostgreSQL the unit of the table `member` and the
  // membership in the roles of installer/postgresql/roles.sql; any desk if those do not exist, and for a file.
  Result<Desk> grantedDesk();
  // The desk that this PC works for; nullopt: not set. A shared store has none of its own.
  // Error desk.altered: what the store has is not what saveDesk writes.
  Result<std::optional<Desk>> desk();
  // Error desk.shared: the store is shared.
  Status saveDesk(const std::optional<Desk>& desk);
  // The database account that opened the store; "" for a file.
  Result<std::string> login();
  // Key, state and revision of the sections of other units; in a shared store a department may not see more of them.
  Result<std::vector<SectionHeader>> hiddenSections(const PeriodId& period);

  // Every definition that was ever used is kept, by digest.
  Status saveDefinition(const SectionDefinition& definition);
  Result<std::optional<std::string>> definitionXml(const std::string& digest);
  // A definition that is kept. In a shared store anybody may have added the row.
  struct KeptDefinition {
    DefinitionId id;
    int version = 0;
    std::string digest;
  };
  Result<std::vector<KeptDefinition>> definitions();  // in order of id, version and digest
  // How many accepted submissions were made with the definition of this digest.
  Result<int> acceptedWith(const std::string& digest);

  // The units over time. The same object is given until they are saved again, here or by another program.
  Result<std::shared_ptr<const UnitHistory>> units();
  // Replaces all of them. `basedOn`: what units() gave when the change was worked out (planUnits).
  // Errors:
  //   unit.changed-meanwhile   they were saved since then, and nothing is saved now
  Status saveUnits(const UnitHistory& units, const std::shared_ptr<const UnitHistory>& basedOn);
  // Saving replaces entries with the same id. Periods are in order of date, assignments in order of definition and
  // subject. The argument of a visitor is borrowed for the call.
  // A section that is begun has an entry by `who` for each of `changes` (SubmissionEvent::periodChanged), in the same
  // transaction.
  struct PeriodChange {
    SectionKey section;
    std::string differences, reason;
  };
  Status savePeriods(std::span<const Period> periods, std::span<const PeriodChange> changes = {},
                     const Actor& who = {});
  Result<std::vector<Period>> periods();
  // An assignment may give a section that is begun to another reporter only for a reason: the section's journal then
  // has an entry by `who` (SubmissionEvent::reassigned), in the same transaction. A section is begun if it has a row, a
  // journal or a submission.
  // Error assignment.begun: there is such a section and no reason, or it would have no reporter; nothing is saved.
  Status saveAssignments(std::span<const Assignment> assignments, const Actor& who = {},
                         const std::string& reason = {});
  // Removes the first ones and saves the second ones, in one transaction. Errors: as for saveAssignments.
  Status replaceAssignments(std::span<const Assignment> before, std::span<const Assignment> after);
  // An assignment that would give a section that is begun to another reporter.
  struct Reassignment {
    std::size_t index = 0;  // among the assignments
    OrgUnitId from;
    std::optional<SectionState> state;
  };
  Result<std::vector<Reassignment>> reassignments(std::span<const Assignment> assignments);
  Result<std::vector<Assignment>> assignments(const PeriodId& period);
  // The unit that reports the section; empty if it is not assigned.
  Result<OrgUnitId> reporter(const SectionKey& key);
  Status forEachAssignment(const PeriodId& period, const std::function<void(const Assignment&)>& visit);

  // Creates an empty draft if the section has no row yet. The caller applies the draft's starting values as changes. A
  // draft, or a returned section, of a lower version or of another content of the definition gets this one; the caller
  // then moves its values along.
  // Errors: those of permits, for edit, if the section is neither begun nor received
  Result<SectionHeader> openSection(const SectionKey& key, const SectionDefinition& definition, const Actor& who = {});
  Result<std::optional<SectionHeader>> section(const SectionKey& key);
  Result<std::vector<SectionHeader>> sections(const PeriodId& period);  // in order of key
  Result<DraftContent> draft(const SectionKey& key);
  // Applies edits to a draft, with their journal entries, in one transaction: all of them, or none if one is in
  // conflict. Outcomes are in the order of the changes. Values by address:
  //   a field, a cell             encodeValue
  //   a row                       its position; "" removes the row with its cells
  //   a table, a group            "nothing" or ""
  //   a paragraph                 encodeParagraph
  //   an explanation, a kept value
  // Errors:
  //   section.not-begun           the section has no row
  //   section.locked              the section is neither draft nor returned; the other errors of permits, for edit
  //   values.unknown-field        a draft has no values at such an address
  Result<ApplyOutcome> apply(const SectionKey& key, const Change& change);
  Result<std::vector<ApplyOutcome>> apply(const SectionKey& key, std::span<const Change> changes);
  // Who last changed the section's state, and when, in the form used in messages: "Nguyễn Văn A, 16:14 28/08/2023".
  Result<std::string> lastTransition(const SectionKey& key);
  // Makes a transition with its journal entry, in one transaction. `decidedBy`: who decided, if `who` only applies the
  // decision; an entry for it precedes the transition's. Errors:
  //   section.not-begun           the section has neither a row nor a submission
  //   those of permits
  Result<SectionHeader> transition(const SectionKey& key, DeskCommand command, const Actor& who,
                                   const std::string& reason, const std::string& decidedBy = {});

  // Makes the transition `issue` of each section, and keeps what shaped their report, in one transaction. The revision
  // of `report` is set here. A later reopening of one of its sections is noted in it. Errors: those of transition.
  Status issueSections(std::span<const SectionKey> sections, const IssuedReport& report);
  // Keeps that a person has the report issued without the sections; what was kept before no longer counts.
  // Errors: those of permits (model/permits.h) for the command issue.
  Status confirmMissing(const ConfirmedMissing& confirmed);
  // The last one of the unit and period.
  Result<std::optional<ConfirmedMissing>> confirmedMissing(const OrgUnitId& unit, const PeriodId& period);
  // Makes the transition `consolidate` of those of the sections that are accepted, and then calls `finish`, in one
  // transaction: if that fails, no state has changed. Errors: those of permits and of `finish`.
  struct NotConsolidated {            // sections that stay as they are
    std::vector<SectionKey> held;     // somebody else holds them in a shared store
    std::vector<SectionKey> altered;  // their journal does not say that they were accepted
  };
  Result<NotConsolidated> consolidateSections(std::span<const SectionKey> sections, const Actor& who,
                                              const std::function<Status()>& finish);
  // The issued reports of a unit and period, the latest first; their files without content.
  Result<std::vector<IssuedReport>> issuedReports(const OrgUnitId& unit, const PeriodId& period);
  // What was kept under this digest for an issued report. Error store.damaged: it is not what the digest says.
  Result<std::optional<std::string>> keptFile(const std::string& digest);

  struct JournalEntry {
    long long sequence = 0;
    Change change;
    std::string previousDigest, digest;  // chained by SHA-256
  };
  // The journal of a section, oldest first.
  Result<std::vector<JournalEntry>> journal(const SectionKey& key);
  struct SectionEvent {
    SectionKey section;
    JournalEntry entry;
  };
  // The journal entries of a period about submissions, of these kinds; in order of definition, unit and sequence.
  Result<std::vector<SectionEvent>> events(const PeriodId& period, std::span<const SubmissionEvent::Kind> kinds);
  // Every section with a journal entry, a row, a draft value, or a submission made here; in order of period, definition
  // and unit.
  Result<std::vector<SectionKey>> journaledSections();
  // Recomputes the chain, and the draft from the journal. Findings, all of severity error:
  //   journal.changed     an entry does not match its digest
  //   journal.missing     entries are missing between others
  //   journal.order       an entry does not follow the one before it
  //   journal.head        entries are missing at the end
  //   journal.value       the draft has a value that is not in the journal
  //   journal.state       the section's state differs from that in the journal
  //   journal.submission  a revision was submitted from here after an entry that does not exist
  //   journal.gone        the same, and the section has no entry at all
  //   journal.unsent      a revision that the section or its journal records as submitted does not exist
  //   journal.definition         the section has another definition than the submission that it counts
  //   journal.submission-state   the state of a submission differs from that in the journal
  Result<std::vector<Finding>> verifyJournal(const SectionKey& key);
  // What the journal of a section says of its submissions: of each that was received with an entry, as all programs
  // since schema 3 write it.
  struct JournaledSubmission {
    int revision = 0;
    std::string digest;
    SubmissionState state = SubmissionState::submitted;
    Time receivedAt{};
  };
  Result<std::vector<JournaledSubmission>> journaledSubmissions(const SectionKey& key);  // in order of revision, digest
  // SQLite's own check of the file; PostgreSQL checks its files itself. Error: store.damaged.
  Status checkIntegrity();

  // The outcome of receiving one submission.
  enum class Received : unsigned char {
    stored,
    known,       // the same package was received before; nothing was done
    rival,       // stored in addition to another package of its revision, which counts
    afterIssue,  // stored; waits until its issued section is reopened
    nowSigned    // the same package was received before without a signature
  };
  // Receives submissions in one transaction, on behalf of `who`. At most 256 per call. Each new one gets a journal
  // entry, which may be the first of its section. Outcomes are in the order of the submissions. `command`: submit for
  // one that is made here.
  // Errors: those of permits, for a section that has a row
  Result<std::vector<Received>> receiveSubmissions(std::span<const StoredSubmission> submissions, const Actor& who,
                                                   DeskCommand command = DeskCommand::receive);
  // The submission that counts for a revision; 0: for the latest revision. nullopt also if revision 0 is asked and the
  // latest was discarded or withdrawn: an earlier one does not count in its place.
  Result<std::optional<StoredSubmission>> submission(const SectionKey& key, int revision);
  // What the office found in the package of a submission.
  struct Examined {
    int revision = 0;
    std::string digest, signer, checkedBy, contribution, findings;
  };
  // Accepts the submission. `examined` replaces the columns of its row, and any other submission of its revision
  // becomes a rival.
  // Errors:
  //   submission.rivals       nobody has chosen between several packages of the revision
  //   section.not-received    the submission does not exist
  //   those of permits
  Status acceptSubmission(const SectionKey& key, const Examined& examined, const Actor& who);
  // Accepts or returns the submission. `decidedBy` as in transition().
  // Errors:
  //   section.not-received    the section was not received
  //   those of permits
  Status setSubmissionState(const SectionKey& key, int revision, SubmissionState state, const Actor& who,
                            const std::string& reason, std::span<const Remark> remarks = {},
                            const std::string& decidedBy = {});
  // The office's remarks on places of the section from the last return. None once the section has been submitted again.
  Result<std::vector<Remark>> remarks(const SectionKey& key);
  // Every submission of the section, without its package: the latest revision first, and within a revision the one that
  // counts first.
  Result<std::vector<StoredSubmission>> history(const SectionKey& key);
  // Makes another package of the same revision count, as if it had just been received; the one that counted becomes a
  // rival. A discarded one may be chosen too. `digest`: enough of its first characters to distinguish it from the
  // others. Errors:
  //   submission.unknown      no package or section matches
  //   submission.ambiguous    several packages match
  //   submission.withdrawn    its reporter has withdrawn it
  //   choose.earlier          a later revision counts
  //   those of permits
  Status chooseSubmission(const SectionKey& key, const std::string& digest, const Actor& who);
  // Takes the last submission back: it no longer counts, and its revision is used up.
  // Errors:
  //   withdraw.received       the office has received it: its receipt is here
  //   those of permits
  Status withdrawSubmission(const SectionKey& key, const Actor& who);
  // Takes one submission out of consideration; it is kept, marked as discarded. If it is the one that counts, the
  // section is as if nothing had been received: earlier revisions do not count again. `digest` as for chooseSubmission;
  // empty: the submission that counts for `revision` (0: the latest).
  // Errors:
  //   submission.unknown, submission.ambiguous, submission.no-revision, section.not-received
  //   submission.discarded    it was discarded before
  //   submission.withdrawn    its reporter has withdrawn it
  //   those of permits
  Status discardSubmission(const SectionKey& key, const std::string& digest, int revision, const std::string& reason,
                           const Actor& who);
  // A revision that the office itself makes of a section: changes of the draft, which then holds what the package has,
  // and the submission. `header.journalHead` of the submission is the head of the journal that it was made from.
  struct OfficeRevision {
    const SectionDefinition* definition = nullptr;
    std::vector<Change> changes;
    StoredSubmission submission;
  };
  // Enters for a unit (DeskCommand::enterFor): the section becomes submitted. All in one transaction, or nothing.
  // Errors:
  //   section.changed-meanwhile   somebody has changed or sent the section since it was read
  //   those of permits
  Status enterSubmission(const OfficeRevision& revision, const Actor& who);
  // Amends the heading (DeskCommand::amendHeading): returns with `reason`, edits, submits and accepts, likewise.
  Status amendSubmission(const OfficeRevision& revision, const Examined& examined, const std::string& reason,
                         const Actor& who);
  // Sections of the period whose latest revision has several packages between which nobody has chosen; in order of
  // definition and unit.
  Result<std::vector<SectionKey>> undecidedSections(const PeriodId& period);

  struct SubmissionFilter {
    PeriodId period;
    DefinitionId definition;         // empty: all definitions
    bool includeUnreviewed = false;  // submitted ones as well as accepted ones
    bool packages = true;            // false: package, contribution and findings are left empty
    std::string checkedBy;           // one whose checkedBy begins with these 32 is given without its package …
    OrgUnitId whole;                 // … unless it belongs to this unit
    bool othersMayWrite = false;     // … or is not yet accepted, since a department may have written the row itself
    bool wholeOnly = false;          // only the submissions of the unit `whole`
  };
  struct ListedSubmission : StoredSubmission {
    // With packages: the journal says the same of its receipt and its state. Otherwise journaledSubmissions() tells.
    bool journaled = false;
  };
  // The latest revision of every section that the filter selects, in order of definition and unit. The argument of
  // `visit` is borrowed for the call; its first error ends the iteration.
  Status forEachSubmission(const SubmissionFilter& filter, const std::function<Status(const ListedSubmission&)>& visit);
  // Every submission of a period, or of all periods if `period` is empty, with its package: in order of period,
  // definition, unit and revision. A damaged package is given as a text that no reader takes.
  Status forEachPackage(const PeriodId& period, const std::function<Status(const StoredSubmission&)>& visit);

  // The office's receipt of a submission that was made here.
  struct SubmissionReceipt {
    int revision = 0;
    std::string digest, result;
    Time at{};
    std::string by, signer;  // signer: empty if not signed
  };
  // Returns whether it had been saved before. A receipt of a package that waits gives way to any other of it.
  Result<bool> saveReceipt(const SectionKey& key, const SubmissionReceipt& receipt);
  Result<std::vector<SubmissionReceipt>> receipts(const SectionKey& key);  // latest revision first

  Status saveAttachment(const AttachmentBytes& attachment);
  Result<std::optional<std::string>> attachment(const std::string& digest);

  // When the last entry of any journal was written; nullopt: there is none, or the store is shared, where the server's
  // clock counts.
  Result<std::optional<Time>> lastEntryAt();
  // Copies a SQLite store, which may be in use, to `target`, for its owner alone. `replace`: an existing file is
  // replaced once the copy is complete.
  // Errors:
  //   store.backup-postgresql   PostgreSQL has its own means
  //   store.backup-exists       the target exists, and `replace` is not set; or it is the store itself
  //   store.backup-failed       the copy cannot be written
  Status backup(const std::filesystem::path& target, bool replace = false);

  struct Session;  // private to store/: session.h

 private:
  explicit Store(std::unique_ptr<Session> session);
  std::unique_ptr<Session> session_;
};

}  // namespace cchc
