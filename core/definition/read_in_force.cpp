#include "core/definition/read_in_force.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/text.h"
#include "core/model/units/unit_form.h"

namespace cchc::definition_file {
namespace {

// What has no effect yet.
constexpr std::array<std::string_view, 1> notYetApplied = {"key"};

tl::unexpected<Error> wrongAttribute(const ElementReader& reader, const pugi::xml_node& node, const char* attribute,
                                     std::string_view given, std::string allowed) {
  return reader.wrong("definition.wrong-attribute", node,
                      {{"attribute", attribute}, {"given", std::string(given)}, {"allowed", std::move(allowed)}});
}

Status readDay(const ElementReader& reader, const pugi::xml_node& node, const char* attribute,
               std::optional<Date>& day) {
  const auto given = node.attribute(attribute);
  if (!given) return {};
  day = Date::parse(given.value());
  if (!day || !day->hasDay()) return wrongAttribute(reader, node, attribute, given.value(), "2025-07-01");
  return {};
}

std::string allUnitForms() {
  std::string all;
  for (const auto form : unitForms()) all += (all.empty() ? "" : ", ") + std::string(form);
  return all;
}

// Some forms have two words, so commas separate them.
Status readUnitForms(const ElementReader& reader, const pugi::xml_node& node, std::vector<std::string>& forms) {
  const auto given = node.attribute("unit-forms");
  if (!given) return {};
  const std::string_view list = given.value();
  for (std::size_t from = 0; from <= list.size();) {
    const auto to = std::min(list.find(',', from), list.size());
    const auto form = trim(list.substr(from, to - from));
    const bool known = std::find(unitForms().begin(), unitForms().end(), form) != unitForms().end();
    if (!known || std::find(forms.begin(), forms.end(), form) != forms.end())
      return wrongAttribute(reader, node, "unit-forms", form, allUnitForms());
    forms.emplace_back(form);
    from = to + 1;
  }
  return {};
}

}  // namespace

Result<InForce> readInForce(const ElementReader& reader, const pugi::xml_node& node) {
  InForce inForce;
  CCHC_CHECK(readDay(reader, node, "from", inForce.from));
  CCHC_CHECK(readDay(reader, node, "until", inForce.until));
  if (inForce.from && inForce.until && *inForce.until < *inForce.from) {
    return reader.wrong("definition.from-after-until", node,
                        {{"from", inForce.from->toText()}, {"until", inForce.until->toText()}});
  }
  CCHC_CHECK(readUnitForms(reader, node, inForce.unitForms));
  return inForce;
}

Status refuseNotYet(const ElementReader& reader, const pugi::xml_node& definition) {
  const auto notYetIn = [&](const pugi::xml_node& node) {
    return node.find_attribute([&](const pugi::xml_attribute& attribute) {
      return std::find(notYetApplied.begin(), notYetApplied.end(), attribute.name()) != notYetApplied.end();
    });
  };
  const auto node = definition.root().find_node([&](const pugi::xml_node& each) { return !notYetIn(each).empty(); });
  if (!node) return {};
  return reader.wrong("definition.not-yet", node, {{"attribute", notYetIn(node).name()}, {"element", node.name()}});
}

}  // namespace cchc::definition_file
