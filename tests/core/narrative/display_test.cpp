// How one value is printed: by its type, its qualifier and the formats behind a template's bar.
#include <catch2/catch.hpp>

#include "core/narrative/display.h"
#include "tests/core/narrative/worded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

struct Printed {
  const char* value;  // canonical
  const char* formats;
  const char* text;
};

// The same field with value after value.
void prints(const std::string& attributes, const std::vector<Printed>& table, const std::string& inner = "") {
  const auto form = definition(group(field("f", attributes, inner)));
  for (const auto& [value, formats, text] : table) {
    INFO(attributes << ": " << value << "|" << formats);
    const auto section = Section(form).with("f", value);
    const auto evaluation = evaluate(*form, section.data(), Surroundings());
    CHECK(display(form->definition().fields[0], evaluation.fields[0], formats) == text);
  }
}

DocumentReference plan() {
  DocumentReference plan;
  plan.type = "KH", plan.number = "04", plan.issuerCode = "UBND", plan.date = Date{2023, 1, 10};
  plan.issuer = "UBND huyện Bình Giang", plan.title = "cải cách hành chính năm 2023";
  return plan;
}
std::string printed(const Documents& documents, const char* formats, const char* ownBody = "") {
  const auto form = definition(group(field("f", "type=\"documents\"")));
  const auto section = Section(form).with("f", Value{documents});
  const auto evaluation = evaluate(*form, section.data(), Surroundings());
  return display(form->definition().fields[0], evaluation.fields[0], formats, ownBody);
}

}  // namespace

TEST_CASE("a count is printed in groups of three with its unit", "[narrative]") {
  prints("type=\"integer\" unit=\"hồ sơ\" qualifier=\"any\"", {{"17528", "", "17.528 hồ sơ"},
                                                               {"17528", "plain", "17.528"},
                                                               {"0", "", "0 hồ sơ"},
                                                               {"-3", "", "-3 hồ sơ"},
                                                               {"999", "plain", "999"},
                                                               {"1000", "plain", "1.000"}});
  prints("type=\"integer\"", {{"12", "", "12"}});
  prints("type=\"decimal\" decimals=\"2\" unit=\"ha\"", {{"2.50", "", "2,50 ha"}, {"1234.5", "", "1.234,5 ha"}});
}

TEST_CASE("a small count has a leading zero where it is asked for", "[narrative]") {
  prints("type=\"integer\" unit=\"văn bản\" qualifier=\"any\"", {{"3", "padded", "03 văn bản"},
                                                                 {"3", "plain|padded", "03"},
                                                                 {"3", "padded|plain", "03"},
                                                                 {"9", "padded", "09 văn bản"},
                                                                 {"10", "padded", "10 văn bản"},
                                                                 {"0", "padded", "0 văn bản"},
                                                                 {"{over}5", "padded", "trên 05 văn bản"},
                                                                 {"3", "", "3 văn bản"}});
}

TEST_CASE("a qualifier is put into words and can be left out", "[narrative]") {
  prints("type=\"integer\" unit=\"tin, bài\" qualifier=\"any\"", {{"{over}45", "", "trên 45 tin, bài"},
                                                                  {"{under}45", "", "dưới 45 tin, bài"},
                                                                  {"{about}45", "", "khoảng 45 tin, bài"},
                                                                  {"{estimated}45", "", "ước 45 tin, bài"},
                                                                  {"{planned}45", "", "dự kiến 45 tin, bài"},
                                                                  {"45", "", "45 tin, bài"},
                                                                  {"{over}45", "bare", "45 tin, bài"},
                                                                  {"{over}45", "plain", "trên 45"},
                                                                  {"{over}45", "plain|bare", "45"},
                                                                  {"{over}45", "capital", "Trên 45 tin, bài"}});
}

TEST_CASE("money is printed as it is typed and in full đồng where that would drop digits", "[narrative]") {
  prints("type=\"money\" entry-unit=\"triệu\" qualifier=\"any\"",
         {{"387425000000", "", "387 tỷ 425 triệu đồng"},
          {"36000000000", "", "36 tỷ đồng"},
          {"900000000", "", "900 triệu đồng"},
          {"1353135296", "", "1.353.135.296 đồng"},
          {"0", "", "0 đồng"},
          {"387425000000", "full", "387.425.000.000 đồng"},
          {"387425000000", "plain", "387.425.000.000"},
          {"{estimated}177357000000", "", "ước 177 tỷ 357 triệu đồng"},
          {"{estimated}177357000000", "bare", "177 tỷ 357 triệu đồng"}});
  prints("type=\"money\" entry-unit=\"tỷ\"", {{"36000000000", "", "36 tỷ đồng"}});
  prints("type=\"money\"", {{"36000000000", "", "36.000.000.000 đồng"}});
}

TEST_CASE("a rate is printed without the zeros that its decimals end in", "[narrative]") {
  prints("type=\"rate\" decimals=\"2\" qualifier=\"any\"", {{"97.22", "", "97,22%"},
                                                            {"97.60", "", "97,6%"},
                                                            {"100.00", "", "100%"},
                                                            {"0.00", "", "0%"},
                                                            {"{over}97.22", "", "trên 97,22%"},
                                                            {"{over}97.22", "bare", "97,22%"}});
  prints("type=\"percent\" decimals=\"2\"", {{"79.80", "", "79,8%"}});
}

TEST_CASE("a date is printed with figures or in words", "[narrative]") {
  prints("type=\"date\"", {{"2023-08-28", "", "28/8/2023"},
                           {"2023-01-05", "", "05/01/2023"},
                           {"2023-12-01", "", "01/12/2023"},
                           {"2023-08", "", "tháng 8/2023"},
                           {"2022-12-29", "words", "ngày 29 tháng 12 năm 2022"},
                           {"2022-02-08", "words", "ngày 08 tháng 02 năm 2022"}});
  prints("type=\"date-range\"", {{"2023-08-10/2023-09-08", "", "từ ngày 10/8/2023 đến ngày 08/9/2023"}});
}

TEST_CASE("choices are printed by their labels, and one that is no longer offered by its value", "[narrative]") {
  const std::string labels =
      "<choice value=\"tax\" vi=\"Thuế\" en=\"Tax\"/><choice value=\"land\" vi=\"Đất đai\" en=\"Land\"/>";
  prints("type=\"choice\"", {{"land", "", "Đất đai"}, {"land", "lower", "đất đai"}, {"gone", "", "gone"}}, labels);
  prints("type=\"choices\"",
         {{"tax land", "", "Thuế, Đất đai"}, {"tax land", "list", "Thuế, Đất đai"}, {"tax land", "count", "02"}},
         labels);
}

TEST_CASE("the first letter of a text can be made small or large, whatever letter it is", "[narrative]") {
  prints("type=\"text\"", {{"Ủy ban nhân dân huyện", "lower", "ủy ban nhân dân huyện"},
                           {"đã xử lý xong", "capital", "Đã xử lý xong"},
                           {"In ấn", "lower", "in ấn"},
                           {"in ấn", "capital", "In ấn"},
                           {"18 xã", "capital", "18 xã"}});
}

TEST_CASE("yes and no have their words", "[narrative]") {
  prints("type=\"yes-no\"", {{"yes", "", "có"}, {"no", "", "không"}, {"yes", "capital", "Có"}});
}

TEST_CASE("a blank prints nothing, and an ellipsis where it must be filled in", "[narrative]") {
  prints("type=\"integer\" unit=\"hồ sơ\"", {{"", "", ""}, {"", "padded", ""}});
  prints("type=\"integer\" unit=\"hồ sơ\" required=\"submit\"", {{"", "", "…"}, {"0", "", "0 hồ sơ"}});
  prints("type=\"text\" required=\"submit\"", {{"", "", ""}}, "<relevant>1 = 2</relevant>");
}

TEST_CASE("a format counts only as a whole word", "[narrative]") {
  prints("type=\"integer\" unit=\"hồ sơ\" qualifier=\"any\"", {{"{over}3", "plainly|paddedx|xbare", "trên 3 hồ sơ"}});
}

TEST_CASE("a document is cited with type, symbol, date and issuer", "[narrative]") {
  CHECK(printed({plan()}, "") == "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND huyện Bình Giang");
  CHECK(printed({plan()}, "full") ==
        "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND huyện Bình Giang cải cách hành chính năm 2023");
  CHECK(printed({plan()}, "short") == "Kế hoạch số 04/KH-UBND ngày 10/01/2023");
  CHECK(printed({plan()}, "title") == "cải cách hành chính năm 2023");
  CHECK(printed({plan()}, "number") == "04/KH-UBND");
  CHECK(printed({plan()}, "date") == "10/01/2023");
  CHECK(printed({plan()}, "lower") == "kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND huyện Bình Giang");
}

TEST_CASE("a document does not name the unit's own body as its issuer, however that is written", "[narrative]") {
  const auto body = "Ủy ban nhân dân huyện Bình Giang";
  CHECK(printed({plan()}, "", body) == "Kế hoạch số 04/KH-UBND ngày 10/01/2023");
  auto longForm = plan();
  longForm.issuer = body;
  CHECK(printed({longForm}, "", body) == "Kế hoạch số 04/KH-UBND ngày 10/01/2023");
  auto other = plan();
  other.issuer = "UBND tỉnh Hải Dương";
  CHECK(printed({other}, "", body) == "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND tỉnh Hải Dương");
}

TEST_CASE("a document without a number shows the gap or does not mention a number", "[narrative]") {
  auto letter = plan();
  letter.type = "CV", letter.number.clear(), letter.numberState = NumberState::missing;
  CHECK(printed({letter}, "short") == "Công văn số … ngày 10/01/2023");
  letter.numberState = NumberState::notCited;
  CHECK(printed({letter}, "short") == "Công văn ngày 10/01/2023");
}

TEST_CASE("documents of each kind are cited as they are written", "[narrative]") {
  auto letter = plan();
  letter.type = "CV", letter.number = "67", letter.issuerCode = "UBND-TCKH";
  CHECK(printed({letter}, "short") == "Công văn số 67/UBND-TCKH ngày 10/01/2023");
  auto decision = plan();
  decision.type = "QĐ", decision.number = "01", decision.year = "2023";
  CHECK(printed({decision}, "short") == "Quyết định số 01/2023/QĐ-UBND ngày 10/01/2023");
  auto party = plan();
  party.type = "NQ", party.number = "18", party.issuerCode = "TW", party.date = Date{2017, 10, 0};
  CHECK(printed({party}, "short") == "Nghị quyết số 18-NQ/TW tháng 10/2017");
  auto undated = plan();
  undated.date.reset();
  CHECK(printed({undated}, "short") == "Kế hoạch số 04/KH-UBND");
}

TEST_CASE("several documents are listed and can be counted", "[narrative]") {
  auto second = plan();
  second.type = "QĐ", second.number = "296";
  CHECK(printed({plan(), second}, "short") ==
        "Kế hoạch số 04/KH-UBND ngày 10/01/2023; Quyết định số 296/QĐ-UBND ngày 10/01/2023");
  CHECK(printed({plan(), second}, "count") == "02");
}
