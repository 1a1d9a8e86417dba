#include "core/app/section/section_editing.h"

#include <algorithm>

#include "core/app/check/checks.h"
#include "core/app/report/store_source.h"
#include "core/app/section/row_order.h"
#include "core/app/section/section_content.h"
#include "core/app/shared/outbox.h"
#include "core/app/suite/catalogue.h"
#include "core/base/digest.h"
#include "core/consolidation/consolidate.h"
#include "core/consolidation/unit_sections.h"
#include "core/narrative/narrative.h"
#include "core/narrative/text_findings.h"

namespace cchc {

// The other sections that rules and paragraphs refer to, read once when the section is opened, and the order of the
// section's rows.
class SectionEditing::Surrounding final : public Surroundings {
 public:
  Surrounding(const Period& period, SectionKey self) : period_(period), self_(std::move(self)) {}

  const SectionView* section(const DefinitionId& id) const override {
    return unit && id != self_.definition ? unit->section(id) : nullptr;
  }
  const AggregateView* children(const DefinitionId& id) const override { return unit ? unit->children(id) : nullptr; }
  const SectionView* previous() const override { return previousView.data != nullptr ? &previousView : nullptr; }
  const SectionView* lastYear() const override { return lastYearView.data != nullptr ? &lastYearView : nullptr; }
  const Period* period() const override { return &period_; }

  void compare(const CompiledDefinition& definition) {
    const auto view = [&](const std::map<DefinitionId, SectionData>& all, Evaluation& evaluation, SectionView& target) {
      const auto found = all.find(self_.definition);
      if (found == all.end()) return;
      evaluation = evaluate(definition, found->second, Surroundings());
      target = {&definition, &found->second, &evaluation};
    };
    view(unit->input().previous, previousEvaluation_, previousView);
    view(unit->input().lastYear, lastYearEvaluation_, lastYearView);
  }

  NarrativeContext context() const {
    const auto& input = unit->input();
    return {&input.unit, input.parent ? &*input.parent : nullptr, &input.period};
  }

  std::unique_ptr<UnitSections> unit;
  SectionView previousView, lastYearView;
  RowOrder order;

 private:
  const Period& period_;
  SectionKey self_;
  Evaluation previousEvaluation_, lastYearEvaluation_;
};

SectionEditing::SectionEditing(Suite& suite, SectionKey key) : suite_(&suite), key_(std::move(key)) {}
SectionEditing::~SectionEditing() = default;

Result<std::unique_ptr<SectionEditing>> SectionEditing::open(Suite& suite, const SectionKey& key) {
  std::unique_ptr<SectionEditing> editing(new SectionEditing(suite, key));
  CCHC_TRY(editing->definition_, definitionFor(suite, key));
  CCHC_TRY(editing->period_, periodOf(suite, key.period));
  editing->surrounding_ = std::make_unique<Surrounding>(editing->period_, key);
  CCHC_TRY(auto input, consolidationInput(suite, key.unit, key.period));
  StoreSource source(suite, key.period, SectionChoice::working);
  CCHC_TRY(editing->surrounding_->unit, UnitSections::read(std::move(input), source));
  editing->surrounding_->compare(*editing->definition_);
  CCHC_CHECK(editing->load());
  return editing;
}

Status SectionEditing::load() {
  CCHC_TRY(auto loaded, loadSection(*suite_, key_));
  SectionData data;
  header_ = SectionHeader{};
  header_.key = key_;
  begun_ = loaded && loaded->draft;
  if (loaded) {
    header_ = loaded->header;
    data = std::move(loaded->data);
  } else {
    CCHC_TRY(data, startingDataOf(*suite_, key_, period_, *definition_));
  }
  const auto allowed = mayEdit(*suite_, header_, period_);
  locked_ = allowed ? std::nullopt : std::optional(allowed.error());
  if (!suite_->catalogue.find(key_.definition))
    locked_ = Error{"plugin.missing", keyText(key_), {}, ErrorKind::refusal};
  CCHC_TRY(const auto draft, suite_->store.draft(key_));
  surrounding_->order.read(draft.rows);
  CCHC_TRY(const auto receipts, suite_->store.receipts(key_));
  receipt_ = receipts.empty() || receipts.front().revision != header_.revision ? std::nullopt
                                                                               : std::optional(receipts.front());
  CCHC_TRY(remarks_, remarkFindings(*suite_, key_));
  live_ = std::make_unique<LiveSection>(definition_, key_, std::move(data), *surrounding_);
  updateFindings();
  return {};
}

std::shared_ptr<const CompiledDefinition> SectionEditing::otherDefinition(const DefinitionId& id) const {
  return suite_->catalogue.find(id);
}
const SectionView* SectionEditing::previous() const { return surrounding_->previous(); }
const SectionView* SectionEditing::lastYear() const { return surrounding_->lastYear(); }

// Called before the first edit: writes the draft with its starting data, or with those of the last submission.
Status SectionEditing::begin() {
  if (sendsLater()) return beginLater();
  const auto& form = definition();
  CCHC_TRY(header_, beginSection(suite_->store, key_, form, suite_->options.actor));
  if (begun_) return {};
  CCHC_TRY(const auto outcomes, suite_->store.apply(key_, changesBetween(form, emptyData(form), data(), *suite_)));
  const bool conflict =
      std::any_of(outcomes.begin(), outcomes.end(), [](const ApplyOutcome& outcome) { return outcome.conflict; });
  if (conflict) return load();  // another person has begun it meanwhile
  CCHC_TRY(const auto draft, suite_->store.draft(key_));
  surrounding_->order.read(draft.rows);
  begun_ = true;
  return {};
}

bool SectionEditing::sendsLater() const { return suite_->outbox && suite_->outbox->sendsLater(); }

// Does not wait for the store: the outbox will begin the section there. The rows are ordered as the changes are.
Status SectionEditing::beginLater() {
  const auto starting =
      begun_ ? std::vector<Change>() : changesBetween(definition(), emptyData(definition()), data(), *suite_);
  CCHC_CHECK(suite_->outbox->queueBeginning(key_, suite_->options.actor, suite_->now(), starting));
  header_.state = SectionState::draft;
  if (begun_) return {};
  std::vector<DraftRow> rows;
  for (const auto& change : starting) {
    const auto place = parsePlace(change.place);
    if (place && !place->row.empty() && place->column.empty())
      rows.push_back({place->table, place->row, std::atoi(change.newValue.c_str())});
  }
  surrounding_->order.read(rows);
  begun_ = true;
  return {};
}

// Applies one edit and returns its inverse. For the usual case, a figure, only what depends on it is computed again.
std::optional<Edit> SectionEditing::change(const Edit& edit) {
  const auto& before = live_->data();
  if (const auto* field = std::get_if<FieldEdit>(&edit)) {
    const FieldEdit inverse{field->field, before.fields[field->field]};
    live_->setField(field->field, field->value);
    return inverse;
  }
  if (const auto* cell = std::get_if<CellEdit>(&edit)) {
    const auto& rows = before.tables[cell->table].rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& other) { return other.id == cell->row; });
    if (row == rows.end()) return std::nullopt;
    const CellEdit inverse{cell->table, cell->row, cell->column, row->cells[cell->column]};
    live_->setCell(cell->table, static_cast<std::size_t>(row - rows.begin()), cell->column, cell->value);
    return inverse;
  }
  std::optional<Edit> inverse;
  live_->edit([&](SectionData& data) { inverse = applyEdit(data, edit); });
  live_->evaluateAll();
  return inverse;
}

Result<EditStep> SectionEditing::perform(const EditStep& step) {
  if (locked_) return fail(*locked_);
  if (!begun_ || header_.state == SectionState::returned) CCHC_CHECK(begin());
  // The edits are applied in order, since the position of a row depends on the rows that are there before it.
  EditStep back{step.name, {}};
  std::vector<Change> changes;
  const auto& form = definition();
  for (const auto& edit : step.edits) {
    std::optional<Edit> inverse;
    if (step.edits.size() == 1)
      inverse = change(edit);
    else
      live_->edit([&](SectionData& data) { inverse = applyEdit(data, edit); });
    if (!inverse) continue;
    int position = 0;
    std::vector<RowOrder::Moved> moved;
    std::string table;
    if (const auto* insert = std::get_if<RowInsert>(&edit)) {
      table = form.tables[insert->table].id;
      const auto& rows = data().tables[insert->table].rows;
      const auto at = std::min(insert->position, rows.size() - 1);
      moved = surrounding_->order.insert(table, rows, at);
      position = surrounding_->order.of(table, insert->row.id);
    } else if (const auto* remove = std::get_if<RowRemove>(&edit)) {
      position = surrounding_->order.of(form.tables[remove->table].id, remove->row);
      surrounding_->order.remove(form.tables[remove->table].id, remove->row);
    }
    auto made = changesOf(form, edit, *inverse, position, *suite_);
    std::move(made.begin(), made.end(), std::back_inserter(changes));
    for (const auto& row : moved) {
      changes.push_back({newId(), placeText(Place::ofCell(table, row.row, {})), std::to_string(row.from),
                         std::to_string(row.to), suite_->options.actor, suite_->now()});
    }
    back.edits.push_back(std::move(*inverse));
  }
  if (step.edits.size() > 1) live_->evaluateAll();
  std::reverse(back.edits.begin(), back.edits.end());
  auto outcomes = applyChanges(*suite_, key_, changes);
  if (!outcomes) {
    const auto error = outcomes.error();
    // What could not be saved must not remain on the screen.
    CCHC_CHECK(load());
    return fail(error);
  }
  for (std::size_t i = 0; i < outcomes->size(); ++i) {
    const auto& outcome = (*outcomes)[i];
    if (!outcome.conflict) continue;
    CCHC_CHECK(load());
    return fail(conflictError(form, changes[i].place, changes[i], outcome));
  }
  if (!suite_->outbox || (!suite_->outbox->sendsLater() && suite_->outbox->empty())) {
    CCHC_TRY(auto header, suite_->store.section(key_));
    if (header) header_ = std::move(*header);
  }
  updateFindings();
  return back;
}

Status SectionEditing::apply(const EditStep& step) {
  CCHC_TRY(auto back, perform(step));
  if (back.edits.empty()) return {};
  undo_.push_back(std::move(back));
  if (undo_.size() > 500) undo_.pop_front();
  redo_.clear();
  return {};
}

Status SectionEditing::undo() {
  if (undo_.empty()) return {};
  CCHC_TRY(auto forward, perform(undo_.back()));
  undo_.pop_back();
  redo_.push_back(std::move(forward));
  return {};
}

Status SectionEditing::redo() {
  if (redo_.empty()) return {};
  CCHC_TRY(auto back, perform(redo_.back()));
  redo_.pop_back();
  undo_.push_back(std::move(back));
  return {};
}

void SectionEditing::updateFindings() {
  const SectionView view{definition_.get(), &data(), &evaluation()};
  findings_ = live_->findings(true);
  const auto add = [&](std::vector<Finding> more) {
    std::move(more.begin(), more.end(), std::back_inserter(findings_));
  };
  add(sectionChecks(*suite_)(key_, view, *surrounding_));
  add(remarks_);
  add(textFindings(*definition_, key_, data(), evaluation(), surrounding_->context()));
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
}

std::vector<SectionEditing::GeneratedParagraph> SectionEditing::paragraphs(std::size_t group) const {
  std::vector<GeneratedParagraph> result;
  auto plain = data();
  for (auto& paragraph : plain.paragraphs) paragraph.text.reset();
  const auto generated = cchc::paragraphs(*definition_, group, plain, evaluation(), surrounding_->context());
  for (auto& printed : cchc::paragraphs(*definition_, group, data(), evaluation(), surrounding_->context())) {
    GeneratedParagraph one;
    for (const auto& text : generated) {
      if (text.id == printed.id) one.generated = text.text;
    }
    for (const auto& own : data().paragraphs) {
      if (own.id == printed.id && own.text) one.drifted = !own.basis.empty() && own.basis != sha256(one.generated);
    }
    one.paragraph = std::move(printed);
    result.push_back(std::move(one));
  }
  return result;
}

}  // namespace cchc
