// Taking submissions in: what each does to its section, with its journal entry.
#include "core/base/digest.h"
#include "core/store/submission_row.h"

namespace cchc {

using soci::into;
using soci::use;
using store::SubmissionRow;

namespace store {

std::string submissionPlace(int revision) { return "submission:" + std::to_string(revision); }

void lockRowless(Store::Session& session) {
  constexpr int ofReceiving = 7401;
  if (session.postgres) session.sql << "SELECT pg_advisory_xact_lock(" << ofReceiving << ")";
}

void noteSubmission(Store::Session& session, SectionHeader& header, int revision, const std::string& what,
                    const Actor& who) {
  header.headDigest = appendJournal(session.sql, header.key, header.headDigest,
                                    {newId(), submissionPlace(revision), "", what, who, session.clock->now()});
}

std::optional<SectionHeader> receivedHeader(Store::Session& session, const SectionKey& key) {
  SectionHeader header;
  header.key = key;
  session.sql << "SELECT definition_version, definition_digest, revision FROM submission WHERE period = :p AND "
                 "definition = :d AND unit = :u "
                 "AND state <> 3 ORDER BY revision DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(header.definitionVersion),
      into(header.definitionDigest), into(header.revision);
  if (!session.sql.got_data()) return std::nullopt;
  header.state = SectionState::submitted;
  session.sql
      << "SELECT digest FROM change WHERE period = :p AND definition = :d AND unit = :u ORDER BY seq DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(header.headDigest);
  return header;
}

Status takeUpNewer(Store::Session& session, SectionHeader& header, const Actor& who) {
  const auto newest = receivedHeader(session, header.key);
  if (!newest || newest->revision <= header.revision) return {};
  header.revision = newest->revision;
  header.definitionVersion = newest->definitionVersion;
  header.definitionDigest = newest->definitionDigest;
  return moveSection(session, header, SectionAction::receive, who, "");
}

Result<SectionHeader> headerToDecideOn(Store::Session& session, const SectionKey& key, int revision, const Actor& who) {
  auto header = sectionRow(session, key, true);
  if (!header) {
    lockRowless(session);
    header = receivedHeader(session, key);
  }
  if (!header || header->revision == 0) return fail("section.not-received", keyText(key));
  // One that came in while the report was issued, in a store where the section was reopened before it was taken up.
  if (header->revision < revision && header->state != SectionState::issued)
    CCHC_CHECK(takeUpNewer(session, *header, who));
  return *header;
}

int undecidedRivals(soci::session& sql, const SectionKey& key, int revision) {
  int rivals = 0;
  sql << "SELECT count(*) FROM submission WHERE period = :p AND definition = :d AND unit = :u AND revision = :r AND "
         "state = 3",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(revision), into(rivals);
  if (rivals == 0) return 0;
  // Whoever chose did so among those that were there then.
  std::string what;
  const auto place = submissionPlace(revision);
  bool chosen = false;
  soci::statement statement =
      (sql.prepare << "SELECT new_value FROM change WHERE period = :p AND definition = :d AND unit = :u AND place = "
                      ":place ORDER BY seq",
       use(key.period.value), use(key.definition.value), use(key.unit.value), use(place), into(what));
  statement.execute();
  while (statement.fetch()) {
    if (what.starts_with("chosen ")) chosen = true;
    if (what.starts_with("rival ")) chosen = false;
  }
  return chosen ? 0 : rivals;
}

}  // namespace store

namespace {

const char* wordOf(Store::Taken taken) {
  switch (taken) {
    case Store::Taken::rival:
      return "rival ";
    case Store::Taken::nowSigned:
      return "signed ";
    default:
      return "received ";
  }
}

class Reception {
 public:
  Reception(Store::Session& session, const Actor& who)
      : session_(session),
        who_(who),
        look_((session.sql.prepare
                   << "SELECT (SELECT count(*) FROM section WHERE period = :p AND definition = :d AND unit = :u), "
                      "(SELECT count(*) FROM submission WHERE period = :p2 AND definition = :d2 AND unit = :u2 AND "
                      "revision = :r), "
                      "(SELECT count(*) FROM change WHERE period = :p3 AND definition = :d3 AND unit = :u3)",
               use(row_.period), use(row_.definition), use(row_.unit), use(row_.period), use(row_.definition),
               use(row_.unit), use(row_.revision), use(row_.period), use(row_.definition), use(row_.unit),
               into(sections_), into(sameRevision_), into(entries_))),
        insert_((
            session.sql.prepare << "INSERT INTO submission (period, definition, unit, revision, digest, reporter, "
                                   "definition_version, definition_digest, journal_head, "
                                   "submitted_at, who, login, station, signer, state, received_at, checked_by, "
                                   "contribution, findings, package) VALUES (:period, :definition, "
                                   ":unit, :revision, :digest, :reporter, :version, :defdigest, :head, :submitted, "
                                   ":who, :login, :station, :signer, :state, "
                                   ":received, :checked, :contribution, :findings, :package) ON CONFLICT DO NOTHING",
            use(row_.period), use(row_.definition), use(row_.unit), use(row_.revision), use(row_.digest),
            use(row_.reporter), use(row_.definitionVersion), use(row_.definitionDigest), use(row_.journalHead),
            use(row_.submittedAt), use(row_.who), use(row_.login), use(row_.station), use(row_.signer), use(row_.state),
            use(row_.receivedAt), use(row_.checkedBy), use(row_.contribution), use(row_.findings), use(row_.package))),
        // Of a section that nothing was known of: most are, and it is the first entry of each.
        begin_(
            (session.sql.prepare
                 << "INSERT INTO change (period, definition, unit, seq, id, place, old_value, new_value, who, login, "
                    "station, at, previous_digest, "
                    "digest) VALUES (:p, :d, :u, 1, :id, :place, '', :new, :name, :login, :station, :at, '', :digest)",
             use(row_.period), use(row_.definition), use(row_.unit), use(id_), use(place_), use(what_), use(who_.name),
             use(who_.login), use(who_.station), use(at_), use(entry_))) {}

  Result<Store::Taken> take(const StoredSubmission& submission) {
    row_.take(submission);
    look_.execute(true);
    if (sameRevision_ > 0) row_.state = static_cast<int>(SubmissionState::rival);
    insert_.execute(true);
    auto taken = sameRevision_ > 0 ? Store::Taken::rival : Store::Taken::stored;
    if (insert_.get_affected_rows() == 0) {
      if (!gainsSignature(submission)) return Store::Taken::known;
      taken = Store::Taken::nowSigned;
    }
    if (sections_ == 0 && entries_ == 0) {
      begin(submission, taken);
      return taken;
    }
    auto header = sections_ > 0 ? store::sectionRow(session_, submission.header.key, true)
                                : store::receivedHeader(session_, submission.header.key);
    if (!header) return taken;
    return note(*header, submission, taken);
  }

 private:
  static std::string whatOf(const StoredSubmission& submission, Store::Taken taken) {
    const auto& header = submission.header;
    return wordOf(taken) + header.contentDigest + (header.signer.empty() ? "" : " " + header.signer);
  }

  // One that was made here stays so (an empty checked_by). The same package, signed now: it takes the unsigned one's
  // place, whatever was decided about it.
  bool gainsSignature(const StoredSubmission& submission) {
    if (submission.header.signer.empty()) return false;
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

  void begin(const StoredSubmission& submission, Store::Taken taken) {
    const auto now = session_.clock->now();
    id_ = newId(), place_ = store::submissionPlace(submission.header.revision), what_ = whatOf(submission, taken),
    at_ = timeText(now);
    entry_ = store::journalDigest("", submission.header.key, {id_, place_, "", what_, who_, now});
    begin_.execute(true);
  }

  // A section that has a row is submitted again, whatever stood there. An older revision is history; one that comes in
  // after the report was issued is kept, and taken up when the section is reopened.
  Result<Store::Taken> note(SectionHeader& header, const StoredSubmission& submission, Store::Taken taken) {
    const auto& of = submission.header;
    store::noteSubmission(session_, header, of.revision, whatOf(submission, taken), who_);
    if (sections_ == 0) return taken;
    const bool newer = taken == Store::Taken::stored && of.revision >= header.revision;
    if (!newer || header.state == SectionState::issued) {
      store::writeSectionRow(session_.sql, header);
      return newer ? Store::Taken::afterIssue : taken;
    }
    header.revision = of.revision;
    header.definitionVersion = of.definitionVersion;
    header.definitionDigest = of.definitionDigest;
    CCHC_CHECK(store::moveSection(session_, header, SectionAction::receive, who_, ""));
    return taken;
  }

  Store::Session& session_;
  Actor who_;
  SubmissionRow row_;
  int sections_ = 0, sameRevision_ = 0, entries_ = 0;
  std::string id_, place_, what_, at_, entry_;
  soci::statement look_, insert_, begin_;
};

}  // namespace

Result<std::vector<Store::Taken>> Store::putSubmissions(std::span<const StoredSubmission> submissions,
                                                        const Actor& who) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<Taken>> {
    std::vector<Taken> taken;
    if (submissions.empty()) return taken;
    store::Transaction transaction(session_->sql, session_->postgres);
    store::lockRowless(*session_);
    Reception reception(*session_, who);
    for (const auto& submission : submissions) {
      CCHC_TRY(const auto one, reception.take(submission));
      taken.push_back(one);
    }
    transaction.commit();
    return taken;
  });
}

}  // namespace cchc
