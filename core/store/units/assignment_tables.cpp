#include "core/store/units/assignment_tables.h"

#include <map>
#include <set>
#include <utility>

#include "core/base/digest.h"
#include "core/store/journal_chain.h"
#include "core/store/received_section.h"
#include "core/store/section_row.h"

namespace cchc::store {

using soci::into;
using soci::use;

namespace {

SectionKey sectionOf(const Assignment& assignment) {
  return {assignment.definition, assignment.subject, assignment.period};
}

bool isBegun(soci::session& sql, const SectionKey& key) {
  for (const auto* table : {"section", "submission", "change"}) {
    int count = 0;
    sql << "SELECT count(*) FROM " + std::string(table) + " WHERE period = :p AND definition = :d AND unit = :u",
        use(key.period.value), use(key.definition.value), use(key.unit.value), into(count);
    if (count > 0) return true;
  }
  return false;
}

// The section as it is, even if only its journal is here.
SectionHeader headerOf(Store::Session& session, const SectionKey& key) {
  if (auto header = lockedHeader(session, key)) return *header;
  SectionHeader header;
  header.key = key;
  session.sql
      << "SELECT digest FROM change WHERE period = :p AND definition = :d AND unit = :u ORDER BY seq DESC LIMIT 1",
      use(key.period.value), use(key.definition.value), use(key.unit.value), into(header.headDigest);
  return header;
}

Error begunError(const SectionKey& key, const OrgUnitId& from, const OrgUnitId& to) {
  return {"assignment.begun",
          keyText(key),
          {{"section", key.definition.value},
           {"section_en", key.definition.value},
           {"unit", codeOf(key.unit)},
           {"period", key.period.value},
           {"from", codeOf(from)},
           {"to", to.empty() ? "—" : codeOf(to)}},
          ErrorKind::refusal};
}

}  // namespace

void journalOfSection(Store::Session& session, const SectionKey& key, const std::string& oldValue,
                      const SubmissionEvent& event, const Actor& who) {
  const bool hasRow = sectionRow(session, key, true).has_value();
  auto header = headerOf(session, key);
  header.headDigest = appendJournal(session.sql, key, header.headDigest,
                                    {newId(), Address::ofSubmission(header.revision), oldValue,
                                     submissionEventText(event), who, session.clock->now()});
  if (hasRow) writeSectionRow(session.sql, header);
}

std::vector<Store::Reassignment> reassignmentsIn(Store::Session& session, std::span<const Assignment> assignments) {
  std::map<SectionKey, OrgUnitId> present;
  std::set<PeriodId> read;
  for (const auto& each : assignments) {
    if (!read.insert(each.period).second) continue;
    SectionKey key;
    key.period = each.period;
    OrgUnitId reporter;
    soci::statement statement =
        (session.sql.prepare << "SELECT definition, subject, reporter FROM assignment WHERE period = :p",
         use(key.period.value), into(key.definition.value), into(key.unit.value), into(reporter.value));
    statement.execute();
    while (statement.fetch()) present.emplace(key, reporter);
  }
  std::vector<Store::Reassignment> all;
  for (std::size_t i = 0; i < assignments.size(); ++i) {
    const auto key = sectionOf(assignments[i]);
    const auto found = present.find(key);
    if (found == present.end() || found->second == assignments[i].reporter || !isBegun(session.sql, key)) continue;
    auto header = sectionRow(session, key, false);
    if (!header) header = receivedHeader(session, key);
    all.push_back({i, found->second, header ? std::optional(header->state) : std::nullopt});
  }
  return all;
}

Status removeAssignments(Store::Session& session, std::span<const Assignment> assignments) {
  for (const auto& each : assignments) {
    const auto key = sectionOf(each);
    if (isBegun(session.sql, key)) return fail(begunError(key, each.reporter, {}));
    session.sql << "DELETE FROM assignment WHERE period = :p AND definition = :d AND subject = :s",
        use(each.period.value), use(each.definition.value), use(each.subject.value);
  }
  return {};
}

Status writeAssignments(Store::Session& session, std::span<const Assignment> assignments, const Actor& who,
                        const std::string& reason) {
  const auto taken = reassignmentsIn(session, assignments);
  if (!taken.empty() && reason.empty()) {
    const auto& first = assignments[taken.front().index];
    return fail(begunError(sectionOf(first), taken.front().from, first.reporter));
  }
  {
    std::string period, definition, subject, reporter, deadline;
    soci::statement statement =
        (session.sql.prepare << "INSERT INTO assignment (period, definition, subject, reporter, deadline) VALUES "
                                "(:period, :definition, :subject, :reporter, "
                                ":deadline) ON CONFLICT (period, definition, subject) DO UPDATE SET reporter = "
                                "excluded.reporter, deadline = excluded.deadline",
         use(period), use(definition), use(subject), use(reporter), use(deadline));
    for (const auto& assignment : assignments) {
      period = assignment.period.value, definition = assignment.definition.value, subject = assignment.subject.value;
      reporter = assignment.reporter.value, deadline = assignment.deadline ? assignment.deadline->toText() : "";
      statement.execute(true);
    }
  }
  for (const auto& one : taken) {
    const auto& assignment = assignments[one.index];
    journalOfSection(session, sectionOf(assignment), one.from.value,
                     {SubmissionEvent::Kind::reassigned, assignment.reporter.value + ": " + reason}, who);
  }
  return {};
}

}  // namespace cchc::store
