// What is first found wrong with a document by an XSD. Private to rendering/.
#pragma once
#include <filesystem>
#include <optional>

#include "core/rendering/render.h"
#include "core/rendering/xml_document.h"

namespace cchc::detail {

struct Invalidity {
  int line = 0;
  std::string message;
};
// nullopt: valid. schema.unusable, file.read when the XSD itself cannot be used.
Result<std::optional<Invalidity>> firstInvalidity(xmlDoc& document, const std::filesystem::path& xsd);

}  // namespace cchc::detail
