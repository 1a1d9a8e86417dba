// The journal: append-only, chained per section.
#include "core/base/digest.h"
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

namespace store {

std::string journalDigest(const std::string& previous, const SectionKey& key, const Change& change) {
  std::string text;
  // Each part with its length: no two entries can be written the same way. The id is left out: it is random, and the
  // same edits by the same person at the same time shall give the same chain.
  for (const auto& part : {previous, keyText(key), change.place, change.oldValue, change.newValue, change.who.name,
                           change.who.login, change.who.station, timeText(change.at)}) {
    text += std::to_string(part.size()) + ":" + part;
  }
  return sha256(text);
}

std::string appendJournal(soci::session& sql, const SectionKey& key, const std::string& head, const Change& change) {
  long long sequence = 0;
  sql << "SELECT coalesce(max(seq), 0) + 1 FROM change WHERE period = :p AND definition = :d AND unit = :u",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(sequence);
  const auto digest = journalDigest(head, key, change);
  const auto at = timeText(change.at);
  sql << "INSERT INTO change (period, definition, unit, seq, id, place, old_value, new_value, who, login, station, at, "
         "previous_digest, digest) VALUES (:p, :d, "
         ":u, :seq, :id, :place, :old, :new, :who, :login, :station, :at, :previous, :digest)",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(sequence), use(change.id),
      use(change.place), use(change.oldValue), use(change.newValue), use(change.who.name), use(change.who.login),
      use(change.who.station), use(at), use(head), use(digest);
  return digest;
}

}  // namespace store

Result<std::vector<Store::JournalEntry>> Store::journal(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<JournalEntry>> {
    std::vector<JournalEntry> entries;
    long long sequence = 0;
    std::string at;
    JournalEntry entry;
    soci::statement statement =
        (session_->sql.prepare << "SELECT seq, id, place, old_value, new_value, who, login, station, at, "
                                  "previous_digest, digest FROM change WHERE period = :p AND "
                                  "definition = :d AND unit = :u ORDER BY seq",
         use(key.period.value), use(key.definition.value), use(key.unit.value), into(sequence), into(entry.change.id),
         into(entry.change.place), into(entry.change.oldValue), into(entry.change.newValue),
         into(entry.change.who.name), into(entry.change.who.login), into(entry.change.who.station), into(at),
         into(entry.previousDigest), into(entry.digest));
    statement.execute();
    while (statement.fetch()) {
      entry.sequence = sequence;
      entry.change.at = parseTime(at).value_or(Time{});
      entries.push_back(entry);
    }
    return entries;
  });
}

}  // namespace cchc
