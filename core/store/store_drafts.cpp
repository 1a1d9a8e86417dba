// Drafts, and the edits that change them.
#include "core/store/drafts/draft_edits.h"
#include "core/store/section_row.h"
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

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
    std::string place;
    soci::statement values =
        (session_->sql.prepare << "SELECT place, value FROM draft_value WHERE period = :p AND definition = :d AND unit "
                                  "= :u ORDER BY place",
         use(key.period.value), use(key.definition.value), use(key.unit.value), into(place), into(value.value));
    values.execute();
    while (values.fetch()) {
      value.place = Address::inDraft(place);
      content.values.push_back(value);
    }
    return content;
  });
}

Result<ApplyOutcome> Store::apply(const SectionKey& key, const Change& change) {
  CCHC_TRY(auto outcomes, apply(key, std::span(&change, 1)));
  return std::move(outcomes.front());
}

Result<std::vector<ApplyOutcome>> Store::apply(const SectionKey& key, std::span<const Change> changes) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<ApplyOutcome>> {
    store::Transaction transaction(session_->sql, session_->postgres);
    auto header = store::sectionRow(*session_, key, true);
    if (!header) return fail("section.not-begun", keyText(key));
    // The store itself refuses edits of a locked section, whoever makes them.
    const auto who = changes.empty() ? Actor() : changes.front().who;
    if (const auto allowed = store::permitted(*session_, *header, DeskCommand::edit, who); !allowed)
      return fail(editRefusal(allowed.error()));
    CCHC_TRY(auto outcomes, store::applyToDraft(*session_, *header, changes));
    if (store::haveConflict(outcomes)) {  // all or nothing: the transaction rolls back
      for (auto& outcome : outcomes) outcome.applied = outcome.appliedBefore;
      return outcomes;
    }
    store::writeSectionRow(session_->sql, *header);
    transaction.commit();
    return outcomes;
  });
}

}  // namespace cchc
