// A paragraph that a person worded: it stands as written, and what its wording may hide is pointed out.
#include <catch2/catch.hpp>

#include "core/base/digest.h"
#include "core/narrative/text_findings.h"
#include "tests/core/narrative/worded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

// The figures that the edited text has and no field.
std::vector<std::string> untyped(const Section& section, const std::string& paragraph, const std::string& text) {
  auto edited = section;
  edited.paragraph({paragraph, text, "", {}});
  const auto evaluation = evaluate(*section.form(), edited.data(), Surroundings());
  std::vector<std::string> figures;
  for (const auto& finding : textFindings(*section.form(), anyKey, edited.data(), evaluation, inBinhGiang)) {
    CHECK(finding.code == "narrative.figure-not-typed");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.place == "¶" + paragraph);
    CHECK(finding.section == anyKey);
    // The figure as the message names it.
    auto expected = makeFinding(finding.code, finding.severity, anyKey, finding.place, {{"figure", "#"}}).enWhat;
    const auto at = expected.find('#');
    figures.push_back(finding.enWhat.substr(at, finding.enWhat.size() - expected.size() + 1));
  }
  return figures;
}
using Figures = std::vector<std::string>;

std::vector<Finding> findingsOf(const Section& section, const NarrativeContext& context = inBinhGiang) {
  const auto evaluation = evaluate(*section.form(), section.data(), Surroundings());
  return textFindings(*section.form(), anyKey, section.data(), evaluation, context);
}

Section revenue() {
  Section section(definition(group(field("actual", "type=\"money\" entry-unit=\"triệu\" qualifier=\"any\"") +
                                   field("rate", "type=\"percent\" decimals=\"2\"") + field("on", "type=\"date\"") +
                                   field("plans", "type=\"documents\"") + field("posts", "type=\"integer\"") +
                                   sentence("Thu ngân sách {{actual}}, đạt {{rate}}."))));
  DocumentReference plan;
  plan.type = "KH", plan.number = "04", plan.issuerCode = "UBND", plan.date = Date{2022, 12, 29};
  plan.title = "thu ngân sách năm 2024";
  return section.with("actual", "{estimated}177357000000")
      .with("rate", "97.60")
      .with("on", "2023-06-08")
      .with("plans", Value{Documents{plan}})
      .with("posts", "1348");
}

}  // namespace

TEST_CASE("an edited paragraph stands as it was written and says that it is", "[narrative]") {
  auto section = revenue();
  CHECK(textOf(section) == "Thu ngân sách ước 177 tỷ 357 triệu đồng, đạt 97,6%.");
  CHECK_FALSE(paragraphsOf(section)[0].edited);
  section.paragraph({"p", "Thu  ngân sách vượt kế hoạch.\nXem {{actual}}.", "", {}});
  REQUIRE(paragraphsOf(section).size() == 1);
  CHECK(paragraphsOf(section)[0].text == "Thu  ngân sách vượt kế hoạch.\nXem {{actual}}.");
  CHECK(paragraphsOf(section)[0].edited);
  CHECK(paragraphsOf(section)[0].uses == std::vector<std::string>{"actual", "rate"});
}

TEST_CASE("a paragraph edited to nothing is not printed, and one that was only confirmed stays generated",
          "[narrative]") {
  auto section = revenue();
  section.paragraph({"p", std::nullopt, "", 2023});
  CHECK(textOf(section) == "Thu ngân sách ước 177 tỷ 357 triệu đồng, đạt 97,6%.");
  CHECK_FALSE(paragraphsOf(section)[0].edited);
  auto emptied = revenue();
  emptied.paragraph({"p", "", "", {}});
  CHECK(paragraphsOf(emptied).empty());
}

TEST_CASE("a paragraph that would be left out is printed once it was written by hand", "[narrative]") {
  Section section(definition(group(field("n", "type=\"integer\"") + sentence("{{#n}}{{n}} cuộc.{{/n}}"))));
  CHECK(paragraphsOf(section).empty());
  section.paragraph({"p", "Chưa tổ chức cuộc nào.", "", {}});
  CHECK(textOf(section) == "Chưa tổ chức cuộc nào.");
}

TEST_CASE("the paragraph of one row is edited alone", "[narrative]") {
  Section section(definition(
      group(table("tasks", column("name", "type=\"text\"")) + sentence("{{name}}.", "id=\"task\" each=\"tasks\""))));
  section.row("tasks", "r1", {{"name", "Một"}}).row("tasks", "r2", {{"name", "Hai"}});
  section.paragraph({"task[r2]", "Việc thứ hai.", "", {}});
  CHECK(textsOf(section) == std::vector<std::string>{"Một.", "Việc thứ hai."});
}

TEST_CASE("a figure typed into the text is known in whatever form it is printed", "[narrative]") {
  for (const auto* text : {"Thu ước 177 tỷ 357 triệu đồng.", "Thu 177.357.000.000 đồng.", "Đạt 97,6%.",
                           "Ngày 08/6/2023.", "Ngày 8/6/2023.", "ngày 08 tháng 6 năm 2023", "Theo 04/KH-UBND.",
                           "Theo số 04/KH-UBND ngày 29/12/2022, năm 2024.", "1.348 tin.", "1348 tin.",
                           "Trong 8 tháng đầu năm 2023.", "Đến 28/8/2023, từ 01/01/2023.", "Không có số nào."}) {
    INFO(text);
    CHECK(untyped(revenue(), "p", text).empty());
  }
}

TEST_CASE("a figure, date or document that stands in no field is pointed out", "[narrative]") {
  const std::pair<const char*, Figures> table[] = {
      {"Thu 178 tỷ 357 triệu đồng.", {"178"}},
      {"Thu 177.357.000.001 đồng.", {"177357000001"}},
      {"Đạt 97,61%.", {"97,61%"}},
      {"Đạt 97,6 điểm.", {"97,6"}},
      {"Đạt 97,5", {"97,5"}},
      {"Ngày 09/6/2023.", {"2023-06-09"}},
      {"ngày 29 tháng 11 năm 2022", {"2022-11-29"}},
      {"Theo số 04/QĐ-UBND.", {"04/QĐ-UBND"}},
      {"Theo số 01/2023/QĐ-UBND.", {"01/2023/QĐ-UBND"}},
      {"1.349 tin, 12 bài.", {"12", "1349"}},
      {"12 bài, 12 tin.", {"12"}},
      {"1348/1443 hồ sơ.", {"1443"}},  // no document
  };
  for (const auto& [text, figures] : table) {
    INFO(text);
    CHECK(untyped(revenue(), "p", text) == figures);
  }
}

TEST_CASE("figures of a table's rows, their number and the names of fixed rows are known", "[narrative]") {
  Section section(
      definition(group(table("classes", column("people", "type=\"integer\"")) +
                       table("levels", column("n", "type=\"integer\"") + "<fixed-row id=\"four\" vi=\"Mức độ 4\"/>",
                             "fixed-rows=\"yes\"") +
                       sentence("Các lớp."))));
  section.row("classes", "r1", {{"people", "25"}}).row("classes", "r2", {{"people", "26"}});
  section.row("classes", "r3", {{"people", "27"}});
  CHECK(untyped(section, "p", "Mở 3 lớp, có 25, 26 và 27 người, mức độ 4.").empty());
  CHECK(untyped(section, "p", "Mở 2 lớp.") == Figures{"2"});
}

TEST_CASE("a figure of a field that is not relevant does not count as typed", "[narrative]") {
  Section section(definition(group(field("has", "type=\"yes-no\"") +
                                   field("n", "type=\"integer\"", "<relevant>has</relevant>") + sentence("Có."))));
  section.with("has", "no").with("n", "7");
  CHECK(untyped(section, "p", "Có 7 trang.") == Figures{"7"});
  CHECK(untyped(section.with("has", "yes"), "p", "Có 7 trang.").empty());
}

TEST_CASE("a digit at the end of a word is no figure", "[narrative]") {
  CHECK(untyped(revenue(), "p", "Phần mềm QLVB2 và đường truyền cấp Đ5.").empty());
}

TEST_CASE("digits that end a code or a unit are no figure", "[narrative]") {
  for (const auto* text : {"Chuẩn TCVN6909.", "Mẫu A4, khổ QĐ30.", "Diện tích tính bằng m2, km2 và m3."})
    CHECK(untyped(revenue(), "p", text).empty());
  // Quotation marks, dashes and no-break spaces are not letters.
  CHECK(untyped(revenue(), "p",
                "Mở “12 lớp”, từ 25–26 người,\xc2\xa0"
                "34 buổi.") == Figures{"12", "25", "26", "34"});
}

TEST_CASE("a figure is not lost because the space before it is missing", "[narrative]") {
  CHECK(untyped(revenue(), "p", "Tỷ lệ đạt97,26%.") == Figures{"97,26%"});
  CHECK(untyped(revenue(), "p", "Nhận1.443 hồ sơ, còn5 hồ sơ.") == Figures{"1443", "5"});
  CHECK(untyped(revenue(), "p", "Trả tạiUBND1987m, thêm72m.") == Figures{"1987", "72"});
}

TEST_CASE("the number of a list at the start of the text is layout and no figure", "[narrative]") {
  CHECK(untyped(revenue(), "p", "1. Thu ngân sách vượt kế hoạch.").empty());
  CHECK(untyped(revenue(), "p", "1) Thu vượt kế hoạch.\n 2. Chi đúng dự toán.\n3) Nợ.").empty());
  // Any other figure there is one: grouped, long, with its unit, in the text or at its end.
  CHECK(untyped(revenue(), "p", "1.349 tin.") == Figures{"1349"});
  CHECK(untyped(revenue(), "p", "149. Tin bài.") == Figures{"149"});
  // A sentence that ends with a figure at the start of a line.
  CHECK(untyped(revenue(), "p", "Số tin bài là\n20. Trong đó có ảnh.") == Figures{"20"});
  CHECK(untyped(revenue(), "p", "5 tin. 6. Bài viết.\n7.") == Figures{"5", "6", "7"});
}

TEST_CASE("the text of a paragraph that the definition does not have is not looked at", "[narrative]") {
  auto section = revenue();
  section.paragraph({"gone", "Thu 1 đồng.", sha256("x"), {}});
  CHECK(findingsOf(section).empty());
}

TEST_CASE("figures that have changed since the text was edited are pointed out until they are as they were",
          "[narrative]") {
  auto section = revenue();
  const auto generated = textOf(section);
  section.paragraph({"p", "Thu ngân sách vượt kế hoạch.", sha256(generated), {}});
  CHECK(findingsOf(section).empty());
  section.with("rate", "98.00");
  const auto found = findingsOf(section);
  REQUIRE(codesOf(found) == std::vector<std::string>{"narrative.drift"});
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].place == "¶p");
  // What it would read now is named, to be compared.
  CHECK(found[0].viWhat.find("Thu ngân sách ước 177 tỷ 357 triệu đồng, đạt 98%.") != std::string::npos);
  section.with("posts", "5");  // not worded here
  section.with("rate", "97.60");
  CHECK(findingsOf(section).empty());
}

TEST_CASE("a row's paragraph drifts with its own row", "[narrative]") {
  Section section(definition(
      group(table("tasks", column("n", "type=\"integer\"")) + sentence("{{n}} việc.", "id=\"task\" each=\"tasks\""))));
  section.row("tasks", "r1", {{"n", "1"}}).row("tasks", "r2", {{"n", "2"}});
  section.paragraph({"task[r2]", "Hai việc.", sha256("2 việc."), {}});
  section.row("tasks", "r1", {{"n", "9"}});
  CHECK(findingsOf(section).empty());
  section.row("tasks", "r2", {{"n", "3"}});
  CHECK(codesOf(findingsOf(section)) == std::vector<std::string>{"narrative.drift"});
}

TEST_CASE("a standing paragraph is to be confirmed once a year", "[narrative]") {
  const auto standing = [](std::optional<int> confirmed) {
    Section section(definition(group(sentence("Thực hiện nghiêm.", "id=\"same\" standing=\"yes\""))));
    if (confirmed) section.paragraph({"same", std::nullopt, "", confirmed});
    return section;
  };
  const auto found = findingsOf(standing(std::nullopt));
  REQUIRE(codesOf(found) == std::vector<std::string>{"narrative.standing-unconfirmed"});
  CHECK(found[0].severity == Severity::information);
  CHECK(found[0].place == "¶same");
  CHECK(codesOf(findingsOf(standing(2022))) == std::vector<std::string>{"narrative.standing-unconfirmed"});
  CHECK(findingsOf(standing(2023)).empty());
  CHECK(findingsOf(standing(std::nullopt), {&district, &province, nullptr}).empty());
}

TEST_CASE("an explanation stands with the finding that it is of", "[narrative]") {
  auto section = revenue();
  section.paragraph({"p", "Thu 12 đồng.", "", {}});
  section.comment({"narrative.figure-not-typed", "¶p", "Số của năm trước"});
  section.comment({"narrative.figure-not-typed", "¶q", "Đoạn khác"});
  section.comment({"narrative.drift", "¶p", "Việc khác"});
  const auto found = findingsOf(section);
  REQUIRE(found.size() == 1);
  CHECK(found[0].explanation == "Số của năm trước");
}
