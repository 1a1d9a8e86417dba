// Sections, their drafts, and the edits that change them.
#include <algorithm>
#include <charconv>

#include "core/base/digest.h"
#include "core/base/vietnamese.h"
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

namespace store {

std::optional<SectionHeader> sectionRow(Store::Session& session, const SectionKey& key, bool lock) {
  SectionHeader header;
  header.key = key;
  int state = 0;
  const std::string query =
      "SELECT definition_version, definition_digest, state, revision, head_digest, reason FROM section WHERE period = "
      ":p AND definition = :d "
      "AND unit = :u" +
      std::string(lock && session.postgres ? " FOR UPDATE" : "");
  session.sql << query, use(key.period.value), use(key.definition.value), use(key.unit.value),
      into(header.definitionVersion), into(header.definitionDigest), into(state), into(header.revision),
      into(header.headDigest), into(header.reason);
  if (!session.sql.got_data()) return std::nullopt;
  header.state = static_cast<SectionState>(state);
  return header;
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

std::string lastMove(soci::session& sql, const SectionKey& key) {
  std::string who, at;
  sql << "SELECT who, at FROM change WHERE period = :p AND definition = :d AND unit = :u AND place = 'state' ORDER BY "
         "seq DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(who), into(at);
  if (!sql.got_data()) {
    sql << "SELECT who, at FROM change WHERE period = :p AND definition = :d AND unit = :u AND substr(place, 1, 11) = "
           "'submission:' ORDER BY seq DESC LIMIT 1",
        use(key.period.value), use(key.definition.value), use(key.unit.value), into(who), into(at);
  }
  if (!sql.got_data()) {  // received by a program that did not write it into the journal
    sql << "SELECT who, submitted_at FROM submission WHERE period = :p AND definition = :d AND unit = :u AND state <> "
           "3 ORDER BY revision DESC LIMIT 1",
        use(key.period.value), use(key.definition.value), use(key.unit.value), into(who), into(at);
    if (!sql.got_data()) return "—";
  }
  const auto moment = parseTime(at);
  return who + ", " + (moment ? vietnamese::moment(*moment) : at);
}

Status moveSection(Store::Session& session, SectionHeader& header, SectionAction action, const Actor& who,
                   const std::string& reason) {
  auto next = cchc::transition(header.state, action, who.roles);
  if (!next) {
    next.error().place = keyText(header.key);
    next.error().parameters.push_back({"since", lastMove(session.sql, header.key)});
    return fail(next.error());
  }
  Change change{
      newId(), "state", std::string(stateName(header.state)), std::string(stateName(*next)), who, session.clock->now()};
  if (!reason.empty()) change.newValue += ": " + reason;
  header.headDigest = appendJournal(session.sql, header.key, header.headDigest, change);
  header.state = *next;
  if (action == SectionAction::giveBack || action == SectionAction::askReturn || action == SectionAction::refuseReturn)
    header.reason = reason;
  if (action == SectionAction::accept) header.reason.clear();
  writeSectionRow(session.sql, header);
  return {};
}

}  // namespace store

namespace {

// One edit of a draft.
class DraftEdit {
 public:
  DraftEdit(Store::Session& session, const SectionKey& key, const Change& change)
      : sql_(session.sql), key_(key), change_(change) {
    place_ = parsePlace(change.place);
    // Comments (#code@place), groups and kept values name a place inside their own: those are no rows.
    const bool plain =
        !change.place.starts_with('#') && !change.place.starts_with("group:") && !change.place.starts_with("kept:");
    row_ = plain && place_ && !place_->table.empty() && place_->column.empty();
  }

  bool ofRow() const { return row_; }

  std::string present() {
    std::string value;
    if (row_) {
      long long position = 0;
      sql_ << "SELECT position FROM draft_row WHERE period = :p AND definition = :d AND unit = :u AND tbl = :t AND "
              "row_id = :r",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(place_->table),
          use(place_->row), into(position);
      return sql_.got_data() ? std::to_string(position) : std::string();
    }
    sql_ << "SELECT value FROM draft_value WHERE period = :p AND definition = :d AND unit = :u AND place = :place",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(change_.place), into(value);
    return sql_.got_data() ? value : std::string();
  }

  // Who wrote what stands there.
  Actor author() {
    Actor who;
    sql_ << "SELECT who, login, station FROM change WHERE period = :p AND definition = :d AND unit = :u AND place = "
            ":place ORDER BY seq DESC LIMIT 1",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(change_.place), into(who.name),
        into(who.login), into(who.station);
    return who;
  }

  void write() {
    if (row_) return writeRow();
    if (change_.newValue.empty()) {
      sql_ << "DELETE FROM draft_value WHERE period = :p AND definition = :d AND unit = :u AND place = :place",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(change_.place);
      return;
    }
    sql_ << "INSERT INTO draft_value (period, definition, unit, place, value, change_id) VALUES (:p, :d, :u, :place, "
            ":value, :change) "
            "ON CONFLICT (period, definition, unit, place) DO UPDATE SET value = excluded.value, change_id = "
            "excluded.change_id",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(change_.place),
        use(change_.newValue), use(change_.id);
  }

 private:
  void writeRow() {
    if (change_.newValue.empty()) {
      // The row's cells were blanked by changes of their own, or go with it.
      const auto prefix = place_->table + "[" + place_->row + "].";
      const auto length = static_cast<int>(lengthInCharacters(prefix));
      sql_ << "DELETE FROM draft_value WHERE period = :p AND definition = :d AND unit = :u AND substr(place, 1, :n) = "
              ":prefix",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(length), use(prefix);
      sql_ << "DELETE FROM draft_row WHERE period = :p AND definition = :d AND unit = :u AND tbl = :t AND row_id = :r",
          use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(place_->table),
          use(place_->row);
      return;
    }
    long long position = 0;
    std::from_chars(change_.newValue.data(), change_.newValue.data() + change_.newValue.size(), position);
    sql_ << "INSERT INTO draft_row (period, definition, unit, tbl, row_id, position) VALUES (:p, :d, :u, :t, :r, "
            ":position) "
            "ON CONFLICT (period, definition, unit, tbl, row_id) DO UPDATE SET position = excluded.position",
        use(key_.period.value), use(key_.definition.value), use(key_.unit.value), use(place_->table), use(place_->row),
        use(position);
  }

  static std::size_t lengthInCharacters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
  }

  soci::session& sql_;
  const SectionKey& key_;
  const Change& change_;
  std::optional<Place> place_;
  bool row_ = false;
};

bool appliedBefore(soci::session& sql, const std::string& id) {
  int count = 0;
  sql << "SELECT count(*) FROM change WHERE id = :id", use(id), into(count);
  return count > 0;
}

}  // namespace

Result<SectionHeader> Store::openSection(const SectionKey& key, const SectionDefinition& definition) {
  return store::guarded(session_->address, [&]() -> Result<SectionHeader> {
    store::Transaction transaction(session_->sql, session_->postgres);
    if (auto there = store::sectionRow(*session_, key, true)) return std::move(*there);
    store::lockRowless(*session_);
    auto header = store::receivedHeader(*session_, key).value_or(SectionHeader{});
    const bool received = header.revision > 0;
    header.key = key;
    if (!received) {
      header.definitionVersion = definition.version;
      header.definitionDigest = definition.digest;
    }
    store::writeSectionRow(session_->sql, header);
    transaction.commit();
    return header;
  });
}

Result<std::optional<SectionHeader>> Store::section(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<std::optional<SectionHeader>> {
    if (auto there = store::sectionRow(*session_, key, false)) return there;
    return store::receivedHeader(*session_, key);
  });
}

Result<std::vector<SectionHeader>> Store::sections(const PeriodId& period) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<SectionHeader>> {
    std::vector<SectionHeader> headers;
    std::string definition, unit;
    SectionHeader header;
    int state = 0;
    {
      soci::statement statement = (session_->sql.prepare << "SELECT definition, unit, definition_version, "
                                                            "definition_digest, state, revision, head_digest, reason "
                                                            "FROM section WHERE period = :p ORDER BY definition, unit",
                                   use(period.value), into(definition), into(unit), into(header.definitionVersion),
                                   into(header.definitionDigest), into(state), into(header.revision),
                                   into(header.headDigest), into(header.reason));
      statement.execute();
      while (statement.fetch()) {
        header.key = {DefinitionId(definition), OrgUnitId(unit), period};
        header.state = static_cast<SectionState>(state);
        headers.push_back(header);
      }
    }
    // Received ones without a row, the latest revision of each.
    SectionHeader derived;
    soci::statement statement =
        (session_->sql.prepare << "SELECT s.definition, s.unit, max(s.revision), max(s.definition_version) FROM "
                                  "submission s WHERE s.period = :p AND NOT EXISTS "
                                  "(SELECT 1 FROM section x WHERE x.period = s.period AND x.definition = s.definition "
                                  "AND x.unit = s.unit) "
                                  "GROUP BY s.definition, s.unit",
         use(period.value), into(definition), into(unit), into(derived.revision), into(derived.definitionVersion));
    statement.execute();
    while (statement.fetch()) {
      derived.key = {DefinitionId(definition), OrgUnitId(unit), period};
      derived.state = SectionState::submitted;
      headers.push_back(derived);
    }
    std::sort(headers.begin(), headers.end(),
              [](const SectionHeader& a, const SectionHeader& b) { return a.key < b.key; });
    return headers;
  });
}

Result<std::vector<SectionHeader>> Store::hiddenSections(const PeriodId& period) {
  std::vector<SectionHeader> headers;
  if (!session_->postgres) return headers;
  return store::guarded(session_->address, [&]() -> Result<std::vector<SectionHeader>> {
    int there = 0;
    session_->sql << "SELECT CASE WHEN to_regprocedure('cchc_hidden_sections(text)') IS NULL THEN 0 ELSE 1 END",
        into(there);
    if (there == 0) return headers;
    std::string definition, unit;
    int state = 0, revision = 0;
    soci::statement statement =
        (session_->sql.prepare
             << "SELECT definition, unit, state, revision FROM cchc_hidden_sections(:p) ORDER BY definition, unit",
         use(period.value), into(definition), into(unit), into(state), into(revision));
    statement.execute();
    while (statement.fetch()) {
      SectionHeader header;
      header.key = {DefinitionId(definition), OrgUnitId(unit), period};
      header.state = static_cast<SectionState>(state);
      header.revision = revision;
      headers.push_back(header);
    }
    return headers;
  });
}

Result<DraftContent> Store::draft(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<DraftContent> {
    DraftContent content;
    DraftRow row;
    soci::statement rows =
        (session_->sql.prepare
             << "SELECT tbl, row_id, position FROM draft_row WHERE period = :p AND definition = :d AND unit = :u "
                "ORDER BY tbl, position, row_id",
         use(key.period.value), use(key.definition.value), use(key.unit.value), into(row.table), into(row.row),
         into(row.position));
    rows.execute();
    while (rows.fetch()) content.rows.push_back(row);
    DraftValue value;
    soci::statement values =
        (session_->sql.prepare << "SELECT place, value FROM draft_value WHERE period = :p AND definition = :d AND unit "
                                  "= :u ORDER BY place",
         use(key.period.value), use(key.definition.value), use(key.unit.value), into(value.place), into(value.value));
    values.execute();
    while (values.fetch()) content.values.push_back(value);
    return content;
  });
}

Result<ApplyOutcome> Store::apply(const SectionKey& key, const Change& change) {
  CCHC_TRY(auto outcomes, apply(key, std::span(&change, 1)));
  return std::move(outcomes.front());
}

Result<std::vector<ApplyOutcome>> Store::apply(const SectionKey& key, std::span<const Change> changes) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<ApplyOutcome>> {
    std::vector<ApplyOutcome> outcomes;
    store::Transaction transaction(session_->sql, session_->postgres);
    auto header = store::sectionRow(*session_, key, true);
    if (!header) return fail("section.not-begun", keyText(key));
    // The store itself keeps what is locked from being edited, whoever asks.
    if (const auto allowed = cchc::transition(header->state, SectionAction::edit,
                                              changes.empty() ? allRoles : changes.front().who.roles);
        !allowed) {
      auto error = allowed.error();
      if (error.code == "section.transition")
        error = {"section.locked", "", stateParameters(header->state), ErrorKind::refusal};
      error.place = keyText(key);
      error.parameters.push_back({"since", store::lastMove(session_->sql, key)});
      return fail(std::move(error));
    }
    bool conflict = false;
    for (const auto& change : changes) {
      ApplyOutcome outcome;
      outcome.applied = outcome.before = appliedBefore(session_->sql, change.id);
      if (!outcome.applied) {
        DraftEdit edit(*session_, key, change);
        const auto present = edit.present();
        // A row's position is order, not data: only whether the row is there can conflict.
        if (present == change.oldValue || (edit.ofRow() && present.empty() == change.oldValue.empty())) {
          edit.write();
          header->headDigest = store::appendJournal(session_->sql, key, header->headDigest, change);
          outcome.applied = true;
        } else {
          outcome.other = present;
          outcome.by = edit.author();
          outcome.conflict = conflict = true;
        }
      }
      outcomes.push_back(std::move(outcome));
    }
    if (conflict) {  // all or nothing: the transaction is rolled back
      for (auto& outcome : outcomes) outcome.applied = outcome.before;
      return outcomes;
    }
    store::writeSectionRow(session_->sql, *header);
    transaction.commit();
    return outcomes;
  });
}

Result<std::string> Store::lastMove(const SectionKey& key) {
  return store::guarded(session_->address,
                        [&]() -> Result<std::string> { return store::lastMove(session_->sql, key); });
}

Result<SectionHeader> Store::transition(const SectionKey& key, SectionAction action, const Actor& who,
                                        const std::string& reason, const std::string& decidedBy) {
  return store::guarded(session_->address, [&]() -> Result<SectionHeader> {
    store::Transaction transaction(session_->sql, session_->postgres);
    auto header = store::sectionRow(*session_, key, true);
    if (!header) {
      store::lockRowless(*session_);
      header = store::receivedHeader(*session_, key);
    }
    if (!header) return fail("section.not-begun", keyText(key));
    if (!decidedBy.empty()) store::noteSubmission(*session_, *header, header->revision, "decided by " + decidedBy, who);
    CCHC_CHECK(store::moveSection(*session_, *header, action, who, reason));
    // What came in while it was issued waits for review now.
    if (action == SectionAction::reopen) CCHC_CHECK(store::takeUpNewer(*session_, *header, who));
    transaction.commit();
    return std::move(*header);
  });
}

}  // namespace cchc
