// Values files as CSV and TSV, as programs and clerks write them.
#include <catch2/catch.hpp>

#include "tests/core/exchange/sample.h"
#include "tests/support/sheet_import.h"

using namespace cchc;
using test::readValuesSheet;

namespace {

Result<ValuesFile> read(std::string_view bytes, std::string_view table = {}) {
  return readValuesSheet(bytes, "v.csv", sample::definition(), table);
}

std::string codeOf(std::string_view bytes, std::string_view table = {}) {
  const auto values = read(bytes, table);
  if (values) return "";
  for (const auto language : {Language::vi, Language::en}) {
    const auto told = message(values.error(), language);
    INFO(messageLine(values.error(), language));
    CHECK(findText(values.error().code) != nullptr);
    CHECK(told.what.find('{') == std::string::npos);
    CHECK_FALSE(told.fix.empty());
  }
  return values.error().code;
}

// "place=value" of every edit, with its qualifier.
std::vector<std::string> edits(const Result<ValuesFile>& values) {
  if (!values) return {messageLine(values.error(), Language::en)};
  std::vector<std::string> texts;
  for (const auto& [place, value] : values->values) {
    texts.push_back(placeText(place) + "=" +
                    (value.qualifier == Qualifier::exact ? "" : std::string(qualifierName(value.qualifier)) + " ") +
                    lexical(value));
  }
  return texts;
}

std::string utf16(std::string_view ascii, bool bigEndian) {
  std::string bytes = bigEndian ? "\xfe\xff" : "\xff\xfe";
  for (const char c : ascii) bytes += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

const std::vector<std::string> three = {"count=over 45", "amount=1234567", "weight=1.50"};

}  // namespace

TEST_CASE("lines of field and value are read with comma, semicolon or tab") {
  CHECK(edits(read("field,value,qualifier\ncount,45,over\namount,1.234.567,\nweight,\"1,50\",\n")) == three);
  CHECK(edits(read("field;value;qualifier\r\ncount;45;over\r\namount;1.234.567;\r\nweight;1,50;\r\n")) == three);
  CHECK(edits(read("field\tvalue\tqualifier\ncount\t45\ttrên\namount\t1 234 567\nweight\t1,50")) == three);
  CHECK(edits(read("sep=|\nfield|value|qualifier\ncount|trên 45|\namount|1234567|\nweight|1,50|")) == three);
}

TEST_CASE("Excel's encodings are recognised by their mark, and UTF-16 without one") {
  const std::string text = "field\tvalue\tqualifier\r\ncount\t45\tover\r\namount\t1.234.567\r\nweight\t1,50\r\n";
  CHECK(edits(read("\xef\xbb\xbf" + text)) == three);
  CHECK(edits(read(utf16(text, false))) == three);
  CHECK(edits(read(utf16(text, true))) == three);
  CHECK(edits(read(utf16(text, false).substr(2))) == three);
  CHECK(edits(read(utf16(text, true).substr(2))) == three);
}

TEST_CASE("text in an encoding that is not recognised is refused with the advice to save as CSV UTF-8") {
  const std::string french = "field,value\nname,caf\xe9 cr\xe8me";
  CHECK(codeOf(french) == "values.encoding");
  CHECK(message(read(french).error(), Language::vi).fix.find("CSV UTF-8") != std::string::npos);
  CHECK(codeOf(std::string("\xff\xfe"
                           "a",
                           3)) == "values.encoding");
}

TEST_CASE("a line with more cells than headings is refused, such as an unquoted decimal comma makes it") {
  CHECK(codeOf("field,value\nweight,45,8\namount,387,425\n") == "values.too-many-cells");
  CHECK(read("field,value\ncount,1\nweight,45,8\n").error().place == "v.csv:3");
  CHECK(edits(read("field,value,\ncount,1,,\n")) == std::vector<std::string>{"count=1"});
}

TEST_CASE(
    "quotes, doubled quotes, line breaks in quotes and text marked as such are read as RFC 4180 and Excel mean them") {
  const auto values = read("field,value\nnote,\"dòng \"\"một\"\"\nhai, ba\"\nname,\"=\"\"007\"\"\"\n\n , \n");
  CHECK(edits(values) == std::vector<std::string>{"note=dòng \"một\"\nhai, ba", "name=007"});
  CHECK(codeOf("field,value\nnote,\"mở\ncount,1") == "values.quote");
  CHECK(read("field,value\ncount,1\nnote,\"mở\n").error().place == "v.csv:3");
}

TEST_CASE("fields are found by id, indicator code or label, under headings in Vietnamese below a title") {
  CHECK(edits(read("Biểu số liệu 8 tháng,,\n,,\nSTT,Chỉ tiêu,Giá trị\n1,Số lượng,trên 45\n2,SỐ "
                   "TIỀN,\"1.234.567\"\n3,weight,\"1,50\"\n")) == three);
}

TEST_CASE("figures are read as clerks type them, and what is ambiguous is refused") {
  const auto one = [](std::string field, std::string value) {
    return edits(read("field;value\n" + field + ";" + value));
  };
  CHECK(one("amount", "1.353.135.296") == std::vector<std::string>{"amount=1353135296"});
  CHECK(one("share", "97,22%") == std::vector<std::string>{"share=97.22"});
  CHECK(one("online_rate", "97,22 %") == std::vector<std::string>{"online_rate=97.22"});
  CHECK(one("weight", "-7,5") == std::vector<std::string>{"weight=-7.5"});
  CHECK(one("as_at", "28/8/2023") == std::vector<std::string>{"as_at=2023-08-28"});
  CHECK(one("as_at", "tháng 8/2023") == std::vector<std::string>{"as_at=2023-08"});
  CHECK(one("window", "từ 10/8/2023 đến 08/9/2023") == std::vector<std::string>{"window=2023-08-10/2023-09-08"});
  CHECK(one("done", "Có") == std::vector<std::string>{"done=yes"});
  CHECK(one("mark", "khá") == std::vector<std::string>{"mark=fair"});
  CHECK(one("areas", "Tài chính, Tư pháp") == std::vector<std::string>{"areas=finance justice"});
  CHECK(one("areas", "finance justice") == std::vector<std::string>{"areas=finance justice"});
  CHECK(one("count", "").empty());
  const auto ambiguous = read("field;value\nweight;45.8");
  REQUIRE_FALSE(ambiguous);
  CHECK(ambiguous.error().code == "values.wrong-value");
  CHECK(ambiguous.error().parameters.back().value == "value.ambiguous");
  CHECK(codeOf("field;value\namount;12,5") == "values.wrong-value");
  CHECK(codeOf("field;value\ncount;bốn mươi") == "values.wrong-value");
  CHECK(codeOf("field;value\nparts.first;trên 4") == "values.wrong-value");
  CHECK(codeOf("field;value;qualifier\ncount;4;nhiều") == "values.wrong-value");
  CHECK(edits(read("field;value;qualifier\ncount;trên 45;trên")) == std::vector<std::string>{"count=over 45"});
  CHECK(codeOf("field;value;qualifier\ncount;trên 45;dưới") == "values.wrong-value");
}

TEST_CASE("money is in the unit that the sheet names, and its figures have the marks that all of them agree on") {
  CHECK(edits(read("Chỉ tiêu;ĐVT;Số liệu\namount;triệu đồng;387.425")) ==
        std::vector<std::string>{"amount=387425000000"});
  CHECK(edits(read("Chỉ tiêu;Đơn vị tính;Số liệu\namount;tỷ đồng;5\ncount;người;5")) ==
        std::vector<std::string>{"amount=5000000000", "count=5"});
  CHECK(edits(read("Biểu số 1;\nĐVT: tỷ đồng;\nChỉ tiêu;Số liệu\namount;5")) ==
        std::vector<std::string>{"amount=5000000000"});
  CHECK(edits(read("Tên lớp;Kinh phí\nMột cửa;12\n", "classes")).back() == "classes[n2].cost=12");
  CHECK(edits(read("ĐVT: triệu đồng;\nTên lớp;Kinh phí\nMột cửa;12\n", "classes")).back() ==
        "classes[n3].cost=12000000");
  // The unit that the cell itself names counts more.
  CHECK(edits(read("Chỉ tiêu;ĐVT;Số liệu\namount;triệu đồng;5 tỷ")) == std::vector<std::string>{"amount=5000000000"});
  CHECK(edits(read("field;value\namount;177,357\nweight;1,234.50")) ==
        std::vector<std::string>{"amount=177357", "weight=1234.50"});
  CHECK(codeOf("field;value\namount;177,357\nweight;12") == "values.wrong-value");
  CHECK(edits(read("Nguồn vốn (triệu đồng);Kế hoạch\nhuyện;500\n", "sources")).front() ==
        "sources[district].planned=500000000");
  // A unit that is no money is refused, beside an amount only.
  const auto dollars = read("Chỉ tiêu;ĐVT;Số liệu\ncount;người;5\namount;USD;5");
  REQUIRE_FALSE(dollars);
  CHECK(dollars.error().parameters.back().value == "value.unknown-currency");
  CHECK(dollars.error().place == "v.csv:3");
  CHECK(edits(read("Chỉ tiêu;ĐVT;Số liệu\namount;USD;")).empty());
}

TEST_CASE("a count whose marks may mean thousands is not cut to its units") {
  CHECK(codeOf("field;value\ncount;1,000\nparts.first;2,000") == "values.wrong-value");
  CHECK(codeOf("field;value\namount;12.000\ncount;1,000,000\nparts.first;2,000,000") == "values.wrong-value");
}

TEST_CASE("a date is completed by the year of the period, and a wild year is refused") {
  const auto dated = [](std::string value, int year) {
    return edits(readValuesSheet("field;value\nas_at;" + value, "v.csv", sample::definition(), {}, year));
  };
  CHECK(dated("28/8/23", 2023) == std::vector<std::string>{"as_at=2023-08-28"});
  CHECK(dated("28/8", 2023) == std::vector<std::string>{"as_at=2023-08-28"});
  CHECK(codeOf("field;value\nas_at;28/8/23") == "values.wrong-value");
  CHECK(codeOf("field;value\nas_at;02/8/0023") == "values.wrong-value");
  const auto xml = readValuesXml("<values xmlns=\"urn:cchc:values:1\"><field id=\"as_at\">2203-08-03</field></values>",
                                 "v.xml", sample::definition());
  REQUIRE_FALSE(xml);
  CHECK(xml.error().parameters.back().value == "value.year-out-of-range");
}

TEST_CASE("a text with a mark that turns its direction round is refused") {
  CHECK(codeOf("field;value\nname;a\u202eb") == "values.wrong-value");
}

TEST_CASE("documents are read as they are cited") {
  const auto values = read(
      "field;value\nplan;Kế hoạch số 08/KH-UBND ngày 10/01/2021 của UBND huyện Bình Giang về cải cách hành "
      "chính\nbases;\"01/2023/QĐ-UBND; 67/UBND-TCKH ngày 14/02/2023\"");
  if (!values) FAIL(messageLine(values.error(), Language::en));
  const auto& plan = values->values[0].value.documents()->front();
  CHECK(plan.type == "KH");
  CHECK(plan.number == "08");
  CHECK(plan.date == Date::parse("2021-01-10"));
  CHECK(plan.issuer == "UBND huyện Bình Giang");
  CHECK(plan.title == "về cải cách hành chính");
  CHECK(codeOf("field;value\nplan;một kế hoạch") == "values.wrong-value");
}

TEST_CASE("rows of a table are read under ids or labels of its columns") {
  const auto values = read(
      "STT;Tên lớp;people;Kinh phí;decision;decision.title\n1;Một cửa;khoảng 60;12.000.000;08/KH-UBND;về tập "
      "huấn\n2;Tiếp dân;;;;\n",
      "classes");
  CHECK(edits(values) == std::vector<std::string>{"classes[n2].title=Một cửa", "classes[n2].people=about 60",
                                                  "classes[n2].cost=12000000",
                                                  "classes[n2].decision=", "classes[n3].title=Tiếp dân"});
  REQUIRE(values);
  CHECK(values->values[3].value.documents()->front().title == "về tập huấn");
  CHECK(values->tables.empty());
  const auto named = read("row,title\nr7,Một cửa\n", "classes");
  REQUIRE(named);
  CHECK(named->rows[0].row == "r7");
}

TEST_CASE("fixed rows are named by id or label under any heading") {
  CHECK(edits(read("Nguồn vốn;Kế hoạch;Giải ngân\nTrung ương;1.000.000;\nhuyện;;500.000\n", "sources")) ==
        std::vector<std::string>{"sources[central].planned=1000000", "sources[district].spent=500000"});
  CHECK(edits(read("field,value\nsources[province].spent,7")) == std::vector<std::string>{"sources[province].spent=7"});
}

TEST_CASE("wrong sheets are refused with the line and what to mend") {
  CHECK(codeOf("a,b\n1,2\n") == "import.no-figures");
  CHECK(codeOf("") == "import.no-figures");
  CHECK(codeOf("field,value\nnone,1") == "import.unknown-indicator");
  CHECK(codeOf("field,value\ncount,1\nSố lượng,2") == "values.duplicate");
  CHECK(codeOf("field,value\ntotal,1").empty());
  CHECK(codeOf("field;value;value\ncount;1;2") == "import.column-twice");
  CHECK(codeOf("field;value\n;1.662") == "values.unnamed-figure");
  CHECK(edits(read("field;value\ncount;1\n;Ngày 28 tháng 8 năm 2023")) == std::vector<std::string>{"count=1"});
  CHECK(codeOf("x,y\n1,2", "classes") == "import.no-column");
  CHECK(codeOf("title,title\na,b", "classes") == "import.column-twice");
  CHECK(codeOf("title,people\na,1,2", "classes") == "values.too-many-cells");
  CHECK(codeOf("row,title\nr1,a\nr1,b", "classes") == "import.row-twice");
  CHECK(codeOf("row,title\na b,a", "classes") == "import.row-id");
  CHECK(codeOf("row,planned\nxa,1", "sources") == "import.unknown-row");
  CHECK(codeOf("title,people\na,1\nb,2\nc,3\nd,4\ne,5\nf,6", "classes") == "package.too-many-rows");
  CHECK(codeOf("title\na", "none") == "import.unknown-table");
  CHECK(read("title,people\na,1\n\nb,nhiều\n", "classes").error().place == "v.csv:4");
}
