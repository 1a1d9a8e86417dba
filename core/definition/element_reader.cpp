#include "core/definition/element_reader.h"

#include <algorithm>
#include <charconv>

#include "core/base/text.h"

namespace cchc::definition_file {
namespace {

std::string joined(std::initializer_list<std::string_view> names) {
  std::string all;
  for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}
bool contains(std::initializer_list<std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

ElementReader::ElementReader(std::string_view xml, std::string_view file) : file_(file) {
  for (auto at = xml.find('\n'); at != std::string_view::npos; at = xml.find('\n', at + 1))
    breaks_.push_back(static_cast<std::ptrdiff_t>(at));
}

int ElementReader::lineAt(std::ptrdiff_t offset) const {
  return 1 + static_cast<int>(std::lower_bound(breaks_.begin(), breaks_.end(), offset) - breaks_.begin());
}

Status ElementReader::allow(const pugi::xml_node& node, std::initializer_list<std::string_view> attributes,
                            std::initializer_list<std::string_view> elements,
                            std::initializer_list<std::string_view> sinceMinor1) const {
  for (const auto& attribute : node.attributes()) {
    if (std::string_view(attribute.name()).starts_with("xmlns")) continue;
    if (contains(attributes, attribute.name())) continue;
    if (!contains(sinceMinor1, attribute.name())) {
      const auto later = joined(sinceMinor1);
      return wrong("definition.unknown-attribute", node,
                   {{"attribute", attribute.name()},
                    {"element", node.name()},
                    {"allowed", joined(attributes) + (later.empty() ? "" : ", " + later)}});
    }
    if (minor_ < 1) return needsMinor(node, attribute.name());
  }
  for (const auto& child : node.children()) {
    if (child.type() == pugi::node_comment || child.type() == pugi::node_pi) continue;
    if (child.type() != pugi::node_element) {
      if (trim(child.value()).empty()) continue;
      if (elements.size() > 0)
        return wrong("definition.stray-text", node,
                     {{"text", std::string(trim(child.value()).substr(0, 40))}, {"element", node.name()}});
      continue;
    }
    if (!contains(elements, child.name())) {
      return wrong("definition.unknown-element", child,
                   {{"element", child.name()}, {"parent", node.name()}, {"allowed", joined(elements)}});
    }
  }
  return {};
}

Result<std::string> ElementReader::required(const pugi::xml_node& node, const char* attribute) const {
  const std::string value = node.attribute(attribute).value();
  if (value.empty())
    return wrong("definition.missing-attribute", node, {{"attribute", attribute}, {"element", node.name()}});
  return value;
}

Result<std::string> ElementReader::id(const pugi::xml_node& node, bool dotted) const {
  CCHC_TRY(auto id, required(node, "id"));
  const bool good = std::all_of(id.begin(), id.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (dotted && c == '.');
  });
  if (!good || id.front() == '.' || id.back() == '.' || id.find("..") != std::string::npos ||
      (id.front() >= '0' && id.front() <= '9')) {
    return wrong("definition.wrong-id", node, {{"id", id}, {"element", node.name()}});
  }
  return id;
}

Result<int> ElementReader::wholeNumber(const pugi::xml_node& node, const char* attribute, int otherwise, int minimum,
                                       int maximum) const {
  const std::string_view text = node.attribute(attribute).value();
  if (text.empty()) return otherwise;
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() || value < minimum || value > maximum) {
    return wrong("definition.wrong-attribute", node,
                 {{"attribute", attribute},
                  {"given", std::string(text)},
                  {"allowed", std::to_string(minimum) + " – " + std::to_string(maximum)}});
  }
  return value;
}

Result<bool> ElementReader::yesNo(const pugi::xml_node& node, const char* attribute) const {
  CCHC_TRY(const int value, (oneOf<int>(node, attribute, {"no", "yes"})));
  return value == 1;
}

Result<Label> ElementReader::label(const pugi::xml_node& node) const {
  Label label{node.attribute("vi").value(), node.attribute("en").value()};
  if (label.vi.empty())
    return wrong("definition.missing-attribute", node, {{"attribute", "vi"}, {"element", node.name()}});
  return label;
}

ExpressionText ElementReader::expression(const pugi::xml_node& parent, const char* element) const {
  const auto node = parent.child(element);
  if (!node) return {};
  return {std::string(trim(node.child_value())), line(node)};
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
