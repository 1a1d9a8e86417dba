// Reads elements of a definition file strictly: what is not expected is refused with file and line. Private to
// definition/.
#pragma once
#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"

namespace cchc::definition_file {

class ElementReader {
 public:
  ElementReader(std::string_view xml, std::string_view file);

  int line(const pugi::xml_node& node) const { return lineAt(node.offset_debug()); }
  int lineAt(std::ptrdiff_t offset) const;
  std::string place(const pugi::xml_node& node) const { return std::string(file_) + ":" + std::to_string(line(node)); }
  tl::unexpected<Error> wrong(std::string_view code, const pugi::xml_node& node,
                              std::vector<Parameter> parameters) const {
    return fail(code, place(node), std::move(parameters));
  }

  // Only these attributes; only these child elements, and no stray text.
  Status allow(const pugi::xml_node& node, std::initializer_list<std::string_view> attributes,
               std::initializer_list<std::string_view> elements) const;
  Result<std::string> required(const pugi::xml_node& node, const char* attribute) const;
  // Lower-case letters, digits, '_', and '.' where `dotted`.
  Result<std::string> id(const pugi::xml_node& node, bool dotted) const;
  Result<int> whole(const pugi::xml_node& node, const char* attribute, int otherwise, int minimum, int maximum) const;
  Result<bool> yesNo(const pugi::xml_node& node, const char* attribute) const;
  Result<Label> label(const pugi::xml_node& node) const;  // attributes vi (required) and en
  ExpressionText expression(const pugi::xml_node& parent, const char* element) const;
  static std::vector<std::string> words(std::string_view text);

  // One of `names` by position; the first when the attribute is absent.
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
  std::vector<std::ptrdiff_t> breaks_;  // where lines end: every expression has its line, and asks for it
};

Result<FieldDefinition> readField(const ElementReader& reader, const pugi::xml_node& node, bool column);
Result<TableDefinition> readTable(const ElementReader& reader, const pugi::xml_node& node);
Result<RuleDefinition> readRule(const ElementReader& reader, const pugi::xml_node& node);
Status readGroup(const ElementReader& reader, const pugi::xml_node& node, SectionDefinition& definition);
TableDefinition otherFacts();

// What only the whole can tell: ids unique and not prefixes of one another; targets, views and places that exist. Fills
// the indexes.
Status finishDefinition(SectionDefinition& definition, std::string_view file);

}  // namespace cchc::definition_file
