// Makes documents from report.xml with the stylesheets in schemas/. libxslt may not read or write files or use the
// network.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// HTML in the layout of Nghị định 30/2020/NĐ-CP, made with report-html.xsl in the folder `schemas`.
// Errors:
//   file.not-xml, file.doctype  the report is not XML, or has a DOCTYPE
//   render.not-a-report         it is another kind of XML
//   render.newer-format         it has a newer version of the format
//   render.invalid              it is not valid against report.xsd; the error has the first message and its line
//   render.stylesheet           the stylesheet is damaged
//   file.read, schema.unusable  a file of `schemas` cannot be used
Result<std::string> renderHtml(std::string_view reportXml, const std::filesystem::path& schemas);

// Plain HTML for the preview in the window, made with report-preview.xsl. It is divided into pieces, each of one or
// more consecutive blocks of the body, so that the window can lay out one piece at a time and stay responsive. Errors
// as renderHtml.
Result<std::vector<std::string>> renderPreview(std::string_view reportXml, const std::filesystem::path& schemas);

}  // namespace cchc
