// Packages and reports signed and verified, many at a time, on every core.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/signing/key.h"
#include "core/signing/trust.h"

namespace cchc {

struct SignedFile {
  std::filesystem::path file;  // the one that was read, or written
  std::string of;              // whose it is: "finance.budget/296/2023-8T" of a package, "296/2023-8T" of a report
  std::string signer;          // empty: not signed
  std::optional<Error> refusal;
};
using TellSigned = std::function<void(const SignedFile&)>;

// A package or a report.xml, signed. The errors of signPackage and signReport; key.expired, key.not-yet-valid.
Result<std::string> signedBytes(std::string_view bytes, std::string_view file, const SigningKey& key);
// Each file in its place, or under its own name in `target`. What is refused stays as it was. Told in the order given.
void signFiles(const std::vector<std::filesystem::path>& files, const std::filesystem::path& target,
               const SigningKey& key, unsigned threads, const TellSigned& tell);
// Packages, reports, returns and receipts. Without a trust list, whether the signature holds; with one, also whether
// the signer might sign for the reporting unit, or the report's own; of a return or a receipt, whether the list knows
// the signer: that it is the office of that section is held against the store when it is received.
void verifyFiles(const std::vector<std::filesystem::path>& files, const std::optional<Trust>& trust, Time at,
                 unsigned threads, const TellSigned& tell);

}  // namespace cchc
