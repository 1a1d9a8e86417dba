// A section that is being edited. An edit is in the store and its journal, or in the outbox, before it is shown, so
// that nothing is lost if the program is closed or killed.
#pragma once
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/app/check/entered_figures.h"
#include "core/app/section/section_draft.h"
#include "core/consolidation/comparing/compared_section.h"
#include "core/model/finding.h"
#include "core/model/report.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/live_section.h"

namespace cchc {

// Belongs to the thread of its suite.
class SectionEditing {
 public:
  // A section that has not been begun shows the data that it would start with; the first edit begins it. A section
  // whose plugin is missing can only be viewed. `command`: see SectionDraft::read.
  // Errors: those of SectionDraft::read, and unit.unknown.
  static Result<std::unique_ptr<SectionEditing>> open(Suite& suite, const SectionKey& key,
                                                      DeskCommand command = DeskCommand::edit);
  // Uses another suite of the same store and catalogue from here on. This lets a section be opened on a thread and
  // edited with the suite of the window.
  void continueOn(Suite& suite) { suite_ = &suite; }
  ~SectionEditing();
  SectionEditing(const SectionEditing&) = delete;
  SectionEditing& operator=(const SectionEditing&) = delete;

  const SectionKey& key() const { return draft_.key(); }
  DeskCommand command() const { return draft_.command(); }
  // Whether the office enters what is not stored until it is submitted.
  bool entering() const { return !draft_.stored(); }
  // Of such a section: its data when it was opened, what the office has entered since, and its places.
  const SectionData& before() const { return draft_.before(); }
  EditStep entered() const { return draft_.entered(); }
  const std::set<Place>& enteredPlaces() const { return enteredPlaces_; }
  const CompiledDefinition& compiled() const { return *draft_.compiled(); }
  const std::shared_ptr<const CompiledDefinition>& shared() const { return draft_.compiled(); }
  const SectionDefinition& definition() const { return draft_.definition(); }
  // The definition of another section that this one refers to, in the version of the period; nullptr if there is none.
  std::shared_ptr<const CompiledDefinition> otherDefinition(const DefinitionId& id) const;
  const SectionHeader& header() const { return draft_.header(); }  // revision 0 and no digest: not yet begun
  // Sets the header to the one that the store has now, if edits are sent later (Outbox::sendLater).
  void setHeader(SectionHeader header) { draft_.setHeader(std::move(header)); }
  std::optional<SectionState> state() const { return draft_.state(); }
  const OrgUnitId& reporter() const { return draft_.reporter(); }
  const std::string& reporterName() const { return reporterName_; }  // on the last day of the period
  const Period& period() const { return draft_.period(); }
  // The office's receipt of the last revision; nullopt until it is received.
  const std::optional<Store::SubmissionReceipt>& receipt() const { return receipt_; }
  const std::optional<Error>& locked() const { return draft_.locked(); }  // see SectionDraft

  const SectionData& data() const { return live_->data(); }
  const Evaluation& evaluation() const { return live_->evaluation(); }
  // What it is compared with; nullptr: nothing.
  const ComparedSection* compared(ComparisonKind kind) const;
  // All findings, errors first: required fields, limits, rules, checks of the plugins, comparisons, edited paragraphs,
  // remarks of the office, and what the office entered for the unit and is still there.
  const std::vector<Finding>& findings() const { return findings_; }
  struct GeneratedParagraph {
    ReportParagraph paragraph;  // as it will be printed
    std::string generated;      // the paragraph generated from the current figures
    bool drifted = false;       // edited by hand, and the figures have changed since
  };
  // `group`: index of the group in the definition.
  std::vector<GeneratedParagraph> paragraphs(std::size_t group) const;

  // Applies all edits of the step or none, first to the store or the outbox. After an error the section shows what is
  // in the store; after an error of locked() it is unchanged. Errors: those of SectionDraft::apply.
  Status apply(const EditStep& step);
  // The step that undo() or redo() would apply; nullptr: none. The last 500 steps can be undone.
  const EditStep* undoable() const { return undo_.empty() ? nullptr : &undo_.back(); }
  const EditStep* redoable() const { return redo_.empty() ? nullptr : &redo_.back(); }
  // Errors as for apply. They do nothing if there is no step.
  Status undo();
  Status redo();

 private:
  class Surrounding;
  SectionEditing(Suite& suite, SectionDraft draft);
  Status show();
  void showStep(const EditStep& step);
  Result<EditStep> perform(const EditStep& step);
  void updateEntered();
  void updateFindings();

  Suite* suite_;
  SectionDraft draft_;
  std::string reporterName_;
  std::optional<Store::SubmissionReceipt> receipt_;
  std::unique_ptr<Surrounding> surrounding_;
  std::unique_ptr<LiveSection> live_;  // the data of draft_, evaluated
  std::vector<Finding> findings_, notes_;
  EnteredFigures entered_;  // that no longer count and may still be in the draft
  std::set<Place> enteredPlaces_;
  std::deque<EditStep> undo_, redo_;  // the inverses of the steps
};

}  // namespace cchc
