#include "core/app/section/section_editing.h"

#include <algorithm>

#include "core/app/check/checks.h"
#include "core/app/report/store_source.h"
#include "core/app/suite/definition_set.h"
#include "core/base/digest.h"
#include "core/consolidation/consolidate.h"
#include "core/consolidation/unit_sections.h"
#include "core/narrative/narrative.h"
#include "core/narrative/text_findings.h"

namespace cchc {

// The other sections that rules and paragraphs refer to, read once when the section is opened.
class SectionEditing::Surrounding final : public Surroundings {
 public:
  Surrounding(std::unique_ptr<UnitSections> unit, const CompiledDefinition& definition)
      : unit_(std::move(unit)), self_(definition.definition().id) {}

  const SectionView* section(const DefinitionId& id) const override {
    return id != self_ ? unit_->section(id) : nullptr;
  }
  std::vector<const SectionView*> sections() const override { return unit_->sections(); }
  const AggregateView* children(const DefinitionId& id) const override { return unit_->children(id); }
  const SectionView* previous() const override { return viewOf(unit_->input().previous); }
  const SectionView* lastYear() const override { return viewOf(unit_->input().lastYear); }
  const SectionView* preceding() const override { return viewOf(unit_->input().preceding); }
  const SectionView* sameStart() const override { return viewOf(unit_->input().sameStart); }
  const Period* sameStartPeriod() const override {
    return sameStart() != nullptr ? &in(unit_->input().sameStart)->period() : nullptr;
  }
  const ComparedSection* compared(ComparisonKind kind) const {
    const auto& input = unit_->input();
    return in(kind == ComparisonKind::previousPeriod ? input.previous : input.lastYear);
  }
  const ComparedSection* comparedPreceding() const { return in(unit_->input().preceding); }
  const Period* period() const override { return &unit_->input().period; }
  const Circumstances* circumstances() const override { return &unit_->input().circumstances; }
  NarrativeContext context() const { return unit_->context(); }

 private:
  const ComparedSection* in(const ComparedSections& all) const {
    const auto found = all.find(self_);
    return found == all.end() ? nullptr : found->second.get();
  }
  const SectionView* viewOf(const ComparedSections& all) const {
    const auto* compared = in(all);
    return compared == nullptr ? nullptr : compared->view();
  }

  std::unique_ptr<UnitSections> unit_;
  DefinitionId self_;
};

SectionEditing::SectionEditing(Suite& suite, SectionDraft draft) : suite_(&suite), draft_(std::move(draft)) {}
SectionEditing::~SectionEditing() = default;

Result<std::unique_ptr<SectionEditing>> SectionEditing::open(Suite& suite, const SectionKey& key, DeskCommand command) {
  CCHC_TRY(auto draft, SectionDraft::read(suite, key, command));
  std::unique_ptr<SectionEditing> editing(new SectionEditing(suite, std::move(draft)));
  const auto& definition = editing->compiled();
  CCHC_TRY(auto input, consolidationInput(suite, key.unit, key.period, neededBy(suite, definition, editing->period())));
  StoreSource source(suite, key.period, SectionChoice::working);
  CCHC_TRY(auto unit, UnitSections::read(std::move(input), source));
  editing->surrounding_ = std::make_unique<Surrounding>(std::move(unit), definition);
  editing->reporterName_ = nameOf(suite, editing->reporter(), key.period);
  CCHC_CHECK(editing->show());
  return editing;
}

// Shows what the draft has now. Its data are shown even if the rest cannot be read.
Status SectionEditing::show() {
  live_ = std::make_unique<LiveSection>(draft_.compiled(), key(), draft_.data(), *surrounding_);
  updateEntered();
  const auto rest = [&]() -> Status {
    CCHC_TRY(const auto receipts, suite_->store.receipts(key()));
    receipt_ = receipts.empty() || receipts.front().revision != header().revision ? std::nullopt
                                                                                  : std::optional(receipts.front());
    CCHC_TRY(notes_, sectionNotes(*suite_, key()));
    entered_ = {};
    const bool editing = state() == SectionState::draft || state() == SectionState::returned;
    if (editing && header().revision > 0) {
      CCHC_TRY(entered_, EnteredFigures::before(*suite_, key(), definition()));
    }
    return {};
  }();
  updateFindings();
  return rest;
}

std::shared_ptr<const CompiledDefinition> SectionEditing::otherDefinition(const DefinitionId& id) const {
  return suite_->definitions->find(id, period().end);
}
const ComparedSection* SectionEditing::compared(ComparisonKind kind) const { return surrounding_->compared(kind); }

// For the usual case, one figure, only what depends on it is computed again.
void SectionEditing::showStep(const EditStep& step) {
  if (step.edits.size() == 1) {
    if (const auto* field = std::get_if<FieldEdit>(&step.edits.front()))
      return void(live_->setField(field->field, field->value));
    if (const auto* cell = std::get_if<CellEdit>(&step.edits.front())) {
      const auto& rows = data().tables[cell->table].rows;
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& other) { return other.id == cell->row; });
      if (row == rows.end()) return;
      return void(live_->setCell(cell->table, static_cast<std::size_t>(row - rows.begin()), cell->column, cell->value));
    }
  }
  live_->edit([&](SectionData& data) {
    for (const auto& edit : step.edits) applyEdit(data, edit);
  });
  live_->evaluateAll();
}

Result<EditStep> SectionEditing::perform(const EditStep& step) {
  if (locked()) return fail(*locked());
  auto applied = draft_.apply(*suite_, step);
  if (!applied) {
    static_cast<void>(show());
    return fail(applied.error());
  }
  if (applied->readAgain) {
    static_cast<void>(show());
  } else {
    showStep(step);
    updateEntered();
    updateFindings();
  }
  return std::move(applied->inverse);
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

void SectionEditing::updateEntered() {
  if (!entering()) return;
  enteredPlaces_.clear();
  for (const auto& edit : entered().edits) enteredPlaces_.insert(placeOf(definition(), edit));
}

void SectionEditing::updateFindings() {
  const SectionView view{&compiled(), &data(), &evaluation()};
  findings_ = live_->findings(true);
  const auto add = [&](std::vector<Finding> more) {
    std::move(more.begin(), more.end(), std::back_inserter(findings_));
  };
  add(sectionChecks(*suite_)(key(), view, *surrounding_));
  add(notes_);
  add(entered_.in(data(), definition(), "core.entered-for-kept"));
  add(comparisonFindings(key(), compared(ComparisonKind::previousPeriod), compared(ComparisonKind::lastYear), data()));
  add(textFindings(compiled(), key(), data(), evaluation(), surrounding_->context()));
  setEarlierExplanations(findings_, compared(ComparisonKind::previousPeriod), surrounding_->comparedPreceding());
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
}

std::vector<SectionEditing::GeneratedParagraph> SectionEditing::paragraphs(std::size_t group) const {
  std::vector<GeneratedParagraph> result;
  auto plain = data();
  for (auto& paragraph : plain.paragraphs) paragraph.text.reset();
  const auto generated = cchc::paragraphs(compiled(), group, plain, evaluation(), surrounding_->context());
  for (auto& printed : cchc::paragraphs(compiled(), group, data(), evaluation(), surrounding_->context())) {
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
