#include "core/signing/report_signature.h"

#include <cstddef>
#include <pugixml.hpp>

#include "core/base/format_version.h"
#include "core/exchange/xml/strict_xml.h"
#include "core/exchange/xml/tokens.h"
#include "core/signing/enveloped_signature.h"

namespace cchc {
namespace {

constexpr std::string_view reportEnd = "</report>";

// A report of the whole country lists every unit, so it may be larger than a package.
XmlLimits reportLimits() {
  XmlLimits limits;
  limits.bytes = std::size_t(1) << 30U;
  return limits;
}

}  // namespace

bool looksLikeReport(std::string_view bytes) {
  const auto head = bytes.substr(0, 400);
  return head.find("<report") != std::string_view::npos &&
         head.find(formatFamily(reportFormat)) != std::string_view::npos;
}

Result<ReportIdentity> readReportIdentity(std::string_view report, std::string_view file) {
  CCHC_CHECK(guardXml(report, file, reportLimits()));
  pugi::xml_document document;
  if (!document.load_buffer(report.data(), report.size(), pugi::parse_default, pugi::encoding_utf8))
    return fail("package.not-xml", file);
  const auto root = document.document_element();
  const auto version = formatVersionOf(reportFormat, root.attribute("xmlns").value(), root.attribute("minor").value());
  if (version.kind == FormatVersion::Kind::newer)
    return fail("render.newer-format", file, {{"version", version.given}, {"known", version.known}});
  const auto heading = root.child("heading");
  ReportIdentity identity{OrgUnitId(heading.child("unit").attribute("code").value()),
                          PeriodId(heading.child("period").attribute("id").value()),
                          parseTime(heading.attribute("created").value()).value_or(Time{})};
  if (std::string_view(root.name()) != "report" || version.kind != FormatVersion::Kind::readable ||
      !isUnitCode(identity.unit.value) || identity.period.value.empty())
    return fail("report.not-a-report", file);
  return identity;
}

Result<std::string> signReport(std::string_view report, std::string_view file, const SigningKey& key) {
  CCHC_TRY(const auto identity, readReportIdentity(report, file));
  static_cast<void>(identity);
  return signEnveloped(report, file, reportEnd, key);
}

Result<std::vector<Certificate>> verifyReport(std::string_view report, std::string_view file) {
  CCHC_TRY(const auto identity, readReportIdentity(report, file));
  static_cast<void>(identity);
  return verifyEnveloped(report, file, reportEnd);
}

}  // namespace cchc
