#include "core/store/journal_chain.h"

#include "core/base/digest.h"

namespace cchc::store {

using soci::into;
using soci::use;

std::string journalDigest(const std::string& previous, const SectionKey& key, const Change& change) {
  std::string text;
  // Each part has its length before it, so that different entries give different texts. The id is left out because it
  // is random: the same edits by the same person at the same time must give the same chain.
  const auto section = key.definition.value + "/" + key.unit.value + "/" + key.period.value;
  for (const auto& part : {previous, section, addressText(change.place), change.oldValue, change.newValue,
                           change.who.name, change.who.login, change.who.station, timeText(change.at)}) {
    text += std::to_string(part.size()) + ":" + part;
  }
  return sha256(text);
}

std::string appendJournal(soci::session& sql, const SectionKey& key, const std::string& head, const Change& change) {
  long long sequence = 0;
  sql << "SELECT coalesce(max(seq), 0) + 1 FROM change WHERE period = :p AND definition = :d AND unit = :u",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(sequence);
  const auto digest = journalDigest(head, key, change);
  const auto place = addressText(change.place), at = timeText(change.at);
  sql << "INSERT INTO change (period, definition, unit, seq, id, place, old_value, new_value, who, login, station, at, "
         "previous_digest, digest) VALUES (:p, :d, "
         ":u, :seq, :id, :place, :old, :new, :who, :login, :station, :at, :previous, :digest)",
      use(key.period.value), use(key.definition.value), use(key.unit.value), use(sequence), use(change.id), use(place),
      use(change.oldValue), use(change.newValue), use(change.who.name), use(change.who.login), use(change.who.station),
      use(at), use(head), use(digest);
  return digest;
}

}  // namespace cchc::store
