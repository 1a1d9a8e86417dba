// The elements of a package's content, after its head, into SectionData: by definition, in one walk, with storage of a
// former section used again. Elements of tables are read in section_tables.cpp, those of words in section_texts.cpp.
#pragma once
#include <algorithm>
#include <vector>

#include "core/definition/definition.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {

class SectionReader {
 public:
  // From `first` to its last sibling. `older`: the section was laid out by an older version than `definition`: ids are
  // also found by renamed-from, and what has no home any more, or does not fit, is kept aside. Codes package.*.
  Status read(const XmlSource& source, pugi::xml_node first, const SectionDefinition& definition, bool older,
              SectionData& data);

  // Attachments that fields of the last section name.
  const std::vector<Attachment>& attachments() const { return attachments_; }

 private:
  enum class Kind : unsigned char { field, table, group, paragraph, comment, kept };

  void begin();
  Status finish();
  Status element(Kind kind, const pugi::xml_node& node);
  Status field(const pugi::xml_node& node);
  Status group(const pugi::xml_node& node);

  Status table(const pugi::xml_node& node);
  Status rowIds(const pugi::xml_node& node, const TableDefinition& table);
  void resizeRows(std::vector<Row>& rows, std::size_t count);
  Status fixedRow(const pugi::xml_node& node, const TableDefinition& table, TableData& data, const char* id);
  Status row(const pugi::xml_node& node, const TableDefinition& table, Row& row, const char* id);
  bool plainCell(const pugi::xml_node& node, const TableDefinition& table, Row& row, std::size_t& next);
  Status cell(const pugi::xml_node& node, const TableDefinition& table, Row& row, std::size_t& next);
  Status unknownTable(const pugi::xml_node& node, std::string_view id, bool nothing);
  Status unknownRow(const pugi::xml_node& node, std::string_view table, std::string_view row);

  Status paragraph(const pugi::xml_node& node);
  Status comment(const pugi::xml_node& node);
  Status kept(const pugi::xml_node& node);
  Status duplicateTexts(const pugi::xml_node& parent) const;
  // Of children of that name no two have the same value of that attribute: asked where ids are not those of the
  // definition.
  Status distinct(const pugi::xml_node& parent, const char* element, const char* attribute) const;

  // Errors, all naming the element's place in the file and the field.
  Status wrong(std::string_view code, const pugi::xml_node& node, std::string_view place = {},
               std::vector<Parameter> parameters = {}) const;
  Status wrongAttribute(const pugi::xml_node& node, std::string_view place, std::string_view attribute,
                        std::string_view given) const;
  Status wrongValue(const Error& reason, const pugi::xml_node& node, std::string_view place, const Label& label) const;
  Status text(const pugi::xml_node& node, std::string& target) const;
  Status keep(const pugi::xml_node& node, std::string place, const char* qualifier, const char* denominator);
  void noteAttachment(const Value& value);
  // The first `required` ones must be there, and hold something.
  template <std::size_t count>
  Status attributes(const pugi::xml_node& node, const std::array<std::string_view, count>& names, std::size_t required,
                    std::array<const char*, count>& values) const {
    if (const auto other = attributesOf(node, names, values))
      return wrong("package.unknown-attribute", node, {}, {{"attribute", other.name()}});
    for (std::size_t i = 0; i < required; ++i) {
      if (values[i] == nullptr || *values[i] == 0)
        return wrong("package.missing-attribute", node, {}, {{"attribute", std::string(names[i])}});
    }
    return {};
  }

  const XmlSource* source_ = nullptr;
  const SectionDefinition* definition_ = nullptr;
  SectionData* data_ = nullptr;
  bool older_ = false;
  std::size_t nextField_ = 0, nextTable_ = 0;
  std::vector<char> fieldSeen_, tableSeen_, groupSeen_, rowSeen_, cellSeen_;
  std::vector<std::string_view> rowIds_;
  std::vector<Attachment> attachments_;
  std::vector<Row> spareRows_;  // of longer tables, for longer tables to come
};

// Where an id is expected, then a little further: packages keep the order of the definition and leave blanks out.
template <class Items>
std::optional<std::size_t> findFrom(const Items& items, const char* id, std::size_t expected) {
  constexpr std::size_t near = 12;
  const std::size_t end = std::min(items.size(), expected + near);
  for (std::size_t i = expected; i < end; ++i) {
    if (isNamed(id, items[i].id)) return i;
  }
  return std::nullopt;
}

}  // namespace cchc
