#include "core/store/section_row.h"

#include <utility>

#include "core/base/digest.h"
#include "core/base/vietnamese.h"
#include "core/model/journal_text.h"
#include "core/store/journal_chain.h"

namespace cchc::store {

using soci::into;
using soci::use;

int bounded(long long stored) {
  constexpr long long greatest = 999'999'999;
  return stored < 0 || stored > greatest ? -1 : static_cast<int>(stored);
}

std::optional<SectionHeader> sectionRow(Store::Session& session, const SectionKey& key, bool lock) {
  SectionHeader header;
  header.key = key;
  int state = 0;
  long long version = 0, revision = 0;
  const std::string query =
      "SELECT definition_version, definition_digest, state, revision, head_digest, reason FROM section WHERE period = "
      ":p AND definition = :d "
      "AND unit = :u" +
      std::string(lock && session.postgres ? " FOR UPDATE" : "");
  session.sql << query, use(key.period.value), use(key.definition.value), use(key.unit.value), into(version),
      into(header.definitionDigest), into(state), into(revision), into(header.headDigest), into(header.reason);
  // A shared store locks only rows that the account may change. The others are read, so that their state is named.
  if (!session.sql.got_data()) return lock && session.postgres ? sectionRow(session, key, false) : std::nullopt;
  header.state = static_cast<SectionState>(state);
  header.definitionVersion = bounded(version), header.revision = bounded(revision);
  return header;
}

bool heldElsewhere(Store::Session& session, const SectionKey& key) {
  if (!session.postgres) return false;
  const std::string where = "FROM section WHERE period = :p AND definition = :d AND unit = :u";
  int there = 0, free = 0;
  session.sql << "SELECT count(*) " + where, use(key.period.value), use(key.definition.value), use(key.unit.value),
      into(there);
  session.sql << "SELECT 1 " + where + " FOR UPDATE SKIP LOCKED", use(key.period.value), use(key.definition.value),
      use(key.unit.value), into(free);
  return there > 0 && !session.sql.got_data();
}

std::optional<SectionState> lastState(Store::Session& session, const SectionKey& key) {
  std::string text;
  const auto state = addressText(Address::ofState());
  session.sql << "SELECT new_value FROM change WHERE period = :p AND definition = :d AND unit = :u AND place = :place "
                 "ORDER BY seq DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(state), into(text);
  const auto last = session.sql.got_data() ? readTransition(text) : std::nullopt;
  return last ? std::optional(last->state) : std::nullopt;
}

void writeSectionRow(soci::session& sql, const SectionHeader& header) {
  const int state = static_cast<int>(header.state);
  sql << "INSERT INTO section (period, definition, unit, definition_version, definition_digest, state, revision, "
         "head_digest, reason) VALUES (:p, :d, :u, :version, "
         ":digest, :state, :revision, :head, :reason) ON CONFLICT (period, definition, unit) DO UPDATE SET "
         "definition_version = excluded.definition_version, "
         "definition_digest = excluded.definition_digest, state = excluded.state, revision = excluded.revision, "
         "head_digest = excluded.head_digest, "
         "reason = excluded.reason",
      use(header.key.period.value), use(header.key.definition.value), use(header.key.unit.value),
      use(header.definitionVersion), use(header.definitionDigest), use(state), use(header.revision),
      use(header.headDigest), use(header.reason);
}

std::string lastTransition(soci::session& sql, const SectionKey& key) {
  std::string who, at;
  const auto state = addressText(Address::ofState()), submissions = submissionsPrefix();
  sql << "SELECT who, at FROM change WHERE period = :p AND definition = :d AND unit = :u AND place = :place ORDER BY "
         "seq DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(state), into(who), into(at);
  if (!sql.got_data()) {  // only what is no transition, as a reassignment, has an old value
    const auto length = static_cast<int>(submissions.size());
    sql << "SELECT who, at FROM change WHERE period = :p AND definition = :d AND unit = :u AND substr(place, 1, :n) = "
           ":prefix AND old_value = '' ORDER BY seq DESC LIMIT 1",
        use(key.period.value), use(key.definition.value), use(key.unit.value), use(length), use(submissions), into(who),
        into(at);
  }
  if (!sql.got_data()) {  // received by an older program, which did not write it into the journal
    sql << "SELECT who, submitted_at FROM submission WHERE period = :p AND definition = :d AND unit = :u AND state <> "
           "3 ORDER BY revision DESC LIMIT 1",
        use(key.period.value), use(key.definition.value), use(key.unit.value), into(who), into(at);
    if (!sql.got_data()) return "—";
  }
  const auto moment = parseTime(at);
  return who + ", " + (moment ? vietnamese::moment(*moment) : at);
}

Result<SectionState> permitted(Store::Session& session, const SectionHeader& header, DeskCommand command,
                               const Actor& who) {
  auto next = permits(who.desk, command, reporterOf(session.sql, header.key), header.state);
  if (next) return next;
  auto error = next.error();
  error.place = keyText(header.key);
  error.parameters.push_back({"since", lastTransition(session.sql, header.key)});
  return fail(std::move(error));
}

OrgUnitId reporterOf(soci::session& sql, const SectionKey& key) {
  std::string reporter;
  sql << "SELECT reporter FROM assignment WHERE period = :p AND definition = :d AND subject = :u",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(reporter);
  return OrgUnitId(sql.got_data() ? reporter : std::string());
}

Error absentSection(Store::Session& session, const SectionKey& key, DeskCommand command, const Actor& who,
                    const std::string& code) {
  const auto may = permits(who.desk, command, std::optional(reporterOf(session.sql, key)));
  if (may) return Error{code, keyText(key), {}, ErrorKind::refusal};
  auto error = may.error();
  error.place = keyText(key);
  return error;
}

Status makeTransition(Store::Session& session, SectionHeader& header, DeskCommand command, const Actor& who,
                      const std::string& reason) {
  CCHC_TRY(const auto next, permitted(session, header, command, who));
  const Change change{newId(), Address::ofState(),  transitionText({header.state, {}}), transitionText({next, reason}),
                      who,     session.clock->now()};
  header.headDigest = appendJournal(session.sql, header.key, header.headDigest, change);
  header.state = next;
  if (command == DeskCommand::returnSection || command == DeskCommand::askReturn ||
      command == DeskCommand::refuseReturn || command == DeskCommand::discard)
    header.reason = reason;
  if (command == DeskCommand::accept) header.reason.clear();
  writeSectionRow(session.sql, header);
  return {};
}

}  // namespace cchc::store
