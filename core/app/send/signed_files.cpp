#include "core/app/send/signed_files.h"

#include "core/app/suite/trusting.h"
#include "core/base/parallel.h"
#include "core/base/platform.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_package.h"
#include "core/exchange/package/package.h"
#include "core/signing/receipt_signature.h"
#include "core/signing/report_signature.h"
#include "core/signing/return_signature.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// Files are held in memory only in batches.
constexpr std::size_t filesAtOnce = 256;
constexpr std::size_t reportLimit = std::size_t(1) << 30U;

std::string ofReport(const ReportIdentity& report) { return report.unit.value + "/" + report.period.value; }

Status signOne(SignedFile& file, const fs::path& target, const SigningKey& key) {
  CCHC_TRY(const auto bytes, readFile(file.file, reportLimit));
  CCHC_TRY(const auto made, signedBytes(bytes, file.file.string(), key));
  if (!target.empty()) file.file = target / file.file.filename();
  file.signer = key.certificate().name();
  return platform::writeFileDurably(file.file, made);
}

// What the office says of a section. Which units stand above the one that reports is the store's to know, so any of the
// list will do here.
Status verifyOffice(SignedFile& file, const SectionKey& section, const Result<std::vector<Certificate>>& certificates,
                    const std::optional<Trust>& trust, Time at) {
  file.of = keyText(section);
  if (!certificates) return fail(certificates.error());
  if (certificates->empty() || !trust) {
    CCHC_TRY(file.signer, signerOf(trust, *certificates, file.file.string(), section.unit, at));
    return {};
  }
  if (auto may = trust->maySign(*certificates, section.unit, at);
      !may && may.error().code != "certificate.wrong-unit") {
    auto error = may.error();
    error.place = file.file.string();
    return fail(std::move(error));
  }
  file.signer = certificates->front().name();
  return {};
}

Status verifyOne(SignedFile& file, const std::optional<Trust>& trust, Time at) {
  const auto name = file.file.string();
  CCHC_TRY(const auto bytes, readFile(file.file, reportLimit));
  if (looksLikeReturn(bytes)) {
    CCHC_TRY(const auto notice, readReturn(bytes, name));
    return verifyOffice(file, notice.section, verifyReturn(bytes, name), trust, at);
  }
  if (looksLikeReceipt(bytes)) {
    CCHC_TRY(const auto receipt, readReceipt(bytes, name));
    return verifyOffice(file, receipt.section, verifyReceipt(bytes, name), trust, at);
  }
  if (!looksLikeReport(bytes)) {
    CCHC_TRY(const auto header, readPackageHeader(bytes, name));
    file.of = keyText(header.key);
    CCHC_TRY(file.signer, signerOf(trust, bytes, name, header, at));
    return {};
  }
  CCHC_TRY(const auto report, readReportIdentity(bytes, name));
  file.of = ofReport(report);
  CCHC_TRY(const auto certificates, verifyReport(bytes, name));
  CCHC_TRY(file.signer, signerOf(trust, certificates, name, report.unit, at));
  return {};
}

template <class One>
void eachFile(const std::vector<fs::path>& files, unsigned threads, const TellSigned& tell, const One& one) {
  for (std::size_t from = 0; from < files.size(); from += filesAtOnce) {
    std::vector<SignedFile> batch(std::min(filesAtOnce, files.size() - from));
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].file = files[from + i];
    inParallel(batch.size(), threadCount(threads), [&](std::size_t i, unsigned) {
      if (auto done = one(batch[i]); !done) batch[i].refusal = done.error();
    });
    for (const auto& file : batch) tell(file);
  }
}

}  // namespace

Result<std::string> signedBytes(std::string_view bytes, std::string_view file, const SigningKey& key) {
  CCHC_CHECK(key.validAt(SystemClock().now()));
  return looksLikeReport(bytes) ? signReport(bytes, file, key) : signPackage(bytes, file, key);
}

void signFiles(const std::vector<fs::path>& files, const fs::path& target, const SigningKey& key, unsigned threads,
               const TellSigned& tell) {
  eachFile(files, threads, tell, [&](SignedFile& file) { return signOne(file, target, key); });
}

void verifyFiles(const std::vector<fs::path>& files, const std::optional<Trust>& trust, Time at, unsigned threads,
                 const TellSigned& tell) {
  eachFile(files, threads, tell, [&](SignedFile& file) { return verifyOne(file, trust, at); });
}

}  // namespace cchc
