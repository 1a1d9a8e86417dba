// The mark of checked findings: it changes with everything that the findings depend on, so that stored findings are
// computed again, and with nothing else.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite.h"
#include "core/base/platform.h"
#include "core/definition/read_definition.h"
#include "tests/support/command.h"
#include "tests/support/units.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

std::string form(int version, const std::string& attributes, const std::string& label) {
  return "<definition xmlns=\"urn:cchc:definition:1\" minor=\"1\" id=\"own.form\" version=\"" +
         std::to_string(version) + "\" place=\"I\" owner=\"own\" " + attributes +
         "><title vi=\"t\"/><group id=\"g\"><title vi=\"g\"/><field id=\"a\" type=\"integer\"><label vi=\"" + label +
         "\"/></field></group></definition>";
}

// An installation with a department of its own, and a store.
class Installation {
 public:
  Installation() {
    auto found = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
    REQUIRE(found);
    resources_ = *found;
    resources_.definitions.clear();
    resources_.loadingMarks.clear();
    fs::create_directories(folder_ / "plugins/own");
    fs::copy(resources_.schemas, folder_ / "schemas");
    resources_.schemas = folder_ / "schemas";
    put("plugins/own/form-2.xml", form(2, "", "hai"));
    put("plugins/own/form-3.xml", form(3, "from=\"2030-01-01\"", "ba"));
    put("plugins/own/messages.tsv", "code\tvi\tvi-fix\ten\ten-fix\na.b\tx\t\ty\t\n");
    const auto suite = open();
    REQUIRE(suite->store.savePeriods(std::vector{period}));
    REQUIRE(test::saveUnits(suite->store, states));
  }

  void put(const std::string& file, const std::string& content) const { test::write(folder_ / file, content); }
  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    auto content = test::contentOf(folder_ / file);
    const auto at = content.find(from);
    REQUIRE(at != std::string::npos);
    put(file, content.replace(at, from.size(), to));
  }
  std::unique_ptr<Suite> open() const {
    auto suite = openSuite({(folder_ / "s.sqlite").string(), {folder_ / "plugins"}, resources_, &clock_, {"Mai"}});
    REQUIRE(suite);
    REQUIRE(identify(**suite));
    return std::move(*suite);
  }
  // Of a suite that is opened now.
  std::string mark(const Period& of) const {
    const auto made = checkedBy(*open(), of);
    REQUIRE(made);
    REQUIRE_FALSE(made->empty());
    return *made;
  }
  std::string mark() const { return mark(period); }

  Period period = [] {
    Period made;
    made.id = PeriodId("2024"), made.name = "năm 2024", made.start = {2024, 1, 1}, made.end = {2024, 12, 31};
    return made;
  }();
  std::vector<UnitState> states = {test::unitState("T", "province", "tỉnh Thử"),
                                   test::unitState("X", "commune", "xã Một")};

 private:
  test::TemporaryFolder folder_;
  Resources resources_;
  SystemClock clock_;
};

}  // namespace

TEST_CASE("the mark is the same as long as nothing has changed") {
  const Installation here;
  const auto first = here.mark();
  CHECK(here.mark() == first);
  auto later = here.period;  // when it has to be sent does not matter
  later.deadline = Date{2025, 1, 5};
  CHECK(here.mark(later) == first);
}

TEST_CASE("the mark changes with each file of the catalogue and of departments") {
  const Installation here;
  auto last = here.mark();
  const auto changed = [&](const std::string& what) {
    INFO(what);
    const auto now = here.mark();
    CHECK(now != last);
    last = now;
  };
  here.put("plugins/own/form-2.xml", form(2, "", "hai khác"));
  changed("the version in force");
  here.put("plugins/own/form-3.xml", form(3, "from=\"2030-01-01\"", "ba khác"));
  changed("a version of another time");
  here.put("plugins/own/form-4.xml", form(4, "from=\"2031-01-01\"", "bốn"));
  changed("a further version");
  here.replace("plugins/own/messages.tsv", "\tx\t", "\tz\t");
  changed("the texts of a department");
  here.replace("schemas/report-outline.xml", "KẾT QUẢ THỰC HIỆN", "KẾT QUẢ");
  changed("the outline");
  here.replace("schemas/central-documents.xml", "2010-06-08", "2010-06-09");
  changed("the catalogue of documents");
}

TEST_CASE("the mark changes with a version that only the store keeps") {
  const Installation here;
  const auto first = here.mark();
  const auto older = readDefinition(form(1, "", "một"), "form.xml");
  REQUIRE(older);
  REQUIRE(here.open()->store.saveDefinition(**older));
  CHECK(here.mark() != first);
}

TEST_CASE("the mark changes with the days and comparisons of the period") {
  const Installation here;
  const auto first = here.mark();
  for (const auto change :
       {+[](Period& of) {
          of.end = {2024, 12, 30};
        },
        +[](Period& of) {
          of.start = {2024, 1, 2};
        },
        +[](Period& of) { of.id = PeriodId("2024b"); }, +[](Period& of) { of.comparison = PeriodId("2023"); },
        +[](Period& of) { of.lastYear = PeriodId("2023"); }}) {
    auto other = here.period;
    change(other);
    CHECK(here.mark(other) != first);
  }
}

TEST_CASE("the mark changes with the units of the period's last day, and not with those of another time") {
  Installation here;
  const auto first = here.mark();
  auto states = here.states;
  const auto marked = [&] {
    REQUIRE(test::saveUnits(here.open()->store, states));
    return here.mark();
  };
  states[1].form = "đặc khu";
  CHECK(marked() != first);
  states = here.states;
  states[1].parent = "T";
  CHECK(marked() != first);
  states = here.states;
  states[1].until = Date{2025, 6, 30};
  auto next = test::unitState("X", "commune", "phường Một");
  next.from = Date{2025, 7, 1};
  states.push_back(next);
  CHECK(marked() == first);
  auto later = here.period;
  later.end = {2025, 12, 31};
  const auto before = here.mark(later);
  states.back().name = "phường Một Mới";
  CHECK(marked() == first);
  CHECK(here.mark(later) != before);
}
