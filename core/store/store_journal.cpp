// Reads journals; checks that a journal is intact and that the draft matches it.
#include <algorithm>
#include <map>
#include <set>

#include "core/base/digest.h"
#include "core/model/finding.h"
#include "core/model/journal_text.h"
#include "core/model/submission_label.h"
#include "core/store/journal_chain.h"
#include "core/store/section_row.h"
#include "core/store/session.h"
#include "core/store/submissions/journaled_states.h"

namespace cchc {

using soci::into;
using soci::use;

namespace {

constexpr std::size_t shownDigest = 12;  // as in the history of a section

// The facts about a submission that are compared with the journal.
struct SubmissionFacts {
  int revision = 0, definitionVersion = 0;
  std::string digest, journalHead, definitionDigest;
  SubmissionState state = SubmissionState::submitted;
  bool here = false;  // submitted from this store, so its journal is this one
};

class JournalCheck {
 public:
  JournalCheck(const SectionKey& key, const std::vector<Store::JournalEntry>& entries,
               const std::vector<SubmissionFacts>& submissions)
      : key_(key), entries_(entries), submissions_(submissions) {}

  std::vector<Finding> run(const std::optional<SectionHeader>& header, const DraftContent& draft) {
    const bool submitted =
        std::any_of(submissions_.begin(), submissions_.end(), [](const SubmissionFacts& one) { return one.here; });
    if (submitted && entries_.empty()) {
      add("journal.gone", "", {});
      return std::move(findings_);
    }
    std::string head;
    long long expected = 1;
    for (const auto& entry : entries_) {
      if (entry.sequence > expected) addMissing(expected, entry.sequence - 1);
      const bool inOrder = entry.sequence >= expected;
      if (inOrder) expected = entry.sequence + 1;
      // If the entry's own digest is right but the entry does not follow the one before it, the order was changed.
      if (store::journalDigest(entry.previousDigest, key_, entry.change) != entry.digest)
        addEntry("journal.changed", entry.sequence, placeOf(entry.change));
      else if (entry.previousDigest != head || !inOrder)
        addEntry("journal.order", entry.sequence, placeOf(entry.change));
      head = entry.digest;
      heads_.insert(head);
      replay(entry.change);
      journaled_.replay(entry.change);
    }
    if (header && header->headDigest != head) addEntry("journal.head", expected, "");
    compareState(header);
    const auto revision = header ? header->revision : 0;
    const bool found = std::any_of(submissions_.begin(), submissions_.end(),
                                   [&](const SubmissionFacts& one) { return one.revision == revision; });
    if (revision != 0 && !found) add("journal.unsent", "", {{"revision", std::to_string(revision)}});
    compareSubmissions(found ? 0 : revision);
    if (header) compareDefinition(*header);
    for (const auto& one : submissions_) {
      if (one.here && !one.journalHead.empty() && !heads_.contains(one.journalHead))
        add("journal.submission", "", {{"revision", std::to_string(one.revision)}});
    }
    compare(draft);
    return std::move(findings_);
  }

 private:
  // The finding is shown at the text of the entry's address.
  static Place placeOf(const Change& change) { return addressText(change.place); }
  void add(const char* code, const Place& place, const std::vector<Parameter>& parameters) {
    findings_.push_back(makeFinding(code, Severity::error, key_, place, parameters));
  }
  void addEntry(const char* code, long long sequence, const Place& place) {
    add(code, place, {{"sequence", std::to_string(sequence)}});
  }
  // A gap is one finding, however large, since a forged entry may have any number.
  void addMissing(long long first, long long last) {
    add("journal.missing", "",
        {{"sequence", std::to_string(first) + (last > first ? "–" + std::to_string(last) : std::string())}});
  }

  void compareState(const std::optional<SectionHeader>& header) {
    if (!header && entries_.empty()) return;
    // The section was only received and nobody has decided on it, so there is no row yet.
    if (!header && onlyReceived_ && !submissions_.empty()) return;
    // There is no entry for beginning a section, nor for opening a received one.
    auto journaled = submissions_.empty() ? SectionState::draft : SectionState::submitted;
    if (state_) journaled = *state_;
    if (header && header->state == journaled) return;
    add("journal.state", "",
        {{"stands", header ? std::string(stateLabel(header->state)) : "∅"},
         {"stands_en", header ? std::string(stateLabel(header->state, Language::en)) : "∅"},
         {"journal", std::string(stateLabel(journaled))},
         {"journal_en", std::string(stateLabel(journaled, Language::en))}});
  }

  // A section that was sent has the definition of the submission that it counts.
  void compareDefinition(const SectionHeader& header) {
    if (header.state == SectionState::draft || header.state == SectionState::returned) return;
    bool counted = false, same = false;
    for (const auto& one : submissions_) {
      if (one.revision != header.revision || one.state >= SubmissionState::rival) continue;
      counted = true;
      same = same ||
             (one.definitionDigest == header.definitionDigest && one.definitionVersion == header.definitionVersion);
    }
    if (counted && !same) add("journal.definition", "", {{"revision", std::to_string(header.revision)}});
  }

  // `missed`: a revision of which it is said already that it does not exist; 0: none.
  void compareSubmissions(int missed) {
    auto left = journaled_.states();
    // An older program received without an entry: whose the decisions were up to there is not known.
    int unknown = 0;
    for (const auto& one : submissions_) {
      if (!left.contains({one.revision, one.digest})) unknown = std::max(unknown, one.revision);
    }
    for (const auto& one : submissions_) {
      const auto found = left.find({one.revision, one.digest});
      if (found == left.end()) continue;
      const auto state = found->second;
      left.erase(found);
      if (one.revision <= unknown || state == one.state) continue;
      add("journal.submission-state", "",
          {{"revision", std::to_string(one.revision)},
           {"digest", one.digest.substr(0, shownDigest)},
           {"stands", std::string(submissionStateLabel(one.state))},
           {"stands_en", std::string(submissionStateLabel(one.state, Language::en))},
           {"journal", std::string(submissionStateLabel(state))},
           {"journal_en", std::string(submissionStateLabel(state, Language::en))}});
    }
    std::set<int> gone;
    for (const auto& [submission, state] : left) {
      if (submission.first != missed && gone.insert(submission.first).second)
        add("journal.unsent", "", {{"revision", std::to_string(submission.first)}});
    }
  }

  void replay(const Change& change) {
    if (change.place.submission() != nullptr) return;
    onlyReceived_ = false;
    if (change.place.remark() != nullptr || change.place.import() != nullptr) return;
    if (isTransition(change)) {
      state_ = readTransition(change.newValue)->state;
      return;
    }
    const auto text = addressText(change.place);
    const auto* row = change.place.row();
    auto& kept = row != nullptr ? rows_ : values_;
    if (!change.newValue.empty()) {
      kept[text] = change.newValue;
      return;
    }
    kept.erase(text);
    if (row == nullptr) return;
    const auto prefix = cellsPrefix(*row);  // the row's cells are removed with it
    for (auto at = values_.lower_bound(prefix); at != values_.end() && at->first.starts_with(prefix);)
      at = values_.erase(at);
  }

  void compare(const DraftContent& draft) {
    for (const auto& value : draft.values) compareOne(values_, addressText(value.place), value.value);
    for (const auto& [place, value] : values_) addDifference(place, "", value);
    for (const auto& row : draft.rows)
      compareOne(rows_, placeText(Place::ofRow(row.table, row.row)), std::to_string(row.position));
    for (const auto& [place, position] : rows_) addDifference(place, "", position);
  }
  // Removes what it has compared, so that what is left is missing in the draft.
  void compareOne(std::map<std::string, std::string>& journaled, const std::string& place, const std::string& present) {
    const auto found = journaled.find(place);
    if (found == journaled.end()) return addDifference(place, present, "");
    if (found->second != present) addDifference(place, present, found->second);
    journaled.erase(found);
  }
  void addDifference(const std::string& place, const std::string& present, const std::string& journaled) {
    findings_.push_back(
        makeFinding("journal.value", Severity::error, key_, place,
                    {{"stands", present.empty() ? "∅" : present}, {"journal", journaled.empty() ? "∅" : journaled}}));
  }

  const SectionKey& key_;
  const std::vector<Store::JournalEntry>& entries_;
  const std::vector<SubmissionFacts>& submissions_;
  std::map<std::string, std::string> values_, rows_;  // by the text of their address, after applying the journal
  std::set<std::string> heads_;
  std::optional<SectionState> state_;
  store::JournaledStates journaled_;
  bool onlyReceived_ = true;
  std::vector<Finding> findings_;
};

}  // namespace

Result<std::vector<Store::JournalEntry>> Store::journal(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<JournalEntry>> {
    std::vector<JournalEntry> entries;
    long long sequence = 0;
    std::string at, place;
    JournalEntry entry;
    soci::statement statement =
        (session_->sql.prepare << "SELECT seq, id, place, old_value, new_value, who, login, station, at, "
                                  "previous_digest, digest FROM change WHERE period = :p AND "
                                  "definition = :d AND unit = :u ORDER BY seq",
         use(key.period.value), use(key.definition.value), use(key.unit.value), into(sequence), into(entry.change.id),
         into(place), into(entry.change.oldValue), into(entry.change.newValue), into(entry.change.who.name),
         into(entry.change.who.login), into(entry.change.who.station), into(at), into(entry.previousDigest),
         into(entry.digest));
    statement.execute();
    while (statement.fetch()) {
      entry.sequence = sequence;
      entry.change.place = place;
      entry.change.at = parseTime(at).value_or(Time{});
      entries.push_back(entry);
    }
    return entries;
  });
}

Result<std::vector<Store::SectionEvent>> Store::events(const PeriodId& period,
                                                       std::span<const SubmissionEvent::Kind> kinds) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<SectionEvent>> {
    const auto prefix = submissionsPrefix();
    const auto length = static_cast<int>(prefix.size());
    SectionKey key;
    key.period = period;
    std::vector<std::pair<SectionKey, long long>> found;
    std::string text;
    long long sequence = 0;
    {
      soci::statement statement =
          (session_->sql.prepare << "SELECT definition, unit, seq, new_value FROM change WHERE period = :p AND "
                                    "substr(place, 1, :n) = :prefix ORDER BY definition, unit, seq",
           use(period.value), use(length), use(prefix), into(key.definition.value), into(key.unit.value),
           into(sequence), into(text));
      statement.execute();
      while (statement.fetch()) {
        const auto event = readSubmissionEvent(text);
        if (event && std::find(kinds.begin(), kinds.end(), event->kind) != kinds.end())
          found.emplace_back(key, sequence);
      }
    }
    std::vector<SectionEvent> events;
    std::vector<JournalEntry> entries;  // of the section that was read last
    SectionKey read;
    for (const auto& [section, at] : found) {
      if (section != read) {
        CCHC_TRY(entries, journal(section));
        read = section;
      }
      for (const auto& entry : entries) {
        if (entry.sequence == at) events.push_back({section, entry});
      }
    }
    return events;
  });
}

Result<std::vector<SectionKey>> Store::journaledSections() {
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

Result<std::vector<Store::JournaledSubmission>> Store::journaledSubmissions(const SectionKey& key) {
  CCHC_TRY(const auto entries, journal(key));
  store::JournaledStates states;
  for (const auto& entry : entries) states.replay(entry.change);
  std::vector<JournaledSubmission> all;
  for (const auto& [submission, state] : states.states()) {
    const auto& [revision, digest] = submission;
    all.push_back({revision, digest, state, states.receivedAt(submission)});
  }
  return all;
}

Result<std::vector<Finding>> Store::verifyJournal(const SectionKey& key) {
  CCHC_TRY(const auto entries, journal(key));
  CCHC_TRY(const auto content, draft(key));
  return store::guarded(session_->address, [&]() -> Result<std::vector<Finding>> {
    std::vector<SubmissionFacts> submissions;
    SubmissionFacts one;
    int here = 0, state = 0;
    long long revision = 0, version = 0;
    soci::statement statement =
        (session_->sql.prepare
             << "SELECT revision, digest, definition_version, definition_digest, state, journal_head, "
                "CASE checked_by WHEN '' THEN 1 ELSE 0 "
                "END FROM submission WHERE period = :p AND definition = :d AND unit = :u ORDER BY "
                "revision, digest",
         use(key.period.value), use(key.definition.value), use(key.unit.value), into(revision), into(one.digest),
         into(version), into(one.definitionDigest), into(state), into(one.journalHead), into(here));
    statement.execute();
    while (statement.fetch()) {
      one.here = here == 1, one.revision = store::bounded(revision);
      one.definitionVersion = store::bounded(version);
      one.state = static_cast<SubmissionState>(state);
      submissions.push_back(one);
    }
    return JournalCheck(key, entries, submissions).run(store::sectionRow(*session_, key, false), content);
  });
}

}  // namespace cchc
