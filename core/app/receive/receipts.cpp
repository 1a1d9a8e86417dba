#include "core/app/receive/receipts.h"

#include <algorithm>

#include "core/app/suite/trusting.h"
#include "core/base/platform.h"
#include "core/signing/receipt_signature.h"

namespace cchc {
namespace {

// Whether the office writes a receipt for a file with this result.
bool isReceipted(ReceiveResult result) {
  return result == ReceiveResult::stored || result == ReceiveResult::known || result == ReceiveResult::rival ||
         result == ReceiveResult::waiting;
}

struct ExistingReceipt {
  std::string result;
  bool isSigned = false;
};

// The receipt for this package in the file; nullopt if there is none, or if it cannot be read.
std::optional<ExistingReceipt> existingReceipt(const std::filesystem::path& file, const SubmissionHeader& header) {
  constexpr std::size_t limit = 1U << 20U;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::nullopt;
  const auto bytes = readFile(file, limit);
  if (!bytes) return std::nullopt;
  const auto receipt = readReceipt(*bytes, file.string(), UnitCodes());
  const bool same = receipt && keyText(receipt->section) == keyText(header.key) &&
                    receipt->revision == header.revision && receipt->digest == header.contentDigest &&
                    receipt->journalHead == header.journalHead;
  return same ? std::optional(ExistingReceipt{receipt->result, bytes->find("<ds:Signature") != std::string::npos})
              : std::nullopt;
}

// Whether the receipt may be of a submission that was sent from this store before an older copy of it was restored: the
// section is one of this desk, or was begun here, and its revision is a later one. A number that is far too high comes
// from elsewhere: it would use up the numbers of the section.
Result<bool> mayBeLost(Suite& suite, const Receipt& receipt) {
  constexpr int furthest = 1000;
  CCHC_TRY(const auto header, suite.store.section(receipt.section));
  const int here = header ? header->revision : 0;
  if (receipt.revision <= here || receipt.revision - here > furthest) return false;
  CCHC_TRY(const auto reporter, suite.store.reporter(receipt.section));
  const auto& desk = suite.options.actor.desk.unit;
  return desk ? *desk == reporter : header.has_value();
}

}  // namespace

std::string submissionName(const SubmissionHeader& header) {
  auto name = codeOf(header.key.unit) + "_" + header.key.definition.value + "_" + header.key.period.value + "_lan" +
              std::to_string(header.revision) + "_" + header.contentDigest.substr(0, 12);
  // Codes are chosen by people, so characters that a file system might refuse are replaced.
  for (auto& c : name) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
    if (!plain) c = '_';
  }
  return name;
}

std::string receiptName(const SubmissionHeader& header) { return submissionName(header) + ".bien-nhan.xml"; }

Status writeReceiptFor(const Suite& suite, const ReceivedFile& file, const std::filesystem::path& folder,
                       const SigningKey* key) {
  if (!isReceipted(file.result) || file.header.contentDigest.empty()) return {};
  const auto& header = file.header;
  const auto target = folder / receiptName(header);
  std::string written(receiveResultName(file.result));
  if (const auto there = existingReceipt(target, header)) {
    // The first result for a package is kept, since every later one is "known"; but a package waits only until it is
    // received.
    const bool waits = there->result == "waiting";
    if (there->result != "known" && !waits) written = there->result;
    if (there->result == "known" && written == "waiting") written = there->result;
    if (written == there->result && (there->isSigned || key == nullptr)) return {};
  }
  auto bytes = writeReceipt({header.key, header.revision, header.contentDigest, header.journalHead, written,
                             suite.options.actor.name, suite.now()});
  if (key != nullptr) {
    CCHC_TRY(bytes, signReceipt(bytes, *key));
  }
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  return platform::writeFileDurably(target, bytes);
}

Result<AppliedReceipt> applyReceipt(Suite& suite, std::string_view bytes, std::string_view file,
                                    const Receipt& receipt) {
  CCHC_TRY(const auto sent, suite.store.history(receipt.section));
  const bool ours = std::any_of(sent.begin(), sent.end(), [&](const StoredSubmission& submission) {
    return submission.header.revision == receipt.revision && submission.header.contentDigest == receipt.digest &&
           submission.header.journalHead == receipt.journalHead;
  });
  CCHC_TRY(const bool lost, ours ? Result<bool>(false) : mayBeLost(suite, receipt));
  if (!ours && !lost) {
    auto parameters = sectionParameters(suite, receipt.section);
    parameters.push_back({"revision", std::to_string(receipt.revision)});
    return fail("receipt.other", file, std::move(parameters));
  }
  CCHC_TRY(const auto certificates, verifyReceipt(bytes, file));
  CCHC_TRY(const auto signer, officeSigner(suite, certificates, file, receipt.section));
  CCHC_TRY(const bool known, suite.store.saveReceipt(receipt.section, {receipt.revision, receipt.digest, receipt.result,
                                                                       receipt.at, receipt.by, signer}));
  return known ? AppliedReceipt::known : lost ? AppliedReceipt::unknownSubmission : AppliedReceipt::saved;
}

}  // namespace cchc
