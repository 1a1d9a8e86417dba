// Reads elements of a definition file strictly: anything unexpected is noted as a problem with its line and column, and
// reading goes on, so that all problems of a file are found at once. Private to definition/.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"
#include "core/definition/problems.h"

namespace cchc::definition_file {

class ElementReader {
 public:
  // `xml` and `problems` are borrowed. `formRules`: rules on how a form is written are checked too; they bind what is
  // loaded, not what a store keeps.
  ElementReader(std::string_view xml, DefinitionProblems& problems, bool formRules);

  bool formRules() const { return formRules_; }
  DefinitionProblems& problems() const { return problems_; }
  int line(const pugi::xml_node& node) const { return positionAt(node.offset_debug()).line; }
  // Of an octet of the file, counted from 0.
  FilePosition positionAt(std::ptrdiff_t offset) const;
  FilePosition at(const pugi::xml_node& node) const;  // of its "<"
  // Of the value of an attribute, or of its name; of the node, if it has no such attribute.
  FilePosition atValue(const pugi::xml_node& node, std::string_view attribute) const;
  FilePosition atName(const pugi::xml_node& node, std::string_view attribute) const;

  // Each notes an error: at the node, or at the value of an attribute.
  void wrong(std::string_view code, const pugi::xml_node& node, std::vector<Parameter> parameters) const;
  void wrongValue(std::string_view code, const pugi::xml_node& node, std::string_view attribute,
                  std::vector<Parameter> parameters) const;
  // definition.wrong-attribute, with what is allowed, or with the words that are, of which one may have been meant.
  void wrongAttribute(const pugi::xml_node& node, std::string_view attribute, std::string_view given,
                      std::string allowed) const;
  void wrongAttribute(const pugi::xml_node& node, std::string_view attribute, std::string_view given,
                      const std::vector<std::string>& allowed) const;

  // The minor version of the file's format. 0 until it is set.
  void setMinor(int minor) { minor_ = minor; }
  int minor() const { return minor_; }
  // Notes a member that the format has only had since minor version 1, in a file of version 0.
  void needsMinor(const pugi::xml_node& node, std::string_view attribute, std::string_view shown) const;

  // Notes any other attributes and child elements; text, unless `elements` is empty; and with the rules on forms, child
  // elements out of order or repeated. Of `elements`, "rule*" may be repeated, and "field|table*" are alternatives in
  // any order. `sinceMinor1` are further attributes, of minor version 1. Notes:
  //   definition.unknown-attribute
  //   definition.minor
  //   definition.unknown-element, .element-order, .duplicate-element
  //   definition.stray-text
  void allow(const pugi::xml_node& node, std::initializer_list<std::string_view> attributes,
             std::initializer_list<std::string_view> elements,
             std::initializer_list<std::string_view> sinceMinor1 = {}) const;
  // "" if it is missing or empty. Notes definition.missing-attribute.
  std::string required(const pugi::xml_node& node, const char* attribute) const;
  // The attribute id: lower-case letters, digits, '_', and '.' where `dotted`; it does not begin with a digit.
  // Notes definition.missing-attribute and definition.wrong-id.
  std::string id(const pugi::xml_node& node, bool dotted) const;
  // A whole number from `minimum` to `maximum`; `otherwise` if the attribute is absent, empty or wrong.
  // Notes definition.wrong-attribute.
  int wholeNumber(const pugi::xml_node& node, const char* attribute, int otherwise, int minimum, int maximum) const;
  // "yes" or "no"; false if the attribute is absent. Notes definition.wrong-attribute.
  bool yesNo(const pugi::xml_node& node, const char* attribute) const;
  // Notes definition.duplicate-id if one of the elements `before` has the id; `idOf` is the member with their ids.
  template <class Item>
  void checkNew(const pugi::xml_node& node, const char* attribute, const std::string& id,
                const std::vector<Item>& before, std::string Item::*idOf) const {
    for (const auto& item : before) {
      if (!id.empty() && item.*idOf == id) return wrongValue("definition.duplicate-id", node, attribute, {{"id", id}});
    }
  }
  // The attributes vi (required) and en. Placeholders in it are noted unless it may have some.
  // Notes definition.missing-attribute, definition.empty-text and definition.unknown-placeholder.
  Label label(const pugi::xml_node& node, bool placeholders = false) const;
  // The label of a child element that has these attributes alone, or of none, which is noted:
  // definition.missing-element
  Label childLabel(const pugi::xml_node& parent, const char* element, const std::string& parentId) const;
  // The trimmed text of a child element; empty if there is no such element.
  // Notes definition.split-text and what allow() does.
  ExpressionText expression(const pugi::xml_node& parent, const char* element) const;
  // The text of the node itself, not trimmed.
  ExpressionText text(const pugi::xml_node& node) const;
  // The trimmed text of an attribute. Notes definition.missing-attribute.
  ExpressionText attributeText(const pugi::xml_node& node, const char* attribute) const;
  // The words of a list attribute, separated by white space.
  static std::vector<std::string> splitWords(std::string_view text);
  static std::string joined(const std::vector<std::string>& words);  // "a, b"

  // One of `names`, by its position in the list; the first if the attribute is absent or wrong.
  // Notes definition.wrong-attribute, with all names.
  template <class Enum>
  Enum oneOf(const pugi::xml_node& node, const char* attribute, std::initializer_list<std::string_view> names) const {
    const std::string_view given = node.attribute(attribute).value();
    if (given.empty()) return Enum(0);
    int at = 0;
    std::vector<std::string> all;
    for (const auto name : names) {
      if (name == given) return static_cast<Enum>(at);
      all.emplace_back(name);
      ++at;
    }
    wrongAttribute(node, attribute, given, all);
    return Enum(0);
  }

 private:
  struct AttributeOffsets {
    std::ptrdiff_t name = -1, value = -1, end = -1;
  };
  AttributeOffsets offsetsOf(const pugi::xml_node& node, std::string_view attribute) const;
  ExpressionText textFrom(std::string_view decoded, std::ptrdiff_t begin, std::ptrdiff_t end, bool trimmed) const;
  void checkOrder(const pugi::xml_node& node, std::initializer_list<std::string_view> elements) const;

  std::string_view xml_;
  DefinitionProblems& problems_;
  bool formRules_;
  int minor_ = 0;
  std::vector<std::ptrdiff_t> breaks_;  // where lines end, since a line is looked up for each expression
};

}  // namespace cchc::definition_file
