// Writes XML for people and programs alike: two spaces a level, one element a line unless its parent is written on one
// line. Same calls, same bytes; only what is not yet handed to the stream is in memory. Private to this folder.
#pragma once
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

  // Names must outlive the element: literals.
  IndentedXml& open(std::string_view element, Layout layout = Layout::block);
  IndentedXml& attribute(std::string_view name, std::string_view value);
  IndentedXml& attribute(std::string_view name, int value);
  // Left out when empty, zero, false.
  IndentedXml& optional(std::string_view name, std::string_view value);
  IndentedXml& optional(std::string_view name, int value);
  IndentedXml& flag(std::string_view name, bool value);
  // Character data; the end tag follows on the same line.
  IndentedXml& text(std::string_view value);
  IndentedXml& close();
  // An element with nothing but text; left out when that is empty.
  IndentedXml& textElement(std::string_view element, std::string_view value);

  // Hands over what is buffered, once there is much of it or when told; file.write when the stream fails.
  Status flush(bool all = false);

 private:
  struct Level {
    std::string_view element;
    bool line = false;        // its children stand on its line
    bool childLines = false;  // its end tag gets a line of its own
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
