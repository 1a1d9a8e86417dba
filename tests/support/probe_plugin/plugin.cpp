// A plugin for tests of the host. Its check answers, in findings, the questions that stand in the section, and its
// importers do what their input says: a test has all it asks for and expects before it.
#include <cchc/plugin.hpp>
#include <sstream>

namespace plugin = cchc::plugin;

namespace {

std::string textOf(const plugin::CalendarDate& date) {
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}
template <class Enumeration>
std::string numberOf(Enumeration value) {
  return std::to_string(static_cast<int>(value));
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
  if (place.table.empty()) return std::string(place.field);
  return std::string(place.table) + "/" + std::to_string(place.row) + "/" + std::string(place.field);
}

std::string documentText(const plugin::Document& document) {
  std::string text;
  for (const auto& part : {document.symbol, document.type, document.number, document.year, document.issuerCode,
                           document.issuer, document.title, document.implements})
    text += std::string(part) + "|";
  return text + textOf(document.date) + "|" + std::to_string(document.forYear) + "|" + numberOf(document.role) + "|" +
         numberOf(document.numberState);
}

std::string answer(const plugin::SectionReader& section, const std::string& what, std::istringstream& words) {
  std::string place;
  words >> place;
  const auto at = placeOf(place);
  std::size_t index = 0;
  if (what == "text")
    if (const auto text = section.text(at)) return std::string(*text);
  if (what == "number")
    if (const auto number = section.number(at)) return number->toText();
  if (what == "stated")
    if (const auto number = section.stated(at)) return number->toText();
  if (what == "date")
    if (const auto date = section.date(at)) return textOf(*date);
  if (what == "range")
    if (const auto range = section.range(at)) return textOf(range->first) + " " + textOf(range->second);
  if (what == "qualifier") return numberOf(section.qualifier(at));
  if (what == "denominator") return numberOf(section.denominator(at));
  if (what == "documents") return std::to_string(section.documentCount(at));
  if (what == "document" && words >> index)
    if (const auto document = section.document(at, index)) return documentText(*document);
  if (what == "rows") return std::to_string(section.rowCount(place));
  if (what == "row" && words >> index)
    if (const auto id = section.rowId(place, index)) return std::string(*id);
  if (what == "label") return section.label(at) + " | " + section.label(at, plugin::en);
  if (what == "version") return std::to_string(section.version());
  if (what == "places") {
    std::string all;
    for (const auto& one : section.documentPlaces()) all += (all.empty() ? "" : " ") + written(one);
    return all;
  }
  return "nothing";
}

void find(plugin::CheckContext& context, const std::string& answer) {
  plugin::FindingBuilder(context, "probe.answer", plugin::Severity::information).with("answer", answer).add();
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

// What the host's functions answer: "host add 1.5 2", "host date 28/8/2023".
std::string hostAnswer(std::istringstream& words) {
  std::string what, rest;
  words >> what >> std::ws;
  std::getline(words, rest);
  const auto space = rest.find(' ');
  const auto a = plugin::Decimal::parse(rest.substr(0, space));
  const auto b = space == std::string::npos ? std::nullopt : plugin::Decimal::parse(rest.substr(space + 1));
  const auto shown = [](const std::optional<plugin::Decimal>& number) {
    return number ? number->toText() : std::string("nothing");
  };
  if (what == "add") return shown(add(*a, *b));
  if (what == "subtract") return shown(subtract(*a, *b));
  if (what == "multiply") return shown(multiply(*a, *b));
  if (what == "divide") return shown(divide(*a, *b, 2));
  if (what == "order") return *a < *b ? "less" : *a == *b ? "equal" : "greater";
  if (what == "shown") return a->shown() + " " + plugin::moneyShown(*a);
  if (what == "fold") return plugin::fold(rest);
  if (what == "key") return plugin::bodyKey(rest);
  if (what == "total") return plugin::isTotalLabel(rest) ? "yes" : "no";
  if (what == "message") return plugin::message(rest, {{"given", "ba"}}, plugin::en).value_or("nothing");
  if (what == "power") return std::to_string(plugin::moneyPower(rest).value_or(-1));
  if (what == "money") {
    const auto read = plugin::readMoney(rest);
    return numberOf(read.outcome) + " " + read.value.toText() + " " + read.meanings;
  }
  if (what == "figure") {
    const auto read = plugin::readFigure(rest, plugin::Quantity::number);
    return numberOf(read.outcome) + " " + read.value.toText() + " " + numberOf(read.qualifier) + " " + read.meanings;
  }
  if (what == "day") return textOf(plugin::readDate(rest, {.year = 2023}).value);
  if (what == "cited") {
    std::string all;
    plugin::findCitations(rest, {.year = 2023}, [&](std::size_t begin, std::size_t end, const plugin::Document* found) {
      all += rest.substr(begin, end - begin) + "=" + (found != nullptr ? std::string(found->symbol) : "?") + ";";
    });
    return all;
  }
  return "nothing";
}

// A line of the section's questions each: "number online", "previous number online", "other probe.second number n",
// "period", "form", "error items/0/count", "host add 1 2", "fail", "throw why".
bool answers(plugin::CheckContext& context) {
  const auto questions = context.section().text(plugin::field("questions"));
  std::istringstream lines{std::string(questions.value_or(""))};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string what;
    words >> what;
    if (what == "fail") return false;
    if (what == "throw") throw std::runtime_error(line.substr(6));
    if (findAt(context, what, words)) continue;
    if (what == "period") {
      find(context, line + " = " + std::to_string(context.periodYear()) + " " + textOf(context.periodStart()) + " " +
                        textOf(context.periodEnd()) + " " + std::string(context.unit()));
      continue;
    }
    if (what == "form") {
      find(context, line + " = " + std::string(context.unitForm()));
      continue;
    }
    if (what == "host") {
      find(context, line + " = " + hostAnswer(words));
      continue;
    }
    auto section = std::optional(context.section());
    if (what == "previous") {
      section = context.previousPeriod();
      words >> what;
    } else if (what == "other") {
      std::string definition;
      words >> definition >> what;
      section = context.other(definition);
    }
    find(context, line + " = " + (section ? answer(*section, what, words) : "no section"));
  }
  return true;
}

// A second check of the same form.
void counts(plugin::CheckContext& context) {
  if (context.section().text(plugin::field("questions")) == "fail") find(context, "the second check ran");
}

// Carries out one order: "row items 7", "value count 12", "number count 1.5", "document basis KH 04 UBND 2023 1 10",
// "refuse 7 code name value". In a value, \n stands for a new line. False: "give up".
bool carryOut(const std::string& order, plugin::RowSink& sink) {
  std::istringstream words(order);
  std::string what, where, rest;
  words >> what >> where >> std::ws;
  if (what == "give") return false;
  if (what == "throw") throw std::runtime_error(where);
  if (what == "row") {
    std::size_t line = 0;
    words >> line;
    sink.beginRow(where, line);
  }
  if (what == "value") {
    std::getline(words, rest);
    for (auto at = rest.find("\\n"); at != std::string::npos; at = rest.find("\\n", at)) rest.replace(at, 2, "\n");
    sink.value(where, rest);
  }
  if (what == "number") {
    words >> rest;
    sink.number(where, *plugin::Decimal::parse(rest));
  }
  if (what == "document") {
    std::string type, number, issuerCode;
    plugin::Document document;
    words >> type >> number >> issuerCode >> document.date.year >> document.date.month >> document.date.day;
    document.type = type;
    document.number = number;
    document.issuerCode = issuerCode;
    document.role = plugin::DocumentRole::issued;
    document.forYear = 2024;
    sink.document(where, document);
  }
  if (what == "refuse") {
    std::string code, name, value;
    words >> code >> name >> value;
    sink.refuse(std::stoul(where), code, name.empty() ? plugin::Arguments() : plugin::Arguments{{name, value}});
  }
  return true;
}

bool textOrders(const plugin::ImportContext& context, plugin::RowSink& sink) {
  std::istringstream lines{std::string(context.text())};
  for (std::string line; std::getline(lines, line);)
    if (!carryOut(line, sink)) return false;
  return true;
}

// Its first column has the orders. "cell count" gives the cell beside it, and "tell name" says what that cell is.
bool orders(const plugin::ImportContext& context, plugin::RowSink& sink) {
  const auto cells = context.cells();
  for (std::size_t row = 0; row < cells.rows(); ++row) {
    std::istringstream words{std::string(cells.text(row, 0))};
    std::string what, where;
    words >> what >> where;
    if (what == "cell") {
      sink.cell(where, row, 1);
    } else if (what == "tell") {
      const auto cell = cells.at(row, 1);
      sink.value(where, numberOf(cell.kind) + " " + std::string(cell.text) + " " + cell.number.toText() + " " +
                            textOf(cell.date) + " " + std::to_string(cells.line(row)) + (cell.hidden ? " hidden" : "") +
                            (cell.merged ? " merged " + std::string(cells.covering(row, 1).text) : ""));
    } else if (!carryOut(std::string(cells.text(row, 0)), sink)) {
      return false;
    }
  }
  return true;
}

}  // namespace

CCHC_PLUGIN("probe", "7", "Thử", "Probe") {
  suite.addCheck("probe.form", "probe.answers", &answers, {"probe.second", "probe.children"});
  suite.addCheck("probe.form", "probe.counts", &counts);
  suite.addCheck("other.versioned", "probe.later", [](plugin::CheckContext& context) { find(context, "it ran"); }, {},
                 {.from = 2, .until = 3});
  suite.addCheck("other.versioned", "probe.later",
                 [](plugin::CheckContext& context) { find(context, "it ran as of 5"); }, {}, {.from = 5});
  suite.addImporter("probe.form", "orders", &orders);
  suite.addTextImporter("probe.form", "text-orders", &textOrders);
  suite.addImporter("other.versioned", "later-orders", &orders, {.from = 2});
  return true;
}
