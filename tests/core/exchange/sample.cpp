#include "tests/core/exchange/sample.h"

#include <catch2/catch.hpp>

#include "core/base/digest.h"

namespace cchc::sample {
namespace {

constexpr std::string_view definitionXml =
    R"(<definition xmlns="urn:cchc:definition:1" id="sample.all" version="1" place="II.5" order="10" owner="sample">
  <title vi="Mẫu thử" en="Sample"/>
  <group id="figures" order="10" nothing="yes"><title vi="Số liệu" en="Figures"/>
    <field id="count" type="integer" qualifier="over about"><label vi="Số lượng" en="Count"/></field>
    <field id="parts.first" type="integer" minimum="0"><label vi="Phần một"/></field>
    <field id="parts.second" type="integer"><label vi="Phần hai"/></field>
    <field id="total" type="integer"><label vi="Tổng"/><formula>parts.first + parts.second</formula></field>
    <field id="total_stated" type="integer" stated="yes"><label vi="Tổng như công văn"/><formula>parts.first + parts.second</formula></field>
    <field id="weight" type="decimal" decimals="2"><label vi="Điểm"/></field>
    <field id="amount" type="money" qualifier="any"><label vi="Số tiền" en="Amount"/></field>
    <field id="share" type="percent" decimals="2"><label vi="Tỷ trọng"/></field>
    <field id="online_rate" type="rate" decimals="2"><label vi="Tỷ lệ"/><numerator>parts.first</numerator><denominator>parts.second</denominator></field>
  </group>
  <group id="words" order="20"><title vi="Nội dung" en="Words"/>
    <field id="as_at" type="date"><label vi="Tính đến"/></field>
    <field id="window" type="date-range"><label vi="Thời gian"/></field>
    <field id="name" type="text" max-length="40"><label vi="Tên"/></field>
    <field id="note" type="long-text"><label vi="Ghi chú"/></field>
    <field id="mark" type="choice"><label vi="Xếp loại"/><choice value="good" vi="Tốt" en="Good"/><choice value="fair" vi="Khá" en="Fair"/></field>
    <field id="areas" type="choices"><label vi="Lĩnh vực"/><choice value="finance" vi="Tài chính"/><choice value="labour" vi="Lao động"/><choice value="justice" vi="Tư pháp"/></field>
    <field id="done" type="yes-no"><label vi="Đã xong"/></field>
    <field id="plan" type="document"><label vi="Kế hoạch"/></field>
    <field id="bases" type="documents"><label vi="Căn cứ"/></field>
    <field id="scan" type="attachment"><label vi="Bản chụp"/></field>
    <narrative id="revenue">{{#amount}}Thu {{amount}}{{/amount}}</narrative>
    <narrative id="standing" standing="yes">Tiếp tục thực hiện.</narrative>
    <narrative id="each_class" each="classes">{{title}}</narrative>
  </group>
  <group id="lists" order="30"><title vi="Bảng" en="Lists"/>
    <table id="classes" nothing="yes" max-rows="5"><title vi="Lớp tập huấn" en="Classes"/>
      <column id="title" type="text"><label vi="Tên lớp"/></column>
      <column id="people" type="integer" qualifier="about"><label vi="Số người" en="People"/></column>
      <column id="cost" type="money"><label vi="Kinh phí"/></column>
      <column id="held_on" type="date"><label vi="Ngày"/></column>
      <column id="decision" type="document"><label vi="Quyết định"/></column>
    </table>
    <table id="sources" fixed-rows="yes"><title vi="Nguồn vốn" en="Sources"/>
      <column id="planned" type="money"><label vi="Kế hoạch"/></column>
      <column id="spent" type="money"><label vi="Giải ngân"/></column>
      <fixed-row id="central" vi="Trung ương" en="Central"/>
      <fixed-row id="province" vi="Tỉnh" en="Province"/>
      <fixed-row id="district" vi="Huyện" en="District"/>
    </table>
  </group>
</definition>)";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::shared_ptr<const SectionDefinition> load(std::string_view xml) {
  auto read = readDefinition(xml, "sample.xml");
  if (!read) FAIL(messageLine(read.error(), Language::en));
  return *read;
}

Value number(std::string_view text, Qualifier qualifier = Qualifier::exact) {
  return {*Decimal::parse(text), qualifier, DenominatorState::unspecified};
}

DocumentReference document() {
  DocumentReference each;
  each.type = "KH", each.number = "08", each.issuerCode = "UBND", each.date = Date::parse("2021-01-10"),
  each.issuer = "UBND huyện Bình Giang";
  each.title = "cải cách hành chính & kiểm soát \"thủ tục\" <2023>", each.forYear = 2023,
  each.role = DocumentRole::issued;
  return each;
}

}  // namespace

const SectionDefinition& definition() {
  static const auto loaded = load(definitionXml);
  return *loaded;
}

const SectionDefinition& newerDefinition() {
  static const auto loaded = [] {
    std::string xml(definitionXml);
    xml = replaced(xml, "version=\"1\"", "version=\"2\"");
    xml = replaced(xml, "id=\"weight\"", "id=\"score\" renamed-from=\"weight\"");
    xml = replaced(xml, R"(    <field id="share" type="percent" decimals="2"><label vi="Tỷ trọng"/></field>)", "");
    xml = replaced(xml, R"(<field id="name" type="text" max-length="40">)", R"(<field id="name" type="integer">)");
    xml = replaced(xml, R"(<column id="people")", R"(<column id="persons" renamed-from="people")");
    const auto from = xml.find("    <table id=\"sources\""), to = xml.find("</table>", from) + 8;
    xml.erase(from, to - from);
    return load(xml);
  }();
  return *loaded;
}

std::vector<AttachmentBytes> attachments() {
  const std::string bytes("\x00\x01\xff scan", 8);
  return {{{"bản chụp.pdf", "application/pdf", sha256(bytes), bytes.size()}, bytes}};
}

SectionData data() {
  const auto& form = definition();
  auto data = emptyData(form);
  const auto put = [&](std::string_view id, Value value) { data.fields[*form.fieldIndex(id)] = std::move(value); };
  put("count", number("45", Qualifier::over));
  put("parts.first", number("17107"));
  put("parts.second", number("17528"));
  put("total_stated", number("34635"));
  put("weight", number("-7.50"));
  put("amount", number("10000000000000000", Qualifier::estimated));
  put("share", number("79.78"));
  put("online_rate", {*Decimal::parse("97.22"), Qualifier::exact, DenominatorState::unknown});
  put("as_at", {*Date::parse("2023-08")});
  put("window", {*DateRange::parse("2023-08-10/2023-09-08")});
  put("name", {std::string("Vũ Thị \"Hồng\" & <con>")});
  put("note", {std::string("Dòng một\n\tdòng hai: 5 > 3 ]]> xong")});
  put("mark", {std::string("fair")});
  put("areas", {Choices{"justice", "finance"}});
  put("done", {true});
  put("plan", {Documents{document()}});
  auto law = DocumentReference{};
  law.type = "LUAT", law.title = "Ngân sách nhà nước", law.role = DocumentRole::basis;
  auto letter = DocumentReference{};
  letter.type = "CV", letter.issuerCode = "UBND-TCKH", letter.numberState = NumberState::missing,
  letter.date = Date::parse("2023-08");
  put("bases", {Documents{law, letter}});
  put("scan", {attachments()[0].about});
  auto& classes = data.tables[*form.tableIndex("classes")].rows;
  classes.push_back({"r1",
                     {{std::string("Tập huấn một cửa")},
                      number("60", Qualifier::about),
                      number("12000000"),
                      {*Date::parse("2023-03-01")},
                      {Documents{document()}}}});
  classes.push_back({"r2", std::vector<Value>(5)});
  auto& sources = data.tables[*form.tableIndex("sources")].rows;
  sources[1].cells[0] = number("199921000000");
  sources[2].cells[1] = number("0");
  data.paragraphs = {{"revenue", "Thu đạt khá.\nCả năm đạt.", "0123abcd", std::nullopt},
                     {"standing", std::nullopt, "", 2023},
                     {"each_class[r1]", "Một lớp", "", std::nullopt}};
  data.explanations = {{"core.stated-differs", "online_rate", "Số của công văn là số làm tròn."},
                       {"sample.all.rule", "classes[r1].people", "Đã rà soát"}};
  data.kept = {{"old.field", "{over}12"}};
  return data;
}

SectionData data1() {
  auto data = sample::data();
  const auto& form = definition();
  data.fields[*form.fieldIndex("share")].base = RateBase::due;
  data.fields[*form.fieldIndex("online_rate")].base = RateBase::received;
  auto party = DocumentReference{};
  party.type = "CV", party.number = "123", party.issuerCode = "HU";
  setSymbol(party, "123-CV/HU");
  data.fields[*form.fieldIndex("bases")].content = Documents{party};
  data.tables[*form.tableIndex("classes")].rows[0].cells[4].content = Documents{party};
  return data;
}

SubmissionHeader header() {
  SubmissionHeader header;
  header.key = {DefinitionId("sample.all"), OrgUnitId("10945"), PeriodId("2023-8T")};
  header.reporter = OrgUnitId("10945");
  header.revision = 3;
  header.definitionVersion = 1;
  header.definitionDigest = definition().digest;
  header.journalHead = sha256("head");
  header.submittedAt = *parseTime("2023-08-28T09:14:00Z");
  header.submittedBy = {"Nguyễn Văn A", "nva", "MAY-01"};
  return header;
}

SubmissionHeader header1() {
  auto header = sample::header();
  header.enteredFor =
      EnteredFor{OrgUnitId("296"), "Vũ Thị B", *Date::parse("2023-08-27"), {"online_rate", "classes[r1].people"}};
  return header;
}

std::string package1() {
  auto head = header1();
  return writePackage(head, definition(), data1(), attachments());
}

std::string packageOf(const SectionData& data) {
  auto head = header();
  return writePackage(head, definition(), data);
}

std::string package() {
  auto head = header();
  return writePackage(head, definition(), data(), attachments());
}

DefinitionLookup lookup() {
  return [](const SubmissionHeader& header) -> Result<const SectionDefinition*> {
    return header.key.definition.value == "sample.all" ? &definition() : nullptr;
  };
}

Result<Package> read(std::string_view bytes) { return readPackage(bytes, "gói.xml", lookup(), UnitCodes()); }

std::string codeOf(std::string_view bytes) {
  const auto read = sample::read(bytes);
  return read ? "" : read.error().code;
}

std::string with(std::string_view from, std::string_view to) { return replaced(package(), from, to); }

}  // namespace cchc::sample
