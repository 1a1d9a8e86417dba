#include "tests/scenarios/support/report_index.h"

#include <filesystem>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

namespace cchc::test {
namespace {

std::string xmlOf(const pugi::xml_node& node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw);
  return text.str();
}

// The nodes that one word of `uses` names, in a group of `definition`.
void addUses(const std::string& uses, const std::string& definition, bool aggregate, std::set<Node>& nodes) {
  std::istringstream words(uses);
  for (std::string word; words >> word;) {
    const auto open = word.find('(');
    if (open == std::string::npos) {
      nodes.insert(word.find('/') != std::string::npos ? word : (aggregate ? "*" : "") + definition + "/" + word);
      continue;
    }
    const auto function = word.substr(0, open), inner = word.substr(open + 1, word.size() - open - 2);
    if (function == "children" || function == "total") nodes.insert("*" + inner);
    if (function == "own" || function == "total") nodes.insert(inner);
  }
}

class Indexer {
 public:
  ReportIndex run(const std::string& xml) {
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size())) throw std::runtime_error("report.xml is not XML");
    auto report = document.child("report");
    auto heading = report.child("heading");
    heading.remove_attribute("created");
    index_.rest = xmlOf(heading) + xmlOf(report.child("missing"));
    for (const auto& found : report.select_nodes("outline//group")) group(found.node());
    for (const auto annex : report.child("annexes").children("annex")) this->annex(annex);
    for (const auto line : report.child("provenance").children()) {
      index_.provenance[line.attribute("definition").value() + std::string(" ") + line.attribute("subject").value()] =
          xmlOf(line);
    }
    for (const auto finding : report.child("findings").children()) index_.findings.insert(xmlOf(finding));
    return std::move(index_);
  }

 private:
  void group(const pugi::xml_node& group) {
    const std::string definition = group.attribute("definition").value();
    const bool aggregate = group.attribute("aggregate").as_string() == std::string("yes");
    const std::string mark = aggregate ? "*" : "";
    index_.rest += definition + group.attribute("id").value() + group.attribute("title").value() +
                   group.attribute("nothing").value() + "\n";
    for (const auto paragraph : group.children("paragraph")) {
      auto& entry = index_.paragraphs[mark + definition + " ¶" + paragraph.attribute("id").value()];
      entry = {xmlOf(paragraph), paragraph.text().get(), {}};
      addUses(paragraph.attribute("uses").value(), definition, aggregate, entry.uses);
    }
    for (auto indicator : group.children("indicator")) {
      const Node node = mark + definition + "/" + indicator.attribute("id").value();
      auto& entry = index_.values[node];
      addUses(indicator.attribute("uses").value(), definition, aggregate, entry.uses);
      while (auto comparison = indicator.child("comparison")) {
        auto& compared = index_.comparisons[node + " " + comparison.attribute("kind").value()];
        compared = {xmlOf(comparison), comparison.attribute("display").value(), {node}};
        if (const auto target = definitionFacts().targets.find(definition + "/" + indicator.attribute("id").value());
            target != definitionFacts().targets.end()) {
          compared.uses.insert(mark + target->second);
        }
        indicator.remove_child(comparison);
      }
      entry.content = xmlOf(indicator);
      entry.printed = indicator.attribute("display").value();
    }
    for (const auto table : group.children("table")) this->table(table, mark, definition);
  }

  void table(const pugi::xml_node& table, const std::string& mark, const std::string& definition) {
    const std::string id = table.attribute("id").value();
    for (const auto column : table.children("column")) index_.rest += xmlOf(column);
    for (const auto row : table.children("row")) {
      const Node place = mark + definition + "/" + id + "[" + row.attribute("id").value() + "]";
      for (const auto cell : row.children("cell")) {
        const std::string column = cell.attribute("column").value();
        auto& entry = index_.values[place + "." + column];
        entry = {xmlOf(cell), cell.attribute("display").value(), {}};
        const auto computed = definitionFacts().computedColumns.find(definition + "/" + id + "." + column);
        if (computed == definitionFacts().computedColumns.end()) continue;
        for (const auto other : row.children("cell")) {
          if (other != cell) entry.uses.insert(place + "." + other.attribute("column").value());
        }
      }
    }
  }

  void annex(const pugi::xml_node& annex) {
    const std::string definition = annex.attribute("definition").value();
    for (const auto row : annex.children()) {
      const std::string name = row.name();
      if (name == "column") {
        index_.rest += xmlOf(row);
        continue;
      }
      const std::string unit = name == "total" ? "total" : row.attribute("unit").value();
      for (const auto cell : row.children("cell")) {
        const std::string column = cell.attribute("column").value();
        index_.annexCells[definition + " " + unit + " " + column] = {
            xmlOf(cell), cell.attribute("display").value(), {"*" + definition + "/" + column}};
      }
    }
  }

  ReportIndex index_;
};

void addDefinition(const pugi::xml_node& definition, DefinitionFacts& facts) {
  const std::string id = definition.attribute("id").value();
  const auto expressions = [](const pugi::xml_node& node) {
    std::string text;
    for (const auto* name : {"formula", "numerator", "denominator", "reference", "left", "right"})
      text += node.child(name).text().get() + std::string(" ");
    return text.find_first_not_of(' ') == std::string::npos ? std::string() : text;
  };
  for (const auto& found : definition.select_nodes("group/field")) {
    const auto field = found.node();
    const auto name = id + "/" + field.attribute("id").value();
    facts.types[name] = field.attribute("type").value();
    facts.limited[name] = !field.attribute("maximum").empty();
    if (const auto target = field.attribute("target")) facts.targets[name] = id + "/" + target.value();
  }
  for (const auto& found : definition.select_nodes("group/table/column")) {
    const auto column = found.node();
    const auto name = id + "/" + column.parent().attribute("id").value() + "." + column.attribute("id").value();
    facts.types[name] = column.attribute("type").value();
    facts.limited[name] = !column.attribute("maximum").empty();
    if (const auto text = expressions(column); !text.empty()) facts.computedColumns[name] = text;
  }
  for (const auto rule : definition.children("rule"))
    facts.rules[id + "." + rule.attribute("id").value()] = expressions(rule);
}

}  // namespace

ReportIndex indexReport(const std::string& xml) { return Indexer().run(xml); }

const DefinitionFacts& definitionFacts() {
  static const DefinitionFacts facts = [] {
    DefinitionFacts all;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(CCHC_SOURCE) / "plugins")) {
      pugi::xml_document document;
      if (entry.path().extension() == ".xml" && document.load_file(entry.path().c_str()))
        addDefinition(document.child("definition"), all);
    }
    return all;
  }();
  return facts;
}

bool reaches(const std::set<Node>& used, const std::set<Node>& changed) {
  for (const auto& node : used) {
    if (changed.contains(node)) return true;
    const auto cell = changed.lower_bound(node + "[");
    if (cell != changed.end() && cell->compare(0, node.size() + 1, node + "[") == 0) return true;
  }
  return false;
}

std::set<Node> closureOf(const std::set<Node>& changed, const std::vector<const ReportIndex*>& reports) {
  auto all = changed;
  for (std::size_t size = 0; size != all.size();) {
    size = all.size();
    for (const auto* report : reports) {
      for (const auto& [node, entry] : report->values) {
        if (reaches(entry.uses, all)) all.insert(node);
      }
    }
  }
  return all;
}

}  // namespace cchc::test
