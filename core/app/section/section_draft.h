// A section that is changed. Every change of a section's data, by whichever way it comes, goes through SectionDraft.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "core/app/section/edits.h"
#include "core/app/section/row_order.h"
#include "core/app/suite/suite.h"
#include "core/model/permits.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

// Belongs to one thread.
class SectionDraft {
 public:
  // A section that has not been begun has the data that it would start with (startingDataOf). `command`: edit, or, for
  // what the office itself submits (app/send/enter_for.h), enterFor or amendHeading. The edits of the office are not
  // stored: they are in this object until they are submitted.
  // Errors:
  //   plugin.missing, period.unknown, period.none, submission.altered
  //   and those of the store
  static Result<SectionDraft> read(Suite& suite, const SectionKey& key, DeskCommand command = DeskCommand::edit);
  // Reads it again from the store. Errors: those of read; the draft is then unchanged.
  Status readAgain(Suite& suite);

  const SectionKey& key() const { return key_; }
  DeskCommand command() const { return command_; }
  bool stored() const { return command_ == DeskCommand::edit; }  // whether edits are stored at once
  const std::shared_ptr<const CompiledDefinition>& compiled() const { return definition_; }
  const SectionDefinition& definition() const { return definition_->definition(); }
  const Period& period() const { return period_; }
  const SectionHeader& header() const { return header_; }  // revision 0 and no digest: not yet begun
  void setHeader(SectionHeader header) { header_ = std::move(header); }
  bool begun() const { return begun_; }
  // nullopt: neither begun nor received
  std::optional<SectionState> state() const {
    const bool known = begun_ || header_.revision > 0 || !header_.headDigest.empty();
    return known ? std::optional(header_.state) : std::nullopt;
  }
  const OrgUnitId& reporter() const { return reporter_; }  // of its assignment; empty if it has none
  // Why the section cannot be changed: an error of viewOnly, of mayEdit or of permits for command(), or
  // section.form-replaced: another version of its form is in use since it was read first. nullopt: it can.
  const std::optional<Error>& locked() const { return locked_; }
  const SectionData& data() const { return data_; }
  const PartsInForce& inForce() const { return parts_; }

  struct Applied {
    EditStep inverse;
    std::size_t changes = 0;  // journal entries written or queued
    bool readAgain =
        false;  // another person had begun the section, so its data were read before the edits were applied
  };
  // Only of a draft that is not stored: the data as they were read, and what was edited since, as one step without a
  // name.
  const SectionData& before() const { return before_; }
  EditStep entered() const { return stepBetween(definition(), before_, data_); }

  // Applies all edits of the step or none, in one transaction of the store, or in the outbox if the suite sends edits
  // later. Begins the section if it has not been begun or was returned: what it starts with, and what must be kept of
  // values that no longer fit, is written together with the first step, even with an empty one. Edits of rows that do
  // not exist are left out. Several edits of one place are one journal entry.
  // After an error of the store the draft has been read again, if possible, and otherwise is as before the step.
  // Errors:
  //   those of locked() and of checkStepInForce (edits.h)   nothing was read or written
  //   section.conflict    another person has changed the same place, which is the place of the error; the error names
  //                       both values and the person
  //   and those of the store
  Result<Applied> apply(Suite& suite, const EditStep& step);

 private:
  SectionDraft(SectionKey key, DeskCommand command) : key_(std::move(key)), command_(command) {}
  std::vector<Change> edit(const EditStep& step, const Suite& suite, EditStep& inverse);
  Result<std::vector<Change>> beginFor(Suite& suite);
  void revert(const EditStep& inverse, const std::optional<RowOrder>& order);

  SectionKey key_;
  DeskCommand command_;
  std::shared_ptr<const CompiledDefinition> definition_;
  Period period_;
  PartsInForce parts_;
  SectionHeader header_;
  OrgUnitId reporter_;
  std::optional<Error> locked_;
  SectionData data_;
  SectionData before_;
  RowOrder order_;
  std::vector<Change> keeping_;  // LoadedSection::keeping, until it has been written
  bool begun_ = false;
};

}  // namespace cchc
