// Reads values files in XML.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "core/base/digest.h"
#include "core/base/format_version.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/exchange/package/package.h"
#include "core/exchange/values/typed_value.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/values/value_element.h"
#include "core/exchange/values/value_errors.h"
#include "core/exchange/values/values_file.h"
#include "core/exchange/xml/strict_xml.h"
#include "core/exchange/xml/tokens.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {
namespace {

constexpr std::array<std::string_view, 4> valueAttributes = {"id", "base", "denominator", "qualifier"};

ValueMarks marksOf(const std::array<const char*, 4>& values) { return {values[1], values[2], values[3]}; }

// A file without the attribute `minor` has minor version 0.
Status checkValuesRoot(const XmlSource& source, const pugi::xml_node& root) {
  const auto minor = root.attribute("minor");
  const auto version = formatVersionOf(valuesFormat, root.attribute("xmlns").value(), minor ? minor.value() : "0");
  if (std::string_view(root.name()) != "values" || version.kind == FormatVersion::Kind::otherFormat)
    return source.wrong("values.not-values", root,
                        {{"element", root.name()}, {"namespace", root.attribute("xmlns").value()}});
  if (version.kind == FormatVersion::Kind::newer)
    return source.wrong("values.newer-format", root, {{"version", version.given}, {"known", version.known}});
  for (const auto& attribute : root.attributes()) {
    const std::string_view name = attribute.name();
    const bool known = name == "minor" || name == "xmlns" || name.starts_with("xmlns:");
    if (known && (name != "minor" || version.kind == FormatVersion::Kind::readable)) continue;
    return source.wrong(
        "values.attribute", root,
        {{"element", root.name()}, {"attribute", std::string(name)}, {"given", shortened(attribute.value())}});
  }
  return {};
}

class ValuesReader {
 public:
  ValuesReader(const XmlSource& source, const std::filesystem::path& file, const SectionDefinition& definition)
      : source_(source), file_(file), definition_(definition) {}

  Result<ValuesFile> read(const pugi::xml_node& root) && {
    CCHC_CHECK(noText(root));
    for (auto node = root.first_child(); node; node = node.next_sibling()) {
      CCHC_CHECK(element(node));
    }
    return std::move(values_);
  }

 private:
  Status wrong(std::string_view code, const pugi::xml_node& node, std::vector<Parameter> parameters = {}) const {
    parameters.push_back({"element", node.name()});
    return source_.wrong(code, node, std::move(parameters));
  }
  Status wrongAttribute(const pugi::xml_node& node, std::string_view name) const {
    const std::string attribute(name);
    return wrong("values.attribute", node,
                 {{"attribute", attribute}, {"given", shortened(node.attribute(attribute.c_str()).value())}});
  }
  Status unknown(const pugi::xml_node& node, std::string_view id) const {
    return wrong("values.unknown-field", node, {{"id", std::string(id)}});
  }
  Status once(const pugi::xml_node& node, const Address& address) {
    if (seen_.insert(address).second) return {};
    const auto label = placeLabel(definition_, address.place() != nullptr ? *address.place() : addressText(address));
    return wrong("values.duplicate", node, {{"label", label.vi}, {"label_en", label.in(Language::en)}});
  }
  template <std::size_t count>
  Status attributes(const pugi::xml_node& node, const std::array<std::string_view, count>& names,
                    std::array<const char*, count>& values) const {
    if (const auto other = attributesOf(node, names, values)) return wrongAttribute(node, other.name());
    if (values[0] == nullptr || *values[0] == 0) return wrongAttribute(node, names[0]);
    return {};
  }
  // Reads "yes" or "no"; an absent attribute leaves `target` as it is.
  Status yesNo(const pugi::xml_node& node, std::string_view name, const char* given,
               std::optional<bool>& target) const {
    if (given == nullptr) return {};
    const std::string_view word = given;
    if (word != "yes" && word != "no") return wrongAttribute(node, name);
    target = word == "yes";
    return {};
  }

  // Only fields and cells hold text.
  Status noText(const pugi::xml_node& node) const {
    return trim(node.value()).empty() ? Status() : wrong("values.structure", node);
  }

  Status element(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (name == "field") return field(node);
    if (name == "table") return table(node);
    if (name == "group") return group(node);
    if (name == "paragraph") return paragraph(node);
    if (name == "comment") return comment(node);
    return wrong("values.structure", node.type() == pugi::node_element ? node : node.parent());
  }

  Status field(const pugi::xml_node& node) {
    std::array<const char*, 4> given;
    CCHC_CHECK(attributes(node, valueAttributes, given));
    const auto index = definition_.fieldIndex(given[0]);
    if (!index) return unknown(node, given[0]);
    CCHC_CHECK(once(node, Place(given[0])));
    return value(definition_.fields[*index], node, marksOf(given), Place::ofField(given[0]));
  }

  Status value(const FieldDefinition& field, const pugi::xml_node& node, const ValueMarks& marks, Place place) {
    ValueEdit edit{std::move(place), {}};
    if (const auto attachment = node.child("attachment");
        attachment && attachment.attribute("file") && field.type == FieldType::attachment) {
      CCHC_CHECK(attachedFile(attachment, edit.value));
    } else if (auto read = readValueElement(field, node, marks, edit.value, true); !read) {
      return fail(wrongValueError(read.error(), source_.position(node), placeText(edit.place), field.label));
    }
    if (const auto years = checkYears(edit.value); !years)
      return fail(wrongValueError(years.error(), source_.position(node), placeText(edit.place), field.label));
    values_.values.push_back(std::move(edit));
    return {};
  }

  // The file that <attachment file="scan.pdf"/> names, in the folder of the values file or below it. A values file
  // comes from anybody, so it must not name other files of the person who reads it: nullopt for a path or a link that
  // leads out of the folder. A file that is not there is found by reading it.
  std::optional<std::filesystem::path> besideValues(const std::filesystem::path& name) const {
    namespace fs = std::filesystem;
    const bool leadsUp = std::find(name.begin(), name.end(), fs::path("..")) != name.end();
    if (name.empty() || name.has_root_path() || leadsUp) return std::nullopt;
    std::error_code failed;
    const auto folder = fs::canonical(fs::absolute(file_, failed).parent_path(), failed);
    const auto file = fs::weakly_canonical(folder / name, failed);
    const auto [end, differs] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    if (failed || end != folder.end()) return std::nullopt;
    return file;
  }

  Status attachedFile(const pugi::xml_node& node, Value& value) {
    const std::filesystem::path name(std::u8string(reinterpret_cast<const char8_t*>(node.attribute("file").value())));
    const auto file = besideValues(name);
    if (!file) return wrong("values.attachment-elsewhere", node, {{"name", node.attribute("file").value()}});
    // Reading a pipe or a device might wait forever.
    std::error_code ignored;
    const bool regular = std::filesystem::is_regular_file(*file, ignored);
    auto bytes = regular ? readFile(*file, attachmentLimit) : Result<std::string>(fail("file.read", file->string()));
    const auto shown = name.filename().u8string();
    const std::string base(shown.begin(), shown.end());
    if (!bytes)
      return wrong("values.attachment", node, {{"name", base}, {"limit", std::to_string(attachmentLimit >> 20U)}});
    const auto type = node.attribute("media-type");
    Attachment about{base, type ? type.value() : "application/octet-stream", sha256(*bytes), bytes->size()};
    value.content = about;
    values_.attachments.push_back({std::move(about), std::move(*bytes)});
    return {};
  }

  Status table(const pugi::xml_node& node) {
    constexpr std::array<std::string_view, 3> names = {"id", "nothing", "replace"};
    std::array<const char*, 3> given;
    CCHC_CHECK(attributes(node, names, given));
    const auto index = definition_.tableIndex(given[0]);
    if (!index) return unknown(node, given[0]);
    const auto& table = definition_.tables[*index];
    CCHC_CHECK(once(node, Place(given[0])));
    TableEdit edit{table.id, false, std::nullopt};
    std::optional<bool> replace;
    CCHC_CHECK(yesNo(node, "nothing", given[1], edit.nothing));
    CCHC_CHECK(yesNo(node, "replace", given[2], replace));
    edit.replace = replace.value_or(false);
    CCHC_CHECK(noText(node));
    const bool rows = static_cast<bool>(node.child("row"));
    if (edit.nothing == true && (!table.mayBeNothing || rows))
      return wrong("values.nothing", node, {{"label", table.title.vi}, {"label_en", table.title.in(Language::en)}});
    values_.tables.push_back(std::move(edit));
    std::size_t count = 0;
    for (const auto& child : node.children()) {
      if (std::string_view(child.name()) != "row") return wrong("values.structure", child);
      if (++count > table.maxRows)
        return wrong("package.too-many-rows", child,
                     {{"table", table.title.vi},
                      {"table_en", table.title.in(Language::en)},
                      {"limit", std::to_string(table.maxRows)}});
      CCHC_CHECK(row(child, table));
    }
    return {};
  }

  Status row(const pugi::xml_node& node, const TableDefinition& table) {
    constexpr std::array<std::string_view, 2> names = {"id", "remove"};
    std::array<const char*, 2> given;
    CCHC_CHECK(attributes(node, names, given));
    if (!isRowId(given[0])) return wrongAttribute(node, "id");
    CCHC_CHECK(noText(node));
    const std::string id = given[0];
    std::optional<bool> remove;
    CCHC_CHECK(yesNo(node, "remove", given[1], remove));
    CCHC_CHECK(once(node, Place::ofRow(table.id, id)));
    const auto& fixed = table.fixedRows;
    if (table.fixed && std::none_of(fixed.begin(), fixed.end(), [&](const FixedRow& row) { return row.id == id; })) {
      return wrong("values.unknown-row", node, {{"row", id}});
    }
    if (remove == true && (table.fixed || node.first_child())) return wrongAttribute(node, "remove");
    values_.rows.push_back({table.id, id, remove.value_or(false)});
    for (const auto& child : node.children()) CCHC_CHECK(cell(child, table, id));
    return {};
  }

  Status cell(const pugi::xml_node& node, const TableDefinition& table, const std::string& row) {
    if (std::string_view(node.name()) != "cell") return wrong("values.structure", node);
    std::array<const char*, 4> given;
    CCHC_CHECK(attributes(node, valueAttributes, given));
    auto place = Place::ofCell(table.id, row, given[0]);
    const auto column = table.columnIndex(given[0]);
    if (!column) return unknown(node, placeText(place));
    CCHC_CHECK(once(node, place));
    return value(table.columns[*column], node, marksOf(given), std::move(place));
  }

  Status group(const pugi::xml_node& node) {
    constexpr std::array<std::string_view, 2> names = {"id", "nothing"};
    std::array<const char*, 2> given;
    CCHC_CHECK(attributes(node, names, given));
    std::optional<bool> nothing;
    CCHC_CHECK(yesNo(node, "nothing", given[1], nothing));
    const auto& groups = definition_.groups;
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const GroupDefinition& group) { return group.id == given[0]; });
    if (found == groups.end()) return unknown(node, given[0]);
    CCHC_CHECK(once(node, Place::ofGroup(found->id)));
    if (!nothing) return wrongAttribute(node, "nothing");
    if (*nothing && !found->mayBeNothing)
      return wrong("values.nothing", node, {{"label", found->title.vi}, {"label_en", found->title.in(Language::en)}});
    values_.groups.emplace_back(found->id, *nothing);
    return {};
  }

  Status text(const pugi::xml_node& node, std::string& target) const {
    std::string joined = node.value();
    for (const auto& child : node.children()) {
      if (child.type() != pugi::node_pcdata) return wrong("values.structure", child);
      joined += child.value();
    }
    auto normalised = normaliseText(joined);
    if (!normalised) return fail(wrongValueError(normalised.error(), source_.position(node), node.name(), {}));
    target = std::move(*normalised);
    return {};
  }

  Status paragraph(const pugi::xml_node& node) {
    constexpr std::array<std::string_view, 3> names = {"id", "basis", "confirmed"};
    std::array<const char*, 3> given;
    CCHC_CHECK(attributes(node, names, given));
    ParagraphData paragraph;
    paragraph.id = given[0];
    const Place place = Place::ofParagraph(paragraph.id);
    const auto narrative = place.paragraph()->narrative();
    const auto& known = definition_.narratives;
    if (!isToken(paragraph.id) ||
        std::none_of(known.begin(), known.end(), [&](const auto& each) { return each.id == narrative; }))
      return unknown(node, paragraph.id);
    CCHC_CHECK(once(node, place));
    if (given[1] != nullptr) {
      if (!isToken(given[1])) return wrongAttribute(node, "basis");
      paragraph.basis = given[1];
    }
    if (given[2] != nullptr && !(paragraph.confirmed = yearOf(given[2]))) return wrongAttribute(node, "confirmed");
    std::string words;
    CCHC_CHECK(text(node, words));
    if (!words.empty() || !paragraph.basis.empty()) paragraph.text = std::move(words);
    values_.paragraphs.push_back(std::move(paragraph));
    return {};
  }

  Status comment(const pugi::xml_node& node) {
    constexpr std::array<std::string_view, 2> names = {"code", "place"};
    std::array<const char*, 2> given;
    CCHC_CHECK(attributes(node, names, given));
    ExplanationData explanation;
    if (!isToken(given[0])) return wrongAttribute(node, "code");
    explanation.code = given[0];
    std::string place;
    if (given[1] != nullptr && !assignLine(given[1], place)) return wrongAttribute(node, "place");
    explanation.place = place;
    CCHC_CHECK(once(node, Address::ofExplanation(explanation.code, explanation.place)));
    CCHC_CHECK(text(node, explanation.text));
    values_.explanations.push_back(std::move(explanation));
    return {};
  }

  const XmlSource& source_;
  const std::filesystem::path& file_;
  const SectionDefinition& definition_;
  std::set<Address> seen_;
  ValuesFile values_;
};

}  // namespace

Result<ValuesFile> readValuesXml(std::string_view bytes, const std::filesystem::path& file,
                                 const SectionDefinition& definition) {
  const auto name = fileText(file);
  XmlLimits limits;
  limits.comments = true;
  CCHC_CHECK(guardXml(bytes, name, limits));
  const XmlSource source{bytes, name};
  pugi::xml_document document;
  const auto parsed = document.load_buffer(bytes.data(), bytes.size(), xmlParseFlags, pugi::encoding_utf8);
  if (!parsed) return fail("package.not-xml", positionInFile(bytes, name, static_cast<std::size_t>(parsed.offset)));
  const auto root = document.document_element();
  CCHC_CHECK(checkValuesRoot(source, root));
  return ValuesReader(source, file, definition).read(root);
}

}  // namespace cchc
