// A report.xml taken apart: each indicator, cell, paragraph, annex cell, submission and finding by a name of its own,
// with what it was made from.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cchc::test {

// Where a value stands: "office.procedures/online_rate", a cell "office.tasks/tasks[r1].text", with a star before it
// when it is summed over the child units: "*office.commune/received.online".
using Node = std::string;

struct ReportEntry {
  std::string content;  // as XML, with the text that prints it
  std::string printed;  // the text alone: display, or the paragraph's
  std::set<Node> uses;  // what it was made from, directly
};
struct ReportIndex {
  std::map<Node, ReportEntry> values;              // indicators and cells
  std::map<std::string, ReportEntry> paragraphs;   // "office.procedures ¶dossiers", with a star as above
  std::map<std::string, ReportEntry> comparisons;  // by "node kind"
  std::map<std::string, ReportEntry> annexCells;   // "office.commune 10945 received.online"; "total" for a unit
  std::map<std::string, std::string> provenance;   // by "definition unit"
  std::multiset<std::string> findings;             // as XML
  std::string rest;                                // heading without its time, groups, tables' columns
};
ReportIndex indexReport(const std::string& xml);

// What definitions say that a report does not: types, and what is computed in a row.
struct DefinitionFacts {
  std::map<std::string, std::string> types;            // "definition/field" or "definition/table.column" -> type
  std::map<std::string, std::string> targets;          // "definition/field" -> "definition/field"
  std::map<std::string, bool> limited;                 // has a maximum
  std::map<std::string, std::string> computedColumns;  // "definition/table.column" -> its expressions
  std::map<std::string, std::string> rules;            // "definition.rule" -> its expressions
};
const DefinitionFacts& definitionFacts();

// Everything that may change with these values: they and what is computed from them, however far.
std::set<Node> closureOf(const std::set<Node>& changed, const std::vector<const ReportIndex*>& reports);
// `used` is the value itself or the table that it is a cell of.
bool reaches(const std::set<Node>& used, const std::set<Node>& changed);

}  // namespace cchc::test
