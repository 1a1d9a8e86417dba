#include <catch2/catch.hpp>

#include "plugins/justice/citation_text.h"

using namespace cchc;
using justice::citationsIn;

namespace {

// "KH 04 - UBND 2023-01-10 | issuer | title" for each citation.
std::vector<std::string> read(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto& one : citationsIn(text)) {
    lines.push_back(one.type + " " + one.number + " " + (one.year.empty() ? "-" : one.year) + " " + one.issuerCode +
                    " " + (one.date ? one.date->toText() : "-") + " | " + one.issuer + " | " + one.title);
  }
  return lines;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("citations in one sentence become one entry each", "[justice]") {
  CHECK(read("Kế hoạch số 04/KH-UBND ngày 10/01/2023 về xây dựng văn bản; Quyết định số 01/2023/QĐ-UBND ngày "
             "22/02/2023 quy định chức "
             "năng.") == Lines{"KH 04 - UBND 2023-01-10 |  | về xây dựng văn bản",
                               "QĐ 01 2023 UBND 2023-02-22 |  | quy định chức năng"});
}

TEST_CASE("an official letter has no type code in its symbol", "[justice]") {
  CHECK(read("Công văn số 23/UBND-VHTT ngày 12/01/2023 về tăng cường sử dụng phần mềm") ==
        Lines{"CV 23 - UBND-VHTT 2023-01-12 |  | về tăng cường sử dụng phần mềm"});
}

TEST_CASE("a symbol may hold a space, and the Party's symbols are turned round", "[justice]") {
  CHECK(read("tại thông báo số 891/TB-KV VI, ngày 30/12/2022; Theo chỉ đạo") ==
        Lines{"TB 891 - KV VI 2022-12-30 |  | "});
  CHECK(read("Nghị quyết số 18-NQ/TW ngày 25/10/2017") == Lines{"NQ 18 - TW 2017-10-25 |  | "});
}

TEST_CASE("a date may be written out, and the issuer stand behind it", "[justice]") {
  CHECK(
      read("Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính; "
           "Kế hoạch số 192/KH-UBND ngày 19/01/2023 của Ủy ban nhân dân tỉnh Hải Dương về tuyên truyền cải cách hành "
           "chính năm 2023, Ủy "
           "ban nhân dân "
           "huyện đã ban hành Kế hoạch số 23/KH-UBND ngày 03/02/2023 tuyên truyền") ==
      Lines{"NĐ 63 2010 CP 2010-06-08 | Chính phủ | về kiểm soát thủ tục hành chính",
            "KH 192 - UBND 2023-01-19 | Ủy ban nhân dân tỉnh Hải Dương | về tuyên truyền cải cách hành chính năm 2023",
            "KH 23 - UBND 2023-02-03 |  | tuyên truyền"});
}

TEST_CASE("a date that opens the sentence is the document's", "[justice]") {
  CHECK(read("Ngày 15/3/2023, Hội đồng đã ban hành Kế hoạch số 14/KH-HĐPH về việc tổ chức cuộc thi năm 2023.") ==
        Lines{"KH 14 - HĐPH 2023-03-15 |  | về việc tổ chức cuộc thi năm 2023"});
  CHECK(read("Ngày 15/3/2023 họp. Ban hành Kế hoạch số 14/KH-UBND về cuộc thi") ==
        Lines{"KH 14 - UBND - |  | về cuộc thi"});
}

TEST_CASE("a document cited in another's title is an entry of its own", "[justice]") {
  CHECK(read("Nghị định số 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ sửa đổi một số điều của Nghị định số "
             "37/2014/NĐ-CP ngày 05/5/2014") ==
        Lines{"NĐ 108 2020 CP 2020-09-14 | Chính phủ | sửa đổi một số điều", "NĐ 37 2014 CP 2014-05-05 |  | "});
}

TEST_CASE("a date that another citation took is not taken twice, and a title ends with its year", "[justice]") {
  CHECK(read("Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của Văn phòng Chính phủ hướng dẫn thi hành Nghị định số "
             "61/2018/NĐ-CP") ==
        Lines{"TT 01 2018 VPCP 2018-11-23 | Văn phòng Chính phủ | hướng dẫn thi hành", "NĐ 61 2018 CP - |  | "});
  CHECK(read("Kế hoạch số 23/KH-UBND ngày 03/02/2023 tuyên truyền năm 2023, đồng thời chỉ đạo") ==
        Lines{"KH 23 - UBND 2023-02-03 |  | tuyên truyền năm 2023"});
}

TEST_CASE("an issuer ends before the words of a title", "[justice]") {
  CHECK(read("Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều") ==
        Lines{"NĐ 92 2017 CP 2017-08-07 | Chính phủ | sửa đổi, bổ sung một số điều"});
}

TEST_CASE("dates, fractions and figures are no symbols", "[justice]") {
  CHECK(read("Từ ngày 10/8/2023 đến 08/9/2023, 16/16 xã, 1348/1443 hồ sơ, 17.107/KH, 5/ngày; công văn số hướng dẫn")
            .empty());
}

TEST_CASE("a day that does not exist is kept as written", "[justice]") {
  const auto found = citationsIn("\nKế hoạch số 04/KH-UBND ngày 31/02/2023 về phổ biến pháp luật năm 2023");
  REQUIRE(found.size() == 1);
  CHECK(found[0].wrongDate == "31/02/2023");
  CHECK_FALSE(found[0].date);
  CHECK(found[0].line == 2);
  CHECK(found[0].forYear == 2023);
}

TEST_CASE("text of any shape is read to its end", "[justice]") {
  for (const std::string_view text : {"", "1", "1/", "1/K", "12/KH-", "ngày", "1-NQ/", "1/Đ", "99999999/KH-UBND",
                                      "1/KV V", "Kế hoạch số 1/KH-UBND của", "ngày 1/1/"})
    CHECK(citationsIn(text).size() <= 1);
  CHECK(citationsIn(std::string(200000, '1')).empty());
  CHECK(citationsIn("ngày" + std::string(200000, ' ')).empty());
}
