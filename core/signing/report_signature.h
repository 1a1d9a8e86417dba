// A report.xml signed and verified, by anyone who has XMLDSig: an enveloped signature, the root's last child.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/model/ids.h"
#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

struct ReportIdentity {
  OrgUnitId unit;
  PeriodId period;
  Time created{};
};
// Whether the bytes begin as a report.xml does; says nothing on whether it is in order.
bool looksLikeReport(std::string_view bytes);
// The guard's errors; report.not-a-report.
Result<ReportIdentity> readReportIdentity(std::string_view report, std::string_view file);

// signature.present when it has one; errors as readReportIdentity, and of the key.
Result<std::string> signReport(std::string_view report, std::string_view file, const SigningKey& key);
// The signer's certificate first; empty: not signed. signature.structure, signature.algorithm, signature.digest,
// signature.value, certificate.unreadable, certificate.weak. Says nothing on whether the signer may sign: trust.h.
Result<std::vector<Certificate>> verifyReport(std::string_view report, std::string_view file);

}  // namespace cchc
