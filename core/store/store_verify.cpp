// Whether the journal is whole, and whether what stands in the drafts is what the journal says.
#include <map>

#include "core/base/digest.h"
#include "core/model/finding.h"
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

namespace {

class JournalCheck {
 public:
  JournalCheck(const SectionKey& key, const std::vector<Store::JournalEntry>& entries) : key_(key), entries_(entries) {}

  std::vector<Finding> run(const std::optional<SectionHeader>& header, const DraftContent& draft) {
    std::string head;
    int expected = 1;
    for (const auto& entry : entries_) {
      for (; expected < entry.sequence; ++expected) tell("journal.missing", expected, "");
      ++expected;
      // An entry whose own digest is right but which does not follow the one before stands where another stood.
      if (store::journalDigest(entry.previousDigest, key_, entry.change) != entry.digest) tell("journal.changed", entry.sequence, entry.change.place);
      else if (entry.previousDigest != head) tell("journal.order", entry.sequence, entry.change.place);
      head = entry.digest;
      replay(entry.change);
    }
    if (header && header->headDigest != head) tell("journal.head", expected, "");
    compare(draft);
    return std::move(findings_);
  }

 private:
  void tell(const char* code, int sequence, const std::string& place) {
    findings_.push_back(makeFinding(code, Severity::error, key_, place, {{"sequence", std::to_string(sequence)}}));
  }

  void replay(const Change& change) {
    if (change.place == "state" || change.place.starts_with("remark:")) return;
    const auto place = parsePlace(change.place);
    const bool plain = !change.place.starts_with('#') && !change.place.starts_with("group:") && !change.place.starts_with("kept:");
    if (plain && place && !place->table.empty() && place->column.empty()) {
      if (!change.newValue.empty()) return;
      const auto prefix = change.place + ".";  // the row goes, and its cells with it
      for (auto at = values_.lower_bound(prefix); at != values_.end() && at->first.starts_with(prefix);) at = values_.erase(at);
    } else if (change.newValue.empty()) {
      values_.erase(change.place);
    } else {
      values_[change.place] = change.newValue;
    }
  }

  void compare(const DraftContent& draft) {
    for (const auto& value : draft.values) {
      const auto said = values_.find(value.place);
      if (said == values_.end() || said->second != value.value) differs(value.place, value.value, said == values_.end() ? "" : said->second);
      if (said != values_.end()) values_.erase(said);
    }
    for (const auto& [place, value] : values_) differs(place, "", value);
  }
  void differs(const std::string& place, const std::string& stands, const std::string& said) {
    findings_.push_back(makeFinding("journal.value", Severity::error, key_, place,
                                    {{"stands", stands.empty() ? "∅" : stands}, {"journal", said.empty() ? "∅" : said}}));
  }

  const SectionKey& key_;
  const std::vector<Store::JournalEntry>& entries_;
  std::map<std::string, std::string> values_;  // by place, as the journal leaves them
  std::vector<Finding> findings_;
};

}  // namespace

Result<std::vector<SectionKey>> Store::journaled() {
  return store::guarded(session_->address, [&]() -> Result<std::vector<SectionKey>> {
    std::vector<SectionKey> keys;
    SectionKey key;
    soci::statement statement = (session_->sql.prepare << "SELECT period, definition, unit FROM change UNION SELECT period, definition, unit FROM section "
                                                          "UNION SELECT period, definition, unit FROM draft_value ORDER BY 1, 2, 3",
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
    return JournalCheck(key, entries).run(store::sectionRow(*session_, key, false), content);
  });
}

Status Store::integrity() {
  if (session_->postgres) return {};
  return store::guarded(session_->address, [&]() -> Status {
    std::string told;
    session_->sql << "PRAGMA quick_check(1)", into(told);
    if (told == "ok") return {};
    // "*** in database main ***" and a line on what is wrong.
    if (const auto line = told.find('\n'); told.starts_with("***") && line != std::string::npos) told.erase(0, line + 1);
    return fail("store.damaged", session_->address, {{"reason", told.substr(0, told.find('\n'))}}, ErrorKind::failure);
  });
}

}  // namespace cchc
