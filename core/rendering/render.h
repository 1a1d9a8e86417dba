// report.xml -> documents, by the stylesheets in schemas/.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// HTML in the layout of Nghị định 30/2020/NĐ-CP, by schemas/report-html.xsl; libxslt runs with security preferences
// that forbid everything. file.not-xml, file.doctype, render.not-a-report, render.newer-format, render.invalid (against
// schemas/report.xsd, first message with line), render.stylesheet.
Result<std::string> renderHtml(std::string_view reportXml, const std::filesystem::path& schemas);
// The plain HTML that the desktop lays out itself, by report-preview.xsl: the body's blocks in their order, some
// together, so that one piece after the other can be laid out while the window goes on. Errors as above.
Result<std::vector<std::string>> renderPreview(std::string_view reportXml, const std::filesystem::path& schemas);
// A schema, read once for several documents. Borrow it from one thread at a time.
class Schema {
 public:
  // file.read, schema.unusable when the XSD is no schema.
  static Result<Schema> load(const std::filesystem::path& xsd);
  ~Schema();
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  // file.not-xml, file.doctype, schema.invalid with `file`:line and the first message.
  Status validate(std::string_view xml, std::string_view file) const;

 private:
  struct Parsed;
  explicit Schema(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

// Valid against the XSD: for reports, packages and definitions. file.not-xml, file.doctype, schema.invalid with
// `file`:line and the first message, schema.unusable when the XSD is no schema.
Status validate(std::string_view xml, const std::filesystem::path& xsd, std::string_view file);

}  // namespace cchc
