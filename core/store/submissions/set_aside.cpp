#include "core/store/submissions/set_aside.h"

#include "core/store/received_section.h"
#include "core/store/section_row.h"

namespace cchc::store {

using soci::into;
using soci::use;

namespace {

void setState(soci::session& sql, const SectionKey& key, int revision, const std::string& digest,
              SubmissionState state) {
  const int number = static_cast<int>(state);
  sql << "UPDATE submission SET state = :s WHERE period = :p AND definition = :d AND unit = :u AND revision = :r AND "
         "digest = :g",
      use(number), use(key.period.value), use(key.definition.value), use(key.unit.value), use(revision), use(digest);
}

}  // namespace

Status withdraw(Store::Session& session, const SectionKey& key, const Actor& who) {
  auto header = lockedHeader(session, key);
  if (!header) return fail(absentSection(session, key, DeskCommand::withdraw, who, "section.not-begun"));
  if (const auto may = permitted(session, *header, DeskCommand::withdraw, who); !may) return fail(may.error());
  int receipts = 0;
  std::string digest;
  session.sql << "SELECT count(*) FROM receipt WHERE period = :p AND definition = :d AND unit = :u AND revision = :r",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(header->revision), into(receipts);
  if (receipts > 0) return fail("withdraw.received", keyText(key), {{"revision", std::to_string(header->revision)}});
  session.sql << "SELECT digest FROM submission WHERE period = :p AND definition = :d AND unit = :u AND revision = :r "
                 "AND state = 0",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(header->revision), into(digest);
  if (!session.sql.got_data()) return fail("section.not-received", keyText(key));
  journalSubmission(session, *header, header->revision, {SubmissionEvent::Kind::withdrawn, digest}, who);
  setState(session.sql, key, header->revision, digest, SubmissionState::withdrawn);
  return makeTransition(session, *header, DeskCommand::withdraw, who, "");
}

Status discard(Store::Session& session, const StoredSubmission& chosen, const std::string& reason, const Actor& who) {
  const auto& key = chosen.header.key;
  if (chosen.state == SubmissionState::withdrawn)
    return fail("submission.withdrawn", keyText(key), {{"digest", chosen.header.contentDigest}});
  if (isSetAside(chosen.state))
    return fail("submission.discarded", keyText(key), {{"digest", chosen.header.contentDigest}});
  auto header = lockedHeader(session, key);
  if (!header) return fail("section.not-received", keyText(key));
  if (const auto may = permitted(session, *header, DeskCommand::discard, who); !may) return fail(may.error());
  const bool counts = chosen.state != SubmissionState::rival && chosen.header.revision >= header->revision;
  journalSubmission(session, *header, chosen.header.revision,
                    {SubmissionEvent::Kind::discarded, chosen.header.contentDigest + ": " + reason}, who);
  setState(session.sql, key, chosen.header.revision, chosen.header.contentDigest, SubmissionState::discarded);
  if (counts && isWildRevision(chosen.header.revision))
    session.sql << "SELECT coalesce(max(revision), 0) FROM submission WHERE period = :p AND definition = :d AND unit = "
                   ":u AND revision < :r",
        use(key.period.value), use(key.definition.value), use(key.unit.value), use(wildRevision),
        into(header->revision);
  if (counts) return makeTransition(session, *header, DeskCommand::discard, who, reason);
  writeSectionRow(session.sql, *header);
  return {};
}

}  // namespace cchc::store
