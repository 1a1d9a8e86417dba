#include <libxml/HTMLtree.h>
#include <libxml/uri.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <mutex>

#include "core/base/platform.h"
#include "core/rendering/schema_check.h"

namespace cchc {
namespace {

using namespace detail;

constexpr std::string_view reportNamespace = "urn:cchc:report:1";
constexpr std::string_view namespaceOfAnyVersion = "urn:cchc:report:";
constexpr int knownMinor = 0;

struct FreeStylesheet {
  void operator()(xsltStylesheet* sheet) const { xsltFreeStylesheet(sheet); }
};
struct FreeTransform {
  void operator()(xsltTransformContext* context) const { xsltFreeTransformContext(context); }
};
struct FreePreferences {
  void operator()(xsltSecurityPrefs* preferences) const { xsltFreeSecurityPrefs(preferences); }
};
struct FreeText {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string_view textOf(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// An XML file of something else is said to be so, rather than to be an invalid report.
Status checkRoot(xmlDoc& document) {
  const xmlNode* root = xmlDocGetRootElement(&document);
  const auto ns = root->ns != nullptr ? textOf(root->ns->href) : std::string_view();
  const auto name = textOf(root->name);
  if (name != "report" || !ns.starts_with(namespaceOfAnyVersion)) {
    return fail("render.not-a-report", lineInFile("report.xml", static_cast<int>(xmlGetLineNo(root))),
                {{"root", std::string(name)}});
  }
  const std::unique_ptr<xmlChar, FreeText> minor(xmlGetNoNsProp(root, reinterpret_cast<const xmlChar*>("minor")));
  const auto minorText = textOf(minor.get());
  const bool newerMinor = minorText.size() > 3 || std::atoi(std::string(minorText).c_str()) > knownMinor;
  if (ns != reportNamespace || newerMinor) {
    const auto major = std::string(ns.substr(namespaceOfAnyVersion.size()));
    return fail("render.newer-format", "report.xml",
                {{"version", major + "." + (minorText.empty() ? "0" : std::string(minorText))}, {"known", "1.0"}});
  }
  return {};
}

// libxslt reports a stylesheet that does not compile only through one hook of the whole process; ours are checked by
// tests, so it is kept quiet.
extern "C" void keepQuiet(void*, const char*, ...) {}

// What libxslt says of a transformation that went wrong; it comes in pieces.
extern "C" void keepMessage(void* context, const char* format, ...) {
  auto* message = static_cast<std::string*>(context);
  if (message->size() > 300) return;
  std::array<char, 500> text{};
  std::va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text.data(), text.size(), format, arguments);
  va_end(arguments);
  *message += (message->empty() ? "" : "; ") + plainMessage(text.data());
}

// libxml2's own errors (an XPath that does not compile) go to a hook of the thread: kept here while this lives.
class ThreadErrors {
 public:
  ThreadErrors() : former_(xmlStructuredError), formerContext_(xmlStructuredErrorContext) {
    xmlSetStructuredErrorFunc(&message_, keep);
  }
  ~ThreadErrors() { xmlSetStructuredErrorFunc(formerContext_, former_); }
  ThreadErrors(const ThreadErrors&) = delete;
  ThreadErrors& operator=(const ThreadErrors&) = delete;
  std::string message() const { return message_.empty() ? "XSLT" : message_; }

 private:
  static void keep(void* context, xmlErrorPtr error) {
    auto* message = static_cast<std::string*>(context);
    if (message->empty() && error != nullptr) *message = plainMessage(error->message);
  }
  xmlStructuredErrorFunc former_;
  void* formerContext_;
  std::string message_;
};

std::unique_ptr<xsltSecurityPrefs, FreePreferences> forbidEverything() {
  std::unique_ptr<xsltSecurityPrefs, FreePreferences> preferences(xsltNewSecurityPrefs());
  for (const auto option : {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                            XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK}) {
    xsltSetSecurityPrefs(preferences.get(), option, xsltSecurityForbid);
  }
  return preferences;
}

Result<std::unique_ptr<xsltStylesheet, FreeStylesheet>> readStylesheet(const std::filesystem::path& file) {
  static std::once_flag once;
  std::call_once(once, [] { xsltSetGenericErrorFunc(nullptr, keepQuiet); });
  CCHC_TRY(const auto bytes, readFile(file));
  std::error_code ignored;
  const auto path = std::filesystem::absolute(file, ignored).u8string();
  const std::unique_ptr<xmlChar, FreeText> url(xmlCanonicPath(reinterpret_cast<const xmlChar*>(path.c_str())));
  CCHC_TRY(auto document, parseXml(bytes, file.string(), reinterpret_cast<const char*>(url.get())));
  const ThreadErrors errors;
  std::unique_ptr<xsltStylesheet, FreeStylesheet> sheet(xsltParseStylesheetDoc(document.get()));
  if (sheet) document.release();  // belongs to the stylesheet now
  if (!sheet || sheet->errors != 0)
    return fail("render.stylesheet", file.string(), {{"reason", errors.message()}}, ErrorKind::failure);
  return sheet;
}

Result<XmlDocument> transform(xmlDoc& report, xsltStylesheet& sheet, const std::filesystem::path& file) {
  const auto preferences = forbidEverything();
  const std::unique_ptr<xsltTransformContext, FreeTransform> context(xsltNewTransformContext(&sheet, &report));
  std::string message;
  xsltSetTransformErrorFunc(context.get(), &message, keepMessage);
  xsltSetCtxtSecurityPrefs(preferences.get(), context.get());
  XmlDocument result(xsltApplyStylesheetUser(&sheet, &report, nullptr, nullptr, nullptr, context.get()));
  if (!result || context->state != XSLT_STATE_OK || !message.empty())
    return fail("render.stylesheet", file.string(), {{"reason", message}}, ErrorKind::failure);
  return result;
}

Result<XmlDocument> readReport(std::string_view reportXml, const std::filesystem::path& schemas) {
  CCHC_TRY(auto report, parseXml(reportXml, "report.xml"));
  CCHC_CHECK(checkRoot(*report));
  CCHC_TRY(const auto invalidity, firstInvalidity(*report, schemas / "report.xsd"));
  if (invalidity)
    return fail("render.invalid", lineInFile("report.xml", invalidity->line), {{"reason", invalidity->message}});
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
  const std::unique_ptr<xmlChar, FreeText> owned(text);
  return std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
}

Result<std::vector<std::string>> renderPreview(std::string_view reportXml, const std::filesystem::path& schemas) {
  constexpr std::size_t handy = 3000;  // bytes: laid out in a few milliseconds
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
    const bool newPage = textOf(block->name) == "div";  // stands for a page break, and for nothing else
    if (pieces.empty() || newPage || pieces.back().size() + html.size() > handy) pieces.emplace_back();
    pieces.back() += html;
  }
  return pieces;
}

}  // namespace cchc
