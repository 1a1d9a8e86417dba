// Writes XML that people can read: two spaces per level, and one element per line unless its parent is written on one
// line. The same calls give the same bytes. Only output that is not yet written to the stream is in memory. Private to
// exchange/.
#pragma once
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc::detail {

class IndentedXml {
 public:
  enum class Layout : unsigned char { block, line };

  explicit IndentedXml(std::ostream& out) : out_(out) {}

  // `element` must remain valid until close(), so pass a literal.
  IndentedXml& open(std::string_view element, Layout layout = Layout::block);
  IndentedXml& attribute(std::string_view name, std::string_view value);
  IndentedXml& attribute(std::string_view name, int value);
  // Write nothing if the value is empty, zero or false.
  IndentedXml& optional(std::string_view name, std::string_view value);
  IndentedXml& optional(std::string_view name, int value);
  IndentedXml& flag(std::string_view name, bool value);
  // The same for an attribute that the format has had since this minor version (base/format_version.h).
  IndentedXml& since(int minor, std::string_view name, std::string_view value);
  // Notes that what is written now belongs to this minor version.
  IndentedXml& needs(int minor);
  // The attribute `minor` of the root element, to be written into its start tag. finish() states there the lowest minor
  // version that has all that was written.
  IndentedXml& minorAttribute();
  // Character data; the end tag follows on the same line.
  IndentedXml& text(std::string_view value);
  IndentedXml& close();
  // An element that contains only text; written only if the text is not empty.
  IndentedXml& textElement(std::string_view element, std::string_view value);

  // Writes the buffer to the stream if it is large.
  // Errors:
  //   file.write  the stream failed
  Status flush();
  // Writes the rest, after the root is closed. If a minor version above 0 is needed and the start tag of the root has
  // left the buffer, the stream must be one in which a position can be set.
  // Errors:
  //   file.write  the stream failed
  Status finish();

 private:
  struct Level {
    std::string_view element;
    bool line = false;        // its children are written on its line
    bool childLines = false;  // its end tag has a line of its own
  };
  void finishStartTag();
  void newLine();
  void escape(std::string_view value, bool inAttribute);
  Status write();
  Status failed() const;

  std::ostream& out_;
  std::string buffer_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  std::vector<Level> levels_;
  bool startTagOpen_ = false;
  int minor_ = 0;
  std::size_t minorAt_ = 0;  // where the digit of the attribute is, in bytes from the first one written; 0: nowhere
  std::size_t written_ = 0;  // bytes that have left the buffer
};

}  // namespace cchc::detail
