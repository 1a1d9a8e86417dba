#include "core/signing/report_signature.h"

#include <pugixml.hpp>

#include "core/base/digest.h"
#include "core/exchange/strict_xml.h"
#include "core/signing/signature_check.h"
#include "core/signing/signature_element.h"

namespace cchc {
namespace {

constexpr std::string_view reportEnd = "</report>";

// A report of a country lists every unit: larger than a package may be.
XmlLimits reportLimits() {
  XmlLimits limits;
  limits.bytes = std::size_t(1) << 30U;
  return limits;
}

// The signature's octets: it ends where the root does. Were others inside it or before it, they would not be well-formed on their own, or be digested.
std::string_view reportSignature(std::string_view report) {
  const auto last = report.rfind(reportEnd);
  auto octets = report.substr(0, last);
  while (!octets.empty() && std::string_view(" \t\r\n").find(octets.back()) != std::string_view::npos) octets.remove_suffix(1);
  if (last == std::string_view::npos || !octets.ends_with("</ds:Signature>")) return {};
  const auto at = octets.rfind(signatureBegin);
  return at == std::string_view::npos ? std::string_view() : octets.substr(at);
}

}  // namespace

bool looksLikeReport(std::string_view bytes) {
  const auto head = bytes.substr(0, 400);
  return head.find("<report") != std::string_view::npos && head.find("urn:cchc:report:") != std::string_view::npos;
}

Result<ReportIdentity> readReportIdentity(std::string_view report, std::string_view file) {
  CCHC_CHECK(guardXml(report, file, reportLimits()));
  pugi::xml_document document;
  if (!document.load_buffer(report.data(), report.size(), pugi::parse_default, pugi::encoding_utf8)) return fail("package.not-xml", file);
  const auto root = document.document_element();
  const auto heading = root.child("heading");
  ReportIdentity identity{OrgUnitId(heading.child("unit").attribute("code").value()), PeriodId(heading.child("period").attribute("id").value())};
  if (std::string_view(root.name()) != "report" || identity.unit.value.empty() || identity.period.value.empty()) return fail("report.not-a-report", file);
  return identity;
}

Result<std::string> signReport(std::string_view report, std::string_view file, const SigningKey& key) {
  CCHC_TRY(const auto identity, readReportIdentity(report, file));
  static_cast<void>(identity);
  if (!reportSignature(report).empty()) return fail("signature.present", file);
  CCHC_TRY(const auto canonical, canonicalWithoutSignature(report));
  CCHC_TRY(const auto signature, writeSignature(SignedThing::report, sha256(canonical), key));
  const auto at = report.rfind(reportEnd);
  return std::string(report.substr(0, at)) + signature + std::string(report.substr(at));
}

Result<std::vector<Certificate>> verifyReport(std::string_view report, std::string_view file) {
  CCHC_TRY(const auto identity, readReportIdentity(report, file));
  static_cast<void>(identity);
  const auto octets = reportSignature(report);
  if (octets.empty()) return std::vector<Certificate>();
  auto signature = readSignature(octets, SignedThing::report);
  if (!signature) return fail(placed(signature.error(), file));
  CCHC_TRY(const auto canonical, canonicalWithoutSignature(report));
  CCHC_CHECK(holds(*signature, sha256(canonical), file));
  return std::move(signature->certificates);
}

}  // namespace cchc
