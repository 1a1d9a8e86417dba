// The consolidated report, as a stream of value types: consolidation tells them in report order, a ReportSink takes
// them (exchange/report_writer writes report.xml). Memory stays flat in the number of units.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/finding.h"
#include "core/model/org_unit.h"
#include "core/model/section.h"
#include "core/model/value.h"

namespace cchc {

struct ReportHeading {
  OrgUnit unit;
  Period period;
  Time createdAt{};
  std::string parentName;  // "tỉnh Hải Dương"
  bool complete = false;   // nothing missing
  int expectedSections = 0, presentSections = 0;
  int expectedUnits = 0, presentUnits = 0;
};

// A typed figure, date, text or document of the report.
struct ReportComparison {
  std::string kind;  // "previous-period", "same-period-last-year", "target"
  Value value;
  std::string display;
  std::string change;  // percentage against it, "12.5"; empty when it cannot be said
};
struct ReportIndicator {
  std::string id, code, label, unit;
  FieldType type = FieldType::integer;
  std::string origin;  // "entered", "computed", "given", "referred", "summed", "blank"
  Value value;
  std::string display;  // as printed, with its qualifier in words
  std::string basis;
  std::string formula;  // text of the expression it comes from, for those who ask
  std::string stated;   // the letter's own figure beside a computed one (canonical), or empty
  std::vector<std::string>
      uses;  // places whose values it is computed from: "received.online", "office.procedures/online_rate"
  int reported = 0, expected = 0;  // of a figure summed over child units
  std::vector<ReportComparison> comparisons;
};
struct ReportCell {
  std::string column;
  FieldType type = FieldType::text;
  Value value;
  std::string display;
};
struct ReportRow {
  std::string id, label;  // label: of a fixed row
  std::vector<ReportCell> cells;
};
struct ReportColumn {
  std::string id, label, unit;
};
struct ReportTable {
  std::string id, title;
  bool nothing = false, annex = false;
  std::vector<ReportColumn> columns;
  std::vector<ReportRow> rows;
};
struct ReportParagraph {
  std::string id;
  int level = 0;
  int number = 0;  // of numbered paragraphs; 0: none
  bool edited = false, standing = false;
  std::vector<std::string> uses;  // places whose values it words, sorted
  std::string text;
};
// One group of one section: "a) …".
struct ReportGroup {
  SectionKey section;
  int version = 0;
  std::string id, place, title;
  bool untitled = false;
  bool nothing = false;
  bool aggregate = false;  // over child units
  std::vector<ReportParagraph> paragraphs;
  std::vector<ReportIndicator> indicators;
  std::vector<ReportTable> tables;
};
struct ReportPlace {
  std::string id, title;  // "II.1"
};
struct AnnexRow {  // an indicator of one direct child unit
  OrgUnitId unit;
  std::string unitName;
  std::vector<std::optional<Decimal>> values;  // by the annex's columns
};
struct Annex {
  DefinitionId definition;
  std::string title;
  struct Column {
    std::string id, code, label, unit;
    FieldType type;
  };
  std::vector<Column> columns;
  std::vector<AnnexRow> rows;
  std::vector<std::optional<Decimal>> totals;
};
struct MissingSection {
  SectionKey section;
  std::string unitName, definitionTitle, reporter;
  std::optional<Date> deadline;
};
struct ProvenanceLine {
  SectionKey section;
  std::string unitName;
  OrgUnitId reporter;
  int revision = 0;
  std::string digest, signer;
  Time submittedAt{}, receivedAt{};
  bool reviewed = true;  // false: taken in with --include-unreviewed
  int definitionVersion = 0;
  std::string definitionTitle;  // title of the section
};

// Called in this order: heading; for each place of the outline beginPlace, its groups, endPlace (places nest); annexes;
// missing; provenance; findings; finish.
class ReportSink {
 public:
  virtual ~ReportSink() = default;
  virtual Status heading(const ReportHeading&) = 0;
  virtual Status beginPlace(const ReportPlace&) = 0;
  virtual Status group(const ReportGroup&) = 0;
  virtual Status endPlace() = 0;
  virtual Status annex(const Annex&) = 0;
  virtual Status missing(const MissingSection&) = 0;
  virtual Status provenance(const ProvenanceLine&) = 0;
  virtual Status finding(const Finding&) = 0;
  virtual Status finish() = 0;
};

}  // namespace cchc
