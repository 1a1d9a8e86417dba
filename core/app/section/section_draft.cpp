#include "core/app/section/section_draft.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "core/app/section/section_content.h"
#include "core/app/shared/outbox.h"
#include "core/app/suite/desk.h"
#include "core/base/digest.h"

namespace cchc {
namespace {

bool changesRows(const EditStep& step) {
  return std::any_of(step.edits.begin(), step.edits.end(), [](const Edit& edit) {
    return std::holds_alternative<RowInsert>(edit) || std::holds_alternative<RowRemove>(edit);
  });
}

// Makes one change of all changes of one place by one person. What comes back to its old value is not a change.
std::vector<Change> merged(std::vector<Change> changes) {
  std::map<Address, std::size_t> last;
  std::vector<Change> all;
  for (auto& change : changes) {
    const auto [entry, isNew] = last.try_emplace(change.place, all.size());
    if (!isNew && all[entry->second].who == change.who) {
      all[entry->second].newValue = std::move(change.newValue);
      continue;
    }
    entry->second = all.size();
    all.push_back(std::move(change));
  }
  std::erase_if(all, [](const Change& change) { return change.oldValue == change.newValue; });
  return all;
}

// The first change that was refused because another person has changed what this one saw. `seen`: the old values of the
// step's changes. The other changes only begin the section, and another person may have begun it first.
std::optional<std::size_t> realConflict(const std::vector<Change>& changes, const std::vector<ApplyOutcome>& outcomes,
                                        const std::map<Address, std::string>& seen) {
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (!outcomes[i].conflict) continue;
    const auto own = seen.find(changes[i].place);
    if (own != seen.end() && outcomes[i].other != own->second && outcomes[i].other != changes[i].newValue) return i;
  }
  return std::nullopt;
}

// Whether the office may submit the section itself. Errors: period.closed, and those of permits.
Status mayEnter(Suite& suite, DeskCommand command, const Period& period, const SectionKey& key) {
  if (period.closed) return fail("period.closed", period.id.value, {{"name", period.name}});
  const auto next = permitted(suite, command, key);
  return next ? Status() : fail(next.error());
}

bool sendsLater(const Suite& suite) { return suite.outbox && suite.outbox->sendsLater(); }

}  // namespace

Result<SectionDraft> SectionDraft::read(Suite& suite, const SectionKey& key, DeskCommand command) {
  SectionDraft draft(key, command);
  CCHC_CHECK(draft.readAgain(suite));
  return draft;
}

Status SectionDraft::readAgain(Suite& suite) {
  SectionDraft now(key_, command_);
  now.definition_ = definition_;
  if (!now.definition_) {
    CCHC_TRY(now.definition_, definitionFor(suite, key_));
  }
  CCHC_TRY(now.period_, periodOf(suite, key_.period));
  CCHC_TRY(now.parts_, partsInForce(suite, now.definition(), key_));
  now.header_.key = key_;
  CCHC_TRY(auto loaded, loadSection(suite, key_));
  // Another version of the form is in use since the section was read first, whose layout the caller goes by.
  bool replaced = false;
  if (loaded) {
    now.header_ = std::move(loaded->header);
    now.begun_ = loaded->draft;
    const auto& form = loaded->definition->definition();
    replaced = form.digest != now.definition().digest;
    if (replaced) {
      now.data_ = movedAlong(form, loaded->data, now.definition());
    } else {
      now.data_ = std::move(loaded->data);
      now.keeping_ = std::move(loaded->keeping);
    }
  } else {
    CCHC_TRY(now.data_, startingDataOf(suite, key_, now.period_, now.definition_));
  }
  now.order_.read(now.begun_ && !replaced ? loaded->rows : rowsOf(now.definition(), now.data_));
  CCHC_TRY(now.reporter_, suite.store.reporter(key_));
  const auto allowed =
      stored() ? mayEdit(suite, now.header_, now.period_) : mayEnter(suite, command_, now.period_, key_);
  CCHC_TRY(now.locked_, viewOnly(suite, now.header_, now.period_));
  if (!now.locked_ && replaced) now.locked_ = Error{"section.form-replaced", keyText(key_), {}, ErrorKind::refusal};
  if (!now.locked_ && !allowed) now.locked_ = allowed.error();
  if (!stored()) now.before_ = now.data_;
  *this = std::move(now);
  return {};
}

// Begins the section in the store, or queues its beginning. Returns the changes that must precede those of the step.
Result<std::vector<Change>> SectionDraft::beginFor(Suite& suite) {
  auto first = begun_ ? keeping_ : startingChanges(definition(), data_, suite);
  const bool moves = begun_ && header_.definitionDigest != definition().digest;
  if (begun_ && header_.state != SectionState::returned && !moves) return first;
  const auto& who = suite.options.actor;
  if (!sendsLater(suite)) {
    CCHC_TRY(header_, beginSection(suite.store, key_, definition(), who));
    return first;
  }
  // The outbox will begin the section. Another person may do so first, and the starting values then do not count.
  const bool starting = !begun_;
  CCHC_CHECK(suite.outbox->queueBeginning(key_, who, suite.now(), starting ? first : std::vector<Change>()));
  header_.state = SectionState::draft;
  header_.definitionVersion = definition().version;
  header_.definitionDigest = definition().digest;
  begun_ = true;
  return starting ? std::vector<Change>() : first;
}

// Applies the edits to the data. They are applied in order, since the position of a row depends on those before it.
std::vector<Change> SectionDraft::edit(const EditStep& step, const Suite& suite, EditStep& inverse) {
  std::vector<Change> changes;
  const auto& form = definition();
  inverse = {step.name, {}};
  for (const auto& edit : step.edits) {
    auto back = applyEdit(data_, edit);
    if (!back) continue;
    int position = 0;
    std::vector<RowOrder::Moved> moved;
    std::string table;
    if (const auto* insert = std::get_if<RowInsert>(&edit)) {
      table = form.tables[insert->table].id;
      const auto& rows = data_.tables[insert->table].rows;
      moved = order_.insert(table, rows, std::min(insert->position, rows.size() - 1));
      position = order_.of(table, insert->row.id);
    } else if (const auto* remove = std::get_if<RowRemove>(&edit)) {
      table = form.tables[remove->table].id;
      position = order_.of(table, remove->row);
      order_.remove(table, remove->row);
    }
    auto made = changesOf(form, edit, *back, position, suite);
    std::move(made.begin(), made.end(), std::back_inserter(changes));
    for (const auto& row : moved) {
      changes.push_back({newId(), Place::ofRow(table, row.row), std::to_string(row.from), std::to_string(row.to),
                         suite.options.actor, suite.now()});
    }
    inverse.edits.push_back(std::move(*back));
  }
  std::reverse(inverse.edits.begin(), inverse.edits.end());
  return changes;
}

void SectionDraft::revert(const EditStep& inverse, const std::optional<RowOrder>& order) {
  for (const auto& edit : inverse.edits) applyEdit(data_, edit);
  if (order) order_ = *order;
}

Result<SectionDraft::Applied> SectionDraft::apply(Suite& suite, const EditStep& step) {
  Applied applied;
  if (!stored()) {
    if (locked_) return fail(*locked_);
    CCHC_CHECK(checkStepInForce(definition(), parts_, step));
    edit(step, suite, applied.inverse);
    return applied;
  }
  while (true) {
    if (locked_) return fail(*locked_);
    CCHC_CHECK(checkStepInForce(definition(), parts_, step));
    CCHC_TRY(auto changes, beginFor(suite));
    const auto order = changesRows(step) ? std::optional(order_) : std::nullopt;
    auto made = edit(step, suite, applied.inverse);
    std::map<Address, std::string> seen;
    for (const auto& change : made) seen.try_emplace(change.place, change.oldValue);
    std::move(made.begin(), made.end(), std::back_inserter(changes));
    changes = merged(std::move(changes));
    applied.changes = changes.size();
    const auto outcomes = changes.empty() ? Result<std::vector<ApplyOutcome>>() : applyChanges(suite, key_, changes);
    if (!outcomes) {
      // What could not be saved must not remain. If the store cannot be read either, the draft is as before the step.
      revert(applied.inverse, order);
      static_cast<void>(readAgain(suite));
      return fail(outcomes.error());
    }
    const auto first = static_cast<std::size_t>(
        std::find_if(outcomes->begin(), outcomes->end(), [](const auto& outcome) { return outcome.conflict; }) -
        outcomes->begin());
    if (first == outcomes->size()) break;
    revert(applied.inverse, order);
    CCHC_CHECK(readAgain(suite));
    auto conflict = realConflict(changes, *outcomes, seen);
    if (!conflict && applied.readAgain) conflict = first;
    if (conflict)
      return fail(conflictError(definition(), addressText(changes[*conflict].place), changes[*conflict],
                                (*outcomes)[*conflict]));
    applied.readAgain = true;  // another person has begun the section in the meantime
  }
  begun_ = true;
  keeping_.clear();
  if (!suite.outbox || (!suite.outbox->sendsLater() && suite.outbox->empty())) {
    if (auto header = suite.store.section(key_); header && *header) header_ = std::move(**header);
  }
  return applied;
}

}  // namespace cchc
