// References in running text.
#include <catch2/catch.hpp>

#include "core/base/reading/citation.h"

using namespace cchc;

namespace {

const reading::Context inYear2023{reading::Marks::vietnamese, 0, 2023};

// "KH 04 - UBND 2023-01-10 | issuer | title" for each document; "? text" for what cannot be read.
std::vector<std::string> read(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto& found : reading::findCitations(text, inYear2023)) {
    if (found.documents.empty()) lines.push_back("? " + std::string(text.substr(found.begin, found.end - found.begin)));
    for (const auto& one : found.documents) {
      lines.push_back(one.type + " " + one.number + " " + (one.year.empty() ? "-" : one.year) + " " + one.issuerCode +
                      " " + (one.date ? one.date->toText() : "-") + " | " + one.issuer + " | " + one.title);
    }
  }
  return lines;
}
using Lines = std::vector<std::string>;
// "KH 04/KH-UBND; …" for all documents.
std::string symbolsIn(std::string_view text) {
  std::string all;
  for (const auto& found : reading::findCitations(text, inYear2023)) {
    for (const auto& one : found.documents) all += (all.empty() ? "" : "; ") + one.type + " " + symbolOf(one);
  }
  return all;
}

}  // namespace

TEST_CASE("each reference in a sentence is found with its date and title", "[citation]") {
  CHECK(read("Kế hoạch số 04/KH-UBND ngày 10/01/2023 về xây dựng văn bản; Quyết định số 01/2023/QĐ-UBND ngày "
             "22/02/2023 quy định chức "
             "năng.") == Lines{"KH 04 - UBND 2023-01-10 |  | về xây dựng văn bản",
                               "QĐ 01 2023 UBND 2023-02-22 |  | quy định chức năng"});
  CHECK(read("Công văn số 23/UBND-VHTT ngày 12/01/2023 về tăng cường sử dụng phần mềm") ==
        Lines{"CV 23 - UBND-VHTT 2023-01-12 |  | về tăng cường sử dụng phần mềm"});
  CHECK(read("tại thông báo số 891/TB-KV VI, ngày 30/12/2022; Theo chỉ đạo") ==
        Lines{"TB 891 - KV VI 2022-12-30 |  | "});
  CHECK(read("Nghị quyết số 18-NQ/TW ngày 25/10/2017") == Lines{"NQ 18 - TW 2017-10-25 |  | "});
}

TEST_CASE("a date may be written out, and the issuer follow it", "[citation]") {
  CHECK(
      read("Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính; "
           "Kế hoạch số 192/KH-UBND ngày 19/01/2023 của Ủy ban nhân dân tỉnh Hải Dương về tuyên truyền cải cách hành "
           "chính năm 2023, Ủy "
           "ban nhân dân "
           "huyện đã ban hành Kế hoạch số 23/KH-UBND ngày 03/02/2023 tuyên truyền") ==
      Lines{"NĐ 63 2010 CP 2010-06-08 | Chính phủ | về kiểm soát thủ tục hành chính",
            "KH 192 - UBND 2023-01-19 | Ủy ban nhân dân tỉnh Hải Dương | về tuyên truyền cải cách hành chính năm 2023",
            "KH 23 - UBND 2023-02-03 |  | tuyên truyền"});
  CHECK(read("Thông tư số 03/2025/TT-VPCP ngày 15.9.2025 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn thi "
             "hành") ==
        Lines{"TT 03 2025 VPCP 2025-09-15 | Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ | hướng dẫn thi hành"});
  CHECK(read("Kế hoạch số 04/KH-UBND (ngày 3-3-2026) của UBND xã") == Lines{"KH 04 - UBND 2026-03-03 | UBND xã | "});
  CHECK(read("Kế hoạch số 04/KH-UBND huyện Bình Giang ngày 10/01/2023") ==
        Lines{"KH 04 - UBND 2023-01-10 | UBND huyện Bình Giang | "});
}

TEST_CASE("a date at the beginning of the sentence is the document's", "[citation]") {
  CHECK(read("Ngày 15/3/2023, Hội đồng đã ban hành Kế hoạch số 14/KH-HĐPH về việc tổ chức cuộc thi năm 2023.") ==
        Lines{"KH 14 - HĐPH 2023-03-15 |  | về việc tổ chức cuộc thi năm 2023"});
  CHECK(read("Ngày 15/3/2023 họp. Ban hành Kế hoạch số 14/KH-UBND về cuộc thi") ==
        Lines{"KH 14 - UBND - |  | về cuộc thi"});
}

TEST_CASE("a document that is named in the title of another is a reference of its own", "[citation]") {
  CHECK(read("Nghị định số 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ sửa đổi một số điều của Nghị định số "
             "37/2014/NĐ-CP ngày 05/5/2014") ==
        Lines{"NĐ 108 2020 CP 2020-09-14 | Chính phủ | sửa đổi một số điều", "NĐ 37 2014 CP 2014-05-05 |  | "});
}

TEST_CASE("a date belongs to one reference, and a title ends with its year", "[citation]") {
  CHECK(read("Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của Văn phòng Chính phủ hướng dẫn thi hành Nghị định số "
             "61/2018/NĐ-CP") ==
        Lines{"TT 01 2018 VPCP 2018-11-23 | Văn phòng Chính phủ | hướng dẫn thi hành", "NĐ 61 2018 CP - |  | "});
  CHECK(read("Kế hoạch số 23/KH-UBND ngày 03/02/2023 tuyên truyền năm 2023, đồng thời chỉ đạo") ==
        Lines{"KH 23 - UBND 2023-02-03 |  | tuyên truyền năm 2023"});
  CHECK(read("Kế hoạch số 23/KH-UBND ngày 03/02/2023 đã được triển khai ở 16 xã") ==
        Lines{"KH 23 - UBND 2023-02-03 |  | "});
}

TEST_CASE("the name of an issuer ends before the words of a title", "[citation]") {
  CHECK(read("Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều") ==
        Lines{"NĐ 92 2017 CP 2017-08-07 | Chính phủ | sửa đổi, bổ sung một số điều"});
}

TEST_CASE("dates, fractions and figures are no references", "[citation]") {
  CHECK(read("Từ ngày 10/8/2023 đến 08/9/2023, 16/16 xã, 1348/1443 hồ sơ, 17.107/KH, 5/ngày; công văn số hướng dẫn")
            .empty());
  CHECK(read("Báo cáo kết quả ngày 10/8/2023: 12 kế hoạch, 5/16 xã, 12/Tháng, tăng 3-5%; ISO 9001:2015; Mẫu 02/TT")
            .size() <= 1);
}

TEST_CASE("laws, several numbers and references without a symbol are found in running text", "[citation]") {
  CHECK(read("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Luật Ban hành văn bản quy phạm "
             "pháp luật số 64/2025/QH15 ngày 19/02/2025") ==
        Lines{"LUAT  -  2025-06-16 |  | Tổ chức chính quyền địa phương",
              "LUAT 64 2025 QH15 2025-02-19 |  | Ban hành văn bản quy phạm pháp luật"});
  CHECK(read("theo Luật 72/2025/QH15 và Nghị quyết số 1669/NQ-UBTVQH15") ==
        Lines{"LUAT 72 2025 QH15 - |  | ", "NQ 1669 - UBTVQH15 - |  | "});
  CHECK(read("đã ban hành các Kế hoạch số 11, 12 và 13/KH-UBND ngày 10/01/2023; Nghị quyết số 18, 19-NQ/TW") ==
        Lines{"KH 11 - UBND 2023-01-10 |  | ", "KH 12 - UBND 2023-01-10 |  | ", "KH 13 - UBND 2023-01-10 |  | ",
              "NQ 18 - TW - |  | ", "NQ 19 - TW - |  | "});
  CHECK(read("thực hiện Quyết định 1957 ngày 29/12/2025 của UBND thành phố") ==
        Lines{"QĐ 1957 -  2025-12-29 | UBND thành phố | "});
  CHECK(read("theo Chương trình hành động số 12-CTr/TU và Công văn số 08 /UBND - NV") ==
        Lines{"CTr 12 - TU - |  | hành động", "CV 08 - UBND-NV - |  | "});
}

TEST_CASE("symbols in running text are found as people type them", "[citation]") {
  const std::pair<const char*, const char*> table[] = {
      {"Thực hiện 08 / KH - UBND, 09/KH- UBND và 10/ KH–UBND của tỉnh", "KH 08/KH-UBND; KH 09/KH-UBND; KH 10/KH-UBND"},
      {"theo 08/KH - UBND huyện", "KH 08/KH-UBND"},
      {"căn cứ 01 / 2023 / QĐ - UBND ngày 22/02/2023", "QĐ 01/2023/QĐ-UBND"},
      {"căn cứ 63/2010/nđ-cp, 60-nq/tw và 18 - NQ/TW", "NĐ 63/2010/nđ-cp; NQ 60-nq/tw; NQ 18-NQ/TW"},
      {"đã nhận 23/ubnd-vhtt và 2231/SNV- CCHC & PC.", "CV 23/ubnd-vhtt; CV 2231/SNV-CCHC&PC"},
      {"tại 04/QĐ-Ubnd đã ban hành", "QĐ 04/QĐ-Ubnd"},
      {"số 15 KH/ĐTN đã gửi", "KH 15-KH/ĐTN"},
      {"- 15 KH/ĐTN; 04/kh; 08 /UBND", "KH 15-KH/ĐTN; KH 04/kh; CV 08/UBND"},
      {"04/KH-UBND - QĐ số 05/QĐ-UBND", "KH 04/KH-UBND; QĐ 05/QĐ-UBND"},
      {"04/KH-UBND- UBND huyện họp; 05/KH-UBND - BCĐ họp", "KH 04/KH-UBND; KH 05/KH-UBND"},
      {"Kế hoạch 04/KH-UBND-trong đó có 5 xã", "KH 04/KH-UBND"},
  };
  for (const auto& [text, expected] : table) {
    INFO(text);
    CHECK(symbolsIn(text) == expected);
  }
}

TEST_CASE("several numbers before one symbol are references, and figures before it are none", "[citation]") {
  const std::pair<const char*, const char*> table[] = {
      {"Thực hiện 11, 12 và 13/KH-UBND của tỉnh", "KH 11/KH-UBND; KH 12/KH-UBND; KH 13/KH-UBND"},
      {"UBND xã đã ban hành 11,12/KH-UBND", "KH 11/KH-UBND; KH 12/KH-UBND"},
      {"Kế hoạch của UBND xã 11, 12 /kh-ubnd", "KH 11/kh-ubnd; KH 12/kh-ubnd"},
      {"số 11, số 12 và số 13/KH-UBND", "KH 11/KH-UBND; KH 12/KH-UBND; KH 13/KH-UBND"},
      {"04/KH-UBND ngày 10/01/2023, 11, 12/QĐ-UBND", "KH 04/KH-UBND; QĐ 11/QĐ-UBND; QĐ 12/QĐ-UBND"},
      {"từ năm 2022, 2023, 13/KH-UBND", "KH 13/KH-UBND"},
      {"đạt 97,2, 13/KH-UBND", "KH 13/KH-UBND"},
      {"ngày 10/8/2023, 13/KH-UBND", "KH 13/KH-UBND"},
      {"1.348, 13/KH-UBND", "KH 13/KH-UBND"},
      {"Điều 2 và 13/KH-UBND", "KH 13/KH-UBND"},
      {"Tổng số 12, 13/KH-UBND", "KH 13/KH-UBND"},
  };
  for (const auto& [text, expected] : table) {
    INFO(text);
    CHECK(symbolsIn(text) == expected);
  }
}

TEST_CASE("a number that was left out is a missing one", "[citation]") {
  CHECK(read("đã gửi Công văn số … ngày 12/01/2023 và Kế hoạch số ...../KH-UBND của UBND huyện") ==
        Lines{"CV  -  2023-01-12 |  | ", "KH  - UBND - | UBND huyện | "});
  CHECK(read("các chương trình, kế hoạch... ngày 12/01/2023; các văn bản số...").empty());
}

TEST_CASE("ordinary sentences have no references", "[citation]") {
  for (const std::string_view text :
       {"Ngày 12/8 và 3/4 số xã, 10/11 xã đạt 97,2%", "năm 2023-2024, trực 24/7, tăng 3-5%",
        "đạt 12 / TTHC và 15/ngày, 40 km/h, 12 / UBND xã", "Tổng số 12 HĐ/QĐ; Báo cáo 12 HĐ/QĐ đã ký",
        "Có 12 HĐ/QĐ và 15 CB/CC, 20 CBCC/xã", "năm 2025 - KH/TH: 95%", "Biểu số 3 - BC/UBND; Mẫu số 02 /TT",
        "có 5/lop-buoi, 12/kg-m2, 3/xa-phuong, 40/thang", "tỷ lệ 1/3 - UBND xã; 2/3 – Sở; đến 31/12 - UBND huyện",
        "nhà số 12/tt, tổ 5/kp", "năm 2023 / KH năm 2024", "kỳ họp 12 - HĐND/UBND", "12 TB/ngày; 12 QĐ/năm; 7 NQ/kỳ",
        "2/3/KH-UBND", "8h30 - 11h30/ngày, 3 - 5 ngày/hồ sơ"}) {
    INFO(text);
    CHECK(symbolsIn(text).empty());
  }
}

TEST_CASE("a reference with a day that does not exist is named and not read", "[citation]") {
  CHECK(read("\nKế hoạch số 04/KH-UBND ngày 31/02/2023 về phổ biến; 05/KH-UBND") ==
        Lines{"? Kế hoạch số 04/KH-UBND ngày 31/02/2023", "KH 05 - UBND - |  | "});
}

TEST_CASE("a plan is for the year in its title", "[citation]") {
  const auto found = reading::findCitations("Kế hoạch số 04/KH-UBND về phổ biến pháp luật năm 2023", inYear2023);
  REQUIRE(found.size() == 1);
  CHECK(found[0].documents.at(0).forYear == 2023);
  CHECK(found[0].begin == 0);
}

TEST_CASE("text of any shape is read to its end in time", "[citation]") {
  for (const std::string_view text :
       {"", "1", "1/", "1/K", "12/KH-", "ngày", "1-NQ/", "1/Đ", "99999999/KH-UBND", "1/KV V",
        "Kế hoạch số 1/KH-UBND của", "ngày 1/1/", "số", "Luật", "\xc4", "1/KH\xc4"})
    CHECK(reading::findCitations(text, {}).size() <= 1);
  const auto repeated = [](std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  CHECK(reading::findCitations(std::string(200000, '1'), {}).empty());
  CHECK(reading::findCitations("ngày" + std::string(200000, ' '), {}).empty());
  CHECK(reading::findCitations(repeated("1 ", 100000), {}).empty());
  CHECK(reading::findCitations(repeated("số 1, ", 30000), {}).empty());
  CHECK(reading::findCitations(repeated("1/KH-UBND ", 20000), {}).size() == 20000);
  static_cast<void>(reading::readCitations(repeated("1/KH-UBND về a, ", 10000), {}));
  static_cast<void>(reading::readCitations(repeated("kế hoạch ", 10000), {}));
  static_cast<void>(reading::readCitations(repeated("1, ", 50000), {}));
  static_cast<void>(reading::readCitations(std::string(100000, ','), {}));
}
