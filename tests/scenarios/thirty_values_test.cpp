// Every figure comes from a typed value: one of thirty is changed through the real round, and exactly its own places in
// the report change.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/facts.h"
#include "tests/scenarios/support/sample_values.h"

using namespace cchc::test;

namespace {

// What a person outside the office reads.
std::string printedText(const std::string& html) {
  auto text = textOfHtml(html);
  text.resize(std::min(text.size(), text.find("TÀI LIỆU NỘI BỘ")));
  return text;
}

// The pieces of a page between tags.
std::multiset<std::string> piecesOf(const std::string& html) {
  std::multiset<std::string> pieces;
  const auto end = html.find("TÀI LIỆU NỘI BỘ");
  for (auto at = html.find("</style>"); at < end;) {
    const auto open = html.find('>', at) + 1, close = html.find('<', open);
    auto piece = textOfHtml(html.substr(open, close - open));
    if (piece.find_first_not_of(" \n") != std::string::npos) pieces.insert(piece);
    at = close;
  }
  return pieces;
}

template <class Set>
Set minus(const Set& a, const Set& b) {
  Set difference;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(difference, difference.end()));
  return difference;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// Within a sentence the first letter may be a small one.
std::string withoutFirst(const std::string& text) {
  std::size_t at = 1;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return text.substr(at);
}

struct Made {
  std::string html, text;
  ReportIndex index;
};
Made made(const std::string& report, const std::string& html) { return {html, printedText(html), indexReport(report)}; }

// Names of the entries that differ, with the texts that print them.
class Differences {
 public:
  template <class Map>
  std::set<std::string> of(const Map& before, const Map& after) {
    std::set<std::string> names;
    for (const auto& [name, entry] : before) {
      const auto now = after.find(name);
      if (now != after.end() && now->second.content == entry.content) continue;
      names.insert(name);
      printed_.push_back(entry.printed);
    }
    for (const auto& [name, entry] : after) {
      const auto was = before.find(name);
      if (was != before.end() && was->second.content == entry.content) continue;
      names.insert(name);
      printed_.push_back(entry.printed);
    }
    return names;
  }
  // Whether a piece of the page prints one of them.
  bool print(const std::string& piece) const {
    return std::any_of(printed_.begin(), printed_.end(), [&](const std::string& text) {
      return !text.empty() && (text.find(piece) != std::string::npos || piece.find(text) != std::string::npos);
    });
  }

 private:
  std::vector<std::string> printed_;
};

template <class Map>
std::set<Node> usesIn(const Map& before, const Map& after, const std::string& name) {
  std::set<Node> uses;
  for (const auto* map : {&before, &after}) {
    if (const auto found = map->find(name); found != map->end())
      uses.insert(found->second.uses.begin(), found->second.uses.end());
  }
  return uses;
}

// A finding may come or go where a section it looks at has a value that changed: its own, one that its rule names, or,
// for dates of documents, any.
bool mayChange(const std::string& finding, const std::set<Node>& changed, ValueKind kind) {
  const auto attribute = [&](const std::string& name) {
    const auto at = finding.find(" " + name + "=\"");
    return at == std::string::npos
               ? std::string()
               : finding.substr(at + name.size() + 3, finding.find('"', at + name.size() + 3) - at - name.size() - 3);
  };
  const auto definition = attribute("definition"), code = attribute("code");
  const auto rule = definitionFacts().rules.find(code);
  return (kind == ValueKind::document && code == "core.two-dates") ||
         std::any_of(changed.begin(), changed.end(), [&](const Node& node) {
           const auto name = node.substr(node.front() == '*' ? 1 : 0);
           return name.rfind(definition + "/", 0) == 0 ||
                  (rule != definitionFacts().rules.end() && rule->second.find(name) != std::string::npos);
         });
}

class OneChange {
 public:
  OneChange(const SampleValue& value, const Made& before) : value_(value), before_(before) {}

  void check() {
    const auto office = Office::afterDemo();
    enter(office);
    const auto report = office.consolidate();
    after_ = made(report, office.render());
    mayChange_ = closureOf({value_.node()}, {&before_.index, &after_.index});
    values();
    others();
    ownPlace();
    page();
  }

 private:
  // Given back, filled in, submitted, accepted; the other way round where a rule forbids the first value.
  void enter(const Office& office) const {
    office.returnSection(value_.definition, value_.unit);
    const auto package = (office / "again.cchc").string();
    for (int attempt = 0;; ++attempt) {
      office.fill(value_.definition, changedValue(value_, attempt), value_.unit);
      const auto sent = office.run({"submit", value_.definition, "-u", value_.unit, "-p", "2023-8T", "-o", package});
      if (sent.status == 0) break;
      INFO(sent.err);
      REQUIRE(attempt < 1);
    }
    office.done({"accept", value_.definition, "-u", value_.unit, "-p", "2023-8T"});
  }

  void values() {
    const auto values = differences_.of(before_.index.values, after_.index.values);
    for (const auto& node : values) {
      INFO("value " << node);
      CHECK(mayChange_.contains(node));
    }
    const bool reported = before_.index.values.contains(value_.node());
    if (reported) CHECK(values.contains(value_.node()));
    for (const auto& name : differences_.of(before_.index.paragraphs, after_.index.paragraphs)) {
      INFO("paragraph " << name);
      CHECK(reaches(usesIn(before_.index.paragraphs, after_.index.paragraphs, name), mayChange_));
    }
    for (const auto& name : differences_.of(before_.index.comparisons, after_.index.comparisons)) {
      INFO("comparison " << name);
      CHECK(reaches(usesIn(before_.index.comparisons, after_.index.comparisons, name), mayChange_));
    }
    for (const auto& name : differences_.of(before_.index.annexCells, after_.index.annexCells)) {
      INFO("annex " << name);
      const bool ours = name.rfind(value_.definition + " " + value_.unit + " ", 0) == 0 ||
                        name.rfind(value_.definition + " total ", 0) == 0;
      CHECK(ours);
      CHECK(reaches(usesIn(before_.index.annexCells, after_.index.annexCells, name), mayChange_));
    }
  }

  void others() const {
    CHECK(before_.index.rest == after_.index.rest);
    REQUIRE(before_.index.provenance.size() == after_.index.provenance.size());
    for (const auto& [section, line] : before_.index.provenance) {
      INFO("provenance " << section);
      const bool same = after_.index.provenance.at(section) == line;
      CHECK(same == (section != value_.definition + " " + value_.unit));
    }
    auto findings = minus(before_.index.findings, after_.index.findings);
    findings.merge(minus(after_.index.findings, before_.index.findings));
    for (const auto& finding : findings) {
      INFO(finding);
      CHECK(mayChange(finding, mayChange_, value_.kind));
    }
  }

  // What was printed at the value's own place stands there no more, and the new text does.
  void ownPlace() const {
    const auto column = value_.definition + " " + value_.unit + " " + value_.id;
    const auto inAnnex = value_.table.empty() ? before_.index.annexCells.find(column) : before_.index.annexCells.end();
    if (inAnnex != before_.index.annexCells.end())
      return replaced(inAnnex->second.printed, after_.index.annexCells.at(column).printed);
    const auto own = before_.index.values.find(value_.node());
    if (own == before_.index.values.end()) return;
    const auto& now = after_.index.values.at(value_.node());
    if (own->second.printed != now.printed) return replaced(own->second.printed, now.printed);
    // Not printed: a stated figure beside a computed one, the title of a document that is cited shortly.
    CHECK((now.content.find("<stated") != std::string::npos || value_.kind == ValueKind::document));
  }

  void replaced(const std::string& before, const std::string& after) const {
    INFO("“" << before << "” to “" << after << "”");
    REQUIRE(before != after);
    const auto was = factCounts(before_.text), is = factCounts(after_.text);
    const auto old = minus(factsOf(before), factsOf(after)), fresh = minus(factsOf(after), factsOf(before));
    if (old.empty() || fresh.empty()) {
      const auto oldWords = withoutFirst(before), freshWords = withoutFirst(after);
      CHECK(times(after_.text, oldWords) < times(before_.text, oldWords));
      CHECK(times(after_.text, freshWords) > times(before_.text, freshWords));
      return;
    }
    for (const auto& fact : old) CHECK(is.count(fact) < was.count(fact));
    for (const auto& fact : fresh) CHECK(is.count(fact) > was.count(fact));
  }

  void page() const {
    const auto before = piecesOf(before_.html), after = piecesOf(after_.html);
    auto pieces = minus(before, after);
    pieces.merge(minus(after, before));
    for (const auto& piece : pieces) {
      INFO("printed: " << piece);
      const bool heading =
          value_.definition == "office.document";  // laid out in its own forms: "ngày … tháng 8 năm 2023"
      CHECK((heading || differences_.print(piece)));
    }
  }

  const SampleValue& value_;
  const Made& before_;
  Made after_;
  std::set<Node> mayChange_;
  Differences differences_;
};

// Some of the values that fit, always the same ones.
class Draw {
 public:
  template <class Fits>
  void take(std::size_t count, std::vector<SampleValue> values, const Fits& fits) {
    std::erase_if(values, [&](const SampleValue& value) { return !fits(value); });
    for (; count > 0 && !values.empty(); --count) {
      const auto at = values.begin() + static_cast<std::ptrdiff_t>(random_() % values.size());
      drawn.push_back(*at);
      values.erase(at);
    }
  }
  std::vector<SampleValue> drawn;

 private:
  std::mt19937 random_{20230828};
};

std::vector<SampleValue> thirtyValues() {
  const auto all = sampleValues();
  Draw draw;
  const auto ofCommune = [](const SampleValue& value) { return value.unit != "296"; };
  draw.take(9, all, [&](const SampleValue& value) { return value.kind == ValueKind::number && ofCommune(value); });
  draw.take(12, all, [&](const SampleValue& value) { return value.kind == ValueKind::number && !ofCommune(value); });
  draw.take(1, all, [&](const SampleValue& value) { return value.kind == ValueKind::document && ofCommune(value); });
  draw.take(3, all, [&](const SampleValue& value) { return value.kind == ValueKind::document && !ofCommune(value); });
  draw.take(2, all, [&](const SampleValue& value) { return value.kind == ValueKind::date && !ofCommune(value); });
  draw.take(3, all, [&](const SampleValue& value) { return value.kind == ValueKind::text && !ofCommune(value); });
  return draw.drawn;
}

}  // namespace

TEST_CASE("a value changed through the round changes its own places in the report and nothing else") {
  const auto before = made(contentOf(demoFolder() / "report.xml"), contentOf(demoFolder() / "report.html"));
  const auto values = thirtyValues();
  REQUIRE(values.size() == 30);
  for (const auto& value : values) {
    INFO(value.name() << ": " << value.xml);
    OneChange(value, before).check();
  }
}

TEST_CASE("a change reaches the sums, rates and references that are computed from it") {
  const auto report = indexReport(contentOf(demoFolder() / "report.xml"));
  const auto reached = closureOf({"*office.commune/received.online"}, {&report});
  CHECK(reached.contains("*office.commune/online_rate"));
  CHECK(reached.contains("office.assessment/online.commune_rate"));
  CHECK_FALSE(reached.contains("office.procedures/online_rate"));
}
