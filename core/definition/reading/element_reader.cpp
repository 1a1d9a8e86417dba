#include "core/definition/reading/element_reader.h"

#include <algorithm>
#include <charconv>

#include "core/base/reading/similar.h"
#include "core/base/text.h"

namespace cchc::definition_file {
namespace {

// The names in "field|table*".
std::vector<std::string> namesIn(std::initializer_list<std::string_view> elements) {
  std::vector<std::string> names;
  for (auto item : elements) {
    if (item.ends_with('*')) item.remove_suffix(1);
    for (std::size_t from = 0; from <= item.size();) {
      const auto to = std::min(item.find('|', from), item.size());
      names.emplace_back(item.substr(from, to - from));
      from = to + 1;
    }
  }
  return names;
}
bool isNamed(std::string_view item, std::string_view name) {
  if (item.ends_with('*')) item.remove_suffix(1);
  return anyInList(item, [&](std::string_view one) { return one == name; });
}

bool isText(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

// What stands in braces in a text that has no placeholders: "{{period.year}}", "{x}".
std::string_view placeholderIn(std::string_view text) {
  const auto open = text.find('{');
  const auto close = text.find('}', open);
  return open == std::string_view::npos || close == std::string_view::npos
             ? std::string_view()
             : text.substr(open, close + (text.substr(close, 2) == "}}" ? 2 : 1) - open);
}

}  // namespace

ElementReader::ElementReader(std::string_view xml, DefinitionProblems& problems, bool formRules)
    : xml_(xml), problems_(problems), formRules_(formRules) {
  for (auto at = xml.find('\n'); at != std::string_view::npos; at = xml.find('\n', at + 1))
    breaks_.push_back(static_cast<std::ptrdiff_t>(at));
}

FilePosition ElementReader::positionAt(std::ptrdiff_t offset) const {
  if (offset < 0) return {1, 0};
  const auto line = std::lower_bound(breaks_.begin(), breaks_.end(), offset) - breaks_.begin();
  const auto begin = line == 0 ? 0 : breaks_[static_cast<std::size_t>(line) - 1] + 1;
  const auto before = xml_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(offset - begin));
  return {1 + static_cast<int>(line), 1 + static_cast<int>(lengthOf(before))};
}

FilePosition ElementReader::at(const pugi::xml_node& node) const {
  return positionAt(std::max<std::ptrdiff_t>(0, node.offset_debug() - 1));
}

ElementReader::AttributeOffsets ElementReader::offsetsOf(const pugi::xml_node& node, std::string_view attribute) const {
  constexpr std::string_view white = " \t\r\n";
  const auto begin = node.offset_debug();
  if (begin < 0) return {};
  auto at = xml_.find_first_of(" \t\r\n/>", static_cast<std::size_t>(begin));
  while (at != std::string_view::npos) {
    const auto name = xml_.find_first_not_of(white, at);
    if (name == std::string_view::npos || xml_[name] == '>' || xml_[name] == '/') return {};
    const auto quote = xml_.find_first_of("\"'", name);
    if (quote == std::string_view::npos) return {};
    const auto end = xml_.find(xml_[quote], quote + 1);
    if (end == std::string_view::npos) return {};
    if (xml_.substr(name, xml_.find_first_of(" \t\r\n=", name) - name) == attribute)
      return {static_cast<std::ptrdiff_t>(name), static_cast<std::ptrdiff_t>(quote + 1),
              static_cast<std::ptrdiff_t>(end)};
    at = end + 1;
  }
  return {};
}
FilePosition ElementReader::atValue(const pugi::xml_node& node, std::string_view attribute) const {
  const auto offsets = offsetsOf(node, attribute);
  return offsets.value < 0 ? at(node) : positionAt(offsets.value);
}
FilePosition ElementReader::atName(const pugi::xml_node& node, std::string_view attribute) const {
  const auto offsets = offsetsOf(node, attribute);
  return offsets.name < 0 ? at(node) : positionAt(offsets.name);
}

void ElementReader::wrong(std::string_view code, const pugi::xml_node& node, std::vector<Parameter> parameters) const {
  problems_.error(code, at(node), std::move(parameters));
}
void ElementReader::wrongValue(std::string_view code, const pugi::xml_node& node, std::string_view attribute,
                               std::vector<Parameter> parameters) const {
  problems_.error(code, atValue(node, attribute), std::move(parameters));
}
void ElementReader::wrongAttribute(const pugi::xml_node& node, std::string_view attribute, std::string_view given,
                                   std::string allowed) const {
  wrongValue("definition.wrong-attribute", node, attribute,
             {{"attribute", std::string(attribute)},
              {"given", std::string(given)},
              {"allowed", std::move(allowed)},
              {"hint", ""},
              {"hint_en", ""}});
}
void ElementReader::wrongAttribute(const pugi::xml_node& node, std::string_view attribute, std::string_view given,
                                   const std::vector<std::string>& allowed) const {
  std::vector<Parameter> parameters{
      {"attribute", std::string(attribute)}, {"given", std::string(given)}, {"allowed", joined(allowed)}};
  addSimilar(parameters, given, allowed);
  wrongValue("definition.wrong-attribute", node, attribute, std::move(parameters));
}
void ElementReader::needsMinor(const pugi::xml_node& node, std::string_view attribute, std::string_view shown) const {
  problems_.error("definition.minor", atName(node, attribute),
                  {{"attribute", std::string(shown)}, {"element", node.name()}});
}

void ElementReader::allow(const pugi::xml_node& node, std::initializer_list<std::string_view> attributes,
                          std::initializer_list<std::string_view> elements,
                          std::initializer_list<std::string_view> sinceMinor1) const {
  const auto contains = [](const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const auto& attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name.starts_with("xmlns") || contains(attributes, name)) continue;
    if (contains(sinceMinor1, name)) {
      if (minor_ < 1) needsMinor(node, name, name);
      continue;
    }
    std::vector<std::string> known(attributes.begin(), attributes.end());
    known.insert(known.end(), sinceMinor1.begin(), sinceMinor1.end());
    std::vector<Parameter> parameters{
        {"attribute", std::string(name)}, {"element", node.name()}, {"allowed", joined(known)}};
    addSimilar(parameters, name, known);
    problems_.error("definition.unknown-attribute", atName(node, name), std::move(parameters));
  }
  const auto names = namesIn(elements);
  for (const auto& child : node.children()) {
    if (child.type() == pugi::node_comment || child.type() == pugi::node_pi) continue;
    if (child.type() != pugi::node_element) {
      const auto written = trim(child.value());
      if (written.empty() || names.empty()) continue;
      const auto at = child.offset_debug() + (written.data() - child.value());
      problems_.error("definition.stray-text", positionAt(at),
                      {{"text", shortened(written)}, {"element", node.name()}});
    } else if (!contains(names, std::string_view(child.name()))) {
      std::vector<Parameter> parameters{{"element", child.name()}, {"parent", node.name()}, {"allowed", joined(names)}};
      addSimilar(parameters, child.name(), names);
      wrong("definition.unknown-element", child, std::move(parameters));
    }
  }
  if (formRules_) checkOrder(node, elements);
}

void ElementReader::checkOrder(const pugi::xml_node& node, std::initializer_list<std::string_view> elements) const {
  const std::string_view* reached = elements.begin();
  std::string_view last;
  for (const auto& child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = child.name();
    const auto* item =
        std::find_if(elements.begin(), elements.end(), [&](std::string_view one) { return isNamed(one, name); });
    if (item == elements.end()) continue;
    if (item < reached) {
      wrong("definition.element-order", child,
            {{"element", std::string(name)}, {"after", std::string(last)}, {"parent", node.name()}});
      continue;
    }
    if (item == reached && !last.empty() && !item->ends_with('*') && isNamed(*item, last))
      wrong("definition.duplicate-element", child, {{"element", std::string(name)}, {"parent", node.name()}});
    reached = item;
    last = name;
  }
}

std::string ElementReader::required(const pugi::xml_node& node, const char* attribute) const {
  const std::string value = node.attribute(attribute).value();
  if (value.empty())
    problems_.error("definition.missing-attribute", atName(node, attribute),
                    {{"attribute", attribute}, {"element", node.name()}});
  return value;
}

std::string ElementReader::id(const pugi::xml_node& node, bool dotted) const {
  auto id = required(node, "id");
  if (id.empty()) return id;
  const bool good = std::all_of(id.begin(), id.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (dotted && c == '.');
  });
  if (!good || id.front() == '.' || id.back() == '.' || id.find("..") != std::string::npos ||
      (id.front() >= '0' && id.front() <= '9')) {
    wrongValue("definition.wrong-id", node, "id", {{"id", id}, {"element", node.name()}});
  }
  return id;
}

int ElementReader::wholeNumber(const pugi::xml_node& node, const char* attribute, int otherwise, int minimum,
                               int maximum) const {
  const std::string_view text = node.attribute(attribute).value();
  if (text.empty()) return otherwise;
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed == std::errc() && end == text.data() + text.size() && value >= minimum && value <= maximum) return value;
  wrongAttribute(node, attribute, text, std::to_string(minimum) + " – " + std::to_string(maximum));
  return otherwise;
}

bool ElementReader::yesNo(const pugi::xml_node& node, const char* attribute) const {
  return oneOf<int>(node, attribute, {"no", "yes"}) == 1;
}

Label ElementReader::label(const pugi::xml_node& node, bool placeholders) const {
  Label label{node.attribute("vi").value(), node.attribute("en").value()};
  if (label.vi.empty()) {
    problems_.error("definition.missing-attribute", atName(node, "vi"),
                    {{"attribute", "vi"}, {"element", node.name()}});
    return label;
  }
  if (!formRules_) return label;
  for (const auto& [attribute, text] : {std::pair("vi", &label.vi), std::pair("en", &label.en)}) {
    if (!text->empty() && trim(*text).empty())
      wrongValue("definition.empty-text", node, attribute, {{"what", std::string(node.name()) + " " + attribute}});
    if (const auto found = placeholderIn(*text); !placeholders && !found.empty())
      problems_.warning("definition.unknown-placeholder", atValue(node, attribute),
                        {{"placeholder", std::string(found)}, {"allowed", "–"}, {"hint", ""}, {"hint_en", ""}});
  }
  return label;
}

Label ElementReader::childLabel(const pugi::xml_node& parent, const char* element, const std::string& parentId) const {
  const auto child = parent.child(element);
  if (!child) {
    wrong("definition.missing-element", parent,
          {{"element", element}, {"parent", parentId.empty() ? std::string(parent.name()) : parentId}});
    return {};
  }
  if (formRules_ || std::string_view(element) == "label") allow(child, {"vi", "en"}, {});
  return label(child);
}

ExpressionText ElementReader::textFrom(std::string_view decoded, std::ptrdiff_t begin, std::ptrdiff_t end,
                                       bool trimmed) const {
  constexpr std::string_view white = " \t\r\n";
  ExpressionText result;
  auto source = begin < 0 || end < begin
                    ? std::string_view()
                    : xml_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  if (trimmed) {
    const auto first = std::min(source.find_first_not_of(white), source.size());
    source.remove_prefix(first);
    begin += static_cast<std::ptrdiff_t>(first);
    decoded = trim(decoded);
  }
  result.text = decoded;
  const auto position = positionAt(begin);
  result.line = position.line;
  result.column = std::max(1, position.column);
  if (source.find_first_of("&\r") != std::string_view::npos) result.source = source;
  return result;
}

ExpressionText ElementReader::text(const pugi::xml_node& node) const {
  const auto found = node.find_child(isText);
  if (!found) return {{}, line(node), std::max(1, at(node).column), {}};
  const auto begin = found.offset_debug();
  const bool marked = found.type() == pugi::node_cdata;
  const auto end =
      begin < 0 ? std::string_view::npos : xml_.find(marked ? "]]>" : "<", static_cast<std::size_t>(begin));
  auto result = textFrom(found.value(), begin, static_cast<std::ptrdiff_t>(std::min(end, xml_.size())), false);
  if (marked) result.source.clear();
  const auto others = std::count_if(node.begin(), node.end(), isText);
  if (formRules_ && others > 1) wrong("definition.split-text", node, {{"element", node.name()}});
  return result;
}

ExpressionText ElementReader::expression(const pugi::xml_node& parent, const char* element) const {
  const auto node = parent.child(element);
  if (!node) return {};
  if (formRules_) allow(node, {}, {});
  auto whole = text(node);
  const auto first = std::min(whole.text.find_first_not_of(" \t\r\n"), whole.text.size());
  const auto begin = positionIn(whole, first);
  // White space is never written as an entity here, or else the column is that of the element's text.
  if (!whole.source.empty())
    whole.source.erase(0, std::min(whole.source.find_first_not_of(" \t\r\n"), whole.source.size()));
  return {std::string(trim(whole.text)), begin.line, begin.column, std::move(whole.source)};
}

ExpressionText ElementReader::attributeText(const pugi::xml_node& node, const char* attribute) const {
  const auto value = required(node, attribute);
  const auto offsets = offsetsOf(node, attribute);
  if (offsets.value < 0) return {std::string(trim(value)), line(node), 1, {}};
  return textFrom(value, offsets.value, offsets.end, true);
}

std::string ElementReader::joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::vector<std::string> ElementReader::splitWords(std::string_view text) {
  std::vector<std::string> result;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find_first_of(" \t\n\r", from), text.size());
    if (to > from) result.emplace_back(text.substr(from, to - from));
    from = to + 1;
  }
  return result;
}

}  // namespace cchc::definition_file
