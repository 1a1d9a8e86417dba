#include "core/app/send/submit.h"

#include "core/app/check/checks.h"
#include "core/app/section/section_content.h"
#include "core/app/section/section_draft.h"
#include "core/app/suite/trusting.h"
#include "core/base/platform.h"
#include "core/base/store_address.h"
#include "core/exchange/package/package.h"
#include "core/signing/package_signature.h"

namespace cchc {
namespace {

Result<std::vector<AttachmentBytes>> attachmentsOf(Suite& suite, const SectionData& data) {
  std::vector<AttachmentBytes> attachments;
  const auto add = [&](const Value& value) -> Status {
    const auto* about = std::get_if<Attachment>(&value.content);
    if (about == nullptr) return {};
    CCHC_TRY(auto bytes, suite.store.attachment(about->digest));
    if (!bytes) return fail("submit.attachment-missing", about->name);
    attachments.push_back({*about, std::move(*bytes)});
    return {};
  };
  for (const auto& value : data.fields) CCHC_CHECK(add(value));
  for (const auto& table : data.tables) {
    for (const auto& row : table.rows) {
      for (const auto& cell : row.cells) CCHC_CHECK(add(cell));
    }
  }
  return attachments;
}

Result<OrgUnitId> reporterOf(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto assignments, suite.store.assignments(key.period));
  for (const auto& assignment : assignments) {
    if (assignment.definition == key.definition && assignment.subject == key.unit) return assignment.reporter;
  }
  return fail("section.not-assigned", key.definition.value, sectionParameters(suite, key));
}

// Splits the findings of the section into those that block the submission and those that remain.
Status splitFindings(Suite& suite, const SectionKey& key, std::vector<Finding>& blocking,
                     std::vector<Finding>& remaining) {
  CCHC_TRY(auto all, findingsOf(suite, key));
  for (auto& finding : all) {
    (finding.severity == Severity::error ? blocking : remaining).push_back(std::move(finding));
  }
  return {};
}

// Signs the package, and sets the signer from the trust list of this workstation. A signer who may not sign is refused
// here, before the office would refuse the package.
Result<std::string> withSignature(Suite& suite, SubmissionHeader& header, std::string package,
                                  const std::filesystem::path& file, const SigningKey* signing) {
  CCHC_TRY(const auto trust, trustOf(suite));
  if (signing == nullptr) {
    // A file can be signed later, before it is sent; a submission in a shared store cannot.
    const bool needed = trust && trust->signatureRequired() && isSharedStore(suite.options.store) && !isSigned(package);
    if (needed) return fail("submit.unsigned", keyText(header.key));
    return package;
  }
  CCHC_CHECK(signing->validAt(suite.now()));
  CCHC_TRY(auto made, signPackage(package, file.string(), *signing));
  CCHC_TRY(header.signer, signerOf(trust, made, file.string(), header, suite.now()));
  return made;
}

}  // namespace

Result<SubmitOutcome> submitSection(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                                    std::vector<Finding>& blocking, const SigningKey* signing) {
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  if (period.closed) return fail("period.closed", period.id.value, {{"name", period.name}});
  CCHC_TRY(auto loaded, loadSection(suite, key));
  if (!loaded) return fail("section.not-begun", keyText(key));
  CCHC_TRY(const auto unusable, viewOnly(suite, loaded->header, period, loaded->definition->definition()));
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
  if (const auto allowed = transition(state, SectionAction::submit, suite.options.actor.roles); !allowed) {
    auto error = allowed.error();
    error.place = keyText(key);
    CCHC_TRY(const auto since, suite.store.lastTransition(key));
    error.parameters.push_back({"since", since});
    return fail(std::move(error));
  }
  if (unusable) return fail(*unusable);
  if (!loaded->keeping.empty()) {  // what no longer fits is kept before it is sent
    CCHC_TRY(auto draft, SectionDraft::read(suite, key));
    CCHC_CHECK(draft.apply(suite, {}));
    CCHC_TRY(loaded, loadSection(suite, key));
  }
  CCHC_CHECK(splitFindings(suite, key, blocking, outcome.findings));
  if (!blocking.empty()) return fail("submit.blocked", keyText(key), {{"count", std::to_string(blocking.size())}});

  const auto& form = loaded->definition->definition();
  auto& header = outcome.header;
  header.key = key;
  CCHC_TRY(header.reporter, reporterOf(suite, key));
  header.revision = loaded->header.revision + 1;
  header.definitionVersion = form.version;
  header.definitionDigest = form.digest;
  header.journalHead = loaded->header.headDigest;
  header.submittedAt = suite.now();
  header.submittedBy = suite.options.actor;
  CCHC_TRY(const auto attachments, attachmentsOf(suite, loaded->data));
  outcome.package = writePackage(header, form, loaded->data, attachments);
  CCHC_TRY(outcome.package, withSignature(suite, header, std::move(outcome.package), file, signing));
  if (outcome.package.size() > packageLimit) {
    return fail(
        "package.too-large", keyText(key),
        {{"size", std::to_string(outcome.package.size() >> 20U)}, {"limit", std::to_string(packageLimit >> 20U)}});
  }
  // The file comes first: the section must not count as submitted when its package could not be written.
  if (!file.empty()) CCHC_CHECK(platform::writeFileDurably(file, outcome.package));
  const auto stored = [&]() -> Status {
    CCHC_CHECK(suite.store.saveDefinition(form));
    const std::vector<StoredSubmission> sent{{header, SubmissionState::submitted, suite.now(), outcome.package}};
    CCHC_TRY(const auto taken, suite.store.receiveSubmissions(sent, suite.options.actor));
    static_cast<void>(taken);
    return {};
  }();
  if (!stored) {
    // A package that is not in the store must not be sent, because the next submission would get the same number.
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return fail(stored.error());
  }
  return outcome;
}

}  // namespace cchc
