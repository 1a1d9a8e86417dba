// XSLT 1.0 stylesheets, by libxslt. A transformation may read and write no file and use no network. Private to this
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
//   file.read, file.not-xml, file.doctype  the file cannot be read, or is no XML
//   render.stylesheet                      it is no stylesheet
Result<Stylesheet> readStylesheet(const std::filesystem::path& file);

// Transforms a document; `file` names the stylesheet in errors.
// Errors:
//   render.stylesheet  the transformation failed or gave a message
Result<XmlDocument> transform(xmlDoc& document, xsltStylesheet& sheet, const std::filesystem::path& file);

}  // namespace cchc::detail
