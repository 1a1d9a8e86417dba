// A file that is being parsed, and the helpers that all readers of XML need. Private to exchange/: no pugixml node
// leaves it.
#pragma once
#include <array>
#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/xml/strict_xml.h"

namespace cchc {

// The options of every reader here. The text of a leaf is stored in the element itself (parse_embed_pcdata); white
// space between elements is dropped, but a text of only white space is kept. References and line ends are read as
// libxml2 reads them.
inline constexpr unsigned xmlParseFlags = pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute |
                                          pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata;

struct XmlSource {
  std::string_view bytes;  // as they were received; pugixml overwrites its own copy
  std::string_view file;   // its name in errors

  // "file:line:column" of the element.
  std::string position(const pugi::xml_node& node) const {
    const auto offset = node.offset_debug();  // of the name, one after '<'
    return offset < 1 ? std::string(file) : positionInFile(bytes, file, static_cast<std::size_t>(offset) - 1);
  }
  // An error at the element.
  tl::unexpected<Error> wrong(std::string_view code, const pugi::xml_node& node,
                              std::vector<Parameter> parameters = {}) const {
    return fail(code, position(node), std::move(parameters));
  }
};

// Compares without a call to strlen or memcmp: names are short, and the calls would cost more than the comparison.
inline bool isNamed(const char* name, std::string_view wanted) {
  for (const char c : wanted) {
    if (*name++ != c) return false;
  }
  return *name == 0;
}

// Reads an element's attributes into `values`, in the order of `names`; nullptr means that the attribute is absent.
// Returns the first attribute that is not in `names`, or a null one.
template <std::size_t count>
pugi::xml_attribute attributesOf(const pugi::xml_node& node, const std::array<std::string_view, count>& names,
                                 std::array<const char*, count>& values) {
  values.fill(nullptr);
  std::size_t expected = 0;  // attributes are mostly written in this order
  for (auto attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
    const char* name = attribute.name();
    std::size_t found = expected;
    while (found < count && !isNamed(name, names[found])) ++found;
    if (found == count) {
      for (found = 0; found < expected && !isNamed(name, names[found]);) ++found;
      if (found == expected) return attribute;
    }
    values[found] = attribute.value();
    expected = found + 1;
  }
  return {};
}

// Whether any child is an element, so that the children are not just pieces of text separated by comments.
inline bool hasElements(const pugi::xml_node& node) {
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) return true;
  }
  return false;
}

}  // namespace cchc
