// Whether the journal is whole, and whether what stands in the drafts is what the journal says.
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/digest.h"
#include "core/model/finding.h"
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

namespace {

// What of a submission a journal can be held against.
struct Sent {
  int revision = 0;
  std::string journalHead;
  bool here = false;  // submitted from this store, whose journal is this one
};

class JournalCheck {
 public:
  JournalCheck(const SectionKey& key, const std::vector<Store::JournalEntry>& entries, const std::vector<Sent>& sent)
      : key_(key), entries_(entries), sent_(sent) {}

  std::vector<Finding> run(const std::optional<SectionHeader>& header, const DraftContent& draft) {
    const bool submitted = std::any_of(sent_.begin(), sent_.end(), [](const Sent& one) { return one.here; });
    if (submitted && entries_.empty()) {
      add("journal.gone", "", {});
      return std::move(findings_);
    }
    std::string head;
    long long expected = 1;
    for (const auto& entry : entries_) {
      if (entry.sequence > expected) missing(expected, entry.sequence - 1);
      const bool inOrder = entry.sequence >= expected;
      if (inOrder) expected = entry.sequence + 1;
      // An entry whose own digest is right but which does not follow the one before stands where another stood.
      if (store::journalDigest(entry.previousDigest, key_, entry.change) != entry.digest)
        tell("journal.changed", entry.sequence, entry.change.place);
      else if (entry.previousDigest != head || !inOrder)
        tell("journal.order", entry.sequence, entry.change.place);
      head = entry.digest;
      heads_.insert(head);
      replay(entry.change);
    }
    if (header && header->headDigest != head) tell("journal.head", expected, "");
    compareState(header);
    const auto revision = header ? header->revision : 0;
    const bool kept =
        std::any_of(sent_.begin(), sent_.end(), [&](const Sent& one) { return one.revision == revision; });
    if (revision != 0 && !kept) add("journal.unsent", "", {{"revision", std::to_string(revision)}});
    for (const auto& one : sent_) {
      if (one.here && !one.journalHead.empty() && !heads_.contains(one.journalHead))
        add("journal.submission", "", {{"revision", std::to_string(one.revision)}});
    }
    compare(draft);
    return std::move(findings_);
  }

 private:
  void add(const char* code, const std::string& place, std::vector<Parameter> parameters) {
    findings_.push_back(makeFinding(code, Severity::error, key_, place, std::move(parameters)));
  }
  void tell(const char* code, long long sequence, const std::string& place) {
    add(code, place, {{"sequence", std::to_string(sequence)}});
  }
  // A gap is one finding, however wide: an entry may have been given any number.
  void missing(long long first, long long last) {
    add("journal.missing", "",
        {{"sequence", std::to_string(first) + (last > first ? "–" + std::to_string(last) : std::string())}});
  }

  void compareState(const std::optional<SectionHeader>& header) {
    if (!header && entries_.empty()) return;
    // Received, and nobody has decided on it: there is no row yet.
    if (!header && onlyReceived_ && !sent_.empty()) return;
    // Begun here, or opened after it came in: neither is an entry.
    auto said = sent_.empty() ? SectionState::draft : SectionState::submitted;
    if (state_) said = stateOf(*state_).value_or(said);
    if (header && header->state == said) return;
    add("journal.state", "",
        {{"stands", header ? std::string(stateLabel(header->state)) : "∅"},
         {"journal", std::string(stateLabel(said))}});
  }

  void replay(const Change& change) {
    if (change.place.starts_with("submission:")) return;
    onlyReceived_ = false;
    if (change.place == "state") state_ = change.newValue.substr(0, change.newValue.find(':'));
    if (change.place == "state" || change.place.starts_with("remark:")) return;
    const auto place = parsePlace(change.place);
    const bool plain =
        !change.place.starts_with('#') && !change.place.starts_with("group:") && !change.place.starts_with("kept:");
    if (plain && place && !place->table.empty() && place->column.empty()) {
      if (!change.newValue.empty()) {
        rows_[change.place] = change.newValue;
        return;
      }
      rows_.erase(change.place);
      const auto prefix = change.place + ".";  // the row goes, and its cells with it
      for (auto at = values_.lower_bound(prefix); at != values_.end() && at->first.starts_with(prefix);)
        at = values_.erase(at);
    } else if (change.newValue.empty()) {
      values_.erase(change.place);
    } else {
      values_[change.place] = change.newValue;
    }
  }

  void compare(const DraftContent& draft) {
    for (const auto& value : draft.values) {
      const auto said = values_.find(value.place);
      if (said == values_.end() || said->second != value.value)
        differs(value.place, value.value, said == values_.end() ? "" : said->second);
      if (said != values_.end()) values_.erase(said);
    }
    for (const auto& [place, value] : values_) differs(place, "", value);
    for (const auto& row : draft.rows) {
      const auto place = placeText(Place::ofCell(row.table, row.row, {})), position = std::to_string(row.position);
      const auto said = rows_.find(place);
      if (said == rows_.end() || said->second != position)
        differs(place, position, said == rows_.end() ? "" : said->second);
      if (said != rows_.end()) rows_.erase(said);
    }
    for (const auto& [place, position] : rows_) differs(place, "", position);
  }
  void differs(const std::string& place, const std::string& stands, const std::string& said) {
    findings_.push_back(
        makeFinding("journal.value", Severity::error, key_, place,
                    {{"stands", stands.empty() ? "∅" : stands}, {"journal", said.empty() ? "∅" : said}}));
  }

  const SectionKey& key_;
  const std::vector<Store::JournalEntry>& entries_;
  const std::vector<Sent>& sent_;
  std::map<std::string, std::string> values_, rows_;  // by place, as the journal leaves them
  std::set<std::string> heads_;
  std::optional<std::string> state_;
  bool onlyReceived_ = true;
  std::vector<Finding> findings_;
};

}  // namespace

Result<std::vector<SectionKey>> Store::journaled() {
  return store::guarded(session_->address, [&]() -> Result<std::vector<SectionKey>> {
    std::vector<SectionKey> keys;
    SectionKey key;
    soci::statement statement =
        (session_->sql.prepare
             << "SELECT period, definition, unit FROM change UNION SELECT period, definition, unit FROM section "
                "UNION SELECT period, definition, unit FROM draft_value UNION SELECT period, definition, unit FROM "
                "draft_row "
                "UNION SELECT period, definition, unit FROM submission WHERE checked_by = '' ORDER BY 1, 2, 3",
         into(key.period.value), into(key.definition.value), into(key.unit.value));
    statement.execute();
    while (statement.fetch()) keys.push_back(key);
    return keys;
  });
}

Result<std::vector<Finding>> Store::verifyJournal(const SectionKey& key) {
  CCHC_TRY(const auto entries, journal(key));
  CCHC_TRY(const auto content, draft(key));
  return store::guarded(session_->address, [&]() -> Result<std::vector<Finding>> {
    std::vector<Sent> sent;
    Sent one;
    int here = 0;
    soci::statement statement = (session_->sql.prepare << "SELECT revision, journal_head, CASE checked_by WHEN '' THEN "
                                                          "1 ELSE 0 END FROM submission WHERE period = :p AND "
                                                          "definition = :d AND unit = :u ORDER BY revision",
                                 use(key.period.value), use(key.definition.value), use(key.unit.value),
                                 into(one.revision), into(one.journalHead), into(here));
    statement.execute();
    while (statement.fetch()) {
      one.here = here == 1;
      sent.push_back(one);
    }
    return JournalCheck(key, entries, sent).run(store::sectionRow(*session_, key, false), content);
  });
}

Status Store::integrity() {
  if (session_->postgres) return {};
  return store::guarded(session_->address, [&]() -> Status {
    const auto told =
        store::quickCheck(static_cast<soci::sqlite3_session_backend*>(session_->sql.get_backend())->conn_);
    if (told.empty()) return {};
    return fail("store.damaged", session_->address, {{"reason", told}}, ErrorKind::failure);
  });
}

}  // namespace cchc
