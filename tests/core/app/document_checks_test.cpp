// Checks of the documents that sections cite: one document with two dates, and dates that do not fit their series.
#include <catch2/catch.hpp>

#include "core/app/check/document_dates.h"
#include "core/app/check/document_series.h"
#include "tests/support/definitions.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const SectionKey key{DefinitionId("a.own"), OrgUnitId("296"), PeriodId("2023-8T")};

std::shared_ptr<const CompiledDefinition> formOf(const std::string& id) {
  return definition(
      group(field("basis", "type=\"documents\"") +
            table("documents", column("title", "type=\"text\"") + column("document", "type=\"document\"") +
                                   column("other", "type=\"document\""))),
      id);
}

DocumentReference plan(std::string number, std::optional<Date> date, int forYear = 0) {
  DocumentReference document;
  document.type = "KH", document.number = std::move(number), document.issuerCode = "UBND";
  document.issuer = "UBND huyện Bình Giang";
  document.date = date;
  if (forYear != 0) document.forYear = forYear;
  return document;
}
DocumentReference of2023(std::string number, Date date) { return plan(std::move(number), date, 2023); }

// A section that cites documents, one in each row.
class Citing {
 public:
  explicit Citing(const std::vector<DocumentReference>& documents, const std::string& id = "a.own")
      : section_(formOf(id)) {
    for (std::size_t i = 0; i < documents.size(); ++i)
      section_.row("documents", "r" + std::to_string(i), {{"document", Value{Documents{documents[i]}}}});
    evaluate();
  }
  Citing& basis(const Documents& documents) { return section_.with("basis", Value{documents}), evaluate(); }
  Citing& comment(ExplanationData explanation) { return section_.comment(std::move(explanation)), evaluate(); }
  SectionDocuments documents() const { return {&view_, citedDocuments(view_)}; }
  const SectionView& view() const { return view_; }

 private:
  Citing& evaluate() {
    evaluation_ = cchc::evaluate(*section_.form(), section_.data(), Surroundings());
    view_ = {section_.form().get(), &section_.data(), &evaluation_};
    return *this;
  }
  Section section_;
  Evaluation evaluation_;
  SectionView view_;
};

std::vector<Finding> twoDates(const Citing& own, const std::vector<const Citing*>& others = {}) {
  std::vector<SectionDocuments> there;
  for (const auto* other : others) there.push_back(other->documents());
  return twoDatesFindings(key, own.documents(), there);
}

// "08/KH-UBND … 10/01/2023", one for each finding: place and the suggested date.
std::vector<std::string> outOfSeries(const std::vector<DocumentReference>& documents,
                                     const std::vector<DocumentReference>& elsewhere = {}) {
  const Citing own(documents), other(elsewhere, "b.other");
  std::vector<std::string> found;
  for (const auto& finding : seriesFindings(key, own.documents(), {other.documents()})) {
    CHECK(finding.code == "justice.date-not-in-series");
    found.push_back(placeText(finding.place));
  }
  return found;
}
using Found = std::vector<std::string>;

std::string said(const std::vector<DocumentReference>& documents) {
  const Citing own(documents);
  const auto found = seriesFindings(key, own.documents(), {});
  REQUIRE(found.size() == 1);
  return found[0].viWhat + " / " + found[0].viFix;
}

}  // namespace

TEST_CASE("a document dated otherwise in another section is pointed out with both dates and that section") {
  const Citing own({plan("20", Date{2023, 1, 18})}), other({plan("20", Date{2023, 1, 8})}, "zz.any_department");
  const auto found = twoDates(own, {&other});
  REQUIRE(codesOf(found) == Found{"core.two-dates"});
  CHECK(found[0].severity == Severity::warning);
  CHECK(placeText(found[0].place) == "documents[r0].document");
  CHECK(found[0].viWhat.find("20/KH-UBND ghi ngày 18/01/2023") != std::string::npos);
  CHECK(found[0].viWhat.find("08/01/2023") != std::string::npos);
  CHECK(found[0].viWhat.find("Mẫu zz.any_department") != std::string::npos);
  // Seen from the other section, it is the same.
  CHECK(twoDates(other, {&own}).size() == 1);
}

TEST_CASE("a document with two dates inside the section is pointed out once, at its later place") {
  Citing own({plan("108", Date{2022, 12, 28}), plan("108", Date{2022, 12, 29})});
  CHECK(twoDates(own).size() == 1);
  own.basis({plan("108", Date{2022, 12, 28})});
  const auto found = twoDates(own);
  REQUIRE(found.size() == 1);
  CHECK(placeText(found[0].place) == "documents[r1].document");
}

TEST_CASE(
    "a document with one date everywhere is silent, also where only the month is given, and however the number "
    "and the issuer are written") {
  auto long1 = plan("050", Date{2023, 4, 3});
  long1.issuer = "Ủy ban nhân dân  huyện Bình Giang";
  const Citing own({plan("50", Date{2023, 4, 3}), plan("50", Date{2023, 4, 0})}), other({long1}, "b.other");
  CHECK(twoDates(own, {&other}).empty());
  long1.date = Date{2023, 4, 4};
  const Citing wrong({long1}, "b.other");
  CHECK(twoDates(own, {&wrong}).size() == 1);
}

TEST_CASE("one number in two years, series or issuers is two documents") {
  auto letter = plan("23", Date{2023, 1, 12}), ofProvince = plan("23", Date{2023, 6, 1}),
       legal = plan("23", Date{2023, 2, 4});
  letter.type = "CV", letter.issuerCode = "UBND-VHTT";
  ofProvince.issuer = "UBND tỉnh Hải Dương";
  legal.year = "2023";
  const Citing own({plan("23", Date{2023, 2, 3})});
  const Citing others({plan("23", Date{2022, 2, 4}), letter, ofProvince, legal}, "b.other");
  CHECK(twoDates(own, {&others}).empty());
}

TEST_CASE("a number that names its year is one document whatever years it is dated in") {
  auto decree = plan("63", Date{2010, 6, 8});
  decree.type = "NĐ", decree.issuerCode = "CP", decree.year = "2010", decree.issuer = "Chính phủ";
  auto wrong = decree;
  wrong.date = Date{2011, 6, 8};
  const Citing own({decree}), other({wrong}, "b.other");
  CHECK(twoDates(own, {&other}).size() == 1);
}

TEST_CASE("documents without number or date are not compared") {
  auto missing = plan("", Date{2023, 1, 1}), other = plan("", Date{2023, 2, 2});
  missing.numberState = other.numberState = NumberState::missing;
  const Citing own({missing, other, plan("7", std::nullopt)}), there({plan("7", Date{2023, 5, 5})}, "b.other");
  CHECK(twoDates(own, {&there}).empty());
  CHECK(outOfSeries({missing, plan("8", std::nullopt), plan("x", Date{2021, 1, 10}, 2023)}).empty());
}

TEST_CASE("a finding on documents has the explanation that the section gives for it") {
  Citing own({plan("108", Date{2022, 12, 28}), plan("108", Date{2022, 12, 29})});
  own.comment({"core.two-dates", "documents[r1].document", "Hai văn bản khác nhau"});
  const auto found = twoDates(own);
  REQUIRE(found.size() == 1);
  CHECK(found[0].explanation == "Hai văn bản khác nhau");
}

TEST_CASE("a plan dated two years before the year it is for is pointed out, with the numbers beside it") {
  const auto text = said({of2023("04", {2023, 1, 10}), of2023("05", {2023, 1, 10}), of2023("10", {2023, 1, 10}),
                          of2023("08", {2021, 1, 10}), of2023("15", {2023, 1, 10})});
  CHECK(text.find("08/KH-UBND ghi ngày 10/01/2021") != std::string::npos);
  CHECK(text.find("[05/KH-UBND 10/01/2023; 10/KH-UBND 10/01/2023]") != std::string::npos);
  CHECK(text.find("có thể là 10/01/2023") != std::string::npos);
}

TEST_CASE("two plans that are both out of place do not vouch for each other") {
  const Citing own({of2023("08", {2021, 1, 10}), of2023("10", {2023, 1, 10}), of2023("11", {2022, 1, 10}),
                    of2023("12", {2023, 1, 10})});
  const auto found = seriesFindings(key, own.documents(), {});
  REQUIRE(found.size() == 2);
  CHECK(found[0].viWhat.find("[10/KH-UBND 10/01/2023]") != std::string::npos);
  CHECK(found[1].viWhat.find("[10/KH-UBND 10/01/2023; 12/KH-UBND 10/01/2023]") != std::string::npos);
}

TEST_CASE("dates that do not fit the year of the number or the year that a plan is for are pointed out") {
  CHECK(outOfSeries({of2023("13", {2020, 1, 10})}) == Found{"documents[r0].document"});
  CHECK(outOfSeries({of2023("70", {2022, 6, 23})}).size() == 1);
  CHECK(outOfSeries({of2023("70", {2024, 6, 23})}).size() == 1);
  CHECK(outOfSeries({of2023("90", {2022, 11, 29})}).size() == 1);
  auto legal = plan("02", Date{2022, 2, 22});
  legal.type = "QĐ", legal.year = "2023";
  CHECK(outOfSeries({legal}).size() == 1);
  legal.date = Date{2022, 12, 29};  // not even in December
  CHECK(outOfSeries({legal}).size() == 1);
}

TEST_CASE("dates that fit are silent: the year itself, December before it for a plan, and later for a settlement") {
  CHECK(outOfSeries({of2023("05", {2023, 1, 10}), of2023("08", {2023, 1, 10})}).empty());
  CHECK(
      outOfSeries({of2023("111", {2022, 12, 29}), of2023("04", {2022, 12, 30}), of2023("05", {2023, 1, 10})}).empty());
  auto settlement = plan("512", Date{2023, 3, 10}, 2022);
  settlement.type = "QĐ";
  CHECK(outOfSeries({settlement}).empty());
}

TEST_CASE("a document without its year is held against near numbers on both sides, also those of other sections") {
  const auto odd = plan("13", Date{2020, 1, 10});
  CHECK(outOfSeries({of2023("12", {2023, 1, 10}), odd, of2023("14", {2023, 1, 10})}) ==
        Found{"documents[r1].document"});
  CHECK(outOfSeries({of2023("12", {2023, 1, 10}), odd}).empty());
  CHECK(outOfSeries({of2023("12", {2023, 1, 10}), plan("60", Date{2022, 6, 15}), of2023("80", {2023, 8, 10})}).empty());
  CHECK(outOfSeries({odd}, {of2023("12", {2023, 1, 10}), of2023("14", {2023, 1, 10}), of2023("20", {2019, 1, 18})}) ==
        Found{"documents[r0].document"});
}

TEST_CASE("series of other issuers, types and symbols are kept apart") {
  auto first = of2023("13", {2023, 1, 10}), last = of2023("15", {2023, 1, 10}), council = plan("14", Date{2020, 3, 15});
  first.issuer = last.issuer = "UBND tỉnh Hải Dương";
  council.issuerCode = "HĐPH", council.issuer = "Hội đồng phối hợp";
  CHECK(outOfSeries({first, council, last}).empty());
  auto ofCommittee = of2023("07", {2023, 1, 10}), decision = of2023("09", {2023, 1, 10});
  decision.type = "QĐ";
  ofCommittee.issuer = "Ủy ban nhân dân huyện Bình Giang";
  const auto text = said({of2023("08", {2021, 1, 10}), ofCommittee, decision});
  CHECK(text.find("[07/KH-UBND 10/01/2023]") != std::string::npos);
}

TEST_CASE("every document of a field or a cell is looked at, those that are not relevant excepted") {
  Citing own({plan("1", Date{2023, 1, 1})});
  own.basis({plan("2", Date{2023, 1, 2}), plan("3", Date{2023, 1, 3})});
  std::vector<std::string> numbers;
  for (const auto& cited : citedDocuments(own.view())) numbers.push_back(cited.document->number);
  CHECK(numbers == std::vector<std::string>{"2", "3", "1"});

  Section hidden(definition(
      group(field("asked", "type=\"yes-no\"") + field("basis", "type=\"document\"", "<relevant>asked</relevant>"))));
  hidden.with("basis", Value{Documents{plan("1", Date{2023, 1, 1})}}).with("asked", "no");
  const auto evaluation = evaluate(*hidden.form(), hidden.data(), Surroundings());
  CHECK(citedDocuments({hidden.form().get(), &hidden.data(), &evaluation}).empty());
}
