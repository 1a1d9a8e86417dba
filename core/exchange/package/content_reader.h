// Reads the elements of a package's content, after its head, into SectionData. It follows the definition, makes one
// pass and reuses the storage of the previously read section. content_reader_tables.cpp reads tables;
// content_reader_texts.cpp reads paragraphs, explanations (<comment>) and kept values. Private to this folder.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/xml_source.h"
#include "core/model/section_data.h"

namespace cchc {

class ContentReader {
 public:
  // Reads `first` and all its next siblings into `data`. With `keeping`, for a package of an older version than
  // `definition`: ids are also found by renamed-from, and a value that no longer has a field, or does not fit it,
  // becomes a kept value (SectionData::kept).
  // Errors, each with file, line and column:
  //   package.structure, package.unknown-attribute, package.missing-attribute, package.wrong-attribute
  //                                       the elements do not follow schemas/submission.xsd
  //   package.unknown-field, package.unknown-row, package.duplicate, package.too-many-rows, package.nothing
  //                                       the content does not fit the definition
  //   package.wrong-value, package.not-allowed
  //                                       a value does not fit its field, with the reason
  Status read(const XmlSource& source, pugi::xml_node first, const SectionDefinition& definition, bool keeping,
              SectionData& data);

  // The attachments that fields of the last section refer to.
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
  // Checks that no two children of this name have the same value of this attribute. This is needed if the ids are not
  // those of the definition.
  Status distinct(const pugi::xml_node& parent, const char* element, const char* attribute) const;

  // Errors at the element; `place` is the field, cell or paragraph, or empty.
  Status wrong(std::string_view code, const pugi::xml_node& node, const Place& place = {},
               std::vector<Parameter> parameters = {}) const;
  Status wrongAttribute(const pugi::xml_node& node, const Place& place, std::string_view attribute,
                        std::string_view given) const;
  Status wrongValue(const Error& reason, const pugi::xml_node& node, const Place& place) const;
  Status text(const pugi::xml_node& node, std::string& target) const;
  Status addKept(const pugi::xml_node& node, Place place, const ValueMarks& marks);
  void noteAttachment(const Value& value);
  // Reads the attributes of an element. The first `required` attributes of `names` must be present and not empty.
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
  bool keeping_ = false;
  std::size_t nextField_ = 0, nextTable_ = 0;
  std::vector<char> fieldSeen_, tableSeen_, groupSeen_, rowSeen_, cellSeen_;
  std::vector<std::string_view> rowIds_;
  std::vector<Attachment> attachments_;
  std::vector<Row> spareRows_;  // storage of rows that a shorter table did not need
};

// Finds an id at the expected index or a little after it: packages follow the order of the definition and omit blank
// values. nullopt only means that it is not nearby.
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
