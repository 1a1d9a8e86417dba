// The consolidated report as a stream of values: consolidation emits them in report order, a ReportSink receives them
// (exchange/report/report_writer writes report.xml). Memory does not grow with the number of units.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/result.h"
#include "core/model/finding.h"
#include "core/model/ids.h"
#include "core/model/missing.h"
#include "core/model/org_unit.h"
#include "core/model/section.h"
#include "core/model/value.h"

namespace cchc {

struct ReportHeading {
  OrgUnit unit;
  Period period;
  Time createdAt{};
  std::string parentName;  // "tỉnh Mẫu"
  bool complete = false;   // no section and no part is missing
  int expectedSections = 0, presentSections = 0;
  int expectedUnits = 0, presentUnits = 0;
};

// What a figure is compared with.
struct ReportComparison {
  std::string kind;  // "previous-period", "same-period-last-year", "target"
  Value value;
  std::string display;
  std::string change;          // in percent of this value, "12.5"; empty if it cannot be computed
  PeriodId period;             // empty for a target
  bool notComparable = false;  // `value` is then blank, and `display` says so
  bool regrouped = false;      // the units of that period were others, which are now one
  // For a sum over child units: how many have the figure in both periods, and how many should. 0, 0 otherwise.
  int reported = 0, expected = 0;
};
// A typed figure, date, text or document of the report.
struct ReportIndicator {
  std::string id, code, label, unit;
  FieldType type = FieldType::integer;
  std::string origin;  // "entered", "computed", "given", "referred", "summed", "blank"
  Value value;
  std::string display;  // as printed, with the qualifier in words
  std::string basis;
  std::string formula;  // text of its expression
  std::string stated;   // the letter's own figure for a computed one (canonical text); empty: none
  // Places of the values from which it is computed: "received.online", "office.procedures/online_rate".
  std::vector<std::string> uses;
  int reported = 0, expected = 0;  // for a sum over child units: how many have the figure, and how many should
  std::vector<ReportComparison> comparisons;
};
struct ReportCell {
  std::string column;
  FieldType type = FieldType::text;
  Value value;
  std::string display;
};
struct ReportRow {
  std::string id, label;  // label: of a fixed row; otherwise empty
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
  int number = 0;  // 0: not numbered
  bool edited = false, standing = false;
  std::vector<std::string> uses;  // places of the values in the text, sorted
  std::string text;
};
// One group of one section: "a) …".
struct ReportGroup {
  SectionKey section;
  int version = 0;
  std::string id, place, title;
  bool untitled = false;
  bool nothing = false;
  bool aggregate = false;  // its figures are sums over child units
  std::vector<ReportParagraph> paragraphs;
  std::vector<ReportIndicator> indicators;
  std::vector<ReportTable> tables;
};
// A place of the outline.
struct ReportPlace {
  std::string id, title;  // id: "II.1"
};
// A place of the outline, with the places inside it.
struct OutlineEntry {
  ReportPlace place;
  std::vector<OutlineEntry> places;
};
struct Outline {
  std::vector<OutlineEntry> places;
  std::vector<LeftOutPart> leftOut;    // `title` is not set
  std::vector<std::string> leftOutAt;  // of each: file:line:column
};
// The figures of one direct child unit.
struct AnnexRow {
  OrgUnitId unit;
  std::string unitName;
  std::vector<std::optional<Decimal>> values;  // one per column of the annex
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
struct ProvenanceLine {
  SectionKey section;
  std::string unitName;
  OrgUnitId reporter;
  int revision = 0;
  std::string digest, signer;
  Time submittedAt{}, receivedAt{};
  bool reviewed = true;  // false: not accepted, but included by --include-unreviewed
  int definitionVersion = 0;
  std::string definitionTitle;
};

// The calls come in this order: heading; for each place of the outline beginPlace, its groups, endPlace (places nest);
// then annex, missing, missingPart, missingSentence, leftOut, provenance and finding, each as often as needed; finish.
// An error ends the consolidation.
class ReportSink {
 public:
  virtual ~ReportSink() = default;
  virtual Status heading(const ReportHeading&) = 0;
  virtual Status beginPlace(const ReportPlace&) = 0;
  virtual Status group(const ReportGroup&) = 0;
  virtual Status endPlace() = 0;
  virtual Status annex(const Annex&) = 0;
  virtual Status missing(const MissingSection&) = 0;
  virtual Status missingPart(const MissingPart&) = 0;
  // Once, if a person has confirmed what is missing: what the document says of it.
  virtual Status missingSentence(const std::string&) = 0;
  virtual Status leftOut(const LeftOutPart&) = 0;
  virtual Status provenance(const ProvenanceLine&) = 0;
  virtual Status finding(const Finding&) = 0;
  virtual Status finish() = 0;
};
// Ignores whatever a derived class does not take.
class IgnoringSink : public ReportSink {
 public:
  Status heading(const ReportHeading&) override { return {}; }
  Status beginPlace(const ReportPlace&) override { return {}; }
  Status group(const ReportGroup&) override { return {}; }
  Status endPlace() override { return {}; }
  Status annex(const Annex&) override { return {}; }
  Status missing(const MissingSection&) override { return {}; }
  Status missingPart(const MissingPart&) override { return {}; }
  Status missingSentence(const std::string&) override { return {}; }
  Status leftOut(const LeftOutPart&) override { return {}; }
  Status provenance(const ProvenanceLine&) override { return {}; }
  Status finding(const Finding&) override { return {}; }
  Status finish() override { return {}; }
};

}  // namespace cchc
