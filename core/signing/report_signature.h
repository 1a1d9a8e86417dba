// Signatures of report.xml: an enveloped signature, the root's last child, which any XMLDSig program can verify.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/ids.h"
#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// What identifies a report.
struct ReportIdentity {
  OrgUnitId unit;  // its code, as an identity
  PeriodId period;
  Time created{};
};
// Whether the bytes begin like a report.xml; the rest is not checked.
bool looksLikeReport(std::string_view bytes);
// Errors:
//   those of guardXml (exchange/xml/strict_xml.h)
//   report.not-a-report  the file is not a report.xml, or does not name unit and period
//   render.newer-format  it has a newer version of the format
Result<ReportIdentity> readReportIdentity(std::string_view report, std::string_view file);

// Returns the report with a signature.
// Errors:
//   signature.present  the report is already signed
//   those of readReportIdentity and SigningKey::sign
Result<std::string> signReport(std::string_view report, std::string_view file, const SigningKey& key);
// Verifies a report. Returns the certificates of the signature, the signer's first, or none if the report is not
// signed. Whether the signer may sign is not checked here (trust.h). Errors of readReportIdentity, and of the signature
// as verifyPackage (package_signature.h).
Result<std::vector<Certificate>> verifyReport(std::string_view report, std::string_view file);

}  // namespace cchc
