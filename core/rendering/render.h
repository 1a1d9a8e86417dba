// Documents out of report.xml, by the stylesheets in schemas/. libxslt may read and write no file and use no network.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// HTML in the layout of Nghị định 30/2020/NĐ-CP, by report-html.xsl in the folder `schemas`.
// Errors:
//   file.not-xml, file.doctype  the report is no XML, or has a DOCTYPE
//   render.not-a-report         it is some other XML
//   render.newer-format         it is of a newer version of the format
//   render.invalid              it is not valid against report.xsd; the first message, with its line
//   render.stylesheet           the stylesheet is damaged
//   file.read, schema.unusable  a file of `schemas` cannot be used
Result<std::string> renderHtml(std::string_view reportXml, const std::filesystem::path& schemas);

// Plain HTML for the preview in the window, by report-preview.xsl. It comes in pieces, each of one or more blocks of
// the body in their order, so that the window can lay out one piece at a time and stay responsive. Errors as
// renderHtml.
Result<std::vector<std::string>> renderPreview(std::string_view reportXml, const std::filesystem::path& schemas);

}  // namespace cchc
