// Validation of XML files against the XSD files in schemas/.
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// A schema that is read once for several documents. Only one thread at a time may use it.
class Schema {
 public:
  // Errors:
  //   file.read        the XSD cannot be read
  //   schema.unusable  it is not a schema
  static Result<Schema> load(const std::filesystem::path& xsd);
  ~Schema();
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;

  // Errors, at `file`:line:
  //   file.not-xml, file.doctype  the document is not XML, or has a DOCTYPE
  //   schema.invalid              it is not valid; the error has the first message of libxml2
  Status validate(std::string_view xml, std::string_view file) const;
  // The same, with all of them and their lines, at most a hundred; empty: the document is valid.
  std::vector<std::pair<int, Error>> problems(std::string_view xml, std::string_view file) const;

 private:
  struct Parsed;
  explicit Schema(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

// Validates one document. Errors as Schema::load and Schema::validate.
Status validate(std::string_view xml, const std::filesystem::path& xsd, std::string_view file);

}  // namespace cchc
