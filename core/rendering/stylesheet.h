// XSLT 1.0 stylesheets, with libxslt. A transformation may not read or write files or use the network. Private to this
// folder.
#pragma once
#include <libxslt/xsltInternals.h>

#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/rendering/xml_document.h"

namespace cchc::detail {

struct FreeStylesheet {
  void operator()(xsltStylesheet* sheet) const { xsltFreeStylesheet(sheet); }
};
using Stylesheet = std::unique_ptr<xsltStylesheet, FreeStylesheet>;

// Errors:
//   file.read, file.not-xml, file.doctype  the file cannot be read, or is not XML
//   render.stylesheet                      it is not a stylesheet
Result<Stylesheet> readStylesheet(const std::filesystem::path& file);

// Transforms a document; `file` names the stylesheet in errors.
// Errors:
//   render.stylesheet  the transformation failed or emitted a message
Result<XmlDocument> transform(xmlDoc& document, xsltStylesheet& sheet, const std::filesystem::path& file);

}  // namespace cchc::detail
