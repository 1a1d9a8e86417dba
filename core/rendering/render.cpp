#include "core/rendering/render.h"

#include <libxml/HTMLtree.h>
#include <libxslt/xsltutils.h>

#include <cstddef>
#include <memory>

#include "core/base/format_version.h"
#include "core/rendering/schema_check.h"
#include "core/rendering/stylesheet.h"
#include "core/rendering/xml_document.h"

namespace cchc {
namespace {

using namespace detail;

std::string_view textOf(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// For an XML file of another kind, reports that it is not a report, rather than that it is an invalid one.
Status checkRoot(xmlDoc& document) {
  const xmlNode* root = xmlDocGetRootElement(&document);
  const auto ns = root->ns != nullptr ? textOf(root->ns->href) : std::string_view();
  const auto name = textOf(root->name);
  const std::unique_ptr<xmlChar, FreeXmlText> minor(xmlGetNoNsProp(root, reinterpret_cast<const xmlChar*>("minor")));
  const auto version = formatVersionOf(reportFormat, ns, textOf(minor.get()));
  if (name != "report" || version.kind == FormatVersion::Kind::otherFormat) {
    return fail("render.not-a-report", lineInFile("report.xml", static_cast<int>(xmlGetLineNo(root))),
                {{"root", std::string(name)}});
  }
  if (version.kind == FormatVersion::Kind::newer)
    return fail("render.newer-format", "report.xml", {{"version", version.given}, {"known", version.known}});
  return {};
}

Result<XmlDocument> readReport(std::string_view reportXml, const std::filesystem::path& schemas) {
  CCHC_TRY(auto report, parseXml(reportXml, "report.xml"));
  CCHC_CHECK(checkRoot(*report));
  CCHC_TRY(const auto schema, parseSchema(schemas / "report.xsd"));
  if (const auto wrong = invalidities(*report, *schema); !wrong.empty())
    return fail("render.invalid", lineInFile("report.xml", wrong.front().line), {{"reason", wrong.front().message}});
  return report;
}

const xmlNode* childNamed(const xmlNode* parent, std::string_view name) {
  for (const auto* child = parent == nullptr ? nullptr : parent->children; child != nullptr; child = child->next) {
    if (textOf(child->name) == name) return child;
  }
  return nullptr;
}

struct FreeBuffer {
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};

}  // namespace

Result<std::string> renderHtml(std::string_view reportXml, const std::filesystem::path& schemas) {
  const auto file = schemas / "report-html.xsl";
  CCHC_TRY(const auto report, readReport(reportXml, schemas));
  CCHC_TRY(const auto sheet, readStylesheet(file));
  CCHC_TRY(const auto result, transform(*report, *sheet, file));
  xmlChar* text = nullptr;
  int length = 0;
  if (xsltSaveResultToString(&text, &length, result.get(), sheet.get()) != 0)
    return fail("render.stylesheet", file.string(), {{"reason", "HTML"}}, ErrorKind::failure);
  const std::unique_ptr<xmlChar, FreeXmlText> owned(text);
  return std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
}

Result<std::vector<std::string>> renderPreview(std::string_view reportXml, const std::filesystem::path& schemas) {
  constexpr std::size_t pieceSize = 3000;  // bytes; the window lays them out in a few milliseconds
  const auto file = schemas / "report-preview.xsl";
  CCHC_TRY(const auto report, readReport(reportXml, schemas));
  CCHC_TRY(const auto sheet, readStylesheet(file));
  CCHC_TRY(const auto result, transform(*report, *sheet, file));
  const auto* body = childNamed(xmlDocGetRootElement(result.get()), "body");
  std::vector<std::string> pieces;
  for (auto* block = body == nullptr ? nullptr : body->children; block != nullptr; block = block->next) {
    const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
    if (htmlNodeDump(buffer.get(), result.get(), block) < 0)
      return fail("render.stylesheet", file.string(), {{"reason", "HTML"}}, ErrorKind::failure);
    const auto html = textOf(xmlBufferContent(buffer.get()));
    const bool newPage = textOf(block->name) == "div";  // the stylesheet uses <div> only for page breaks
    if (pieces.empty() || newPage || pieces.back().size() + html.size() > pieceSize) pieces.emplace_back();
    pieces.back() += html;
  }
  return pieces;
}

}  // namespace cchc
