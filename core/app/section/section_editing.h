// A section that is being edited. An edit is in the store and its journal, or in the outbox, before it is shown, so
// that nothing is lost if the program is closed or killed.
#pragma once
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/section/edits.h"
#include "core/app/suite/suite.h"
#include "core/model/finding.h"
#include "core/model/report.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/live_section.h"

namespace cchc {

// Belongs to the thread of its suite.
class SectionEditing {
 public:
  // A section that has not been begun shows the data that it would start with (startingDataOf); the first edit begins
  // it. A section whose plugin is missing can only be viewed (definitionFor).
  // Errors:
  //   plugin.missing, period.unknown, period.none, unit.unknown, submission.altered
  //   and those of the store
  static Result<std::unique_ptr<SectionEditing>> open(Suite& suite, const SectionKey& key);
  // Uses another suite of the same store and catalogue from here on. This lets a section be opened on a thread and
  // edited with the suite of the window.
  void continueOn(Suite& suite) { suite_ = &suite; }
  ~SectionEditing();
  SectionEditing(const SectionEditing&) = delete;
  SectionEditing& operator=(const SectionEditing&) = delete;

  const SectionKey& key() const { return key_; }
  const CompiledDefinition& compiled() const { return *definition_; }
  const SectionDefinition& definition() const { return definition_->definition(); }
  // The definition of another section that this one refers to; nullptr if no plugin provides it.
  std::shared_ptr<const CompiledDefinition> otherDefinition(const DefinitionId& id) const;
  const SectionHeader& header() const { return header_; }  // revision 0 and no digest: not yet begun
  // Sets the header to the one that the store has now, if edits are sent later (Outbox::sendLater).
  void setHeader(SectionHeader header) { header_ = std::move(header); }
  const Period& period() const { return period_; }
  // The office's receipt of the last revision; nullopt until it is received.
  const std::optional<Store::SubmissionReceipt>& receipt() const { return receipt_; }
  // Why the section cannot be edited: plugin.missing, or an error of mayEdit; nullopt: it can.
  const std::optional<Error>& locked() const { return locked_; }

  const SectionData& data() const { return live_->data(); }
  const Evaluation& evaluation() const { return live_->evaluation(); }
  const SectionView* previous() const;
  const SectionView* lastYear() const;
  // All findings, errors first: required fields, limits, rules, checks of the plugins, edited paragraphs, remarks of
  // the office.
  const std::vector<Finding>& findings() const { return findings_; }
  struct GeneratedParagraph {
    ReportParagraph paragraph;  // as it will be printed
    std::string generated;      // the paragraph generated from the current figures
    bool drifted = false;       // edited by hand, and the figures have changed since
  };
  // `group`: index of the group in the definition.
  std::vector<GeneratedParagraph> paragraphs(std::size_t group) const;

  // Applies all edits of the step or none, first to the store or the outbox. After an error the section has been read
  // again and shows what is in the store; after section.locked it is unchanged.
  // Errors:
  //   section.locked, period.closed, plugin.missing   see locked()
  //   section.conflict   another person has changed the same place; the error names both values and the person
  //   and those of the store
  Status apply(const EditStep& step);
  // The step that undo() or redo() would apply; nullptr: none. The last 500 steps can be undone.
  const EditStep* undoable() const { return undo_.empty() ? nullptr : &undo_.back(); }
  const EditStep* redoable() const { return redo_.empty() ? nullptr : &redo_.back(); }
  // Errors as for apply. They do nothing if there is no step.
  Status undo();
  Status redo();

 private:
  class Surrounding;
  SectionEditing(Suite& suite, SectionKey key);
  Status load();
  Status begin();
  Status beginLater();
  bool sendsLater() const;
  Result<EditStep> perform(const EditStep& step);
  std::optional<Edit> change(const Edit& edit);
  void updateFindings();

  Suite* suite_;
  SectionKey key_;
  std::shared_ptr<const CompiledDefinition> definition_;
  SectionHeader header_;
  Period period_;
  std::optional<Error> locked_;
  std::optional<Store::SubmissionReceipt> receipt_;
  bool begun_ = false;
  std::unique_ptr<Surrounding> surrounding_;
  std::unique_ptr<LiveSection> live_;
  std::vector<Finding> findings_, remarks_;
  std::deque<EditStep> undo_, redo_;  // the inverses of the steps
};

}  // namespace cchc
