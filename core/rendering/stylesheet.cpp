#include "core/rendering/stylesheet.h"

#include <libxml/uri.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <string>
#include <system_error>

#include "core/base/platform.h"

namespace cchc::detail {
namespace {

struct FreeTransform {
  void operator()(xsltTransformContext* context) const { xsltFreeTransformContext(context); }
};
struct FreePreferences {
  void operator()(xsltSecurityPrefs* preferences) const { xsltFreeSecurityPrefs(preferences); }
};

// libxslt reports an unusable stylesheet through a hook that the whole process shares. ThreadErrors collects the
// reason, so the hook ignores the report.
extern "C" void ignoreReport(void*, const char*, ...) {}

// Collects the messages of libxslt about one transformation.
extern "C" void collectMessage(void* context, const char* format, ...) {
  auto* message = static_cast<std::string*>(context);
  if (message->size() > 300) return;
  std::array<char, 500> text{};
  std::va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text.data(), text.size(), format, arguments);
  va_end(arguments);
  *message += (message->empty() ? "" : "; ") + plainMessage(text.data());
}

// Collects the first error that libxml2 reports on this thread (an XPath that does not compile) while it lives.
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

}  // namespace

Result<Stylesheet> readStylesheet(const std::filesystem::path& file) {
  static std::once_flag once;
  std::call_once(once, [] { xsltSetGenericErrorFunc(nullptr, ignoreReport); });
  CCHC_TRY(const auto bytes, readFile(file));
  std::error_code ignored;
  const auto path = std::filesystem::absolute(file, ignored).u8string();
  const std::unique_ptr<xmlChar, FreeXmlText> url(xmlCanonicPath(reinterpret_cast<const xmlChar*>(path.c_str())));
  CCHC_TRY(auto document, parseXml(bytes, file.string(), reinterpret_cast<const char*>(url.get())));
  const ThreadErrors errors;
  Stylesheet sheet(xsltParseStylesheetDoc(document.get()));
  if (sheet) static_cast<void>(document.release());  // the stylesheet owns it now
  if (!sheet || sheet->errors != 0)
    return fail("render.stylesheet", file.string(), {{"reason", errors.message()}}, ErrorKind::failure);
  return sheet;
}

Result<XmlDocument> transform(xmlDoc& document, xsltStylesheet& sheet, const std::filesystem::path& file) {
  const auto preferences = forbidEverything();
  const std::unique_ptr<xsltTransformContext, FreeTransform> context(xsltNewTransformContext(&sheet, &document));
  std::string message;
  xsltSetTransformErrorFunc(context.get(), &message, collectMessage);
  xsltSetCtxtSecurityPrefs(preferences.get(), context.get());
  XmlDocument result(xsltApplyStylesheetUser(&sheet, &document, nullptr, nullptr, nullptr, context.get()));
  if (!result || context->state != XSLT_STATE_OK || !message.empty())
    return fail("render.stylesheet", file.string(), {{"reason", message}}, ErrorKind::failure);
  return result;
}

}  // namespace cchc::detail
