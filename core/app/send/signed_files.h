// Signs and verifies packages, reports, returns and receipts, many files in one call.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/progress.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/units/unit_codes.h"
#include "core/signing/key.h"
#include "core/signing/trust.h"

namespace cchc {

struct SignedFile {
  std::filesystem::path file;    // the file that was read, or that was written
  std::string of;                // what it contains: "finance.budget/90001/2023-8T"; "90001/2023-8T" for a report
  std::string signer;            // empty: not signed
  std::optional<Error> refusal;  // set if and only if it was refused
};
using OnSignedFile = std::function<void(const SignedFile&)>;

// Signs a package or a report.xml; returns the signed bytes.
// Errors: key.expired, key.not-yet-valid, those of signPackage and signReport.
Result<std::string> signedBytes(std::string_view bytes, std::string_view file, const SigningKey& key);
// Signs each file in place (`target` empty), or writes the signed file under the same name into the folder `target`. A
// refused file is unchanged. Works on `threads` threads (0: one per processor core); `onFile` is called in the order of
// the files, on the calling thread.
void signFiles(const std::vector<std::filesystem::path>& files, const std::filesystem::path& target,
               const SigningKey& key, unsigned threads, const OnSignedFile& onFile);
// Verifies the signature of each file. With a trust list, the signer of a package must be permitted to sign for the
// reporting unit, the signer of a report for the unit of the report. For a return or a receipt it is enough that the
// list has the signer; whether the signer is the office of the section is checked when the file is received, because
// that needs the store. `codes`: of the store, if there is one. Threads as for signFiles. If `progress` asks to stop,
// the remaining files are not verified.
void verifyFiles(const std::vector<std::filesystem::path>& files, const std::optional<Trust>& trust,
                 const UnitCodes& codes, Time at, unsigned threads, const OnSignedFile& onFile,
                 const ProgressCallback& progress = {});

}  // namespace cchc
