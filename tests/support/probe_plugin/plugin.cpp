// A plugin for tests of the host. Its check answers, in the codes of its findings, the questions that stand in the
// section, and its importer does what its input says: a test has all it asks for and expects before it.
#include <sstream>

#include "core/plugin/plugin_support.h"

namespace plugin = cchc::plugin;

namespace {

constexpr const char* form = R"(<definition xmlns="urn:cchc:definition:1" id="probe.form" place="I" owner="probe">
<title vi="Thử"/><group id="g"><title vi="Nhóm"/>
<field id="questions" type="long-text"><label vi="Câu hỏi"/></field>
<field id="online" type="integer" qualifier="any"><label vi="Trực tuyến"/></field>
<field id="direct" type="integer"><label vi="Trực tiếp"/></field>
<field id="total" type="integer" stated="yes"><label vi="Tổng"/><formula>online + direct</formula></field>
<field id="rate" type="rate" decimals="2"><label vi="Tỷ lệ"/><numerator>online</numerator><denominator>online + direct</denominator></field>
<field id="large" type="decimal" decimals="2"><label vi="Số lớn"/></field>
<field id="on" type="date"><label vi="Ngày"/></field>
<field id="window" type="date-range"><label vi="Thời gian"/></field>
<field id="name" type="text" max-length="20"><label vi="Tên"/></field>
<field id="note" type="long-text"><label vi="Ghi chú"/></field>
<field id="kind" type="choice"><label vi="Loại"/><choice value="plan" vi="Kế hoạch"/><choice value="letter" vi="Công văn"/></field>
<field id="kinds" type="choices"><label vi="Các loại"/><choice value="plan" vi="Kế hoạch"/><choice value="letter" vi="Công văn"/></field>
<field id="shared" type="yes-no"><label vi="Có chung"/></field>
<field id="pages" type="integer"><label vi="Số trang"/><relevant>shared</relevant></field>
<field id="paid" type="money"><label vi="Số tiền"/></field>
<field id="plan" type="document"><label vi="Kế hoạch"/></field>
<field id="letters" type="documents"><label vi="Công văn"/></field>
<table id="items"><title vi="Dòng"/>
<column id="title" type="text"><label vi="Tên"/></column>
<column id="count" type="integer"><label vi="Số"/></column>
<column id="twice" type="integer"><label vi="Gấp đôi"/><formula>count + count</formula></column>
<column id="basis" type="document"><label vi="Căn cứ"/></column>
</table></group></definition>)";

std::string textOf(const plugin::Number& number) { return plugin::decimal(number)->toText(); }
std::string textOf(const plugin::CalendarDate& date) {
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

// "online", or "items/0/count" with rows from 0. The views are of `written`.
plugin::Place placeOf(std::string_view written) {
  const auto first = written.find('/');
  if (first == std::string_view::npos) return plugin::field(written);
  const auto second = written.find('/', first + 1);
  const std::string row(written.substr(first + 1, second - first - 1));
  return plugin::cell(written.substr(0, first), std::stoul(row), written.substr(second + 1));
}
std::string written(const plugin::Place& place) {
  const std::string field(plugin::text(place.field));
  if (place.table.size == 0) return field;
  return std::string(plugin::text(place.table)) + "/" + std::to_string(place.row) + "/" + field;
}

std::string documentText(const plugin::Document& document) {
  std::string text;
  for (const auto& part : {document.symbol, document.type, document.number, document.year, document.issuerCode,
                           document.issuer, document.title, document.implements})
    text += std::string(plugin::text(part)) + "|";
  return text + textOf(document.date) + "|" + std::to_string(document.forYear) + "|" + std::to_string(document.role) +
         "|" + std::to_string(static_cast<int>(document.numberState));
}

std::string answer(const plugin::SectionReader& section, const std::string& what, std::istringstream& words) {
  std::string place;
  words >> place;
  const auto at = placeOf(place);
  std::size_t index = 0;
  plugin::Text text;
  plugin::Number number;
  plugin::CalendarDate date;
  plugin::Document document;
  plugin::Place found;
  if (what == "text" && section.text(at, &text)) return std::string(plugin::text(text));
  if (what == "number" && section.number(at, &number)) return textOf(number);
  if (what == "stated" && section.stated(at, &number)) return textOf(number);
  if (what == "date" && section.date(at, &date)) return textOf(date);
  if (what == "qualifier") return std::to_string(static_cast<int>(section.qualifier(at)));
  if (what == "denominator") return std::to_string(static_cast<int>(section.denominator(at)));
  if (what == "documents") return std::to_string(section.documentCount(at));
  if (what == "document" && words >> index && section.document(at, index, &document)) return documentText(document);
  if (what == "rows") return std::to_string(section.rowCount(plugin::view(place)));
  if (what == "row" && words >> index && section.rowId(plugin::view(place), index, &text))
    return std::string(plugin::text(text));
  if (what == "places") {
    std::string all;
    for (std::size_t i = 0; i < section.documentPlaceCount(); ++i) {
      if (!section.documentPlace(i, &found)) return "one too few";
      all += (all.empty() ? "" : " ") + written(found);
    }
    return section.documentPlace(section.documentPlaceCount(), &found) ? "one too many" : all;
  }
  return "nothing";
}

void find(plugin::CheckContext& context, const std::string& code) {
  plugin::FindingBuilder(context, code, plugin::Severity::information).add();
}

// "error items/0/count online": a finding at the first of these places, which it names as {first} and {last}.
bool findAt(plugin::CheckContext& context, const std::string& severity, std::istringstream& words) {
  const char* names[] = {"information", "warning", "error"};
  for (int i = 0; i < 3; ++i) {
    if (severity != names[i]) continue;
    std::vector<std::string> places;
    for (std::string place; words >> place;) places.push_back(place);
    plugin::FindingBuilder finding(context, "probe." + severity, static_cast<plugin::Severity>(i));
    for (const auto& place : places) finding.at(placeOf(place));
    if (!places.empty()) finding.with("first", places.front()).with("last", places.back());
    finding.add();
    return true;
  }
  return false;
}

// A line of the section's questions each: "number online", "previous number online", "other probe.second number n",
// "period", "error items/0/count", "fail".
bool answers(plugin::CheckContext& context) noexcept {
  const auto questions = plugin::textAt(context.section(), plugin::field("questions"));
  std::istringstream lines{std::string(questions.value_or(""))};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string what;
    words >> what;
    if (what == "fail") return false;
    if (findAt(context, what, words)) continue;
    if (what == "period") {
      find(context, line + " = " + std::to_string(context.periodYear()) + " " + textOf(context.periodStart()) + " " +
                        textOf(context.periodEnd()));
      continue;
    }
    const auto* section = &context.section();
    if (what == "previous") {
      section = context.previousPeriod();
      words >> what;
    } else if (what == "other") {
      std::string definition;
      words >> definition >> what;
      section = context.other(plugin::view(definition));
    }
    find(context, line + " = " + (section == nullptr ? "no section" : answer(*section, what, words)));
  }
  return true;
}

// A second check of the same form.
bool counts(plugin::CheckContext& context) noexcept {
  if (plugin::textAt(context.section(), plugin::field("questions")) == "fail") find(context, "the second check ran");
  return true;
}

// A line of the input each: "row items", "cell count 12", "document basis KH 04 UBND 2023 1 10", "refuse 7 code name
// value", "give up". In a cell's value, \n stands for a new line.
bool orders(const plugin::Text& input, plugin::RowSink& sink) noexcept {
  std::istringstream lines{std::string(plugin::text(input))};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string what, where, rest;
    words >> what >> where >> std::ws;
    if (what == "give") return false;
    if (what == "row") sink.beginRow(plugin::view(where));
    if (what == "cell") {
      std::getline(words, rest);
      for (auto at = rest.find("\\n"); at != std::string::npos; at = rest.find("\\n", at)) rest.replace(at, 2, "\n");
      sink.cell(plugin::view(where), plugin::view(rest));
    }
    if (what == "document") {
      std::string type, number, issuerCode;
      plugin::Document document;
      words >> type >> number >> issuerCode >> document.date.year >> document.date.month >> document.date.day;
      document.type = plugin::view(type);
      document.number = plugin::view(number);
      document.issuerCode = plugin::view(issuerCode);
      document.role = 2;
      document.forYear = 2024;
      sink.document(plugin::view(where), document);
    }
    if (what == "refuse") {
      std::string code, name, value;
      words >> code >> name >> value;
      const plugin::Argument argument{plugin::view(name), plugin::view(value)};
      sink.refuse(std::stoul(where), plugin::view(code), &argument, name.empty() ? 0 : 1);
    }
  }
  return true;
}

}  // namespace

CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{plugin::apiVersion, "probe", "7", "Thử", "Probe"};
  return &info;
}

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar& suite) noexcept {
  const auto file = std::string(plugin::text(suite.folder())) + "/probe.xml";
  suite.addDefinition(plugin::view(form), plugin::view(file));
  const plugin::Text others[] = {plugin::view("probe.second"), plugin::view("probe.children")};
  suite.addCheck(plugin::view("probe.form"), plugin::view("probe.answers"), others, 2, &answers);
  suite.addCheck(plugin::view("probe.form"), plugin::view("probe.counts"), nullptr, 0, &counts);
  suite.addImporter(plugin::view("probe.form"), plugin::view("orders"), &orders);
  return true;
}
