#include "core/store/received_section.h"

#include "core/base/digest.h"
#include "core/store/journal_chain.h"
#include "core/store/section_row.h"

namespace cchc::store {

using soci::into;
using soci::use;

void lockSectionWithoutRow(Store::Session& session, const SectionKey& key) {
  if (!session.postgres) return;
  constexpr int ofReceiving = 7401;
  if (!hasFunction(session, "cchc_lock(text, text, text)")) {
    session.sql << "SELECT pg_advisory_xact_lock(" << ofReceiving << ")";
    return;
  }
  int held = 0;
  session.sql << "SELECT cchc_lock(:p, :d, :u)", use(key.period.value), use(key.definition.value), use(key.unit.value),
      into(held);
}

void journalSubmission(Store::Session& session, SectionHeader& header, int revision, const SubmissionEvent& event,
                       const Actor& who) {
  header.headDigest = appendJournal(
      session.sql, header.key, header.headDigest,
      {newId(), Address::ofSubmission(revision), "", submissionEventText(event), who, session.clock->now()});
}

std::optional<SectionHeader> receivedHeader(Store::Session& session, const SectionKey& key) {
  SectionHeader header;
  header.key = key;
  long long version = 0, revision = 0;
  session.sql << "SELECT definition_version, definition_digest, revision FROM submission WHERE period = :p AND "
                 "definition = :d AND unit = :u "
                 "AND state < 3 ORDER BY revision DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(version),
      into(header.definitionDigest), into(revision);
  if (!session.sql.got_data()) return std::nullopt;
  header.state = SectionState::submitted;
  header.definitionVersion = bounded(version), header.revision = bounded(revision);
  session.sql
      << "SELECT digest FROM change WHERE period = :p AND definition = :d AND unit = :u ORDER BY seq DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(header.headDigest);
  return header;
}

std::optional<SectionHeader> lockedHeader(Store::Session& session, const SectionKey& key) {
  if (auto row = sectionRow(session, key, true)) return row;
  lockSectionWithoutRow(session, key);
  return receivedHeader(session, key);
}

Status supersedeByNewer(Store::Session& session, SectionHeader& header, const Actor& who) {
  const auto newest = receivedHeader(session, header.key);
  if (!newest || newest->revision <= header.revision) return {};
  header.revision = newest->revision;
  header.definitionVersion = newest->definitionVersion;
  header.definitionDigest = newest->definitionDigest;
  return makeTransition(session, header, DeskCommand::receive, who, "");
}

Result<SectionHeader> headerToDecideOn(Store::Session& session, const SectionKey& key, int revision, const Actor& who) {
  auto header = lockedHeader(session, key);
  if (!header || header->revision == 0) return fail("section.not-received", keyText(key));
  // It may have been received while the report was issued, by an older program that did not supersede the row when the
  // section was reopened.
  if (header->revision < revision && header->state != SectionState::issued)
    CCHC_CHECK(supersedeByNewer(session, *header, who));
  return *header;
}

int undecidedRivals(soci::session& sql, const SectionKey& key, int revision) {
  int rivals = 0;
  sql << "SELECT count(*) FROM submission WHERE period = :p AND definition = :d AND unit = :u AND revision = :r AND "
         "state = 3",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(revision), into(rivals);
  if (rivals == 0) return 0;
  // A choice covers only the packages that were here at that time.
  std::string what;
  const auto place = addressText(Address::ofSubmission(revision));
  bool chosen = false;
  soci::statement statement =
      (sql.prepare << "SELECT new_value FROM change WHERE period = :p AND definition = :d AND unit = :u AND place = "
                      ":place ORDER BY seq",
       use(key.period.value), use(key.definition.value), use(key.unit.value), use(place), into(what));
  statement.execute();
  while (statement.fetch()) {
    const auto event = readSubmissionEvent(what);
    if (!event) continue;
    if (event->kind == SubmissionEvent::Kind::chosen) chosen = true;
    if (event->kind == SubmissionEvent::Kind::rival) chosen = false;
  }
  return chosen ? 0 : rivals;
}

}  // namespace cchc::store
