// One database session, and how its errors become ours. Private to store/.
#pragma once
#include <soci/soci.h>

#include "core/store/copies.h"
#include "core/store/store.h"

namespace sqlite_api {
struct sqlite3;  // SOCI puts SQLite's own names there
}

namespace cchc {

// A folder of its own, gone with it.
struct TemporaryCopy {
  std::filesystem::path folder;
  TemporaryCopy() = default;
  TemporaryCopy(const TemporaryCopy&) = delete;
  TemporaryCopy& operator=(const TemporaryCopy&) = delete;
  ~TemporaryCopy() {
    std::error_code ignored;
    if (!folder.empty()) std::filesystem::remove_all(folder, ignored);
  }
};

struct Store::Session {
  TemporaryCopy copy;  // what is read in place of a file that may not be written
  soci::session sql;
  bool postgres = false;
  bool readOnly = false;
  std::string address;
  const Clock* clock = nullptr;
};

namespace store {

// What a database error means for a person: store.full, store.read-only, store.denied, store.connection-lost,
// store.busy, store.not-a-store, store.damaged, store.failed.
Error errorOf(const std::exception& error, const std::string& address);

// Runs `work`, which may throw what SOCI throws; its own Result passes through. Whatever finds damage names the copy
// that there is.
template <class Work>
auto guarded(const std::string& address, const Work& work) -> decltype(work()) {
  try {
    auto result = work();
    if (!result) result.error() = offeringCopy(std::move(result.error()), address);
    return result;
  } catch (const std::exception& error) {
    return tl::unexpected<Error>(offeringCopy(errorOf(error, address), address));
  }
}

// The file that was opened is not the one that lies there now: what is written into it would be lost.
struct Replaced : std::runtime_error {
  Replaced() : std::runtime_error("replaced") {}
};
bool isReplaced(soci::session& sqlite);

// Begun at once for writing, so that two writers wait for one another instead of failing half-way. Rolled back unless
// committed. Throws Replaced.
class Transaction {
 public:
  Transaction(soci::session& sql, bool postgres) : sql_(sql) {
    sql_ << (postgres ? "BEGIN" : "BEGIN IMMEDIATE");
    if (postgres || !isReplaced(sql_)) return;
    undo();
    throw Replaced();
  }
  ~Transaction() {
    if (!done_) undo();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    sql_ << "COMMIT";
    done_ = true;
  }

 private:
  void undo() {
    try {
      sql_ << "ROLLBACK";
    } catch (const std::exception&) {
      // The connection is gone or the database rolled back by itself: there is nothing left to undo.
    }
  }
  soci::session& sql_;
  bool done_ = false;
};

inline std::string textOf(const std::optional<Date>& date) { return date ? date->toText() : std::string(); }
inline std::optional<Date> dateOf(const std::string& text) { return Date::parse(text); }
template <class IdType>
std::string textOf(const std::optional<IdType>& id) {
  return id ? id->value : std::string();
}
template <class IdType>
std::optional<IdType> idOf(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(IdType(text));
}

// A consistent copy of a SQLite store, while others write to it: complete and sound under its name, or not there.
// store.damaged when the store's own pages are; store.backup-failed.
Status copyStore(soci::session& sql, const std::filesystem::path& target, const std::string& address);
// The same of a file, by a connection of its own.
Status copyStore(const std::filesystem::path& from, const std::filesystem::path& target, const std::string& address);
// What SQLite's own check finds first; "" when nothing.
std::string quickCheck(sqlite_api::sqlite3* database);

// Makes the schema, or moves an older one forward in steps after a backup of a SQLite file. One process does, the
// others wait for it.
Status migrate(soci::session& sql, bool postgres, const std::string& address);

// Appends to the section's chain and answers the new head.
std::string appendJournal(soci::session& sql, const SectionKey& key, const std::string& head, const Change& change);
std::string journalDigest(const std::string& previous, const SectionKey& key, const Change& change);

// The section's row, or nothing. `lock`: held until the transaction ends.
std::optional<SectionHeader> sectionRow(Store::Session& session, const SectionKey& key, bool lock);
void writeSectionRow(soci::session& sql, const SectionHeader& header);
// Who put a section into the state that it is in, and when: "Nguyễn Văn A, 2023-08-28T09:14:00Z"; "—" when nobody did
// yet.
std::string lastMove(soci::session& sql, const SectionKey& key);
// A received section without a row of its own: what its latest submission says, and the head of its journal, which
// begins with its first receipt.
std::optional<SectionHeader> receivedHeader(Store::Session& session, const SectionKey& key);
// The journal's place of what happens to a submission: "submission:2". Values: "received DIGEST", "rival DIGEST",
// "signed DIGEST", "chosen DIGEST", each with who signed it, if anybody; "decided by NAME" of a return that came as a
// file.
std::string submissionPlace(int revision);
// Appends such an entry; the caller writes the section's row, where it has one.
void noteSubmission(Store::Session& session, SectionHeader& header, int revision, const std::string& what,
                    const Actor& who);
// Holds others off until the transaction ends, where the journal of a section without a row may be written: there is no
// row to lock.
void lockRowless(Store::Session& session);
// A section with a row is submitted again when a newer revision than its own lies there. Nothing else changes anything.
Status takeUpNewer(Store::Session& session, SectionHeader& header, const Actor& who);
// The section that somebody decides on, held until the transaction ends; of one that was only received, what its
// submission says. A newer `revision` that came in while the report was issued is taken up first. section.not-received.
Result<SectionHeader> headerToDecideOn(Store::Session& session, const SectionKey& key, int revision, const Actor& who);
// How many packages stand beside the one that counts, of this revision, and nobody has chosen since the last of them
// came in.
int undecidedRivals(soci::session& sql, const SectionKey& key, int revision);
// Makes a transition of a section that has a row, with its journal entry.
Status moveSection(Store::Session& session, SectionHeader& header, SectionAction action, const Actor& who,
                   const std::string& reason);

}  // namespace store
}  // namespace cchc
