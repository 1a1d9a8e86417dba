#include "core/app/receipts.h"

#include "core/app/trusting.h"
#include "core/base/platform.h"
#include "core/signing/receipt_signature.h"

namespace cchc {
namespace {

const char* resultOf(ReceiveResult result) {
  switch (result) {
    case ReceiveResult::stored: return "stored";
    case ReceiveResult::known: return "known";
    case ReceiveResult::rival: return "rival";
    default: return nullptr;
  }
}

// The office stands above the unit that reports: whoever may sign for one of those may sign its receipt.
Result<std::string> officeSigner(Suite& suite, const std::vector<Certificate>& certificates, std::string_view file, OrgUnitId unit) {
  CCHC_TRY(const auto trust, trustOf(suite.options.store));
  auto signer = signerOf(trust, certificates, file, unit, suite.now());
  while (!signer) {
    CCHC_TRY(const auto known, suite.store.unit(unit));
    if (!known || !known->parent) break;
    unit = *known->parent;
    signer = signerOf(trust, certificates, file, unit, suite.now());
  }
  return signer;
}

}  // namespace

Status writeReceiptFor(const Suite& suite, const ReceivedFile& file, const std::filesystem::path& folder, const SigningKey* key) {
  const auto* result = resultOf(file.result);
  if (result == nullptr || file.header.contentDigest.empty()) return {};
  const auto& header = file.header;
  auto bytes = writeReceipt({header.key, header.revision, header.contentDigest, header.journalHead, result, suite.options.actor.name, suite.now()});
  if (key != nullptr) {
    CCHC_TRY(bytes, signReceipt(bytes, *key));
  }
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  return platform::writeFileDurably(folder / (file.file.stem().string() + ".bien-nhan.xml"), bytes);
}

Result<bool> takeReceipt(Suite& suite, std::string_view bytes, std::string_view file, const Receipt& receipt) {
  CCHC_TRY(const auto sent, suite.store.history(receipt.section));
  const bool ours = std::any_of(sent.begin(), sent.end(), [&](const StoredSubmission& submission) {
    return submission.header.revision == receipt.revision && submission.header.contentDigest == receipt.digest && submission.header.journalHead == receipt.journalHead;
  });
  if (!ours) return fail("receipt.other", file, {{"section", keyText(receipt.section)}, {"revision", std::to_string(receipt.revision)}});
  CCHC_TRY(const auto certificates, verifyReceipt(bytes, file));
  CCHC_TRY(const auto signer, officeSigner(suite, certificates, file, receipt.section.unit));
  return suite.store.putReceipt(receipt.section, {receipt.revision, receipt.digest, receipt.result, receipt.at, receipt.by, signer});
}

}  // namespace cchc
