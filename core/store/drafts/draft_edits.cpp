#include "core/store/drafts/draft_edits.h"

#include <algorithm>
#include <charconv>

#include "core/store/journal_chain.h"

namespace cchc::store {

using soci::into;
using soci::use;

namespace {

// One edit of a draft.
class DraftEdit {
 public:
  DraftEdit(Store::Session& session, const SectionKey& key, const Change& change)
      : session_(session),
        sql_(session.sql),
        key_(key),
        change_(change),
        place_(addressText(change.place)),
        row_(change.place.row()) {}

  bool isRow() const { return row_ != nullptr; }

  // The draft's value at the place; "" for none.
  std::string present() {
    std::string value;
    if (row_ != nullptr) {
      long long position = 0;
      sql_ << "SELECT position FROM draft_row WHERE period = :p AND definition = :d AND unit = :u AND tbl = :t AND "
              "row_id = :r",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(row_->table), use(row_->row),
          into(position);
      return sql_.got_data() ? std::to_string(position) : std::string();
    }
    sql_ << "SELECT value FROM draft_value WHERE period = :p AND definition = :d AND unit = :u AND place = :place",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(place_), into(value);
    return sql_.got_data() ? value : std::string();
  }

  // Who wrote that value.
  Actor author() {
    Actor who;
    sql_ << "SELECT who, login, station FROM change WHERE period = :p AND definition = :d AND unit = :u AND place = "
            ":place ORDER BY seq DESC LIMIT 1",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(place_), into(who.name),
        into(who.login), into(who.station);
    return who;
  }

  void write() {
    if (row_ != nullptr) return writeRow();
    if (change_.newValue.empty() && hasFunction(session_, "cchc_clear_value(text, text, text, text)")) {
      sql_ << "SELECT cchc_clear_value(:p, :d, :u, :place)", use(key_.period.value), use(key_.definition.value),
          use(key_.unit.value), use(place_);
      return;
    }
    if (change_.newValue.empty()) {
      sql_ << "DELETE FROM draft_value WHERE period = :p AND definition = :d AND unit = :u AND place = :place",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(place_);
      return;
    }
    sql_ << "INSERT INTO draft_value (period, definition, unit, place, value, change_id) VALUES (:p, :d, :u, :place, "
            ":value, :change) "
            "ON CONFLICT (period, definition, unit, place) DO UPDATE SET value = excluded.value, change_id = "
            "excluded.change_id",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(place_), use(change_.newValue),
        use(change_.id);
  }

 private:
  void writeRow() {
    if (change_.newValue.empty()) {
      // Cells that were not cleared by separate changes are removed together with their row.
      const auto prefix = cellsPrefix(*row_);
      if (hasFunction(session_, "cchc_clear_row(text, text, text, text, text, text)")) {
        sql_ << "SELECT cchc_clear_row(:p, :d, :u, :t, :r, :cells)", use(key_.period.value), use(key_.definition.value),
            use(key_.unit.value), use(row_->table), use(row_->row), use(prefix);
        return;
      }
      const auto length = static_cast<int>(lengthInCharacters(prefix));
      sql_ << "DELETE FROM draft_value WHERE period = :p AND definition = :d AND unit = :u AND substr(place, 1, :n) = "
              ":prefix",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(length), use(prefix);
      sql_ << "DELETE FROM draft_row WHERE period = :p AND definition = :d AND unit = :u AND tbl = :t AND row_id = :r",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(row_->table), use(row_->row);
      return;
    }
    long long position = 0;
    std::from_chars(change_.newValue.data(), change_.newValue.data() + change_.newValue.size(), position);
    sql_ << "INSERT INTO draft_row (period, definition, unit, tbl, row_id, position) VALUES (:p, :d, :u, :t, :r, "
            ":position) "
            "ON CONFLICT (period, definition, unit, tbl, row_id) DO UPDATE SET position = excluded.position",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(row_->table), use(row_->row),
        use(position);
  }

  static std::size_t lengthInCharacters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
  }

  Store::Session& session_;
  soci::session& sql_;
  const SectionKey& key_;
  const Change& change_;
  std::string place_;
  const RowPlace* row_;
};

// Transitions, remarks and submissions are journalled by other functions, and are not values of a draft.
bool isOfDraft(const Address& address) {
  return address.place() != nullptr || address.explanation() != nullptr || address.kept() != nullptr;
}

bool appliedBefore(soci::session& sql, const std::string& id) {
  int count = 0;
  sql << "SELECT count(*) FROM change WHERE id = :id", use(id), into(count);
  return count > 0;
}

}  // namespace

Result<std::vector<ApplyOutcome>> applyToDraft(Store::Session& session, SectionHeader& header,
                                               std::span<const Change> changes) {
  const auto& key = header.key;
  std::vector<ApplyOutcome> outcomes;
  for (const auto& change : changes) {
    // An import is noted in the journal alone.
    const bool noted = change.place.import() != nullptr;
    if (!noted && !isOfDraft(change.place))
      return fail("values.unknown-field", keyText(key), {{"id", addressText(change.place)}});
    ApplyOutcome outcome;
    outcome.applied = outcome.appliedBefore = appliedBefore(session.sql, change.id);
    if (!outcome.applied && noted) {
      header.headDigest = appendJournal(session.sql, key, header.headDigest, change);
      outcome.applied = true;
    } else if (!outcome.applied) {
      DraftEdit edit(session, key, change);
      const auto present = edit.present();
      // The position of a row is not data: only whether the row exists can conflict.
      if (present == change.oldValue || (edit.isRow() && present.empty() == change.oldValue.empty())) {
        edit.write();
        header.headDigest = appendJournal(session.sql, key, header.headDigest, change);
        outcome.applied = true;
      } else {
        outcome.other = present;
        outcome.by = edit.author();
        outcome.conflict = true;
      }
    }
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

bool haveConflict(std::span<const ApplyOutcome> outcomes) {
  return std::any_of(outcomes.begin(), outcomes.end(), [](const ApplyOutcome& outcome) { return outcome.conflict; });
}

}  // namespace cchc::store
