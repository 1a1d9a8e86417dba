#include "core/app/send/signed_files.h"

#include <algorithm>
#include <utility>

#include "core/app/suite/trusting.h"
#include "core/base/platform.h"
#include "core/base/threads/guarded_file.h"
#include "core/base/threads/parallel.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/exchange/package/package.h"
#include "core/signing/package_signature.h"
#include "core/signing/receipt_signature.h"
#include "core/signing/report_signature.h"
#include "core/signing/return_signature.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// The number of files in memory at one time.
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

// Verifies a return or a receipt. Any signer in the list will do here: only the store knows which units are above the
// reporting one.
Status verifyNotice(SignedFile& file, const SectionKey& section, const Result<std::vector<Certificate>>& certificates,
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

Status verifyOne(SignedFile& file, const std::optional<Trust>& trust, const UnitCodes& codes, Time at) {
  const auto name = file.file.string();
  CCHC_TRY(const auto bytes, readFile(file.file, reportLimit));
  if (looksLikeReturn(bytes)) {
    CCHC_TRY(const auto notice, readReturn(bytes, name, codes));
    return verifyNotice(file, notice.section, verifyReturn(bytes, name), trust, at);
  }
  if (looksLikeReceipt(bytes)) {
    CCHC_TRY(const auto receipt, readReceipt(bytes, name, codes));
    return verifyNotice(file, receipt.section, verifyReceipt(bytes, name), trust, at);
  }
  if (!looksLikeReport(bytes)) {
    CCHC_TRY(const auto header, readPackageHeader(bytes, name, codes));
    file.of = keyText(header.key);
    CCHC_TRY(file.signer, signerOf(trust, bytes, name, header, at));
    return {};
  }
  CCHC_TRY(const auto report, readReportIdentity(bytes, name));
  file.of = ofReport(report);
  CCHC_TRY(const auto certificates, verifyReport(bytes, name));
  CCHC_TRY(file.signer, signerOf(trust, certificates, name, codes.unitOf(report.unit.value, report.period), at));
  return {};
}

template <class One>
void eachFile(const std::vector<fs::path>& files, unsigned threads, const OnSignedFile& onFile,
              const ProgressCallback& progress, const One& one) {
  for (std::size_t from = 0; from < files.size(); from += filesAtOnce) {
    if (!reportProgress(progress, from, files.size())) return;
    std::vector<SignedFile> batch(std::min(filesAtOnce, files.size() - from));
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].file = files[from + i];
    inParallel(batch.size(), threadCount(threads), [&](std::size_t i, unsigned) {
      if (auto done = guardedFile(batch[i].file, [&] { return one(batch[i]); }); !done) batch[i].refusal = done.error();
    });
    for (const auto& file : batch) onFile(file);
  }
}

}  // namespace

Result<std::string> signedBytes(std::string_view bytes, std::string_view file, const SigningKey& key) {
  CCHC_CHECK(key.validAt(SystemClock().now()));
  return looksLikeReport(bytes) ? signReport(bytes, file, key) : signPackage(bytes, file, key);
}

void signFiles(const std::vector<fs::path>& files, const fs::path& target, const SigningKey& key, unsigned threads,
               const OnSignedFile& onFile) {
  eachFile(files, threads, onFile, {}, [&](SignedFile& file) { return signOne(file, target, key); });
}

void verifyFiles(const std::vector<fs::path>& files, const std::optional<Trust>& trust, const UnitCodes& codes, Time at,
                 unsigned threads, const OnSignedFile& onFile, const ProgressCallback& progress) {
  eachFile(files, threads, onFile, progress, [&](SignedFile& file) { return verifyOne(file, trust, codes, at); });
}

}  // namespace cchc
