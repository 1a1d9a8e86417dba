// Submissions as received, byte for byte; the office's decisions on them; attachments.
#include "core/base/digest.h"
#include "core/store/journal_chain.h"
#include "core/store/received_section.h"
#include "core/store/section_row.h"
#include "core/store/session.h"
#include "core/store/submission_row.h"
#include "core/store/submissions/office_revision.h"
#include "core/store/submissions/set_aside.h"

namespace cchc {

using soci::into;
using soci::use;
using store::SubmissionRow;

namespace {

// Of the latest submission: a discarded one with a wild number hides none that came after it; and while its section is
// a draft, none that came before it counts.
const std::string counting =
    " AND NOT (state = 4 AND revision >= " + std::to_string(store::wildRevision) +
    ") AND NOT (state < 2 AND EXISTS (SELECT 1 FROM submission w WHERE w.period = submission.period AND w.definition = "
    "submission.definition AND w.unit = submission.unit AND w.state = 4 AND w.revision >= " +
    std::to_string(store::wildRevision) +
    " AND EXISTS (SELECT 1 FROM section s WHERE s.period = w.period AND s.definition = w.definition AND s.unit = "
    "w.unit AND s.state = 0)))";

std::string literalOf(std::string_view text) { return "'" + std::string(text) + "'"; }

// 1 if the journal says of a row that is selected what the row says of itself: that it was received as this revision
// with this digest, and that the last transition left it in this state. Everything else needs journaledSubmissions().
std::string journaled() {
  const std::string ofSection =
      "c.period = submission.period AND c.definition = submission.definition AND c.unit = submission.unit";
  const auto received = literalOf(eventMark(SubmissionEvent::Kind::received)) + " || submission.digest";
  const std::string last = "coalesce((SELECT c.new_value FROM change c WHERE " + ofSection +
                           " AND c.place = " + literalOf(addressText(Address::ofState())) +
                           " ORDER BY c.seq DESC LIMIT 1), 'submitted')";
  return "CASE WHEN EXISTS (SELECT 1 FROM change c WHERE " + ofSection +
         " AND c.place = " + literalOf(submissionsPrefix()) + " || submission.revision AND (c.new_value = " + received +
         " OR c.new_value LIKE " + received + " || ' %')) AND CASE state WHEN 0 THEN " + last +
         " IN ('submitted', 'return-asked') WHEN 1 THEN " + last +
         " IN ('accepted', 'in-report', 'issued') ELSE 1 = 1 END AND NOT EXISTS (SELECT 1 FROM section s WHERE "
         "s.period = submission.period AND s.definition = submission.definition AND s.unit = submission.unit AND "
         "s.revision <> submission.revision) THEN 1 ELSE 0 END";
}

}  // namespace

Result<std::optional<StoredSubmission>> Store::submission(const SectionKey& key, int revision) {
  return store::guarded(session_->address, [&]() -> Result<std::optional<StoredSubmission>> {
    SubmissionRow row;
    row.period = key.period.value;
    const std::string query = "SELECT " + std::string(SubmissionRow::columns) +
                              ", package FROM submission WHERE period = :p AND definition = :d AND unit = :u" +
                              (revision > 0 ? " AND revision = :r" : " AND :r = 0") + " AND state <> 3" +
                              (revision > 0 ? std::string() : counting) +
                              " ORDER BY revision DESC, CASE WHEN state < 3 THEN 0 ELSE 1 END LIMIT 1";
    row.into(
        (session_->sql << query, use(key.period.value), use(key.definition.value), use(key.unit.value), use(revision))),
        into(row.package);
    if (!session_->sql.got_data()) return std::optional<StoredSubmission>();
    StoredSubmission submission;
    row.moveTo(submission);
    if (revision == 0 && isSetAside(submission.state)) return std::optional<StoredSubmission>();
    return std::optional(std::move(submission));
  });
}

Status Store::acceptSubmission(const SectionKey& key, const Examined& examined, const Actor& who) {
  return store::written(*session_, [&]() -> Status {
    CCHC_TRY(auto header, store::headerToDecideOn(*session_, key, examined.revision, who));
    if (const auto count = store::undecidedRivals(session_->sql, key, examined.revision); count > 0) {
      return fail("submission.rivals", keyText(key),
                  {{"revision", std::to_string(examined.revision)},
                   {"count", std::to_string(count + 1)},
                   {"section", key.definition.value},
                   {"unit", key.unit.value},
                   {"period", key.period.value}});
    }
    CCHC_CHECK(store::makeTransition(*session_, header, DeskCommand::accept, who, ""));
    return store::markAccepted(*session_, key, examined);
  });
}

Status Store::setSubmissionState(const SectionKey& key, int revision, SubmissionState state, const Actor& who,
                                 const std::string& reason, std::span<const Remark> remarks,
                                 const std::string& decidedBy) {
  return store::written(*session_, [&]() -> Status {
    CCHC_TRY(auto header, store::headerToDecideOn(*session_, key, revision, who));
    if (!decidedBy.empty())
      store::journalSubmission(*session_, header, revision, {SubmissionEvent::Kind::decided, decidedBy}, who);
    CCHC_CHECK(store::makeTransition(
        *session_, header, state == SubmissionState::accepted ? DeskCommand::accept : DeskCommand::returnSection, who,
        reason));
    for (const auto& remark : remarks) {
      const auto place = placeText(remark.place);
      header.headDigest = store::appendJournal(
          session_->sql, key, header.headDigest,
          {newId(), Address::ofRemark(remark.place), "", remark.text, who, session_->clock->now()});
      session_->sql << "INSERT INTO remark (period, definition, unit, revision, place, text) VALUES (:p, :d, :u, :r, "
                       ":place, :text) ON CONFLICT (period, definition, "
                       "unit, revision, place) DO UPDATE SET text = excluded.text",
          use(key.period.value), use(key.definition.value), use(key.unit.value), use(revision), use(place),
          use(remark.text);
    }
    if (!remarks.empty()) store::writeSectionRow(session_->sql, header);
    const int number = static_cast<int>(state);
    session_->sql << "UPDATE submission SET state = :s WHERE period = :p AND definition = :d AND unit = :u AND "
                     "revision = :r AND state < 3",
        use(number), use(key.period.value), use(key.definition.value), use(key.unit.value), use(revision);
    return {};
  });
}

Result<std::vector<Remark>> Store::remarks(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<Remark>> {
    std::vector<Remark> remarks;
    const auto header = store::sectionRow(*session_, key, false);
    if (!header || (header->state != SectionState::returned && header->state != SectionState::draft)) return remarks;
    std::string place, text;
    soci::statement statement =
        (session_->sql.prepare << "SELECT place, text FROM remark WHERE period = :p AND definition = :d AND unit = :u "
                                  "AND revision = :r ORDER BY place",
         use(key.period.value), use(key.definition.value), use(key.unit.value), use(header->revision), into(place),
         into(text));
    statement.execute();
    while (statement.fetch()) remarks.push_back({place, text});
    return remarks;
  });
}

Status Store::forEachSubmission(const SubmissionFilter& filter,
                                const std::function<Status(const ListedSubmission&)>& visit) {
  return store::guarded(session_->address, [&]() -> Status {
    SubmissionRow row;
    row.period = filter.period.value;
    const std::string query =
        "SELECT " + std::string(SubmissionRow::columns) + ", checked_by" +
        (filter.packages ? ", contribution, findings, " + journaled() : ", '', '', 0") +
        ", CASE WHEN state > 3 OR (substr(checked_by, 1, 32) = :checked AND contribution <> '' AND unit <> :whole" +
        (filter.othersMayWrite ? " AND state = 1" : "") + ") THEN '' ELSE " + (filter.packages ? "package" : "''") +
        " END FROM submission WHERE period = :p AND " + (filter.definition.empty() ? "'' = :d" : "definition = :d") +
        " AND " + (filter.wholeOnly ? "unit = :only" : "'' = :only") + " AND state " +
        (filter.includeUnreviewed ? "IN (0, 1, 4, 5)" : "IN (1, 4, 5)") + counting +
        " ORDER BY definition, unit, revision DESC, state";
    const auto only = filter.wholeOnly ? filter.whole.value : std::string();
    int held = 0;
    // All rows share the same strings, so 11,300 packages need only as much memory as one.
    soci::statement statement =
        (row.into((session_->sql.prepare << query, use(filter.checkedBy), use(filter.whole.value),
                   use(filter.period.value), use(filter.definition.value), use(only))),
         into(row.checkedBy), into(row.contribution), into(row.findings), into(held), into(row.package));
    statement.execute();
    ListedSubmission submission;
    std::string lastDefinition, lastUnit;
    while (statement.fetch()) {
      if (row.definition == lastDefinition && row.unit == lastUnit) continue;  // an older revision
      lastDefinition = row.definition, lastUnit = row.unit;
      // No earlier revision counts in the place of one that was set aside.
      if (isSetAside(static_cast<SubmissionState>(row.state))) continue;
      row.moveTo(submission);
      submission.journaled = held == 1;
      CCHC_CHECK(visit(submission));
    }
    return {};
  });
}

Status Store::forEachPackage(const PeriodId& period, const std::function<Status(const StoredSubmission&)>& visit) {
  return store::guarded(session_->address, [&]() -> Status {
    SubmissionRow row;
    const std::string query = "SELECT period, " + std::string(SubmissionRow::columns) +
                              ", checked_by, contribution, findings, package FROM submission WHERE " +
                              (period.empty() ? "'' = :p" : "period = :p") +
                              " ORDER BY period, definition, unit, revision, digest";
    soci::statement statement = (row.into((session_->sql.prepare << query, use(period.value), into(row.period))),
                                 into(row.checkedBy), into(row.contribution), into(row.findings), into(row.package));
    statement.execute();
    StoredSubmission submission;
    while (statement.fetch()) {
      row.moveTo(submission);
      CCHC_CHECK(visit(submission));
    }
    return {};
  });
}

Status Store::saveAttachment(const AttachmentBytes& attachment) {
  return store::written(*session_, [&]() -> Status {
    const auto data = base64(attachment.bytes);
    session_->sql << "INSERT INTO attachment (digest, name, media_type, data) VALUES (:digest, :name, :media, :data) "
                     "ON CONFLICT DO NOTHING",
        use(attachment.about.digest), use(attachment.about.name), use(attachment.about.mediaType), use(data);
    return {};
  });
}

Result<std::optional<std::string>> Store::attachment(const std::string& digest) {
  CCHC_TRY(const auto data, store::foundText(*session_, "SELECT data FROM attachment WHERE digest = :digest", digest));
  return data ? fromBase64(*data) : std::nullopt;
}

}  // namespace cchc
