// Sections and their states.
#include <algorithm>

#include "core/store/issued/issued_tables.h"
#include "core/store/received_section.h"
#include "core/store/section_row.h"
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

Result<SectionHeader> Store::openSection(const SectionKey& key, const SectionDefinition& definition, const Actor& who) {
  return store::written(*session_, [&]() -> Result<SectionHeader> {
    if (auto row = store::sectionRow(*session_, key, true)) {
      const bool editable = row->state == SectionState::draft || row->state == SectionState::returned;
      const bool moves = row->definitionDigest != definition.digest && row->definitionVersion <= definition.version;
      if (!editable || !moves) return std::move(*row);
      row->definitionVersion = definition.version;
      row->definitionDigest = definition.digest;
      store::writeSectionRow(session_->sql, *row);
      return std::move(*row);
    }
    store::lockSectionWithoutRow(*session_, key);
    auto header = store::receivedHeader(*session_, key).value_or(SectionHeader{});
    const bool received = header.revision > 0;
    header.key = key;
    if (!received) {
      CCHC_CHECK(permits(who.desk, DeskCommand::edit, store::reporterOf(session_->sql, key), std::nullopt));
      header.definitionVersion = definition.version;
      header.definitionDigest = definition.digest;
    }
    store::writeSectionRow(session_->sql, header);
    return header;
  });
}

Result<std::optional<SectionHeader>> Store::section(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<std::optional<SectionHeader>> {
    if (auto row = store::sectionRow(*session_, key, false)) return row;
    return store::receivedHeader(*session_, key);
  });
}

Result<std::vector<SectionHeader>> Store::sections(const PeriodId& period) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<SectionHeader>> {
    std::vector<SectionHeader> headers;
    std::string definition, unit;
    SectionHeader header;
    int state = 0;
    long long version = 0, revision = 0;
    {
      soci::statement statement =
          (session_->sql.prepare << "SELECT definition, unit, definition_version, "
                                    "definition_digest, state, revision, head_digest, reason "
                                    "FROM section WHERE period = :p ORDER BY definition, unit",
           use(period.value), into(definition), into(unit), into(version), into(header.definitionDigest), into(state),
           into(revision), into(header.headDigest), into(header.reason));
      statement.execute();
      while (statement.fetch()) {
        header.key = {DefinitionId(definition), OrgUnitId(unit), period};
        header.state = static_cast<SectionState>(state);
        header.definitionVersion = store::bounded(version), header.revision = store::bounded(revision);
        headers.push_back(header);
      }
    }
    // Sections that were only received have no row: the latest revision of each.
    SectionHeader derived;
    soci::statement statement =
        (session_->sql.prepare << "SELECT s.definition, s.unit, max(s.revision), max(s.definition_version) FROM "
                                  "submission s WHERE s.period = :p AND NOT EXISTS "
                                  "(SELECT 1 FROM section x WHERE x.period = s.period AND x.definition = s.definition "
                                  "AND x.unit = s.unit) "
                                  "GROUP BY s.definition, s.unit",
         use(period.value), into(definition), into(unit), into(revision), into(version));
    statement.execute();
    while (statement.fetch()) {
      derived.key = {DefinitionId(definition), OrgUnitId(unit), period};
      derived.state = SectionState::submitted;
      derived.definitionVersion = store::bounded(version), derived.revision = store::bounded(revision);
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
    int defined = 0;
    session_->sql << "SELECT CASE WHEN to_regprocedure('cchc_hidden_sections(text)') IS NULL THEN 0 ELSE 1 END",
        into(defined);
    if (defined == 0) return headers;
    std::string definition, unit;
    int state = 0;
    long long revision = 0;
    soci::statement statement =
        (session_->sql.prepare
             << "SELECT definition, unit, state, revision FROM cchc_hidden_sections(:p) ORDER BY definition, unit",
         use(period.value), into(definition), into(unit), into(state), into(revision));
    statement.execute();
    while (statement.fetch()) {
      SectionHeader header;
      header.key = {DefinitionId(definition), OrgUnitId(unit), period};
      header.state = static_cast<SectionState>(state);
      header.revision = store::bounded(revision);
      headers.push_back(header);
    }
    return headers;
  });
}

Result<std::string> Store::lastTransition(const SectionKey& key) {
  return store::guarded(session_->address,
                        [&]() -> Result<std::string> { return store::lastTransition(session_->sql, key); });
}

Result<SectionHeader> Store::transition(const SectionKey& key, DeskCommand command, const Actor& who,
                                        const std::string& reason, const std::string& decidedBy) {
  return store::written(*session_, [&]() -> Result<SectionHeader> {
    auto header = store::lockedHeader(*session_, key);
    if (!header) return fail(store::absentSection(*session_, key, command, who, "section.not-begun"));
    if (!decidedBy.empty())
      store::journalSubmission(*session_, *header, header->revision, {SubmissionEvent::Kind::decided, decidedBy}, who);
    CCHC_CHECK(store::makeTransition(*session_, *header, command, who, reason));
    // What was received while the section was issued now waits for review.
    if (command == DeskCommand::reopen) {
      CCHC_CHECK(store::supersedeByNewer(*session_, *header, who));
      store::noteReopened(*session_, key);
    }
    return std::move(*header);
  });
}

}  // namespace cchc
