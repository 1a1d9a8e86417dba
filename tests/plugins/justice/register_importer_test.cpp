#include "plugins/justice/register_importer.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_import.h"

using namespace cchc;

namespace {

using Lines = std::vector<std::string>;

test::FakeImport imported(std::string_view text) { return test::FakeImport::ofText(&justice::importCitations, text); }

}  // namespace

TEST_CASE("pasted text becomes rows of the register under the topic of their title", "[justice]") {
  const auto sink = imported(
      "Kế hoạch số 10/KH-UBND ngày 10/01/2023 đẩy mạnh công tác tuyên truyền, "
      "phổ biến, giáo dục pháp luật năm 2023;\n"
      "Kế hoạch số 12/KH-UBND ngày 10/01/2023 về quản lý công tác thi hành "
      "pháp luật về xử lý vi phạm hành chính năm 2023\n"
      "Quyết định số 01/2023/QĐ-UBND ngày 22/02/2023 quy định chức năng của "
      "Phòng Tư pháp; Công văn số 5/UBND-TP ngày 01/3/2023");
  CHECK(sink.rows == Lines{"documents: topic=dissemination document=10/KH-UBND for 2023",
                           "documents: topic=violations document=12/KH-UBND for 2023",
                           "documents: topic=legal_document document=01/2023/QĐ-UBND",
                           "documents: topic=other document=5/UBND-TP"});
  CHECK(sink.refused.empty());
}

TEST_CASE("a legal document of another body is not filed among those issued here", "[justice]") {
  const auto sink = imported(
      "Quyết định số 50/2020/QĐ-UBND ngày 16/10/2020 của UBND tỉnh Hải Dương về ban hành Quy chế; "
      "Nghị định số 43/2011/NĐ-CP; Quyết định số 02/2023/QĐ-UBND ngày 22/02/2023 quy định chức năng");
  CHECK(sink.rows == Lines{"documents: topic=other document=50/2020/QĐ-UBND",
                           "documents: topic=other document=43/2011/NĐ-CP",
                           "documents: topic=legal_document document=02/2023/QĐ-UBND"});
}

TEST_CASE("a day that does not exist and a repeated citation are refused with their line", "[justice]") {
  const auto sink = imported(
      "Kế hoạch số 4/KH-UBND ngày 31/02/2023 về a;\nKế hoạch số 5/KH-UBND ngày 10/01/2023 về b;\n"
      "theo Kế hoạch số 5/KH-UBND ngày 10/01/2023");
  CHECK(sink.rows == Lines{"documents: topic=other document=5/KH-UBND"});
  CHECK(sink.refused == Lines{"1 justice.import-unreadable Kế hoạch số 4/KH-UBND ngày 31/02/2023",
                              "3 justice.import-repeated 5/KH-UBND"});
}

TEST_CASE("text without citations gives nothing", "[justice]") {
  const auto sink = imported("Không có văn bản nào");
  CHECK(sink.rows.empty());
  CHECK(sink.refused.empty());
}
