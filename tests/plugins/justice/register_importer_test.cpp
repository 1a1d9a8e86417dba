#include <catch2/catch.hpp>

#include "plugins/justice/register_importer.h"

using namespace cchc;

namespace {

struct Sink final : plugin::RowSink {
  std::vector<std::string> rows, refused;
  void beginRow(const plugin::Text& table) noexcept override { rows.emplace_back(plugin::text(table)); }
  void cell(const plugin::Text&, const plugin::Text& value) noexcept override {
    rows.back() += " " + std::string(plugin::text(value));
  }
  void document(const plugin::Text&, const plugin::Document& document) noexcept override {
    rows.back() += " " + std::string(plugin::text(document.symbol)) + " " + std::to_string(document.forYear);
  }
  void refuse(std::size_t line, const plugin::Text& code, const plugin::Argument*, std::size_t) noexcept override {
    refused.push_back(std::to_string(line) + " " + std::string(plugin::text(code)));
  }
};
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("pasted text becomes rows of the register under the topic of their title", "[justice]") {
  Sink sink;
  CHECK(justice::importCitations(plugin::view("Kế hoạch số 10/KH-UBND ngày 10/01/2023 đẩy mạnh công tác tuyên truyền, "
                                              "phổ biến, giáo dục pháp luật năm 2023;\n"
                                              "Kế hoạch số 12/KH-UBND ngày 10/01/2023 về quản lý công tác thi hành "
                                              "pháp luật về xử lý vi phạm hành chính năm 2023\n"
                                              "Quyết định số 01/2023/QĐ-UBND ngày 22/02/2023 quy định chức năng của "
                                              "Phòng Tư pháp; Công văn số 5/UBND-TP ngày 01/3/2023"),
                                 sink));
  CHECK(sink.rows == Lines{"documents dissemination 10/KH-UBND 2023", "documents violations 12/KH-UBND 2023",
                           "documents legal_document 01/2023/QĐ-UBND 0", "documents other 5/UBND-TP 0"});
  CHECK(sink.refused.empty());
}

TEST_CASE("a legal document of another body is not filed among those issued here", "[justice]") {
  Sink sink;
  CHECK(justice::importCitations(
      plugin::view("Quyết định số 50/2020/QĐ-UBND ngày 16/10/2020 của UBND tỉnh Hải Dương về ban hành Quy chế; "
                   "Nghị định số 43/2011/NĐ-CP; Quyết định số 02/2023/QĐ-UBND ngày 22/02/2023 quy định chức năng"),
      sink));
  CHECK(sink.rows == Lines{"documents other 50/2020/QĐ-UBND 0", "documents other 43/2011/NĐ-CP 0",
                           "documents legal_document 02/2023/QĐ-UBND 0"});
}

TEST_CASE("a day that does not exist and a repeated citation are refused with their line", "[justice]") {
  Sink sink;
  CHECK(justice::importCitations(
      plugin::view("Kế hoạch số 4/KH-UBND ngày 31/02/2023 về a;\nKế hoạch số 5/KH-UBND ngày 10/01/2023 về b;\n"
                   "theo Kế hoạch số 5/KH-UBND ngày 10/01/2023"),
      sink));
  CHECK(sink.rows == Lines{"documents other 5/KH-UBND 0"});
  CHECK(sink.refused == Lines{"1 justice.import-date", "3 justice.import-repeated"});
}

TEST_CASE("text without citations, or that is not UTF-8, gives nothing", "[justice]") {
  Sink sink;
  CHECK_FALSE(justice::importCitations(plugin::view("Không có văn bản nào"), sink));
  CHECK_FALSE(justice::importCitations(plugin::view("\xff\xfe 04/KH-UBND"), sink));
}
