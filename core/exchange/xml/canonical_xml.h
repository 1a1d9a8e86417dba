// Writes elements in the octets of exclusive canonical XML (W3C xml-exc-c14n): what it writes for a content element is
// what a signature digests. The caller gives attributes in ascending order of their names and writes no space between
// elements.
#pragma once
#include <string>
#include <string_view>

namespace cchc {

class CanonicalXml {
 public:
  explicit CanonicalXml(std::string& out) : out_(out) {}

  // open("field").attribute("id", …).close(): a start tag.
  CanonicalXml& open(std::string_view element);
  CanonicalXml& attribute(std::string_view name, std::string_view value);
  // Left out when empty.
  CanonicalXml& optional(std::string_view name, std::string_view value) {
    return value.empty() ? *this : attribute(name, value);
  }
  CanonicalXml& close();
  CanonicalXml& text(std::string_view value);
  CanonicalXml& end(std::string_view element);

 private:
  std::string& out_;
};

}  // namespace cchc
