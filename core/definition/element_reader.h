// Reads elements of a definition file strictly: anything unexpected is refused with file and line. Private to
// definition/.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc::definition_file {

class ElementReader {
 public:
  // `file` is borrowed and used in messages only.
  ElementReader(std::string_view xml, std::string_view file);

  // Lines count from 1; `offset` counts the octets of the file from 0.
  int line(const pugi::xml_node& node) const { return lineAt(node.offset_debug()); }
  int lineAt(std::ptrdiff_t offset) const;
  // "file:line"
  std::string location(const pugi::xml_node& node) const {
    return std::string(file_) + ":" + std::to_string(line(node));
  }
  // The error `code` at the node's location.
  tl::unexpected<Error> wrong(std::string_view code, const pugi::xml_node& node,
                              std::vector<Parameter> parameters) const {
    return fail(code, location(node), std::move(parameters));
  }

  // The minor version of the file's format. 0 until it is set.
  void setMinor(int minor) { minor_ = minor; }
  int minor() const { return minor_; }
  // The error for a member that the format has only had since minor version 1, in a file of version 0.
  tl::unexpected<Error> needsMinor(const pugi::xml_node& node, std::string_view attribute) const {
    return wrong("definition.minor", node, {{"attribute", std::string(attribute)}, {"element", node.name()}});
  }

  // Refuses any other attributes and child elements; text is refused unless `elements` is empty. `sinceMinor1` are
  // further attributes, of minor version 1. Errors:
  //   definition.unknown-attribute
  //   definition.minor
  //   definition.unknown-element
  //   definition.stray-text
  Status allow(const pugi::xml_node& node, std::initializer_list<std::string_view> attributes,
               std::initializer_list<std::string_view> elements,
               std::initializer_list<std::string_view> sinceMinor1 = {}) const;
  // Error: definition.missing-attribute, even if the attribute is present but empty.
  Result<std::string> required(const pugi::xml_node& node, const char* attribute) const;
  // The attribute id: lower-case letters, digits, '_', and '.' where `dotted`; it does not begin with a digit.
  // Errors:
  //   definition.missing-attribute
  //   definition.wrong-id
  Result<std::string> id(const pugi::xml_node& node, bool dotted) const;
  // A whole number from `minimum` to `maximum`; `otherwise` if the attribute is absent or empty.
  // Error: definition.wrong-attribute.
  Result<int> wholeNumber(const pugi::xml_node& node, const char* attribute, int otherwise, int minimum,
                          int maximum) const;
  // "yes" or "no"; false if the attribute is absent. Error: definition.wrong-attribute.
  Result<bool> yesNo(const pugi::xml_node& node, const char* attribute) const;
  // Refuses an id that one of the elements `before` has already; `idOf` is the member with their ids.
  // Error: definition.duplicate-id.
  template <class Item>
  Status checkNew(const pugi::xml_node& node, const std::string& id, const std::vector<Item>& before,
                  std::string Item::*idOf) const {
    for (const auto& item : before) {
      if (item.*idOf == id) return wrong("definition.duplicate-id", node, {{"id", id}});
    }
    return {};
  }
  // The attributes vi (required) and en. Error: definition.missing-attribute.
  Result<Label> label(const pugi::xml_node& node) const;
  // The trimmed text of a child element with its line; empty if there is no such element.
  ExpressionText expression(const pugi::xml_node& parent, const char* element) const;
  // The words of a list attribute, separated by white space.
  static std::vector<std::string> splitWords(std::string_view text);

  // One of `names`, by its position in the list; the first if the attribute is absent.
  // Error: definition.wrong-attribute, with all names.
  template <class Enum>
  Result<Enum> oneOf(const pugi::xml_node& node, const char* attribute,
                     std::initializer_list<std::string_view> names) const {
    const std::string_view given = node.attribute(attribute).value();
    if (given.empty()) return Enum(0);
    int at = 0;
    std::string all;
    for (const auto name : names) {
      if (name == given) return static_cast<Enum>(at);
      all += (all.empty() ? "" : ", ") + std::string(name);
      ++at;
    }
    return wrong("definition.wrong-attribute", node,
                 {{"attribute", attribute}, {"given", std::string(given)}, {"allowed", all}});
  }

 private:
  std::string_view file_;
  int minor_ = 0;
  std::vector<std::ptrdiff_t> breaks_;  // where lines end, since a line is looked up for each expression
};

}  // namespace cchc::definition_file
