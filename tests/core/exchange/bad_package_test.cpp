// A bad package is refused with one clear message.
#include <catch2/catch.hpp>

#include "core/base/digest.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;
using sample::codeOf;
using sample::with;

namespace {

// Whether both languages say what is wrong and how to correct it, with every placeholder filled.
void saysItClearly(std::string_view bytes) {
  const auto read = sample::read(bytes);
  REQUIRE_FALSE(read);
  for (const auto language : {Language::vi, Language::en}) {
    const auto told = message(read.error(), language);
    INFO(messageLine(read.error(), language));
    CHECK(findText(read.error().code) != nullptr);
    CHECK_FALSE(told.what.empty());
    CHECK_FALSE(told.fix.empty());
    for (const auto* text : {&told.what, &told.fix}) CHECK(text->find('{') == std::string::npos);
    CHECK(read.error().place.substr(0, 8) == "gói.xml");
  }
}

// Checks that the error names the file and the position of `what` in it.
void refused(std::string_view bytes, std::string_view code) {
  saysItClearly(bytes);
  CHECK(codeOf(bytes) == code);
}

std::string rows(int count) {
  std::string text = R"(<table id="classes">)";
  for (int i = 0; i < count; ++i) text += "<row id=\"r" + std::to_string(i) + "\"></row>";
  return text + "</table>";
}

std::string withTable(std::string_view table) {
  auto bytes = sample::package();
  const auto from = bytes.find("<table id=\"classes\""), to = bytes.find("</table>", from) + 8;
  return bytes.replace(from, to - from, table);
}

}  // namespace

TEST_CASE("an empty file is refused") { refused("", "package.empty"); }

TEST_CASE("a package cut short is refused, wherever it is cut") {
  const auto whole = sample::package();
  for (std::size_t length = 1; length + 1 < whole.size(); ++length) {
    const auto code = codeOf(std::string_view(whole).substr(0, length));
    if (code != "package.cut-short") FAIL("cut at " << length << ": " << code);
  }
  saysItClearly(std::string_view(whole).substr(0, whole.size() / 2));
}

TEST_CASE("a file that is not XML is refused") {
  refused("%PDF-1.7 abc", "package.not-xml");
  refused(std::string("PK\x03\x04\x00\x00", 6), "package.not-xml");
  refused("Kính gửi văn phòng", "package.not-xml");
  refused("{\"submission\": 1}", "package.not-xml");
  refused("<a b=c/>", "package.not-xml");
  refused("<a b='1'c='2'/>", "package.not-xml");
  refused("<a><1/></a>", "package.not-xml");
  refused("<a>]]></a>", "package.not-xml");
  refused("<a b='<'/>", "package.not-xml");
  refused("</a>", "package.not-xml");
}

TEST_CASE("a DOCTYPE is refused") {
  refused(with("<submission", "<!DOCTYPE submission SYSTEM \"file:///etc/passwd\">\n<submission"), "package.doctype");
  refused(with("<submission", "<!DOCTYPE submission [<!ENTITY a \"b\">]>\n<submission"), "package.doctype");
}

TEST_CASE("an entity is refused") {
  refused(with("Đã rà soát", "Đã &xxe; soát"), "package.entity");
  refused(with("Đã rà soát", "Đã&nbsp;rà"), "package.entity");
}

TEST_CASE("a stray ampersand is refused") {
  refused(with("Đã rà soát", "A & B"), "package.stray-ampersand");
  refused(with("Đã rà soát", "A&B"), "package.stray-ampersand");
  refused(with("Đã rà soát", "&;"), "package.stray-ampersand");
  refused(with("Đã rà soát", "&#;"), "package.stray-ampersand");
  refused(with("Đã rà soát", "&#x;"), "package.stray-ampersand");
  refused(with("Đã rà soát", "&#12a;"), "package.stray-ampersand");
}

TEST_CASE("a package of 200 MB is refused by its size, before it is read") {
  std::string large = sample::package();
  large.resize(std::size_t(200) << 20, ' ');
  refused(large, "package.too-large");
  CHECK(sample::read(large).error().parameters[0].value == "200");
}

TEST_CASE("elements nested 100,000 deep are refused") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  refused(deep, "package.too-deep");
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  refused(deep, "package.too-deep");
}

TEST_CASE("a package of another section is refused with its name") {
  const auto bytes = with("definition=\"sample.all\"", "definition=\"finance.unheard\"");
  refused(bytes, "package.unknown-section");
  CHECK(message(sample::read(bytes).error(), Language::vi).what.find("finance.unheard") != std::string::npos);
}

TEST_CASE("a package of a newer format is refused with the advice to update") {
  refused(with("minor=\"0\"", "minor=\"2\""), "package.newer-format");
  refused(with("minor=\"0\"", "minor=\"99999999999999999999\""), "package.newer-format");
  refused(with("xmlns=\"urn:cchc:submission:1\" minor", "xmlns=\"urn:cchc:submission:2\" minor"),
          "package.newer-format");
  CHECK(message(sample::read(with("minor=\"0\"", "minor=\"2\"")).error(), Language::vi).fix.find("Cập nhật") !=
        std::string::npos);
}

TEST_CASE("a newer format is told even when it holds what this one does not know") {
  auto bytes = with("minor=\"0\"", "minor=\"7\" kind=\"new\"");
  bytes.insert(bytes.find("<content"), "<prologue/>");
  refused(bytes, "package.newer-format");
}

TEST_CASE("a package of a newer definition version is refused") {
  refused(with("version=\"1\">", "version=\"2\">"), "package.newer-definition");
}

TEST_CASE("XML that is no package is refused") {
  refused("<values xmlns=\"urn:cchc:values:1\"/>", "package.not-a-package");
  refused("<submission minor=\"0\"/>", "package.not-a-package");
  refused("<submission xmlns=\"urn:other\" minor=\"0\"/>", "package.not-a-package");
}

TEST_CASE("text in a money field is refused with the field and what stands there") {
  const auto bytes = with(">10000000000000000<", ">mười nghìn tỷ<");
  refused(bytes, "package.wrong-value");
  const auto what = message(sample::read(bytes).error(), Language::vi).what;
  CHECK(what.find("mười nghìn tỷ") != std::string::npos);
  CHECK(what.find("Số tiền") != std::string::npos);
}

TEST_CASE("values of the wrong type are refused") {
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{">10000000000000000<", ">10000000000000001<"},
                                                        {">10000000000000000<", ">1e16<"},
                                                        {">10000000000000000<", "> 5<"},
                                                        {">10000000000000000<", ">5.0<"},
                                                        {">10000000000000000<", ">+5<"},
                                                        {">10000000000000000<", ">1.000<"},
                                                        {">-7.50<", ">-7.505<"},
                                                        {">-7.50<", ">-7,5<"},
                                                        {">17107<", ">17.107<"},
                                                        {">2023-08<", ">2023-13<"},
                                                        {">2023-08<", ">08/2023<"},
                                                        {">2023-08-10/2023-09-08<", ">2023-08-10/2023-07-08<"},
                                                        {">fair<", ">poor<"},
                                                        {">justice finance<", ">justice x<"},
                                                        {">justice finance<", ">justice justice<"},
                                                        {">yes<", ">đúng<"},
                                                        {"date=\"2021-01-10\"", "date=\"2021-02-30\""},
                                                        {"for-year=\"2023\"", "for-year=\"23\""},
                                                        {"role=\"issued\"", "role=\"sent\""},
                                                        {"number-state=\"missing\"", "number-state=\"lost\""},
                                                        {" type=\"KH\"", " kind=\"KH\""},
                                                        {">fair<", "><document type=\"KH\"></document><"},
                                                        {"qualifier=\"over\">45<", "qualifier=\"over\"><"}}) {
    INFO(to);
    refused(with(from, to), "package.wrong-value");
  }
}

TEST_CASE("a text that is longer than its field allows is refused") {
  CHECK(codeOf(with("Vũ Thị", std::string(60, 'a'))) == "package.wrong-value");
  auto data = emptyData(sample::definition());
  std::string forty;
  for (int i = 0; i < 40; ++i) forty += "ữ";
  data.fields[*sample::definition().fieldIndex("name")] = Value{forty};
  CHECK(codeOf(sample::packageOf(data)).empty());
  data.fields[*sample::definition().fieldIndex("name")] = Value{forty + "ữ"};
  refused(sample::packageOf(data), "package.wrong-value");
}

TEST_CASE("a line break in a field of one line is refused") {
  refused(with("Vũ Thị", "Vũ\nThị"), "package.wrong-value");
}

TEST_CASE("a qualifier or denominator state that the field does not allow is refused") {
  refused(with("qualifier=\"over\"", "qualifier=\"under\""), "package.not-allowed");
  refused(with("id=\"parts.first\"", "id=\"parts.first\" qualifier=\"about\""), "package.not-allowed");
  refused(with("denominator=\"unknown\"", "denominator=\"lost\""), "package.not-allowed");
  refused(with("id=\"parts.first\"", "denominator=\"unknown\" id=\"parts.first\""), "package.not-allowed");
  refused(with("id=\"name\"", "id=\"name\" qualifier=\"exact\""), "package.not-allowed");
}

TEST_CASE("a computed field that may not be stated is refused") {
  refused(with("<field id=\"total_stated\">", "<field id=\"total\">5</field><field id=\"total_stated\">"),
          "package.not-allowed");
}

TEST_CASE("a row too many is refused, and the last that may be is not") {
  CHECK(codeOf(withTable(rows(5))).empty());
  refused(withTable(rows(6)), "package.too-many-rows");
  CHECK(message(sample::read(withTable(rows(6))).error(), Language::en).what.find("Classes") != std::string::npos);
}

TEST_CASE("a flood of rows is refused before any is read") {
  CHECK(codeOf(withTable(rows(200'000))) == "package.too-many-rows");
}

TEST_CASE("rows and values that stand twice are refused") {
  refused(withTable(R"(<table id="classes"><row id="a"></row><row id="b"></row><row id="a"></row></table>)"),
          "package.duplicate");
  refused(with("<field id=\"parts.second\">", "<field id=\"parts.first\">1</field><field id=\"parts.second\">"),
          "package.duplicate");
  refused(with("<cell column=\"people\"", "<cell column=\"title\">x</cell><cell column=\"people\""),
          "package.duplicate");
  refused(with("<paragraph confirmed", "<paragraph id=\"revenue\">a</paragraph><paragraph confirmed"),
          "package.duplicate");
  refused(with("<kept", "<comment code=\"core.stated-differs\" place=\"online_rate\">a</comment><kept"),
          "package.duplicate");
  refused(withTable(R"(<table id="classes"></table><table id="classes"></table>)"), "package.duplicate");
}

TEST_CASE("fields, tables, rows, columns, groups and paragraphs that the definition does not have are refused") {
  refused(with("id=\"count\"", "id=\"counts\""), "package.unknown-field");
  refused(with("table id=\"classes\"", "table id=\"class\""), "package.unknown-field");
  refused(with("column=\"people\"", "column=\"person\""), "package.unknown-field");
  refused(with("row id=\"province\"", "row id=\"commune\""), "package.unknown-row");
  refused(with("id=\"revenue\"", "id=\"revenues\""), "package.unknown-field");
  refused(with("<paragraph", "<group id=\"none\" nothing=\"yes\"></group><paragraph"), "package.unknown-field");
}

TEST_CASE("a declaration of nothing that the definition does not allow, or beside rows, is refused") {
  refused(withTable(R"(<table id="classes" nothing="yes"><row id="a"></row></table>)"), "package.nothing");
  refused(with("table id=\"sources\"", "table nothing=\"yes\" id=\"sources\""), "package.nothing");
  refused(with("<paragraph", "<group id=\"words\" nothing=\"yes\"></group><paragraph"), "package.nothing");
  refused(withTable(R"(<table id="classes" nothing="no"></table>)"), "package.wrong-attribute");
}

TEST_CASE("control characters are refused, raw and by reference") {
  for (const std::string& character :
       {std::string("\x01"), std::string("\x1f"), std::string("\x7f"), std::string("\xc2\x85"), std::string("\0", 1),
        std::string("\xef\xbf\xbe"), std::string("\xef\xb7\x90"), std::string("&#1;"), std::string("&#x0;"),
        std::string("&#x1f;"), std::string("&#127;"), std::string("&#x85;"), std::string("&#xFFFF;"),
        std::string("&#x1FFFE;")}) {
    INFO(character);
    refused(with("Đã rà soát", "a" + character + "b"), "package.text");
    refused(with("Nguyễn Văn A", "a" + character + "b"), "package.text");
  }
}

TEST_CASE("bytes that are not UTF-8 are refused") {
  for (const std::string bytes : {"\xff", "\x80", "\xc3(", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80",
                                  "\xf4\x90\x80\x80", "\xf0\x80\x80\x80", "\xe1\xbb"}) {
    INFO(bytes);
    refused(with("Đã rà soát", "a" + bytes + "b"), "package.not-utf8");
    refused(with("Nguyễn Văn A", "a" + bytes + "b"), "package.not-utf8");
  }
  refused(with("Đã rà soát", "&#xD800;"), "package.not-utf8");
  refused(with("Đã rà soát", "&#x110000;"), "package.not-utf8");
}

TEST_CASE("files in other encodings are refused") {
  refused(std::string("\xff\xfe<\0s\0", 6), "package.encoding");
  refused(with("encoding=\"UTF-8\"", "encoding=\"windows-1258\""), "package.encoding");
}

TEST_CASE("an attribute that stands twice is refused") {
  refused(with("id=\"count\"", "id=\"count\" id=\"count\""), "package.duplicate-attribute");
  refused(with("unit=\"10945\"", "unit=\"10945\" unit='10946'"), "package.duplicate-attribute");
}

TEST_CASE("two roots are refused") {
  refused(sample::package() + "<a/>", "package.two-roots");
  refused(sample::package() + sample::package().substr(sample::package().find("<submission")), "package.two-roots");
  refused(sample::package() + "trailing", "package.not-xml");
}

TEST_CASE("a prefix that is not declared is refused") {
  refused(with("</content>", "<x:kept place=\"a\">b</x:kept></content>"), "package.undeclared-prefix");
  refused(with("minor=\"0\"", "minor=\"0\" x:kind=\"a\""), "package.undeclared-prefix");
  refused(with("minor=\"0\"", "minor=\"0\" xmlns:x=\"\""), "package.undeclared-prefix");
  refused(with("minor=\"0\"", "minor=\"0\" xmlns:xml=\"urn:a\""), "package.undeclared-prefix");
}

TEST_CASE("end tags that do not match are refused") {
  refused(with("</content>", "</contents>"), "package.mismatched-tag");
}

TEST_CASE("comments, CDATA and processing instructions are refused") {
  refused(with("<field", "<!-- a --><field"), "package.markup");
  refused(with("Đã rà soát", "<![CDATA[a]]>"), "package.markup");
  refused(with("<field", "<?a b?><field"), "package.markup");
}

TEST_CASE("elements that are unknown, missing or out of order are refused") {
  refused(with("<field id=\"count\"", "<fields></fields><field id=\"count\""), "package.structure");
  refused(with("<submitted ", "<field id=\"count\">1</field><submitted "), "package.structure");
  refused(with("<kept", "<field id=\"weight\">1</field><kept"), "package.structure");
  refused(with("<row id=\"r1\">", "text<row id=\"r1\">"), "package.structure");
  refused(with("<cell column=\"title\">", "text<cell column=\"title\">"), "package.structure");
  refused(with("Dòng một", "<b>Dòng</b>"), "package.wrong-value");
  refused(with("Thu đạt khá", "<b>Thu</b>"), "package.structure");
  refused(with("</submission>", "<more></more></submission>"), "package.structure");
  refused(R"(<submission xmlns="urn:cchc:submission:1" minor="0"></submission>)", "package.structure");
}

TEST_CASE("attributes that are unknown, missing or wrong are refused") {
  refused(with("id=\"count\"", "id=\"count\" colour=\"red\""), "package.unknown-attribute");
  refused(with("minor=\"0\"", "minor=\"0\" kind=\"a\""), "package.unknown-attribute");
  refused(with("<field id=\"parts.first\">", "<field>"), "package.missing-attribute");
  refused(with(" unit=\"10945\"", ""), "package.missing-attribute");
  refused(with(" at=\"2023-08-28T09:14:00Z\"", ""), "package.missing-attribute");
  refused(with("revision=\"3\"", "revision=\"0\""), "package.wrong-attribute");
  refused(with("revision=\"3\"", "revision=\"03\""), "package.wrong-attribute");
  refused(with("unit=\"10945\"", "unit=\"10 945\""), "package.wrong-attribute");
  refused(with("2023-08-28T09:14:00Z", "2023-08-28"), "package.wrong-attribute");
  refused(with("id=\"content\"", "id=\"body\""), "package.wrong-attribute");
  refused(with("row id=\"r1\"", "row id=\"r[1]\""), "package.wrong-attribute");
  refused(with("confirmed=\"2023\"", "confirmed=\"23\""), "package.wrong-attribute");
  refused(with("minor=\"0\"", "minor=\"zero\""), "package.wrong-attribute");
}

TEST_CASE("attachments that are damaged, too many or missing are refused") {
  const auto bytes = base64(sample::attachments()[0].bytes);
  refused(with(">" + bytes + "<", ">" + bytes.substr(0, 4) + "<"), "package.attachment");
  refused(with(">" + bytes + "<", ">not base64!<"), "package.attachment");
  refused(sample::packageOf(sample::data()), "package.attachment-missing");
  auto twice = sample::package();
  const auto from = twice.rfind("<attachment "), to = twice.rfind("</attachments>");
  refused(twice.insert(to, twice.substr(from, to - from)), "package.duplicate");
}
