// The store: what is edited is rows, what is final is documents. A SQLite file on this PC, or PostgreSQL shared by
// several people. Hides SOCI: no SOCI row leaves this folder.
//
// One Store is one database session and belongs to one thread. What reads or writes may fail with one of these, of kind
// failure:
//   store.busy, store.full, store.denied, store.failed
//   store.read-only          something is written to a store that may only be read
//   store.connection-lost    reconnect() may help
//   store.replaced           something is written, and another file lies where the store's lay; reconnect() opens it
//   store.damaged            becomes store.damaged-with-backup where there is a sound daily copy
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
#include "core/model/org_unit.h"
#include "core/model/section.h"
#include "core/model/submission.h"

namespace cchc {

// What became of one change.
struct ApplyOutcome {
  bool applied = false;        // the change is in the draft
  bool appliedBefore = false;  // a change of this id was applied before, and nothing was done
  bool conflict = false;       // the draft has another value than the change's `oldValue`
  std::string other;           // on conflict: the value that the draft has
  Actor by;                    // on conflict: who wrote it
};

struct DraftValue {
  std::string place, value;  // Place text of a field or cell; encodeValue
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
  static constexpr int schemaVersion = 5;
  // `address`: the path of a SQLite file, which is made when absent, or "postgresql://…". A store of an older version
  // is moved forward, after a copy of a SQLite file. A file that may not be written is read from a copy: readOnly().
  // Errors, of kind failure:
  //   store.open              the system cannot open it; gives the reason
  //   store.password, store.network-share, store.no-folder, store.backup-failed
  //   store.not-a-store       it is something else than a store
  //   store.newer             a newer program made it; nothing is written
  //   store.gone-with-backup  the file is missing or empty, and there is a sound daily copy
  static Result<Store> open(const std::string& address, const Clock& clock);
  // Opens the same store again, after store.connection-lost or store.replaced.
  // Error store.open: it is not there.
  Status reconnect();
  bool readOnly() const;
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // The roles of whoever opened the store: on PostgreSQL by membership in the roles of installer/postgresql/roles.sql;
  // all roles where those do not exist, and for a file.
  Result<Roles> roles();
  // The database's name for whoever opened the store; "" for a file.
  Result<std::string> login();
  // Key, state and revision of the sections of other units, of which a department may see no more in a shared store.
  Result<std::vector<SectionHeader>> hiddenSections(const PeriodId& period);

  // Every definition that was ever used is kept, by digest.
  Status saveDefinition(const SectionDefinition& definition);
  Result<std::optional<std::string>> definitionXml(const std::string& digest);

  // What is saved replaces what has the same id. Lists are in order of code; periods are in order of their days,
  // assignments in order of definition and subject. What a visitor is given is borrowed for the call.
  Status saveUnits(std::span<const OrgUnit> units);
  Result<std::vector<OrgUnit>> units();
  Status forEachUnit(const std::function<void(const OrgUnit&)>& visit);
  Result<std::optional<OrgUnit>> unit(const OrgUnitId& id);
  Status savePeriods(std::span<const Period> periods);
  Result<std::vector<Period>> periods();
  Status saveAssignments(std::span<const Assignment> assignments);
  Result<std::vector<Assignment>> assignments(const PeriodId& period);
  Status forEachAssignment(const PeriodId& period, const std::function<void(const Assignment&)>& visit);

  // Makes an empty draft where the section has no row yet. The caller applies the draft's starting values as changes.
  Result<SectionHeader> openSection(const SectionKey& key, const SectionDefinition& definition);
  Result<std::optional<SectionHeader>> section(const SectionKey& key);
  Result<std::vector<SectionHeader>> sections(const PeriodId& period);  // in order of key
  Result<DraftContent> draft(const SectionKey& key);
  // Applies edits to a draft, with their journal entries, in one transaction: all of them, or none where one is in
  // conflict. Outcomes are in the order of the changes. Places:
  //   a field or a cell
  //   "table[row]"                value: the row's position; "" removes the row with its cells
  //   "table", "group:id"         value: "nothing" or ""
  //   "¶id", "kept:place"
  //   "#code@place"               an explanation
  // Errors:
  //   section.not-begun           the section has no row
  //   section.locked              the section is neither a draft nor returned; section.role, section.no-role
  Result<ApplyOutcome> apply(const SectionKey& key, const Change& change);
  Result<std::vector<ApplyOutcome>> apply(const SectionKey& key, std::span<const Change> changes);
  // Who brought the section into its state, and when, as messages say it: "Nguyễn Văn A, 16:14 28/08/2023".
  Result<std::string> lastTransition(const SectionKey& key);
  // Makes a transition with its journal entry, in one transaction. `decidedBy`: who decided, where `who` only applies
  // the decision; it is journalled before. Errors:
  //   section.not-begun           neither a row nor a submission of the section exists
  //   section.transition          the action is not permitted in this state
  //   section.role, section.no-role
  Result<SectionHeader> transition(const SectionKey& key, SectionAction action, const Actor& who,
                                   const std::string& reason, const std::string& decidedBy = {});

  struct JournalEntry {
    long long sequence = 0;
    Change change;
    std::string previousDigest, digest;  // chained by SHA-256
  };
  // The journal of a section, oldest first.
  Result<std::vector<JournalEntry>> journal(const SectionKey& key);
  // Every section with a journal entry, a row, a draft value, or a submission made here; in order of period, definition
  // and unit.
  Result<std::vector<SectionKey>> journaledSections();
  // Computes the chain again, and the draft from the journal. Findings, all of severity error:
  //   journal.changed     an entry is not what its digest says
  //   journal.missing     entries are missing between others
  //   journal.order       an entry does not follow the one before
  //   journal.head        entries are missing at the end
  //   journal.value       the draft has a value that the journal does not have
  //   journal.state       the section's state is not that of the journal
  //   journal.submission  a revision was submitted from here after an entry that does not exist
  //   journal.gone        the same, and the section has no entry at all
  //   journal.unsent      the revision that the section says was submitted does not exist
  Result<std::vector<Finding>> verifyJournal(const SectionKey& key);
  // SQLite's own check of the file; PostgreSQL checks its files itself. Error: store.damaged.
  Status checkIntegrity();

  // What became of one received submission.
  enum class Received : unsigned char {
    stored,
    known,       // the same package was received before; nothing was done
    rival,       // stored beside another package of its revision, which counts
    afterIssue,  // stored; it waits until its section, which is issued, is reopened
    nowSigned    // the same package was received before without the signature that it has now
  };
  // Receives submissions in one transaction, on behalf of `who`. The caller gives at most 256 at a time. Each new one
  // gets a journal entry, which may be the first of its section. Outcomes are in the order of the submissions.
  Result<std::vector<Received>> receiveSubmissions(std::span<const StoredSubmission> submissions, const Actor& who);
  // The submission that counts of a revision; of the latest one for revision 0.
  Result<std::optional<StoredSubmission>> submission(const SectionKey& key, int revision);
  // What the office found when it read the package of a submission.
  struct Examined {
    int revision = 0;
    std::string digest, signer, checkedBy, contribution, findings;
  };
  // Accepts the submission. `examined` replaces what its row says, and any other submission of its revision becomes a
  // rival.
  // Errors:
  //   submission.rivals       nobody has chosen between several packages of the revision
  //   section.not-received    the submission does not exist
  //   section.transition, section.role, section.no-role
  Status acceptSubmission(const SectionKey& key, const Examined& examined, const Actor& who);
  // Accepts or returns the submission. `decidedBy` as in transition().
  // Errors:
  //   section.not-received    the section was not received
  //   section.transition, section.role, section.no-role
  Status setSubmissionState(const SectionKey& key, int revision, SubmissionState state, const Actor& who,
                            const std::string& reason, std::span<const Remark> remarks = {},
                            const std::string& decidedBy = {});
  // The office's remarks on single places from when it last returned the section. None once the section is submitted
  // again.
  Result<std::vector<Remark>> remarks(const SectionKey& key);
  // Every submission of the section, without its package: the latest revision first, and of one revision the one that
  // counts first.
  Result<std::vector<StoredSubmission>> history(const SectionKey& key);
  // Makes another package of the same revision count, as if it was received now; the one that counted becomes a rival.
  // `digest`: as many of its first characters as tell it from the others.
  // Errors:
  //   submission.unknown      no package, or no section, is meant
  //   submission.ambiguous    several packages are meant
  //   section.transition, section.role, section.no-role
  Status chooseSubmission(const SectionKey& key, const std::string& digest, const Actor& who);
  // Sections of the period whose latest revision has several packages between which nobody has chosen; in order of
  // definition and unit.
  Result<std::vector<SectionKey>> undecidedSections(const PeriodId& period);

  struct SubmissionFilter {
    PeriodId period;
    DefinitionId definition;         // empty: all definitions
    bool includeUnreviewed = false;  // submitted ones as well as accepted ones
    bool packages = true;            // false: package, contribution and findings are left empty
    std::string checkedBy;           // a submission whose contribution this computed comes without its package …
    OrgUnitId whole;                 // … unless it is of this unit
    bool othersMayWrite = false;     // … and unless it is not accepted: a department may have written the row itself
  };
  // The latest revision of every section that the filter selects, in order of definition and unit. What `visit` is
  // given is borrowed for the call; its first error ends this.
  Status forEachSubmission(const SubmissionFilter& filter, const std::function<Status(const StoredSubmission&)>& visit);
  // Every submission of a period, or of all where `period` is empty, with its package: in order of period, definition,
  // unit and revision. One whose package is damaged comes with an empty package.
  Status forEachPackage(const PeriodId& period, const std::function<Status(const StoredSubmission&)>& visit);

  // The office's receipt of a submission that was made here.
  struct SubmissionReceipt {
    int revision = 0;
    std::string digest, result;
    Time at{};
    std::string by, signer;  // signer: empty when not signed
  };
  // Answers whether it was saved before.
  Result<bool> saveReceipt(const SectionKey& key, const SubmissionReceipt& receipt);
  Result<std::vector<SubmissionReceipt>> receipts(const SectionKey& key);  // latest revision first

  Status saveAttachment(const AttachmentBytes& attachment);
  Result<std::optional<std::string>> attachment(const std::string& digest);

  // Copies a SQLite store to `target`, while it is in use.
  // Errors:
  //   store.backup-postgresql   PostgreSQL has its own means
  //   store.backup-exists       the target exists
  //   store.backup-failed       the copy cannot be written
  Status backup(const std::filesystem::path& target);

  struct Session;  // private to store/: session.h

 private:
  explicit Store(std::unique_ptr<Session> session);
  std::unique_ptr<Session> session_;
};

}  // namespace cchc
