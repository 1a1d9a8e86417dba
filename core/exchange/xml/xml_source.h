// A parsed file and how its nodes are named in errors. Private to this folder: no pugixml node leaves it.
#pragma once
#include <array>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/exchange/xml/strict_xml.h"

namespace cchc {

// What every reader here parses with: text of a leaf lies in the element itself (parse_embed_pcdata), white space
// between elements is dropped, a text of white space alone is kept. Entities and line ends read as libxml2 reads them.
inline constexpr unsigned xmlParseFlags = pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute |
                                          pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata;

struct XmlSource {
  std::string_view bytes;  // as they came: the parsed copy is overwritten
  std::string_view file;

  std::string place(const pugi::xml_node& node) const {
    const auto offset = node.offset_debug();  // of the name, one past '<'
    return offset < 1 ? std::string(file) : placeInFile(bytes, file, static_cast<std::size_t>(offset) - 1);
  }
  tl::unexpected<Error> wrong(std::string_view code, const pugi::xml_node& node,
                              std::vector<Parameter> parameters = {}) const {
    return fail(code, place(node), std::move(parameters));
  }
};

// Names are short: comparing them in place costs less than the calls that measure and compare them.
inline bool isNamed(const char* name, std::string_view wanted) {
  for (const char c : wanted) {
    if (*name++ != c) return false;
  }
  return *name == 0;
}

// The attributes of an element by name, each at the place of its name in `names`; nullptr where there is none. Answers
// the first attribute that has no place there, or a null one.
template <std::size_t count>
pugi::xml_attribute attributesOf(const pugi::xml_node& node, const std::array<std::string_view, count>& names,
                                 std::array<const char*, count>& values) {
  values.fill(nullptr);
  std::size_t expected = 0;  // they mostly come in order
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

// An element's text has no element in it; comments may cut it into pieces.
inline bool hasElements(const pugi::xml_node& node) {
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) return true;
  }
  return false;
}

}  // namespace cchc
