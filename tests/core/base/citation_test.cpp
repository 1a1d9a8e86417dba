// References that are all of a text, held to the table of what people write and to what a person sees of it.
#include <catch2/catch.hpp>

#include "core/base/document_reference.h"
#include "core/base/reading/citation.h"
#include "core/base/reading/symbol.h"
#include "tests/support/citation_outcome.h"
#include "tests/support/reading_table.h"

using namespace cchc;
using reading::Context;

namespace {

DocumentReference one(std::string_view text) {
  const auto read = reading::readCitation(text, {});
  INFO(text);
  REQUIRE(std::holds_alternative<DocumentReference>(read));
  return std::get<DocumentReference>(read);
}
std::string unread(std::string_view text) {
  const auto read = reading::readCitations(text, {});
  const auto* error = std::get_if<Error>(&read);
  return error == nullptr || error->parameters.empty() ? "" : error->parameters.front().value;
}

}  // namespace

TEST_CASE("every reference of the table is read, asked about or refused as it says", "[citation]") {
  std::size_t rows = 0;
  for (const auto& row : test::readingTable()) {
    if (row.kind != "citation") continue;
    ++rows;
    INFO("reading_table.tsv:" << row.line << ": “" << row.text << "”");
    CHECK(test::outcome(reading::readCitations(row.text, row.context)) == row.expected);
  }
  CHECK(rows >= 40);
}

TEST_CASE("a reference is read back from its own text, and so is each meaning of a doubt", "[citation]") {
  for (const auto& row : test::readingTable()) {
    if (row.kind != "citation") continue;
    INFO("reading_table.tsv:" << row.line << ": “" << row.text << "”");
    const auto read = reading::readCitations(row.text, row.context);
    if (const auto* documents = std::get_if<std::vector<DocumentReference>>(&read)) {
      for (const auto& document : *documents) CHECK(one(reading::citationText(document)) == document);
    } else if (const auto* doubt = std::get_if<1>(&read)) {
      for (const auto& meaning : doubt->meanings)
        CHECK(test::outcome(reading::readCitations(meaning.text, {})).starts_with("value "));
    }
  }
}

TEST_CASE("the parts of a symbol are known", "[citation]") {
  const auto law = one("Luật 72/2025/QH15");
  CHECK((law.type == "LUAT" && law.number == "72" && law.year == "2025" && law.issuerCode == "QH15"));
  const auto letter = one("123-CV/HU");
  CHECK((letter.type == "CV" && letter.number == "123" && letter.issuerCode == "HU"));
  const auto plan = one("05/KHLT-STP-SNV");
  CHECK((plan.type == "KHLT" && plan.issuerCode == "STP-SNV"));
  const auto resolution = one("66.25/2026/NQ-CP");
  CHECK((resolution.number == "66.25" && resolution.year == "2026" && resolution.issuerCode == "CP"));
  const auto audit = one("891/TB-KV VI ngày 30/12/2022");
  CHECK((audit.type == "TB" && audit.issuerCode == "KV VI"));
}

TEST_CASE("a symbol is kept as it was written only if its parts do not make it", "[citation]") {
  for (const auto* text : {"111/KH-UBND", "01/2023/QĐ-UBND", "67/UBND-TCKH", "891/TB-KV VI", "63/2010/NĐ-CP",
                           "18-NQ/TW", "02/2017/TT-VPCP", "14/KH-HĐPH", "Luật 72/2025/QH15"}) {
    CHECK(one(text).symbol.empty());
    CHECK(std::string(text).ends_with(symbolOf(one(text))));
  }
  for (const auto* text : {"123-CV/HU", "36-HD/VPTW", "01-NQ/ĐH", "15/CV-UBND", "01/2023/QD-UBND", "12-LKG/ĐU",
                           "12/TTr.UBND", "02/2005/TTLT/BTC-BNV"}) {
    CHECK(one(text).symbol == text);
    CHECK(symbolOf(one(text)) == text);
    CHECK(one(reading::citationText(one(text))) == one(text));
  }
  DocumentReference missing;
  missing.numberState = NumberState::missing;
  CHECK(symbolOf(missing) == "…");
}

TEST_CASE("the part that cannot be read is named", "[citation]") {
  CHECK(unread("04/KH-UBND; xin chào") == "xin chào");
  CHECK(unread("04/KH-UBND, 12 hồ sơ") == "12 hồ sơ");
  CHECK(unread("04/KH-UBND khoảng 12 hồ sơ") == "khoảng 12 hồ sơ");
  CHECK(unread("Kế hoạch số 04/KH-UBND ngày 31/02/2023 về a") == "ngày 31/02/2023 về a");
  CHECK(unread("Kế hoạch thực hiện Nghị quyết số 18-NQ/TW") == "Kế hoạch thực hiện Nghị quyết số 18-NQ/TW");
  CHECK(unread("Kế hoạch 5 năm 2021-2025") == "Kế hoạch 5 năm 2021-2025");
  CHECK(unread("") == "");
  for (const auto* text : {"", " ", ";", "KH-UBND", "1234", "số 5", "12/08/2023", "Luật sư Nguyễn Văn A", "10/10 xã",
                           "1.234/KH/", "04/KH-UBND 05/KH-UBND", "01/23/QĐ-UBND", "Kế hoạch số"}) {
    INFO(text);
    CHECK(test::outcome(reading::readCitations(text, {})) == "refuse value.not-a-document");
  }
  CHECK(std::get<Error>(reading::readCitation("11, 12/KH-UBND", {})).code == "value.one-document");
  CHECK(std::get<Error>(reading::readCitation("04/KH-UBND\xe2\x80\xae", {})).code == "text.control-character");
}

TEST_CASE("the parts of a reference may stand in any usual order", "[citation]") {
  const auto plan =
      one("Kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND huyện Bình Giang về cải cách hành chính năm 2023");
  CHECK_FALSE(plan.forYear);  // only an importer of running text says so
  for (const auto* text :
       {"Kế hoạch số 04/KH-UBND của UBND huyện Bình Giang ngày 10/01/2023 về cải cách hành chính năm 2023",
        "Kế hoạch của UBND huyện Bình Giang số 04/KH-UBND ngày 10/01/2023 về cải cách hành chính năm 2023",
        "Kế hoạch số: 04 / KH - UBND, ngày 10 tháng 01 năm 2023, của UBND huyện Bình Giang, về cải cách hành chính năm "
        "2023",
        "- Kế hoạch số 04/KH-UBND ngày 10-01-2023 UBND huyện Bình Giang về cải cách hành chính năm 2023",
        "Kế hoạch số 04/KH-UBND huyện Bình Giang (10.01.2023): về cải cách hành chính năm 2023",
        "04/KH-UBND do UBND huyện Bình Giang ban hành ngày 10/1/2023 về cải cách hành chính năm 2023",
        "KẾ HOẠCH SỐ 04/KH-UBND NGÀY 10/01/2023 của UBND huyện Bình Giang về cải cách hành chính năm 2023"}) {
    INFO(text);
    CHECK(test::shown(one(text)) == test::shown(plan));
  }
}

TEST_CASE("references follow each other after semicolons, lines, commas and “và”", "[citation]") {
  const auto read = [](std::string_view text) { return test::outcome(reading::readCitations(text, {})); };
  CHECK(read("01/KH-UBND\n- 02/QĐ-UBND; 03/UBND-NV.") == "value KH 01/KH-UBND; QĐ 02/QĐ-UBND; CV 03/UBND-NV");
  CHECK(read("Kế hoạch số 11/KH-UBND ngày 10/01/2023, số 12/KH-UBND ngày 11/01/2023 và Quyết định số 5/QĐ-UBND") ==
        "value KH 11/KH-UBND 2023-01-10; KH 12/KH-UBND 2023-01-11; QĐ 5/QĐ-UBND");
  CHECK(read("Luật số 64/2025/QH15, 87/2025/QH15") == "value LUAT 64/2025/QH15; LUAT 87/2025/QH15");
  // A title may name other documents.
  CHECK(read("108/2020/NĐ-CP sửa đổi Nghị định số 37/2014/NĐ-CP, Nghị định số 24/2014/NĐ-CP") ==
        "value NĐ 108/2020/NĐ-CP {sửa đổi Nghị định số 37/2014/NĐ-CP, Nghị định số 24/2014/NĐ-CP}");
}

TEST_CASE("the name of a type and the code of a symbol are read together", "[citation]") {
  CHECK(one("Giấy mời số 15/UBND-VP").type == "GM");
  CHECK(symbolOf(one("Giấy mời số 15/UBND-VP")) == "15/UBND-VP");
  CHECK(one("Công văn số 04/KH-UBND").type == "KH");
  CHECK(one("Công văn số 12/TC-KH").issuerCode == "TC-KH");
  CHECK(one("Phiếu chuyển số 12/PC-UBND").type == "PC");
  CHECK(one("12/PC-UBND").type == "CV");
  CHECK(one("Quy định số 114-QĐ/TW").type == "QĐi");
  CHECK(one("văn bản số 04/UBND-NV").type == "CV");
  CHECK(one("Kế hoạch chuyển đổi số 12/KH-UBND").title == "chuyển đổi số");
  CHECK(one("Ke hoach so 04/KH-UBND ngay 10/01/2023").date == Date{2023, 1, 10});
}

TEST_CASE("the title of a law begins with a capital letter and ends before its date", "[citation]") {
  for (const auto* text : {"Luật 72/2025/QH15 Tổ chức chính quyền địa phương ngày 16/6/2025",
                           "Luật 72/2025/QH15 ngày 16/6/2025 Tổ chức chính quyền địa phương",
                           "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"}) {
    INFO(text);
    CHECK(test::shown(one(text)) == "LUAT 72/2025/QH15 2025-06-16 {Tổ chức chính quyền địa phương}");
  }
  CHECK(test::shown(one("Luật Công an nhân dân số 37/2018/QH14")) == "LUAT 37/2018/QH14 {Công an nhân dân}");
  CHECK(test::shown(one("Luật Đất đai năm 2024")) == "LUAT … {Đất đai năm 2024}");
  CHECK(test::shown(one("Hiến pháp năm 2013")) == "HP … {năm 2013}");
  CHECK(unread("Luật số 64/2025/QH15, Đ87/2025/QH15") == "Đ87/2025/QH15");
  CHECK(test::outcome(reading::readCitations("Luật 72/2025/QH15 Đất đai, Luật 64/2025/QH15", {})) ==
        "value LUAT 72/2025/QH15 {Đất đai}; LUAT 64/2025/QH15");
}

TEST_CASE("codes of the kinds of documents are unique and their names known", "[citation]") {
  for (const auto& type : documentTypes()) {
    const auto text = std::string(type.name) + " số 5 ngày 10/01/2023";
    const auto read = reading::readCitation(text, {});
    INFO(text);
    REQUIRE(std::holds_alternative<DocumentReference>(read));
    CHECK(typeName(std::get<DocumentReference>(read).type) == typeName(type.code));
  }
  CHECK(typeName("XYZ") == "XYZ");
}
