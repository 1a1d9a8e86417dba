#include "core/exchange/package/content_reader.h"

#include <utility>
#include <variant>

#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/values/value_element.h"

namespace cchc {
namespace {

constexpr std::array<std::string_view, 6> kindNames = {"field", "table", "group", "paragraph", "comment", "kept"};

}  // namespace

Status ContentReader::wrong(std::string_view code, const pugi::xml_node& node, const Place& place,
                            std::vector<Parameter> parameters) const {
  parameters.push_back({"element", node.name()});
  if (!place.empty()) {
    const auto label = placeLabel(*definition_, place);
    parameters.push_back({"field", placeText(place)});
    parameters.push_back({"label", label.vi});
    parameters.push_back({"label_en", label.in(Language::en)});
  }
  return source_->wrong(code, node, std::move(parameters));
}

Status ContentReader::wrongAttribute(const pugi::xml_node& node, const Place& place, std::string_view attribute,
                                     std::string_view given) const {
  return wrong("package.wrong-attribute", node, place,
               {{"attribute", std::string(attribute)}, {"given", shortened(given)}});
}

// The message names file and field, and contains the error of the value itself in both languages.
Status ContentReader::wrongValue(const Error& reason, const pugi::xml_node& node, const Place& place) const {
  const bool notAllowed = reason.code == "value.computed" || reason.code.ends_with("-not-allowed");
  return wrong(notAllowed ? "package.not-allowed" : "package.wrong-value", node, place,
               {{"why_vi", message(reason, Language::vi).what},
                {"why_en", message(reason, Language::en).what},
                {"reason", reason.code}});
}

Status ContentReader::text(const pugi::xml_node& node, std::string& target) const {
  if (hasElements(node)) return wrong("package.structure", node);
  auto normalised = normaliseText(node.value());
  if (!normalised) return wrongValue(normalised.error(), node, node.name());
  target = std::move(*normalised);
  return {};
}

Status ContentReader::addKept(const pugi::xml_node& node, Place place, const ValueMarks& marks) {
  auto value = readUnknownValue(node, marks);
  if (!value) return wrongValue(value.error(), node, place);
  if (!value->empty()) data_->kept.push_back({std::move(place), std::move(*value)});
  return {};
}

void ContentReader::noteAttachment(const Value& value) {
  if (const auto* attachment = std::get_if<Attachment>(&value.content)) attachments_.push_back(*attachment);
}

void ContentReader::begin() {
  nextField_ = nextTable_ = 0;
  data_->fields.resize(definition_->fields.size());
  data_->tables.resize(definition_->tables.size());
  data_->groupNothing.assign(definition_->groups.size(), false);
  data_->paragraphs.clear();
  data_->explanations.clear();
  data_->kept.clear();
  fieldSeen_.assign(definition_->fields.size(), 0);
  tableSeen_.assign(definition_->tables.size(), 0);
  groupSeen_.assign(definition_->groups.size(), 0);
  attachments_.clear();
}

// Clears what the file does not contain, since the storage may hold values of another section.
Status ContentReader::finish() {
  for (std::size_t i = 0; i < fieldSeen_.size(); ++i) {
    if (!fieldSeen_[i]) data_->fields[i] = Value{};
  }
  for (std::size_t i = 0; i < tableSeen_.size(); ++i) {
    if (tableSeen_[i]) continue;
    const auto& definition = definition_->tables[i];
    auto& table = data_->tables[i];
    table.nothing = false;
    table.counted.reset();
    table.rows.clear();
    for (const auto& fixed : definition.fixedRows)
      table.rows.push_back({fixed.id, std::vector<Value>(definition.columns.size())});
  }
  return {};
}

Status ContentReader::read(const XmlSource& source, pugi::xml_node first, const SectionDefinition& definition,
                           bool keeping, SectionData& data) {
  source_ = &source;
  definition_ = &definition;
  data_ = &data;
  keeping_ = keeping;
  begin();
  std::size_t kind = 0;
  for (auto node = first; node; node = node.next_sibling()) {
    if (node.type() != pugi::node_element) return wrong("package.structure", node.parent());
    while (kind < kindNames.size() && !isNamed(node.name(), kindNames[kind])) ++kind;
    if (kind == kindNames.size()) return wrong("package.structure", node);
    CCHC_CHECK(element(static_cast<Kind>(kind), node));
  }
  if (first) CCHC_CHECK(duplicateTexts(first.parent()));
  for (const char* name : {"field", "table", "group", "paragraph"}) {
    if (keeping_ && first) CCHC_CHECK(distinct(first.parent(), name, "id"));
  }
  return finish();
}

Status ContentReader::element(Kind kind, const pugi::xml_node& node) {
  switch (kind) {
    case Kind::field:
      return field(node);
    case Kind::table:
      return table(node);
    case Kind::group:
      return group(node);
    case Kind::paragraph:
      return paragraph(node);
    case Kind::comment:
      return comment(node);
    case Kind::kept:
      return kept(node);
  }
  return {};
}

Status ContentReader::field(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 4> names = {"base", "denominator", "id", "qualifier"};
  std::array<const char*, 4> values;
  CCHC_CHECK(attributes(node, names, 0, values));
  const auto [base, denominator, id, qualifier] = values;
  const ValueMarks marks{base, denominator, qualifier};
  if (id == nullptr || *id == 0) return wrong("package.missing-attribute", node, {}, {{"attribute", "id"}});
  auto index = findFrom(definition_->fields, id, nextField_);
  if (!index) index = definition_->fieldIndex(id, keeping_);
  if (!index) return keeping_ ? addKept(node, id, marks) : wrong("package.unknown-field", node, id);
  if (fieldSeen_[*index]) return keeping_ ? addKept(node, id, marks) : wrong("package.duplicate", node, id);
  fieldSeen_[*index] = 1;
  nextField_ = *index + 1;
  const auto& definition = definition_->fields[*index];
  auto& value = data_->fields[*index];
  if (auto read = readValueElement(definition, node, marks, value); !read) {
    if (!keeping_) return wrongValue(read.error(), node, id);
    value = Value{};
    return addKept(node, id, marks);
  }
  noteAttachment(value);
  return {};
}

Status ContentReader::group(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 2> names = {"id", "nothing"};
  std::array<const char*, 2> values;
  CCHC_CHECK(attributes(node, names, 2, values));
  const auto* id = values[0];
  const auto* nothing = values[1];
  const auto place = Place::ofGroup(id);
  if (std::string_view(nothing) != "yes") return wrongAttribute(node, place, "nothing", nothing);
  if (node.first_child() || *node.value() != 0) return wrong("package.structure", node);
  const auto& groups = definition_->groups;
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const GroupDefinition& group) { return group.id == id; });
  if (found == groups.end() && !keeping_) return wrong("package.unknown-field", node, place);
  if (keeping_ && (found == groups.end() || !found->mayBeNothing)) {
    data_->kept.push_back({place, "nothing"});
    return {};
  }
  const auto index = static_cast<std::size_t>(found - groups.begin());
  if (groupSeen_[index]) return wrong("package.duplicate", node, place);
  groupSeen_[index] = 1;
  if (!found->mayBeNothing) return wrong("package.nothing", node, place);
  data_->groupNothing[index] = true;
  return {};
}

}  // namespace cchc
