#include "core/definition/reading/read_in_force.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/text.h"
#include "core/model/units/unit_form.h"

namespace cchc::definition_file {
namespace {

std::optional<Date> readDay(const ElementReader& reader, const pugi::xml_node& node, const char* attribute) {
  const auto given = node.attribute(attribute);
  if (!given) return {};
  auto day = Date::parse(given.value());
  if (day && day->hasDay()) return day;
  reader.wrongAttribute(node, attribute, given.value(), "2025-07-01");
  return {};
}

// Some forms have two words, so commas separate them.
std::vector<std::string> readUnitForms(const ElementReader& reader, const pugi::xml_node& node) {
  std::vector<std::string> forms;
  const auto given = node.attribute("unit-forms");
  if (!given) return forms;
  const std::vector<std::string> known(unitForms().begin(), unitForms().end());
  const std::string_view list = given.value();
  for (std::size_t from = 0; from <= list.size();) {
    const auto to = std::min(list.find(',', from), list.size());
    const std::string form(trim(list.substr(from, to - from)));
    const bool isKnown = std::find(known.begin(), known.end(), form) != known.end();
    if (isKnown && std::find(forms.begin(), forms.end(), form) == forms.end())
      forms.push_back(form);
    else
      reader.wrongAttribute(node, "unit-forms", form, known);
    from = to + 1;
  }
  return forms;
}

}  // namespace

InForce readInForce(const ElementReader& reader, const pugi::xml_node& node) {
  InForce inForce;
  inForce.from = readDay(reader, node, "from");
  inForce.until = readDay(reader, node, "until");
  if (inForce.from && inForce.until && *inForce.until < *inForce.from) {
    reader.wrong("definition.from-after-until", node,
                 {{"from", inForce.from->toText()}, {"until", inForce.until->toText()}});
  }
  inForce.unitForms = readUnitForms(reader, node);
  return inForce;
}

}  // namespace cchc::definition_file
