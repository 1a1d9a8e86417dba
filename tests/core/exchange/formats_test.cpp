// A writer states the lowest minor version that has what it wrote; what it wrote is read back; a greater minor version
// is refused with the advice to update.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "core/exchange/report/report_writer.h"
#include "core/exchange/values/values_file.h"
#include "tests/core/exchange/libxml_oracle.h"
#include "tests/core/exchange/sample.h"
#include "tests/core/exchange/small_report.h"

using namespace cchc;

namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string with(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

bool valid(const char* schema, std::string_view xml) {
  const oracle::Document document(xml);
  REQUIRE(document);
  return oracle::Schema(std::string(CCHC_SOURCE "/schemas/") + schema).accepts(document);
}

// Whether both languages advise to update the program.
void advisesToUpdate(const Error& error) {
  INFO(messageLine(error, Language::en));
  CHECK(has(message(error, Language::vi).fix, "Cập nhật phần mềm"));
  CHECK(has(message(error, Language::en).fix, "Update the program"));
  CHECK(has(message(error, Language::en).what, "1.2"));
  CHECK(has(message(error, Language::en).what, "1.1"));
}

// The package of the sample with one change to it; whether its minor version is 1.
template <class Change>
bool needsMinor1(const Change& change) {
  auto header = sample::header();
  auto data = sample::data();
  change(header, data);
  const auto bytes = writePackage(header, sample::definition(), data, sample::attachments());
  CHECK(valid("submission.xsd", bytes));
  return has(bytes, " minor=\"1\">");
}

Value& field(SectionData& data, std::string_view id) { return data.fields[*sample::definition().fieldIndex(id)]; }

// A report of one group with one indicator.
std::string reportOf(const ReportIndicator& indicator, std::ostream& out) {
  const auto writer = reportWriter(out);
  ReportHeading heading;
  heading.unit = {OrgUnitId("296"), "296", "district", "", "huyện Bình Giang", std::nullopt, ""};
  heading.period.id = PeriodId("2023-8T"), heading.period.name = "8 tháng";
  heading.period.start = *Date::parse("2023-01-01"), heading.period.end = *Date::parse("2023-08-28");
  ReportGroup group;
  group.section = {DefinitionId("a.b"), OrgUnitId("296"), PeriodId("2023-8T")};
  group.id = "g";
  group.indicators = {indicator};
  REQUIRE(writer->heading(heading));
  REQUIRE(writer->beginPlace({"I", ""}));
  REQUIRE(writer->group(group));
  REQUIRE(writer->endPlace());
  REQUIRE(writer->finish());
  return {};
}
std::string reportOf(const ReportIndicator& indicator) {
  std::ostringstream out;
  reportOf(indicator, out);
  return std::move(out).str();
}

ReportIndicator rateOf(RateBase base) {
  ReportIndicator indicator;
  indicator.id = "rate", indicator.label = "Tỷ lệ", indicator.type = FieldType::rate, indicator.origin = "given";
  indicator.value = Value{*Decimal::parse("96.55")};
  indicator.value.base = base;
  return indicator;
}

}  // namespace

TEST_CASE("a package without newer members has minor version 0", "[format]") {
  const auto bytes = sample::package();
  CHECK(has(bytes, "<submission xmlns=\"urn:cchc:submission:1\" minor=\"0\">\n"));
  CHECK(valid("submission.xsd", bytes));
}

TEST_CASE("each member of minor version 1 gives a package that version", "[format]") {
  CHECK_FALSE(needsMinor1([](SubmissionHeader&, SectionData&) {}));
  CHECK(needsMinor1([](SubmissionHeader&, SectionData& data) { field(data, "online_rate").base = RateBase::due; }));
  CHECK(needsMinor1([](SubmissionHeader&, SectionData& data) {
    setSymbol(std::get<Documents>(field(data, "plan").content)[0], "08-KH/HU");
  }));
  CHECK_FALSE(needsMinor1([](SubmissionHeader&, SectionData& data) {
    auto& plan = std::get<Documents>(field(data, "plan").content)[0];
    setSymbol(plan, composedSymbol(plan));
  }));
  CHECK(needsMinor1([](SubmissionHeader& header, SectionData& data) {
    header.enteredFor = sample::header1().enteredFor;
    header.enteredFor->places.clear();
    field(data, "name") = {};
  }));
}

TEST_CASE("the members of minor version 1 are read from a package as they were written", "[format]") {
  const auto bytes = sample::package1();
  CHECK(has(bytes, " minor=\"1\">\n"));
  CHECK(has(bytes, "symbol=\"123-CV/HU\""));
  CHECK(has(bytes, "<field base=\"received\" denominator=\"unknown\" id=\"online_rate\">"));
  CHECK(has(bytes,
            "<entered-for asked-by=\"Vũ Thị B\" asked-on=\"2023-08-27\" by=\"296\" "
            "places=\"online_rate classes[r1].people\"></entered-for>"));
  auto read = sample::read(bytes);
  if (!read) FAIL(messageLine(read.error(), Language::en));
  CHECK(read->data == sample::data1());
  CHECK(read->header.enteredFor == sample::header1().enteredFor);
  auto again = read->header;
  CHECK(writePackage(again, sample::definition(), read->data, read->attachments) == bytes);
  // Storage that is reused keeps nothing of it.
  const auto plain = readPackage(sample::package(), "gói.xml", sample::lookup(), UnitCodes(), std::move(*read));
  REQUIRE(plain);
  CHECK(plain->data == sample::data());
  CHECK_FALSE(plain->header.enteredFor);
}

TEST_CASE("a base survives where a newer form has no home for the rate", "[format]") {
  auto header = sample::header();
  const auto bytes = writePackage(header, sample::definition(), sample::data1(), sample::attachments());
  const auto read = readPackage(
      bytes, "gói.xml",
      [](const SubmissionHeader&) -> Result<const SectionDefinition*> { return &sample::newerDefinition(); },
      UnitCodes());
  REQUIRE(read);
  bool found = false;
  for (const auto& kept : read->data.kept) found = found || kept.value == "{of due}79.78";
  CHECK(found);
}

TEST_CASE("a base is refused where the type has none, in packages and in files of values", "[format]") {
  CHECK(sample::codeOf(sample::with("<field id=\"weight\"", "<field base=\"due\" id=\"weight\"")) ==
        "package.not-allowed");
  CHECK(sample::codeOf(sample::with("<field denominator=\"unknown\" id",
                                    "<field base=\"every\" denominator=\"unknown\" "
                                    "id")) == "package.not-allowed");
  const auto read = readValuesXml(
      "<values xmlns=\"urn:cchc:values:1\" minor=\"1\"><field id=\"count\" base=\"due\">1</field></values>", "v.xml",
      sample::definition());
  REQUIRE_FALSE(read);
  CHECK(read.error().code == "values.wrong-value");
  CHECK(has(message(read.error(), Language::vi).what, "gốc tính tỷ lệ"));
}

TEST_CASE("a package of minor version 2 is refused with the advice to update", "[format]") {
  const auto read = sample::read(with(sample::package1(), "minor=\"1\"", "minor=\"2\""));
  REQUIRE_FALSE(read);
  CHECK(read.error().code == "package.newer-format");
  advisesToUpdate(read.error());
}

TEST_CASE("a file of values has minor version 1 only if it needs it, and is read back", "[format]") {
  CHECK(has(writeValuesXml(sample::definition(), sample::data()), "<values xmlns=\"urn:cchc:values:1\">\n"));
  const auto xml = writeValuesXml(sample::definition(), sample::data1());
  CHECK(has(xml, "<values xmlns=\"urn:cchc:values:1\" minor=\"1\">\n"));
  CHECK(valid("values.xsd", xml));
  const auto read = readValuesXml(xml, "v.xml", sample::definition());
  if (!read) FAIL(messageLine(read.error(), Language::en));
  const auto data = sample::data1();
  std::size_t compared = 0;
  for (const auto& edit : read->values) {
    const auto index = sample::definition().fieldIndex(placeText(edit.place));
    if (!index) continue;
    ++compared;
    CHECK(edit.value == data.fields[*index]);
  }
  CHECK(compared > 10);
}

TEST_CASE("a file of values of another version, or with an unknown attribute, is refused", "[format]") {
  const auto codeOf = [](const std::string& attributes) {
    const auto read =
        readValuesXml("<values xmlns=\"urn:cchc:values:1\"" + attributes + "/>", "v.xml", sample::definition());
    if (read) return std::string();
    CHECK(read.error().place.starts_with("v.xml:1"));
    return read.error().code;
  };
  CHECK(codeOf("").empty());
  CHECK(codeOf(" minor=\"0\"").empty());
  CHECK(codeOf(" minor=\"1\"").empty());
  CHECK(codeOf(" minor=\"2\"") == "values.newer-format");
  CHECK(codeOf(" minor=\"x\"") == "values.attribute");
  CHECK(codeOf(" version=\"1\"") == "values.attribute");
  const auto newer =
      readValuesXml("<values xmlns=\"urn:cchc:values:1\" minor=\"2\"><new/></values>", "v.xml", sample::definition());
  REQUIRE_FALSE(newer);
  advisesToUpdate(newer.error());
  const auto other = readValuesXml("<values xmlns=\"urn:cchc:values:2\"/>", "v.xml", sample::definition());
  REQUIRE_FALSE(other);
  CHECK(other.error().code == "values.newer-format");
}

TEST_CASE("a report has minor version 1 only if a member of it is written, wherever that is", "[format]") {
  const auto plain = reportOf(rateOf(RateBase::unspecified));
  CHECK(has(plain, "<report xmlns=\"urn:cchc:report:1\" minor=\"0\">\n"));
  CHECK(valid("report.xsd", plain));
  const auto based = reportOf(rateOf(RateBase::due));
  CHECK(has(based, "minor=\"1\">\n"));
  CHECK(has(based, " base=\"due\""));
  CHECK(valid("report.xsd", based));
  CHECK(with(with(based, "minor=\"1\"", "minor=\"0\""), " base=\"due\"", "") == plain);
  auto opening = rateOf(RateBase::unspecified);
  opening.basis = "opening";
  CHECK(has(reportOf(opening), "minor=\"1\">\n"));
  CHECK(valid("report.xsd", reportOf(opening)));
  ReportIndicator cited;
  cited.id = "plan", cited.label = "Kế hoạch", cited.type = FieldType::document, cited.origin = "entered";
  DocumentReference document;
  document.type = "CV", document.number = "123", document.issuerCode = "HU";
  setSymbol(document, "123-CV/HU");
  cited.value.content = Documents{document};
  CHECK(has(reportOf(cited), "minor=\"1\">\n"));
  CHECK(has(reportOf(cited), "symbol=\"123-CV/HU\""));
  CHECK(valid("report.xsd", reportOf(cited)));
}

TEST_CASE("a report that has left memory gets its minor version all the same", "[format]") {
  auto large = rateOf(RateBase::received);
  large.formula = std::string(300'000, 'a');
  std::stringstream out;
  out << "before\n";
  reportOf(large, out);
  out << "after";
  const auto text = out.str();
  CHECK(
      text.starts_with("before\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<report xmlns=\"urn:cchc:report:1\" "
                       "minor=\"1\">\n"));
  CHECK(text.ends_with("</report>\nafter"));
}

TEST_CASE("the schema of reports has every member of minor version 1", "[format]") {
  std::ifstream file(CCHC_SOURCE "/tests/golden/report_minor1.xml", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  const auto report = text.str();
  REQUIRE(!report.empty());
  CHECK(valid("report.xsd", report));
  CHECK_FALSE(valid("report.xsd", with(report, "minor=\"1\"", "minor=\"2\"")));
  CHECK_FALSE(valid("report.xsd", with(report, "status=\"issued\"", "status=\"final\"")));
  CHECK_FALSE(valid("report.xsd", with(report, "why=\"not-submitted\"", "why=\"lost\"")));
  CHECK_FALSE(valid("report.xsd", with(report, "role=\"numerator\"", "role=\"top\"")));
}
