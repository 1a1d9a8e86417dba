// The store: what is edited as rows, what is final as documents. Local SQLite file, or PostgreSQL shared by several
// people. Hides SOCI: no SOCI row leaves this folder. One Store is one database session and belongs to one thread.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/store_address.h"
#include "core/definition/read_definition.h"
#include "core/model/finding.h"
#include "core/model/org_unit.h"
#include "core/model/section.h"
#include "core/model/submission.h"

namespace cchc {

struct ApplyOutcome {
  bool applied = false;   // also true when the change id was applied before
  bool before = false;    // it was
  bool conflict = false;  // another value is there: `other`, by `by`
  std::string other;      // on conflict: the value that is there
  Actor by;               // … and who put it there
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
  // `address`: a path of a SQLite file (made when absent), or "postgresql://…". Migrates an older schema forward after
  // a backup. A file that may not be written is read as it is now: readOnly(). Errors, kind failure: store.newer (made
  // by a newer program: nothing is touched), store.network-share, store.full, store.not-a-store, store.open with the
  // system's reason; store.gone-with-backup (emptied or taken away, and its daily copies are there). Every
  // store.damaged, here and below, becomes store.damaged-with-backup where there is a sound copy.
  static Result<Store> open(const std::string& address, const Clock& clock);
  static constexpr int schemaVersion = 5;
  // The same store again, where its connection was lost (store.connection-lost), or another file lies in its place
  // (store.replaced, which every write answers then). store.open when it is not back.
  Status reconnect();
  // Everything that writes answers store.read-only.
  bool readOnly() const;
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // What whoever opened the store may do in it: on PostgreSQL by membership in the roles of
  // installer/postgresql/roles.sql; all where there are none.
  Result<Roles> roles();
  // As whom the database knows whoever opened it; "" for a file.
  Result<std::string> login();
  // Key, state and revision of the sections of others, of which a department may know no more in a shared store.
  Result<std::vector<SectionHeader>> hiddenSections(const PeriodId& period);

  // Definitions ever used, by digest.
  Status putDefinition(const SectionDefinition& definition);
  Result<std::optional<std::string>> definitionXml(const std::string& digest);

  Status putUnits(std::span<const OrgUnit> units);                       // adds or changes
  Result<std::vector<OrgUnit>> units();                                  // by code
  Status forEachUnit(const std::function<void(const OrgUnit&)>& visit);  // by code; borrowed for the call
  Result<std::optional<OrgUnit>> unit(const OrgUnitId& id);
  Status putPeriods(std::span<const Period> periods);
  Result<std::vector<Period>> periods();
  Status putAssignments(std::span<const Assignment> assignments);
  Result<std::vector<Assignment>> assignments(const PeriodId& period);  // by definition and subject
  Status forEachAssignment(const PeriodId& period, const std::function<void(const Assignment&)>& visit);

  // Sections. openSection makes the draft when there is none (its starting values are given as changes by the caller).
  Result<SectionHeader> openSection(const SectionKey& key, const SectionDefinition& definition);
  Result<std::optional<SectionHeader>> section(const SectionKey& key);
  Result<std::vector<SectionHeader>> sections(const PeriodId& period);
  Result<DraftContent> draft(const SectionKey& key);
  // section.locked unless the section may be edited (draft, returned). Applies one edit to a draft with its journal
  // entry in one transaction. A change whose `oldValue` is not what is there is a conflict and changes nothing.
  // Idempotent by id. Places: a field, a cell, "table[row]" (value = position; "" removes it with its cells), "table"
  // ("nothing" or ""), "¶id", "#code@place" (a comment), "group:id", "kept:place".
  Result<ApplyOutcome> apply(const SectionKey& key, const Change& change);
  // Several in one transaction: all or nothing.
  Result<std::vector<ApplyOutcome>> apply(const SectionKey& key, std::span<const Change> changes);
  // Who put the section into its state, and when, as refusals tell it.
  Result<std::string> lastMove(const SectionKey& key);
  // A state transition with its journal entry, in one transaction. section.transition and section.role when not
  // permitted. `decidedBy`: who decided, where `who` only takes it in; journalled before it.
  Result<SectionHeader> transition(const SectionKey& key, SectionAction action, const Actor& who,
                                   const std::string& reason, const std::string& decidedBy = {});
  // The journal of a section, oldest first.
  struct JournalEntry {
    long long sequence = 0;
    Change change;
    std::string previousDigest, digest;  // chain by SHA-256
  };
  Result<std::vector<JournalEntry>> journal(const SectionKey& key);
  // Every section that has an entry, a row, a value or a submission made here, in order of period, definition and unit.
  Result<std::vector<SectionKey>> journaled();
  // Works the chain out again, and the draft from it. Findings, all errors: journal.changed, journal.missing,
  // journal.order, journal.head (entries cut off at the end), journal.value (the draft holds what the journal does not
  // say), journal.state (its state is not what the journal says), journal.submission (a revision was submitted from
  // here after an entry that is not there), journal.gone (… and nothing of the section is there), journal.unsent (the
  // revision that it says was submitted is not there).
  Result<std::vector<Finding>> verifyJournal(const SectionKey& key);
  // SQLite's own check of the file: store.damaged. PostgreSQL looks after its own.
  Status integrity();

  // Submissions. Taking in the same package again changes nothing: the outcome says `known`.
  // rival: kept beside another package of its revision, which counts. afterIssue: kept, and taken up when its issued
  // section is reopened. nowSigned: was there already, without the signature that it has now.
  enum class Taken : unsigned char { stored, known, rival, afterIssue, nowSigned };
  // One transaction for the whole span (at most 256 are committed at a time: the caller's batch). Same order as given.
  // `who` takes them in: each that is new has its journal entry, with which the journal of a section begins that
  // nothing else is known of.
  Result<std::vector<Taken>> putSubmissions(std::span<const StoredSubmission> submissions, const Actor& who);
  Result<std::optional<StoredSubmission>> submission(const SectionKey& key, int revision);  // revision 0: the latest
  // What the office found when it read a submission's package, which alone counts.
  struct Examined {
    int revision = 0;
    std::string digest, signer, checkedBy, contribution, findings;
  };
  // Accepts the submission and puts these in place of what its row says. Any other of its revision becomes a rival.
  // submission.rivals: not while nobody has chosen between packages of the revision. section.not-received,
  // section.transition.
  Status acceptSubmission(const SectionKey& key, const Examined& examined, const Actor& who);
  // `decidedBy`: who decided, where `who` only takes it in.
  Status setSubmissionState(const SectionKey& key, int revision, SubmissionState state, const Actor& who,
                            const std::string& reason, std::span<const Remark> remarks = {},
                            const std::string& decidedBy = {});
  // What the office said of places when it last returned the section, while that is being mended: none once it is
  // submitted again.
  Result<std::vector<Remark>> remarks(const SectionKey& key);
  // Every submission of a section that ever came in, without its package: latest revision first; of one revision, the
  // one that counts first.
  Result<std::vector<StoredSubmission>> history(const SectionKey& key);
  // Lets another package of the same revision count, as if it had come in now; the present one becomes the rival.
  // `digest`: enough of its beginning to mean one. submission.unknown, submission.ambiguous, section.transition.
  Status chooseSubmission(const SectionKey& key, const std::string& digest, const Actor& who);
  // Sections of the period whose latest revision has several packages, and nobody has chosen between them; in order.
  Result<std::vector<SectionKey>> undecided(const PeriodId& period);
  // The latest revision of every section of the period with the given definition (empty: all) whose state is accepted
  // (or also submitted), in order of (definition, unit): calls `visit` for each; the package text is borrowed for the
  // call. Stops at the first error. `packages` false: metadata only (an empty package, an empty contribution). A
  // submission whose contribution was worked out by `checkedBy` comes without its package too, unless it is `whole`'s
  // own.
  struct SubmissionFilter {
    PeriodId period;
    DefinitionId definition;
    bool includeUnreviewed = false;
    bool packages = true;
    std::string checkedBy;
    OrgUnitId whole;
    bool anyonesRows =
        false;  // a department may have written rows itself: only an accepted one comes without its package
  };
  // Every submission there is of a period or, with an empty one, of all, each with its package: in order of period,
  // definition, unit, revision.
  Status forEachRow(const PeriodId& period, const std::function<Status(const StoredSubmission&)>& visit);
  Status forEachSubmission(const SubmissionFilter& filter, const std::function<Status(const StoredSubmission&)>& visit);

  // The office's receipts of what was submitted from here.
  struct KeptReceipt {
    int revision = 0;
    std::string digest, result;
    Time at{};
    std::string by, signer;  // signer: empty when not signed
  };
  Result<bool> putReceipt(const SectionKey& key, const KeptReceipt& receipt);  // true: it was there already
  Result<std::vector<KeptReceipt>> receipts(const SectionKey& key);            // latest revision first

  Status putAttachment(const AttachmentBytes& attachment);
  Result<std::optional<std::string>> attachment(const std::string& digest);

  Status backup(const std::filesystem::path& target);  // while in use

  struct Session;  // the folder's own: session.h

 private:
  explicit Store(std::unique_ptr<Session> session);
  std::unique_ptr<Session> session_;
};

}  // namespace cchc
