#include "tests/core/exchange/small_report.h"

namespace cchc::test {
namespace {

const PeriodId period{"2023-8T"};
const OrgUnitId district{"296"};

SectionKey key(const char* definition, const OrgUnitId& unit = district) {
  return {DefinitionId{definition}, unit, period};
}

ReportGroup group(const char* definition, const char* id, const char* title, bool untitled = false) {
  ReportGroup group;
  group.section = key(definition);
  group.version = 1;
  group.id = id;
  group.title = title;
  group.untitled = untitled;
  return group;
}

ReportParagraph paragraph(const char* id, int level, std::vector<std::string> uses, const char* text) {
  ReportParagraph paragraph;
  paragraph.id = id;
  paragraph.level = level;
  paragraph.uses = std::move(uses);
  paragraph.text = text;
  return paragraph;
}

ReportIndicator indicator(const char* id, const char* code, const char* label, FieldType type, Value value,
                          const char* display, const char* unit = "", const char* origin = "entered") {
  ReportIndicator indicator;
  indicator.id = id;
  indicator.code = code;
  indicator.label = label;
  indicator.type = type;
  indicator.origin = origin;
  indicator.value = std::move(value);
  indicator.display = display;
  indicator.unit = unit;
  return indicator;
}
Value number(const char* text, Qualifier qualifier = Qualifier::exact) {
  return Value{*Decimal::parse(text), qualifier};
}
Value text(const char* value) { return Value{std::string(value)}; }

DocumentReference document(const char* type, const char* number, const char* issuerCode, const char* date,
                           const char* title) {
  DocumentReference reference;
  reference.type = type;
  reference.number = number;
  reference.issuerCode = issuerCode;
  reference.date = Date::parse(date);
  reference.issuer = "UBND huyện Bình Giang";
  reference.title = title;
  return reference;
}

ReportHeading heading() {
  ReportHeading heading;
  heading.unit = {district, codeOf(district), "district", "", "huyện Bình Giang", OrgUnitId{"30"}, "000.14.30.H23"};
  heading.period = {period,
                    "8 tháng đầu năm 2023",
                    "những tháng cuối năm 2023",
                    {2023, 1, 1},
                    {2023, 8, 28},
                    {},
                    Date{2023, 8, 30},
                    {},
                    {},
                    false};
  heading.createdAt = *parseTime("2023-08-29T02:15:00Z");
  heading.parentName = "tỉnh Hải Dương";
  heading.expectedSections = 5;
  heading.presentSections = 4;
  heading.expectedUnits = 4;
  heading.presentUnits = 3;
  return heading;
}

ReportGroup documentHeading() {
  auto result = group("office.document", "heading", "Số, ký hiệu, địa danh, thời gian và trích yếu", true);
  result.indicators = {
      indicator("number", "", "Số văn bản", FieldType::text, text("7"), "7"),
      indicator("symbol", "", "Ký hiệu", FieldType::text, text("BC-UBND"), "BC-UBND"),
      indicator("place_name", "", "Địa danh", FieldType::text, text("Bình Giang"), "Bình Giang"),
      indicator("date", "", "Thời gian ban hành", FieldType::date, Value{Date{2023, 8, 0}}, "tháng 8/2023"),
      indicator("abstract", "", "Trích yếu nội dung", FieldType::text,
                text("Kết quả công tác cải cách hành chính 8 tháng đầu năm 2023"),
                "Kết quả công tác cải cách hành chính 8 tháng đầu năm 2023"),
  };
  return result;
}

ReportGroup signature() {
  auto result = group("office.document", "signature", "Nơi nhận và người ký", true);
  result.indicators = {
      indicator("signature_authority", "", "Thẩm quyền ký", FieldType::text, text("TM. ỦY BAN NHÂN DÂN"),
                "TM. ỦY BAN NHÂN DÂN"),
      indicator("signature_for", "", "Ký thay", FieldType::text, text("KT. CHỦ TỊCH"), "KT. CHỦ TỊCH"),
      indicator("signature_title", "", "Chức vụ", FieldType::text, text("PHÓ CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
      indicator("signer_name", "", "Họ và tên", FieldType::text, text("Nhữ Văn Chuyên"), "Nhữ Văn Chuyên"),
  };
  ReportTable recipients;
  recipients.id = "recipients";
  recipients.title = "Nơi nhận";
  recipients.columns = {{"recipient", "Nơi nhận", ""}};
  for (const auto* recipient : {"Thường trực Huyện ủy", "Lưu: VT, VP"}) {
    recipients.rows.push_back({"r" + std::to_string(recipients.rows.size() + 1),
                               "",
                               {{"recipient", FieldType::text, text(recipient), recipient}}});
  }
  result.tables = {recipients};
  return result;
}

// The district's own figures, and the sums of its communes; one of the three communes is missing.
ReportGroup procedures() {
  auto result = group("office.procedures", "dossiers", "Kết quả tiếp nhận, giải quyết hồ sơ");
  auto online = indicator("online_rate", "II2.09", "Tỷ lệ tiếp nhận trực tuyến", FieldType::rate, number("93.42"),
                          "93,42%", "%", "computed");
  online.formula = "rate(received.online, received.online + received.direct, 2)";
  online.uses = {"received.direct", "received.online"};
  auto digitised = indicator("digitised_rate", "II2.12", "Tỷ lệ số hóa hồ sơ", FieldType::rate,
                             number("97.22", Qualifier::over), "trên 97,22%", "%", "given");
  digitised.value.denominator = DenominatorState::unknown;
  result.indicators = {indicator("received.online", "II2.02", "Tiếp nhận trực tuyến", FieldType::integer,
                                 number("1348"), "1.348 hồ sơ", "hồ sơ"),
                       online, digitised,
                       indicator("as_at", "", "Tính đến ngày", FieldType::date, Value{Date{2023, 8, 28}}, "28/8/2023"),
                       indicator("fields", "", "Lĩnh vực", FieldType::choices, Value{Choices{"finance", "justice"}},
                                 "Tài chính, Tư pháp")};
  result.paragraphs = {paragraph("dossiers", 1, {"online_rate", "received.online"},
                                 "Cấp huyện: tiếp nhận trực tuyến 1.348 hồ sơ, đạt 93,42%."),
                       paragraph("digitised", 2, {"digitised_rate"}, "Tỷ lệ số hóa hồ sơ đạt trên 97,22%.")};
  return result;
}

ReportGroup communes() {
  auto result = group("office.commune", "dossiers", "Kết quả tiếp nhận, giải quyết hồ sơ", true);
  result.aggregate = true;
  auto online = indicator("received.online", "XA.02", "Tiếp nhận trực tuyến", FieldType::integer, number("2140"),
                          "2.140 hồ sơ", "hồ sơ", "summed");
  online.reported = 2;
  online.expected = 3;
  auto rate = indicator("online_rate", "XA.05", "Tỷ lệ tiếp nhận trực tuyến", FieldType::rate, number("97.6"), "97,6%",
                        "%", "computed");
  rate.stated = "97.26";
  result.indicators = {online, rate};
  result.paragraphs = {paragraph("dossiers", 1, {"online_rate", "received.online"},
                                 "Cấp xã: tiếp nhận trực tuyến 2.140 hồ sơ, đạt 97,6%.")};
  return result;
}

ReportGroup revenue() {
  auto result = group("finance.budget", "revenue", "Thu ngân sách nhà nước so với chỉ tiêu được giao");
  auto actual = indicator("revenue.actual", "II5.02", "Thu ngân sách thực hiện", FieldType::money,
                          number("177357000000", Qualifier::estimated), "ước 177 tỷ 357 triệu đồng", "đồng");
  actual.basis = "cumulative";
  actual.comparisons = {{"same-period-last-year", number("170000000000"), "170 tỷ đồng", "4.33"},
                        {"target", number("387425000000"), "387 tỷ 425 triệu đồng", "45.78"}};
  auto guidance = document("CV", "", "", "", "hướng dẫn công tác điều hành ngân sách năm 2023");
  guidance.numberState = NumberState::missing;
  result.indicators = {actual,
                       indicator("guidance", "", "Văn bản hướng dẫn", FieldType::document, Value{Documents{guidance}},
                                 "Công văn số … hướng dẫn công tác điều hành ngân sách năm 2023")};
  result.paragraphs = {paragraph("revenue", 0, {"revenue.actual"},
                                 "Trong 8 tháng đầu năm 2023, thu ngân sách ước 177 tỷ 357 triệu đồng.")};
  result.paragraphs[0].edited = true;
  ReportTable disbursement;
  disbursement.id = "disbursement";
  disbursement.title = "Kế hoạch và giải ngân theo nguồn vốn";
  disbursement.annex = true;
  disbursement.columns = {{"plan", "Nguồn vốn được giao", "đồng"}, {"rate", "Tỷ lệ giải ngân", "%"}};
  disbursement.rows = {
      {"land",
       "Vốn từ nguồn thu tiền sử dụng đất",
       {{"plan", FieldType::money, number("38537000000", Qualifier::planned), "dự kiến 38 tỷ 537 triệu đồng"},
        {"rate", FieldType::rate, number("95.2"), "95,2%"}}}};
  result.tables = {disbursement};
  return result;
}

ReportGroup registers() {
  auto result = group("finance.budget", "documents", "Văn bản đã ban hành");
  ReportTable documents;
  documents.id = "documents";
  documents.title = "Văn bản về tài chính, ngân sách";
  documents.columns = {{"document", "Văn bản", ""},
                       {"published", "Đã công khai", ""},
                       {"window", "Thời gian thực hiện", ""},
                       {"copy", "Bản chụp", ""}};
  auto plan = document("KH", "08", "UBND", "2021-01-10", "thi hành Luật \"Trợ giúp pháp lý\" & <các văn bản>");
  plan.forYear = 2023;
  plan.role = DocumentRole::issued;
  plan.implements = "192/KH-UBND";
  documents.rows = {
      {"r1",
       "",
       {{"document", FieldType::document, Value{Documents{plan}}, "Kế hoạch số 08/KH-UBND ngày 10/01/2021"},
        {"published", FieldType::yesNo, Value{true}, "có"},
        {"window", FieldType::dateRange, Value{DateRange{{2023, 8, 10}, {2023, 9, 8}}},
         "từ ngày 10/8/2023 đến ngày 08/9/2023"},
        {"copy", FieldType::attachment,
         Value{Attachment{"ke-hoach.pdf", "application/pdf", std::string(64, 'a'), 1024}}, "ke-hoach.pdf"}}}};
  ReportTable violations;
  violations.id = "violations";
  violations.title = "Văn bản có sai phạm";
  violations.nothing = true;
  violations.columns = {{"document", "Văn bản", ""}};
  result.tables = {documents, violations};
  return result;
}

ReportGroup tasks() {
  auto result = group("office.tasks", "tasks", "Nhiệm vụ trọng tâm", true);
  result.paragraphs = {paragraph("intro", 0, {}, "Trong những tháng cuối năm 2023, UBND huyện tập trung:"),
                       paragraph("tasks", 0, {"tasks[r1].text"}, "Tiếp tục triển khai Kế hoạch cải cách hành chính."),
                       paragraph("tasks", 0, {"tasks[r2].text"}, "Kiểm tra việc thực hiện tại các xã, thị trấn.")};
  result.paragraphs[0].standing = true;
  result.paragraphs[1].number = 1;
  result.paragraphs[2].number = 2;
  return result;
}

Status tellOutline(ReportSink& sink) {
  const auto single = [&](const char* id, const char* title, const std::vector<ReportGroup>& groups) -> Status {
    CCHC_CHECK(sink.beginPlace({id, title}));
    for (const auto& group : groups) CCHC_CHECK(sink.group(group));
    return sink.endPlace();
  };
  auto opening = group("office.document", "opening", "Lời mở đầu", true);
  opening.paragraphs = {paragraph("opening", 0, {}, "Ủy ban nhân dân huyện Bình Giang báo cáo kết quả như sau:")};
  auto closing = group("office.document", "closing", "Lời kết", true);
  closing.paragraphs = {paragraph("closing", 0, {}, "Ủy ban nhân dân huyện Bình Giang trân trọng báo cáo.")};
  auto nothing = group("culture.digital", "smart_city", "Phát triển đô thị thông minh");
  nothing.nothing = true;
  CCHC_CHECK(single("heading", "", {documentHeading(), opening, closing, signature()}));
  CCHC_CHECK(sink.beginPlace({"II", "Kết quả thực hiện"}));
  CCHC_CHECK(single("II.2", "Cải cách thủ tục hành chính", {procedures(), communes()}));
  CCHC_CHECK(single("II.5", "Cải cách tài chính công", {revenue(), registers()}));
  CCHC_CHECK(single("II.6", "Xây dựng Chính quyền số", {nothing}));
  CCHC_CHECK(sink.endPlace());
  return single("IV", "Phương hướng, nhiệm vụ", {tasks()});
}

Annex annex() {
  Annex annex;
  annex.definition = DefinitionId{"office.commune"};
  annex.title = "Kết quả giải quyết thủ tục hành chính cấp xã";
  annex.columns = {{"received.online", "XA.02", "Tiếp nhận trực tuyến", "hồ sơ", FieldType::integer},
                   {"online_rate", "XA.05", "Tỷ lệ trực tuyến", "", FieldType::rate}};
  annex.rows = {{OrgUnitId{"10945"}, "thị trấn Kẻ Sặt", {*Decimal::parse("1140"), *Decimal::parse("97.85")}},
                {OrgUnitId{"10951"}, "xã Vĩnh Hưng", {*Decimal::parse("1000"), std::nullopt}}};
  annex.totals = {*Decimal::parse("2140"), *Decimal::parse("97.6")};
  return annex;
}

Status tellLists(ReportSink& sink) {
  CCHC_CHECK(sink.annex(annex()));
  MissingSection missing;
  missing.section = key("office.commune", OrgUnitId{"10954"});
  missing.unitName = "xã Hùng Thắng";
  missing.definitionTitle = "Thủ tục hành chính cấp xã";
  missing.reporter = "10954";
  missing.deadline = Date{2023, 8, 30};
  CCHC_CHECK(sink.missing(missing));
  ProvenanceLine line;
  line.section = key("finance.budget");
  line.unitName = "huyện Bình Giang";
  line.reporter = OrgUnitId{"296.TCKH"};
  line.revision = 2;
  line.digest = std::string(64, '0');
  line.submittedAt = *parseTime("2023-08-28T09:14:00Z");
  line.receivedAt = *parseTime("2023-08-28T09:20:00Z");
  line.reviewed = false;
  line.definitionVersion = 1;
  line.definitionTitle = "Cải cách tài chính công";
  CCHC_CHECK(sink.provenance(line));
  Finding finding;
  finding.code = "core.stated-differs";
  finding.severity = Severity::warning;
  finding.section = key("office.commune");
  finding.place = "online_rate";
  finding.viWhat = "Tỷ lệ ghi 97,26% khác tỷ lệ tính được 97,6%";
  finding.viFix = "Kiểm tra lại hai số; báo cáo in số tính được";
  finding.enWhat = "The stated rate 97,26% differs from the computed 97,6%";
  finding.enFix = "Check both; the computed one is printed";
  finding.explanation = "Số liệu chốt sau khi lập văn bản";
  CCHC_CHECK(sink.finding(finding));
  Finding whole;
  whole.code = "core.more-findings";
  whole.severity = Severity::information;
  whole.section = {{}, district, period};
  whole.viWhat = "Còn 3 cảnh báo khác của các xã";
  return sink.finding(whole);
}

}  // namespace

Status tellSmallReport(ReportSink& sink) {
  CCHC_CHECK(sink.heading(heading()));
  CCHC_CHECK(tellOutline(sink));
  CCHC_CHECK(tellLists(sink));
  return sink.finish();
}

}  // namespace cchc::test
