#include "core/app/send/submit.h"

#include <algorithm>

#include "core/app/check/checks.h"
#include "core/app/section/section_content.h"
#include "core/app/section/section_draft.h"
#include "core/app/send/package_making.h"
#include "core/app/suite/desk.h"
#include "core/base/platform.h"
#include "core/signing/package_signature.h"

namespace cchc {
namespace {

// Splits the findings of the section into those that block the submission and those that remain.
Status splitFindings(Suite& suite, const SectionKey& key, std::vector<Finding>& blocking,
                     std::vector<Finding>& remaining) {
  CCHC_TRY(auto all, findingsOf(suite, key));
  for (auto& finding : all) {
    (finding.severity == Severity::error ? blocking : remaining).push_back(std::move(finding));
  }
  return {};
}

}  // namespace

Result<SubmitOutcome> submitSection(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                                    std::vector<Finding>& blocking, const SigningKey* signing) {
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  if (period.closed) return fail("period.closed", period.id.value, {{"name", period.name}});
  CCHC_TRY(auto loaded, loadSection(suite, key));
  if (!loaded) return fail("section.not-begun", keyText(key));
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::submit, key));
  CCHC_TRY(const auto unusable, viewOnly(suite, loaded->header, period));
  SubmitOutcome outcome;
  CCHC_TRY(const auto last, suite.store.submission(key, 0));
  const auto& state = loaded->header.state;
  if (state != SectionState::draft && state != SectionState::returned) {
    if (!last) {
      CCHC_TRY(const auto since, suite.store.lastTransition(key));
      auto parameters = stateParameters(state);
      parameters.push_back({"since", since});
      return fail("section.locked", keyText(key), std::move(parameters));
    }
    outcome.header = last->header;
    outcome.package = last->package;
    outcome.unchanged = true;
    if (signing != nullptr && !isSigned(outcome.package)) {
      CCHC_TRY(outcome.package, withSignature(suite, outcome.header, std::move(outcome.package), file, signing));
    }
    if (!file.empty()) CCHC_CHECK(platform::writeFileDurably(file, outcome.package));
    return outcome;
  }
  if (unusable) return fail(*unusable);
  if (!loaded->keeping.empty()) {  // what no longer fits is kept before it is sent
    CCHC_TRY(auto draft, SectionDraft::read(suite, key));
    CCHC_CHECK(draft.apply(suite, {}));
    CCHC_TRY(loaded, loadSection(suite, key));
  }
  CCHC_CHECK(splitFindings(suite, key, blocking, outcome.findings));
  if (!blocking.empty()) return fail("submit.blocked", keyText(key), {{"count", std::to_string(blocking.size())}});

  auto& header = outcome.header;
  header.key = key;
  CCHC_TRY(const auto receipts, suite.store.receipts(key));  // the latest revision first
  const int received = receipts.empty() ? 0 : receipts.front().revision;
  header.revision = std::max(loaded->header.revision, received) + 1;
  header.journalHead = loaded->header.headDigest;
  CCHC_TRY(outcome.package,
           makePackage(suite, header, loaded->definition->definition(), loaded->data, file, signing,
                       [&](const StoredSubmission& made) -> Status {
                         const std::vector<StoredSubmission> sent{made};
                         CCHC_TRY(const auto taken,
                                  suite.store.receiveSubmissions(sent, suite.options.actor, DeskCommand::submit));
                         static_cast<void>(taken);
                         return {};
                       }));
  return outcome;
}

Result<int> withdrawSection(Suite& suite, const SectionKey& key) {
  CCHC_CHECK(suite.store.withdrawSubmission(key, suite.options.actor));
  CCHC_TRY(const auto header, suite.store.section(key));
  return header ? header->revision : 0;
}

}  // namespace cchc
