#include "core/exchange/report/report_differences.h"

#include <array>
#include <cstddef>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

namespace cchc {
namespace {

using Kind = ReportDifference::Kind;

struct Part {
  Kind kind = Kind::content;
  std::string place, shown;
  std::string whole;  // compared
};

std::string valueOf(const pugi::xml_node& node, const char* name) { return node.attribute(name).value(); }

std::string sectionOf(const pugi::xml_node& node) {
  std::string section = valueOf(node, "definition");
  for (const auto* name : {"subject", "period"}) {
    if (const auto value = valueOf(node, name); !value.empty()) section += (section.empty() ? "" : "/") + value;
  }
  return section;
}

std::string wholeOf(const pugi::xml_node& node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw);
  return std::move(text).str();
}

// All text in the element, for showing.
std::string textIn(const pugi::xml_node& node) {
  if (const auto display = valueOf(node, "display"); !display.empty()) return display;
  std::string text;
  for (const auto& each : node.select_nodes(".//text()")) {
    const std::string_view value = each.node().value();
    if (value.find_first_not_of(" \n\t") != std::string_view::npos) text.append(text.empty() ? "" : " ").append(value);
  }
  return text;
}

// The parts of a report, in its order. Two of one kind at one place have different numbers.
class Parts {
 public:
  explicit Parts(const pugi::xml_node& report) {
    addHeading(report.child("heading"));
    addContent(report.child("outline"), {});
    addContent(report.child("annexes"), {});
    for (const auto& node : report.child("missing").children())
      add(Kind::missing, sectionOf(node), valueOf(node, "why") + " " + textIn(node), wholeOf(node));
    for (const auto& node : report.child("left-out").children())
      add(Kind::content, sectionOf(node) + " " + valueOf(node, "place"), valueOf(node, "by"), wholeOf(node));
    constexpr std::size_t shown = 12;  // enough of a digest to compare by eye
    for (const auto& node : report.child("provenance").children())
      add(Kind::submission, sectionOf(node),
          valueOf(node, "revision") + " (" + valueOf(node, "digest").substr(0, shown) + ")", wholeOf(node));
    for (const auto& node : report.child("findings").children()) {
      const auto place = valueOf(node, "place");
      add(Kind::finding, valueOf(node, "code") + " " + sectionOf(node) + (place.empty() ? "" : "/" + place),
          node.find_child_by_attribute("what", "lang", "vi").text().get(), wholeOf(node));
    }
  }
  const std::vector<Part>& all() const { return parts_; }
  // nullptr: there is none of the kind at the place, with its number.
  const Part* find(const Part& other, std::size_t number) const {
    const auto found = at_.find({other.kind, other.place});
    return found == at_.end() || number >= found->second.size() ? nullptr : &parts_[found->second[number]];
  }

 private:
  void add(Kind kind, std::string place, std::string shown, std::string whole) {
    at_[{kind, place}].push_back(parts_.size());
    parts_.push_back({kind, std::move(place), std::move(shown), std::move(whole)});
  }
  void addHeading(const pugi::xml_node& heading) {
    for (const auto& attribute : heading.attributes())
      add(Kind::heading, attribute.name(), attribute.value(), attribute.value());
    for (const auto& node : heading.children()) {
      for (const auto& attribute : node.attributes())
        add(Kind::heading, std::string(node.name()) + " " + attribute.name(), attribute.value(), attribute.value());
    }
  }
  // A group or an annex names its section; what is in it is named by its id, and a row of an annex by its unit.
  void addContent(const pugi::xml_node& parent, const std::string& section) {
    for (const auto& node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "place") {
        addContent(node, {});
      } else if (name == "group" || name == "annex") {
        const auto own = sectionOf(node);
        const auto group = valueOf(node, "id");
        addContent(node, own + (group.empty() ? "" : " group:" + group));
        auto attributes = pugi::xml_document();
        auto copy = attributes.append_child(node.name());
        for (const auto& attribute : node.attributes()) copy.append_copy(attribute);
        add(Kind::content, own + (group.empty() ? "" : " group:" + group), valueOf(node, "title"), wholeOf(copy));
      } else {
        auto id = valueOf(node, "id");
        if (id.empty()) id = valueOf(node, "unit");
        add(Kind::content, section + " " + (id.empty() ? std::string(name) : id), textIn(node), wholeOf(node));
      }
    }
  }

  std::vector<Part> parts_;
  std::map<std::pair<Kind, std::string>, std::vector<std::size_t>> at_;
};

pugi::xml_node load(pugi::xml_document& document, std::string_view xml) {
  static_cast<void>(document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8));
  return document.document_element();
}

}  // namespace

std::vector<ReportDifference> reportDifferences(std::string_view before, std::string_view now) {
  std::array<pugi::xml_document, 2> documents;
  const Parts was(load(documents[0], before)), is(load(documents[1], now));
  std::vector<ReportDifference> all;
  std::map<std::pair<Kind, std::string>, std::size_t> seen;
  for (const auto& part : was.all()) {
    const auto* other = is.find(part, seen[{part.kind, part.place}]++);
    if (other == nullptr)
      all.push_back({part.kind, part.place, part.shown, {}});
    else if (other->whole != part.whole)
      all.push_back({part.kind, part.place, part.shown, other->shown});
  }
  seen.clear();
  for (const auto& part : is.all()) {
    if (was.find(part, seen[{part.kind, part.place}]++) == nullptr)
      all.push_back({part.kind, part.place, {}, part.shown});
  }
  return all;
}

}  // namespace cchc
