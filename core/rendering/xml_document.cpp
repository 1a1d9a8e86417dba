#include "core/rendering/xml_document.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <cstddef>
#include <limits>

namespace cchc::detail {
namespace {

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

// libxml2 calls this at a DOCTYPE, before it reads any declaration in it.
void refuseDoctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  *static_cast<bool*>(parser->_private) = true;
  xmlStopParser(parser);
}

}  // namespace

std::string lineInFile(std::string_view file, int line) {
  std::string text(file);
  if (line > 0) text += ":" + std::to_string(line);
  return text;
}

std::string plainMessage(const char* message) {
  std::string plain;
  bool inName = false;
  for (const char* c = message != nullptr ? message : ""; *c != '\0'; ++c) {
    if (*c == '{') inName = true;
    if (!inName) plain += *c;
    if (*c == '}') inName = false;
  }
  while (!plain.empty() && (plain.back() == '\n' || plain.back() == ' ' || plain.back() == '.')) plain.pop_back();
  return plain;
}

Result<XmlDocument> parseXml(std::string_view bytes, std::string_view file, const char* url, int* errorLine) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return fail("file.not-xml", file, {{"reason", "2 GB"}});
  }
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
  bool doctype = false;
  parser->_private = &doctype;
  parser->sax->internalSubset = refuseDoctype;
  // HUGE removes the limit on the size of a text, which is safe because nothing can expand without entities. NOENT must
  // never be set, since entities could then read local files.
  XmlDocument document(xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), url, nullptr,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE));
  const auto* error = xmlCtxtGetLastError(parser.get());
  const auto failed = [&](const char* code, int line, std::vector<Parameter> parameters) {
    if (errorLine != nullptr) *errorLine = line;
    return fail(code, lineInFile(file, line), std::move(parameters));
  };
  if (doctype) return failed("file.doctype", parser->input != nullptr ? parser->input->line : 0, {});
  if (!document || parser->wellFormed == 0) {
    return failed("file.not-xml", error != nullptr ? error->line : 0,
                  {{"reason", plainMessage(error != nullptr ? error->message : "")}});
  }
  return document;
}

}  // namespace cchc::detail
