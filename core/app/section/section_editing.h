// One section being edited. Every edit is in the store and its journal before it counts: closing, or being killed,
// loses nothing.
#pragma once
#include <deque>

#include "core/app/check/checks.h"
#include "core/app/section/edits.h"
#include "core/app/section/section_content.h"
#include "core/consolidation/unit_sections.h"

namespace cchc {

class SectionEditing {
 public:
  // A section that was not begun shows what it would begin with (defaults, what carries over); the first edit begins
  // it. One whose plugin is missing can be looked at, by the definition that the store kept. plugin.missing (nothing
  // kept), period.unknown, unit.unknown; the store's errors.
  static Result<std::unique_ptr<SectionEditing>> open(Suite& suite, const SectionKey& key);
  // From here on with another suite of the same store and catalogue: opened on a thread, it is edited where the
  // window's suite is.
  void continueOn(Suite& suite) { suite_ = &suite; }
  ~SectionEditing();
  SectionEditing(const SectionEditing&) = delete;
  SectionEditing& operator=(const SectionEditing&) = delete;

  const SectionKey& key() const { return key_; }
  const CompiledDefinition& compiled() const { return *definition_; }
  const SectionDefinition& definition() const { return definition_->definition(); }
  // Of another section that this one names; nullptr where no plugin gives it.
  std::shared_ptr<const CompiledDefinition> other(const DefinitionId& id) const { return suite_->catalogue.find(id); }
  const SectionHeader& header() const { return header_; }  // revision 0 and no digest: not begun
  // As the store has it now, where edits are sent later (Outbox::sendLater).
  void takeHeader(SectionHeader header) { header_ = std::move(header); }
  const Period& period() const { return period_; }
  // The office's receipt of the last revision, if it came.
  const std::optional<Store::KeptReceipt>& receipt() const { return receipt_; }
  // Why it cannot be edited: section.locked, period.closed.
  const std::optional<Error>& locked() const { return locked_; }

  const SectionData& data() const { return live_->data(); }
  const Evaluation& evaluation() const { return live_->evaluation(); }
  const SectionView* previous() const;
  const SectionView* lastYear() const;
  // All that can be said of it, errors first: what must be filled in, limits, rules, plugins' checks, edited texts.
  const std::vector<Finding>& findings() const { return findings_; }
  struct GeneratedParagraph {
    ReportParagraph paragraph;  // as it will be printed
    std::string generated;      // as the figures would have it now
    bool drifted = false;       // edited by hand, and the figures have changed since
  };
  std::vector<GeneratedParagraph> paragraphs(std::size_t group) const;

  // All or nothing: the store first. section.locked, section.conflict (read again meanwhile: what others entered is
  // shown), and the store's errors.
  Status apply(EditStep step);
  const EditStep* undoable() const { return undo_.empty() ? nullptr : &undo_.back(); }
  const EditStep* redoable() const { return redo_.empty() ? nullptr : &redo_.back(); }
  Status undo();
  Status redo();

 private:
  class Around;
  SectionEditing(Suite& suite, SectionKey key);
  Status load();
  Status begin();
  Status beginLater();
  bool sentLater() const;
  Result<EditStep> perform(const EditStep& step);
  std::optional<Edit> change(const Edit& edit);
  void look();

  Suite* suite_;
  SectionKey key_;
  std::shared_ptr<const CompiledDefinition> definition_;
  SectionHeader header_;
  Period period_;
  std::optional<Error> locked_;
  std::optional<Store::KeptReceipt> receipt_;
  bool begun_ = false;
  std::unique_ptr<Around> around_;
  std::unique_ptr<LiveSection> live_;
  std::vector<Finding> findings_, remarks_;
  std::deque<EditStep> undo_, redo_;  // of a step: what leads back
};

}  // namespace cchc
