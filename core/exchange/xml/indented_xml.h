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
  // Character data; the end tag follows on the same line.
  IndentedXml& text(std::string_view value);
  IndentedXml& close();
  // An element that contains only text; written only if the text is not empty.
  IndentedXml& textElement(std::string_view element, std::string_view value);

  // Writes the buffer to the stream if it is large, or in any case if `all` is set.
  // Errors:
  //   file.write  the stream failed
  Status flush(bool all = false);

 private:
  struct Level {
    std::string_view element;
    bool line = false;        // its children are written on its line
    bool childLines = false;  // its end tag has a line of its own
  };
  void finishStartTag();
  void newLine();
  void escape(std::string_view value, bool inAttribute);

  std::ostream& out_;
  std::string buffer_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  std::vector<Level> levels_;
  bool startTagOpen_ = false;
};

}  // namespace cchc::detail
