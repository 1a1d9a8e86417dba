#include "tests/scenarios/support/sample_values.h"

#include <optional>
#include <pugixml.hpp>
#include <sstream>

#include "tests/scenarios/support/demo_folder.h"

namespace cchc::test {
namespace {

std::optional<ValueKind> kindOf(const std::string& type) {
  if (type == "integer" || type == "decimal" || type == "money" || type == "percent" || type == "rate")
    return ValueKind::number;
  if (type == "date" || type == "date-range") return ValueKind::date;
  if (type == "document" || type == "documents") return ValueKind::document;
  if (type == "text" || type == "long-text") return ValueKind::text;
  return std::nullopt;
}

std::string typeOf(const SampleValue& value) {
  const auto& types = definitionFacts().types;
  const auto found = types.find(value.definition + "/" + (value.table.empty() ? "" : value.table + ".") + value.id);
  return found == types.end() ? "" : found->second;
}

std::string xmlOf(const pugi::xml_node& node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw);
  return text.str();
}

void addSection(const std::string& definition, const std::string& unit, const std::string& shown,
                std::vector<SampleValue>& values) {
  pugi::xml_document document;
  document.load_string(shown.c_str());
  const auto add = [&](const pugi::xml_node& node, const std::string& table, const std::string& row) {
    SampleValue value{definition, unit, table, row, node.attribute("id").value(), {}, xmlOf(node)};
    const auto kind = kindOf(typeOf(value));
    if (!kind) return;
    value.kind = *kind;
    values.push_back(value);
  };
  for (const auto field : document.child("values").children("field")) add(field, "", "");
  for (const auto table : document.child("values").children("table")) {
    for (const auto row : table.children("row")) {
      for (const auto cell : row.children("cell"))
        add(cell, table.attribute("id").value(), row.attribute("id").value());
    }
  }
}

// Another day of the same month, another month where no day is given.
std::string otherDate(const std::string& date) {
  if (date.size() == 7) return date.substr(0, 5) + (date.substr(5) == "07" ? "06" : "07");
  return date.substr(0, 8) + (date.substr(8, 2) == "11" ? "12" : "11") + date.substr(10);
}

// One more, or one less, in the last digit before the point.
std::string otherNumber(const std::string& number, int step) {
  const auto point = number.find('.');
  return std::to_string(std::stoll(number.substr(0, point)) + step) +
         (point == std::string::npos ? "" : number.substr(point));
}

}  // namespace

std::string SampleValue::name() const {
  return definition + " " + unit + " " + (table.empty() ? id : table + "[" + row + "]." + id);
}
Node SampleValue::node() const {
  return (unit == "296" ? "" : "*") + definition + "/" + (table.empty() ? id : table + "[" + row + "]." + id);
}

std::vector<SampleValue> sampleValues() {
  const auto office = Office::afterDemo();
  std::vector<SampleValue> values;
  for (const auto& section : office.json({"status", "-p", "2023-8T"})) {
    const auto definition = section["definition"].get<std::string>(), unit = section["unit"].get<std::string>();
    addSection(definition, unit, office.done({"show", definition, "-u", unit, "-p", "2023-8T"}), values);
  }
  return values;
}

std::string changedValue(const SampleValue& value, int attempt) {
  pugi::xml_document document;
  document.load_string(value.xml.c_str());
  auto node = document.first_child();
  const std::string text = node.text().get();
  const auto& limited = definitionFacts().limited;
  const auto name = value.definition + "/" + (value.table.empty() ? "" : value.table + ".") + value.id;
  const bool down = (limited.contains(name) && limited.at(name)) != (attempt == 1);
  switch (value.kind) {
    case ValueKind::number:
      node.text().set(otherNumber(text, down ? -1 : 1).c_str());
      break;
    case ValueKind::date:
      node.text().set(otherDate(text).c_str());
      break;
    case ValueKind::text: {
      const bool year = text.find_first_not_of("0123456789") == std::string::npos;
      node.text().set((year ? otherNumber(text, 1) : "Đã ghi lại " + std::to_string(text.size())).c_str());
      break;
    }
    case ValueKind::document: {
      auto first = node.child("document");
      if (first.attribute("date"))
        first.attribute("date").set_value(otherDate(first.attribute("date").value()).c_str());
      else if (first.attribute("title"))
        first.attribute("title").set_value("về nội dung đã ghi lại");
      else
        first.append_attribute("title").set_value("về nội dung đã ghi lại");
      break;
    }
  }
  const auto changed = xmlOf(node);
  return value.table.empty()
             ? changed
             : "<table id=\"" + value.table + "\"><row id=\"" + value.row + "\">" + changed + "</row></table>";
}

}  // namespace cchc::test
