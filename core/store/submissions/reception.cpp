#include "core/store/submissions/reception.h"

#include "core/base/digest.h"
#include "core/store/journal_chain.h"
#include "core/store/received_section.h"
#include "core/store/section_row.h"

namespace cchc::store {

using soci::into;
using soci::use;

namespace {

SubmissionEvent::Kind kindOf(Store::Received outcome) {
  switch (outcome) {
    case Store::Received::rival:
      return SubmissionEvent::Kind::rival;
    case Store::Received::nowSigned:
      return SubmissionEvent::Kind::nowSigned;
    default:
      return SubmissionEvent::Kind::received;
  }
}

SubmissionEvent eventOf(const StoredSubmission& submission, Store::Received outcome) {
  const auto& header = submission.header;
  return {kindOf(outcome), header.contentDigest + (header.signer.empty() ? "" : " " + header.signer)};
}

}  // namespace

Reception::Reception(Store::Session& session, const Actor& who, DeskCommand command)
    : session_(session),
      who_(who),
      command_(command),
      count_((session.sql.prepare
                  << "SELECT (SELECT count(*) FROM section WHERE period = :p AND definition = :d AND unit = :u), "
                     "(SELECT count(*) FROM submission WHERE period = :p2 AND definition = :d2 AND unit = :u2 AND "
                     "revision = :r), "
                     "(SELECT count(*) FROM change WHERE period = :p3 AND definition = :d3 AND unit = :u3)",
              use(row_.period), use(row_.definition), use(row_.unit), use(row_.period), use(row_.definition),
              use(row_.unit), use(row_.revision), use(row_.period), use(row_.definition), use(row_.unit),
              into(sections_), into(sameRevision_), into(entries_))),
      insert_(
          (row_.use((session.sql.prepare
                         << "INSERT INTO submission (period, " + std::string(SubmissionRow::columns) +
                                ", checked_by, contribution, findings, package) VALUES (:period, :definition, :unit, "
                                ":revision, :digest, :reporter, :version, :defdigest, :head, :submitted, :who, "
                                ":login, :station, :signer, :state, :received, :checked, :contribution, :findings, "
                                ":package) ON CONFLICT DO NOTHING",
                     use(row_.period))),
           use(row_.checkedBy), use(row_.contribution), use(row_.findings), use(row_.package))),
      // The first journal entry of a section that was unknown so far, which is the usual case.
      begin_((session.sql.prepare
                  << "INSERT INTO change (period, definition, unit, seq, id, place, old_value, new_value, who, login, "
                     "station, at, previous_digest, "
                     "digest) VALUES (:p, :d, :u, 1, :id, :place, '', :new, :name, :login, :station, :at, '', :digest)",
              use(row_.period), use(row_.definition), use(row_.unit), use(id_), use(place_), use(what_), use(who_.name),
              use(who_.login), use(who_.station), use(at_), use(entry_))) {}

Result<Store::Received> Reception::receive(const StoredSubmission& submission) {
  if (command_ == DeskCommand::receive)
    CCHC_CHECK(permits(who_.desk, command_, std::optional(submission.header.reporter)));
  row_.set(submission);
  count_.execute(true);
  if (command_ != DeskCommand::receive && sections_ == 0)
    CCHC_CHECK(permits(who_.desk, command_, submission.header.reporter, std::nullopt));
  if (sameRevision_ > 0) row_.state = static_cast<int>(SubmissionState::rival);
  insert_.execute(true);
  auto outcome = sameRevision_ > 0 ? Store::Received::rival : Store::Received::stored;
  if (insert_.get_affected_rows() == 0) {
    if (!addSignature(submission)) return Store::Received::known;
    outcome = Store::Received::nowSigned;
  }
  if (sections_ == 0 && entries_ == 0) {
    beginJournal(submission, outcome);
    return outcome;
  }
  auto header = sections_ > 0 ? store::sectionRow(session_, submission.header.key, true)
                              : store::receivedHeader(session_, submission.header.key);
  if (!header) return outcome;
  return update(*header, submission, outcome);
}

// Replaces an unsigned package with the same package with a signature, whatever was decided about it; returns whether
// it did. A submission that was made here keeps its empty checked_by.
bool Reception::addSignature(const StoredSubmission& submission) {
  if (submission.header.signer.empty()) return false;
  // Whoever sends a signed package again need not be allowed to change it.
  int isUnsigned = 0;
  session_.sql << "SELECT count(*) FROM submission WHERE period = :p AND definition = :d AND unit = :u AND revision = "
                  ":r AND digest = :digest AND signer = ''",
      use(row_.period), use(row_.definition), use(row_.unit), use(row_.revision), use(row_.digest), into(isUnsigned);
  if (isUnsigned == 0) return false;
  soci::statement update =
      (session_.sql.prepare << "UPDATE submission SET signer = :signer, package = :package, checked_by = CASE "
                               "checked_by WHEN '' THEN '' ELSE :checked END, contribution = :contribution, "
                               "findings = :findings WHERE period = :p AND definition = :d AND unit = :u AND "
                               "revision = :r AND digest = :digest AND "
                               "signer = ''",
       use(row_.signer), use(row_.package), use(row_.checkedBy), use(row_.contribution), use(row_.findings),
       use(row_.period), use(row_.definition), use(row_.unit), use(row_.revision), use(row_.digest));
  update.execute(true);
  return update.get_affected_rows() > 0;
}

void Reception::beginJournal(const StoredSubmission& submission, Store::Received outcome) {
  const auto now = session_.clock->now();
  const auto address = Address::ofSubmission(submission.header.revision);
  id_ = newId(), place_ = addressText(address), what_ = submissionEventText(eventOf(submission, outcome)),
  at_ = timeText(now);
  entry_ = store::journalDigest("", submission.header.key, {id_, address, "", what_, who_, now});
  begin_.execute(true);
}

// A section that has a row becomes submitted again, whatever its state was. A submission of an older revision changes
// nothing, and one received after the report was issued waits until the section is reopened.
Result<Store::Received> Reception::update(SectionHeader& header, const StoredSubmission& submission,
                                          Store::Received outcome) {
  const auto& of = submission.header;
  store::journalSubmission(session_, header, of.revision, eventOf(submission, outcome), who_);
  if (sections_ == 0) return outcome;
  const bool newer = outcome == Store::Received::stored && of.revision >= header.revision;
  if (newer && command_ != DeskCommand::receive) CCHC_CHECK(permitted(session_, header, command_, who_));
  if (!newer || header.state == SectionState::issued) {
    store::writeSectionRow(session_.sql, header);
    return newer ? Store::Received::afterIssue : outcome;
  }
  header.revision = of.revision;
  header.definitionVersion = of.definitionVersion;
  header.definitionDigest = of.definitionDigest;
  CCHC_CHECK(store::makeTransition(session_, header, command_, who_, ""));
  return outcome;
}

}  // namespace cchc::store
