// The small golden report (tests/golden/report_small.xml has one of everything) as HTML, and files that are no report.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/base/platform.h"
#include "core/base/texts.h"
#include "core/rendering/render.h"
#include "core/rendering/schema.h"
#include "tests/support/command.h"

using namespace cchc;

namespace {

const std::filesystem::path schemas = std::filesystem::path(CCHC_SOURCE) / "schemas";

std::string smallReport() {
  auto report = readFile(std::filesystem::path(CCHC_SOURCE) / "tests/golden/report_small.xml");
  REQUIRE(report);
  return *report;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string html(const std::string& report) {
  const auto html = renderHtml(report, schemas);
  INFO((html ? std::string() : messageLine(html.error(), Language::en)));
  REQUIRE(html);
  return *html;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// What a reader sees: without tags and style, with white space folded.
std::string visible(const std::string& html) {
  std::string text;
  bool inTag = false, space = false;
  for (std::size_t i = html.find("</style>"); i < html.size(); ++i) {
    const char c = html[i];
    if (c == '<') inTag = true;
    if (!inTag && c != ' ' && c != '\n') {
      if (space && !text.empty()) text += ' ';
      text += c;
      space = false;
    } else {
      space = true;
    }
    if (c == '>') inTag = false;
  }
  return text;
}

// Checks that there is one clear message in both languages that says how to correct it.
void checkMessage(const Error& error) {
  for (const auto language : {Language::vi, Language::en}) {
    const auto [what, fix] = message(error, language);
    CHECK(what != error.code);
    CHECK_FALSE(has(what, "{"));
    CHECK_FALSE(fix.empty());
  }
}

}  // namespace

TEST_CASE("the golden report is valid against the published schema", "[rendering]") {
  const auto status = validate(smallReport(), schemas / "report.xsd", "report_small.xml");
  INFO((status ? std::string() : messageLine(status.error(), Language::en)));
  CHECK(status);
}

TEST_CASE("a report is laid out as a letter of Nghị định 30/2020", "[rendering]") {
  const auto text = visible(html(smallReport()));
  CHECK(has(text,
            "UBND TỈNH HẢI DƯƠNG ỦY BAN NHÂN DÂN HUYỆN BÌNH GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - "
            "Hạnh phúc"));
  CHECK(has(text, "Số: 07/BC-UBND Bình Giang, ngày"));
  CHECK(has(text, "tháng 8 năm 2023 BÁO CÁO Kết quả công tác cải cách hành chính 8 tháng đầu năm 2023"));
  CHECK(
      has(text,
          "II. KẾT QUẢ THỰC HIỆN 2. Cải cách thủ tục hành chính a) Kết quả tiếp nhận, giải quyết hồ sơ - Cấp huyện:"));
  CHECK(has(text, "+ Tỷ lệ số hóa hồ sơ đạt trên 97,22%."));
  CHECK(has(text, "1. Tiếp tục triển khai Kế hoạch cải cách hành chính. 2. Kiểm tra"));
  CHECK(has(text,
            "trân trọng báo cáo./. Nơi nhận: - Thường trực Huyện ủy; - Lưu: VT, VP. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH "
            "PHÓ CHỦ TỊCH Nhữ Văn "
            "Chuyên"));
}

TEST_CASE("a letter without a number and a day leaves room for them", "[rendering]") {
  auto report = replaced(smallReport(), "<value><text>7</text></value>", "");
  report = replaced(report, "origin=\"entered\" display=\"7\"", "origin=\"blank\"");
  CHECK(has(visible(html(report)), "Số: …/BC-UBND Bình Giang, ngày"));
}

TEST_CASE("day under 10 and months 1 and 2 keep their zero in the date of the letter", "[rendering]") {
  CHECK(has(html(replaced(smallReport(), "<date>2023-08</date>", "<date>2023-02-05</date>")),
            "Bình Giang, ngày 05 tháng 02 năm 2023"));
  CHECK(has(html(replaced(smallReport(), "<date>2023-08</date>", "<date>2023-03-28</date>")),
            "Bình Giang, ngày 28 tháng 3 năm 2023"));
}

TEST_CASE("the report ends with ./. however the closing was worded", "[rendering]") {
  const auto report = smallReport();
  const std::string closing = "trân trọng báo cáo.</paragraph>";
  CHECK(has(html(replaced(report, closing, "trân trọng báo cáo./.</paragraph>")), "trân trọng báo cáo./.</p>"));
  CHECK(has(html(replaced(report, closing, "trân trọng báo cáo</paragraph>")), "trân trọng báo cáo./.</p>"));
}

TEST_CASE("a group declared empty says so, a place without data says that it has none", "[rendering]") {
  const auto text = visible(html(smallReport()));
  CHECK(has(text, "a) Phát triển đô thị thông minh - Trong kỳ báo cáo không phát sinh."));
  CHECK(has(visible(html(
                replaced(smallReport(), "<place id=\"IV\"", "<place id=\"III\" title=\"Đánh giá\"/><place id=\"IV\""))),
            "III. ĐÁNH GIÁ (Chưa có số liệu của phần này.)"));
}

TEST_CASE("points are lettered in the Vietnamese alphabet, over the groups that print a title", "[rendering]") {
  std::string groups;
  for (int i = 1; i <= 7; ++i) {
    groups += "<group definition=\"a.b\" subject=\"296\" period=\"P\" version=\"1\" id=\"g" + std::to_string(i) +
              "\" title=\"Điểm " + std::to_string(i) + "\"" + (i == 2 ? " untitled=\"yes\"" : "") + ">" +
              (i == 3 ? "" : "<paragraph id=\"p\">Lời.</paragraph>") + "</group>";
  }
  const auto text =
      visible(html(replaced(smallReport(), "<place id=\"II.6\"",
                            "<place id=\"II.9\" title=\"Mục\">" + groups + "</place><place id=\"II.6\"")));
  CHECK(has(text, "a) Điểm 1 Lời. Lời. b) Điểm 4 Lời. c) Điểm 5 Lời. d) Điểm 6 Lời. đ) Điểm 7 Lời."));
}

TEST_CASE("an incomplete report says so at the top and lists what is missing", "[rendering]") {
  const auto text = visible(html(smallReport()));
  CHECK(has(text.substr(0, 1000), "Dự thảo chưa đầy đủ: đã có 4/5 phần của 3/4 đơn vị gửi đủ. Còn thiếu:"));
  CHECK(has(text.substr(0, 1000), "- xã Hùng Thắng: Thủ tục hành chính cấp xã (chưa gửi)"));
  CHECK(has(text, "CÁC PHẦN CHƯA CÓ TRONG BÁO CÁO"));
  CHECK(has(text, "xã Hùng Thắng Thủ tục hành chính cấp xã 10954 30/8/2023 chưa gửi"));
  CHECK(has(text.substr(0, 1000), "Có 1 phần chưa được duyệt"));
}

TEST_CASE("a complete, reviewed report has no notice", "[rendering]") {
  auto report = replaced(smallReport(), "complete=\"no\"", "complete=\"yes\"");
  report = replaced(report, "reviewed=\"no\"", "reviewed=\"yes\"");
  CHECK_FALSE(has(html(report), "class=\"notice\""));
}

TEST_CASE("annexes carry the statistics with comparisons, origin and how many units have a figure", "[rendering]") {
  const auto text = visible(html(smallReport()));
  CHECK(has(text, "PHỤ LỤC I SỐ LIỆU THỐNG KÊ 8 THÁNG ĐẦU NĂM 2023"));
  CHECK(has(text,
            "II5.02 Thu ngân sách thực hiện đồng ước 177 tỷ 357 triệu Cùng kỳ năm trước: 170 tỷ đồng (tăng 4,33%) Chỉ "
            "tiêu: 387 tỷ 425 "
            "triệu đồng (đạt 45,78%)"));
  CHECK(has(text, "XA.02 Tiếp nhận trực tuyến hồ sơ 2.140 Tổng hợp (2/3 đơn vị)"));
  CHECK(has(text, "1 Vốn từ nguồn thu tiền sử dụng đất dự kiến 38 tỷ 537 triệu 95,2%"));
  CHECK(has(text, "2 xã Vĩnh Hưng 1.000 Chung 2.140 97,6%"));
}

TEST_CASE("whatever was entered is visible somewhere, and findings and provenance on internal sheets of their own",
          "[rendering]") {
  const auto page = html(smallReport());
  const auto text = visible(page);
  for (const auto* fact :
       {"28/8/2023", "Tài chính, Tư pháp", "Công văn số … hướng dẫn", "Kế hoạch số 08/KH-UBND ngày 10/01/2021",
        "từ ngày 10/8/2023 đến ngày 08/9/2023", "ke-hoach.pdf", "Văn bản có sai phạm: không phát sinh"}) {
    CAPTURE(fact);
    CHECK(has(text, fact));
  }
  CHECK(has(text, "PHỤ LỤC KIỂM TRA SỐ LIỆU"));
  CHECK(has(text,
            "Tỷ lệ ghi 97,26% khác tỷ lệ tính được 97,6% Kiểm tra lại hai số; báo cáo in số tính được Số liệu chốt sau "
            "khi lập văn bản"));
  CHECK(has(text, "NGUỒN SỐ LIỆU"));
  CHECK(has(text, "Cải cách tài chính công 296.TCKH 2 09:14 28/8/2023 0000000000000000…"));
  CHECK(has(page, "<section class=\"sheet internal"));
}

TEST_CASE("markup in what people wrote stays text", "[rendering]") {
  const auto page = html(replaced(smallReport(), "Kiểm tra việc thực hiện tại các xã, thị trấn.",
                                  "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"));
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"));
}

TEST_CASE("the same report gives the same page", "[rendering]") { CHECK(html(smallReport()) == html(smallReport())); }

TEST_CASE("what is no report is refused with one clear message", "[rendering]") {
  struct Case {
    std::string bytes;
    std::string_view code;
    std::string_view place;
  };
  const auto report = smallReport();
  const auto cut = report.substr(0, report.size() / 2);
  const Case cases[] = {
      {"", "file.not-xml", "report.xml:1"},
      {"PK\x03\x04 not xml", "file.not-xml", "report.xml:1"},
      {"<report xmlns=\"urn:cchc:report:1\">\n<heading>\n</report>", "file.not-xml", "report.xml:3"},
      {cut, "file.not-xml", ""},
      {"<?xml version=\"1.0\"?>\n<!DOCTYPE report [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<report>&x;</report>",
       "file.doctype", "report.xml:2"},
      {"<section xmlns=\"urn:cchc:submission:1\"/>", "render.not-a-report", "report.xml:1"},
      {"<report/>", "render.not-a-report", "report.xml:1"},
      {replaced(report, "urn:cchc:report:1", "urn:cchc:report:2"), "render.newer-format", "report.xml"},
      {replaced(report, "minor=\"1\"", "minor=\"7\""), "render.newer-format", "report.xml"},
      {replaced(report, "minor=\"1\"", "minor=\"2\""), "render.newer-format", "report.xml"},
      {replaced(report, "minor=\"1\"", "minor=\"01\""), "render.invalid", "report.xml:2"},
      {replaced(report, "<money>177357000000</money>", "<money>177,4 tỷ</money>"), "render.invalid", ""},
      {replaced(report, "complete=\"no\"", "complete=\"perhaps\""), "render.invalid", "report.xml:3"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.bytes.substr(0, 80));
    const auto page = renderHtml(c.bytes, schemas);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == c.code);
    if (!c.place.empty()) CHECK(page.error().place == c.place);
    checkMessage(page.error());
  }
}

TEST_CASE("a report of minor version 1 is rendered", "[rendering][format]") {
  const auto report = readFile(std::filesystem::path(CCHC_SOURCE) / "tests/golden/report_minor1.xml");
  REQUIRE(report);
  CHECK(has(html(*report), "phường mẫu"));
}

TEST_CASE("the schema refuses values that are not of their type", "[rendering]") {
  const auto report = smallReport();
  const std::pair<std::string_view, std::string_view> changes[] = {
      {"<integer>1348</integer>", "<integer>1.348</integer>"},
      {"<rate>93.42</rate>", "<rate>93,42</rate>"},
      {"<date>2023-08-28</date>", "<date>2023-02-30</date>"},
      {"<date>2023-08-28</date>", "<date>28/8/2023</date>"},
      {"origin=\"given\"", "origin=\"guessed\""},
      {"<yes-no>yes</yes-no>", "<yes-no>true</yes-no>"},
      {"severity=\"warning\"", "severity=\"fatal\""},
      {"<place id=\"II.5\"", "<place id=\"II.2\""},
      {"<provenance>", "<provenances>"},
  };
  for (const auto& [from, to] : changes) {
    CAPTURE(from, to);
    const auto status = validate(replaced(report, from, to), schemas / "report.xsd", "r.xml");
    REQUIRE_FALSE(status);
    const bool known = status.error().code == "schema.invalid" || status.error().code == "file.not-xml";
    CHECK(known);
    CHECK(status.error().place.starts_with("r.xml:"));
    checkMessage(status.error());
  }
}

TEST_CASE("the program may be installed in a folder whose name has spaces and Vietnamese letters", "[rendering]") {
  const test::TemporaryFolder own;
  const auto folder = own.path() / std::filesystem::path(u8"thư mục 100% đẹp #1");
  std::filesystem::copy(schemas, folder);
  const auto page = renderHtml(smallReport(), folder);
  REQUIRE(page);
  CHECK(*page == html(smallReport()));
}

TEST_CASE("a schema or stylesheet that is missing or broken is said to be so", "[rendering]") {
  const test::TemporaryFolder own;
  const auto& folder = own.path();
  const auto codeOf = [&] {
    const auto page = renderHtml(smallReport(), folder);
    REQUIRE_FALSE(page);
    checkMessage(page.error());
    CHECK(page.error().kind == ErrorKind::failure);
    return page.error().code;
  };
  CHECK(codeOf() == "file.read");
  REQUIRE(platform::writeFileDurably(
      folder / "report.xsd", "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"><element type=\"none\"/></schema>"));
  CHECK(codeOf() == "schema.unusable");
  std::filesystem::copy_file(schemas / "report.xsd", folder / "report.xsd",
                             std::filesystem::copy_options::overwrite_existing);
  CHECK(codeOf() == "file.read");
  const std::string open =
      "<s:stylesheet version=\"1.0\" xmlns:s=\"http://www.w3.org/1999/XSL/Transform\"><s:template match=\"/\">";
  const std::string close = "</s:template></s:stylesheet>";
  REQUIRE(platform::writeFileDurably(folder / "report-html.xsl", open + "<s:value-of select=\"][\"/>" + close));
  CHECK(codeOf() == "render.stylesheet");
  // A stylesheet may read the report only.
  REQUIRE(platform::writeFileDurably(folder / "report-html.xsl", open + "<html><s:copy-of select=\"document('" +
                                                                     (schemas / "report.xsd").generic_string() +
                                                                     "')\"/></html>" + close));
  CHECK(codeOf() == "render.stylesheet");
}
