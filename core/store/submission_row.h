// A row of the submission table. Private to store/.
#pragma once
#include <soci/soci.h>

#include <string>
#include <utility>

#include "core/model/submission.h"
#include "core/store/package_text.h"
#include "core/store/section_row.h"

namespace cchc::store {

// The columns of a submission row, bound once and used for many rows.
struct SubmissionRow {
  std::string period, definition, unit, digest, reporter, definitionDigest, journalHead, submittedAt, who, login,
      station, signer, receivedAt, checkedBy, contribution, findings, package;
  long long revision = 0, definitionVersion = 0, state = 0;

  // The columns that `into` and `use` bind, in their order.
  static constexpr const char* columns =
      "definition, unit, revision, digest, reporter, definition_version, definition_digest, journal_head, "
      "submitted_at, who, login, station, signer, state, received_at";
  // Binds them to the results or to the values of a statement that is being made, and returns it.
  template <class Statement>
  Statement& into(Statement& statement) {
    each([&](auto& column) { statement, soci::into(column); });
    return statement;
  }
  template <class Statement>
  Statement& use(Statement& statement) {
    each([&](auto& column) { statement, soci::use(column); });
    return statement;
  }

  // Sets the columns from a submission; its package is packed.
  void set(const StoredSubmission& submission) {
    const auto& header = submission.header;
    period = header.key.period.value, definition = header.key.definition.value, unit = header.key.unit.value;
    revision = header.revision, digest = header.contentDigest, reporter = header.reporter.value;
    definitionVersion = header.definitionVersion, definitionDigest = header.definitionDigest,
    journalHead = header.journalHead;
    submittedAt = timeText(header.submittedAt), who = header.submittedBy.name, login = header.submittedBy.login,
    station = header.submittedBy.station;
    signer = header.signer, state = static_cast<int>(submission.state), receivedAt = timeText(submission.receivedAt);
    checkedBy = submission.checkedBy, contribution = submission.contribution, findings = submission.findings;
    package = packed(submission.package);
  }

  // Moves the columns into a submission. A number that no program writes becomes -1, and a package that cannot be
  // unpacked a text that no reader takes: one bad row is named where it is read, and stops no other.
  void moveTo(StoredSubmission& submission) {
    auto& header = submission.header;
    header.key = {DefinitionId(definition), OrgUnitId(unit), PeriodId(period)};
    header.reporter = OrgUnitId(reporter);
    header.revision = bounded(revision), header.contentDigest = digest;
    header.definitionVersion = bounded(definitionVersion);
    header.definitionDigest = definitionDigest, header.journalHead = journalHead;
    header.submittedAt = parseTime(submittedAt).value_or(Time{}), header.submittedBy = {who, login, station},
    header.signer = signer;
    submission.state = static_cast<SubmissionState>(state);
    submission.receivedAt = parseTime(receivedAt).value_or(Time{});
    submission.package = unpacked(std::move(package), {}).value_or("?");
    submission.checkedBy.swap(checkedBy);
    submission.contribution.swap(contribution);
    submission.findings.swap(findings);
  }

 private:
  template <class Bind>
  void each(const Bind& bind) {
    bind(definition), bind(unit), bind(revision), bind(digest), bind(reporter), bind(definitionVersion);
    bind(definitionDigest), bind(journalHead), bind(submittedAt), bind(who), bind(login), bind(station);
    bind(signer), bind(state), bind(receivedAt);
  }
};

}  // namespace cchc::store
