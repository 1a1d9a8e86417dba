// Writes elements as exclusive canonical XML (W3C xml-exc-c14n), so that the octets of a content element in the file
// are the octets that a signature digests. The caller passes attributes in ascending order of their names and writes no
// space between elements.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace cchc {

class CanonicalXml {
 public:
  // Appends to `out`, which must outlive the writer.
  explicit CanonicalXml(std::string& out) : out_(out) {}

  // A start tag: open("field").attribute("id", …).close().
  CanonicalXml& open(std::string_view element);
  CanonicalXml& attribute(std::string_view name, std::string_view value);
  // Writes nothing if the value is empty.
  CanonicalXml& optional(std::string_view name, std::string_view value) {
    return value.empty() ? *this : attribute(name, value);
  }
  // The same for an attribute that the format has had since this minor version (base/format_version.h).
  CanonicalXml& since(int minor, std::string_view name, std::string_view value) {
    if (!value.empty()) needs(minor).attribute(name, value);
    return *this;
  }
  // Notes that what is written now belongs to this minor version.
  CanonicalXml& needs(int minor) {
    minor_ = std::max(minor_, minor);
    return *this;
  }
  int minor() const { return minor_; }  // the lowest minor version that has all that was written
  CanonicalXml& close();
  CanonicalXml& text(std::string_view value);
  CanonicalXml& end(std::string_view element);

 private:
  std::string& out_;
  int minor_ = 0;
};

}  // namespace cchc
