#include "core/app/send/package_making.h"

#include <system_error>
#include <utility>
#include <vector>

#include "core/app/section/section_content.h"
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

// Reads the package with what the office reads an arriving one with.
Status checkReadable(Suite& suite, const SubmissionHeader& header, const SectionData& data,
                     const std::string& package) {
  const auto section = keyText(header.key);
  CCHC_TRY(const auto codes, unitCodes(suite));
  CCHC_TRY(const auto lookup, definitionLookup(suite, PackageOrigin::arriving));
  const auto read = readPackage(package, "", lookup, codes);
  if (!read) {
    return fail("submit.unreadable", section,
                {{"reason_vi", message(read.error(), Language::vi).what},
                 {"reason_en", message(read.error(), Language::en).what}});
  }
  const bool same = read->header.key == header.key && read->data.fields == data.fields &&
                    read->data.tables == data.tables && read->data.kept.size() == data.kept.size();
  if (!same) return fail("submit.read-otherwise", section);
  return {};
}

}  // namespace

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

Result<std::string> makePackage(Suite& suite, SubmissionHeader& header, const SectionDefinition& definition,
                                const SectionData& data, const std::filesystem::path& file, const SigningKey* signing,
                                const std::function<Status(const StoredSubmission&)>& store) {
  CCHC_TRY(header.reporter, suite.store.reporter(header.key));
  if (header.reporter.empty())
    return fail("section.not-assigned", header.key.definition.value, sectionParameters(suite, header.key));
  header.definitionVersion = definition.version;
  header.definitionDigest = definition.digest;
  header.submittedAt = suite.now();
  header.submittedBy = suite.options.actor;
  CCHC_TRY(const auto attachments, attachmentsOf(suite, data));
  auto package = writePackage(header, definition, data, attachments);
  CCHC_TRY(package, withSignature(suite, header, std::move(package), file, signing));
  if (package.size() > packageLimit) {
    return fail("package.too-large", keyText(header.key),
                {{"size", std::to_string(package.size() >> 20U)}, {"limit", std::to_string(packageLimit >> 20U)}});
  }
  CCHC_CHECK(checkReadable(suite, header, data, package));
  if (!file.empty()) CCHC_CHECK(platform::writeFileDurably(file, package));
  auto stored = suite.store.saveDefinition(definition);
  if (stored) stored = store({header, SubmissionState::submitted, suite.now(), package, {}, {}, {}});
  if (!stored) {
    std::error_code ignored;
    if (!file.empty()) std::filesystem::remove(file, ignored);
    return fail(stored.error());
  }
  return package;
}

}  // namespace cchc
