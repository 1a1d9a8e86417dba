// Values that a form has no place for any more are counted on the office's board, also if the form changed after they
// were received.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/app/section/fill.h"
#include "core/app/send/submit.h"
#include "core/app/suite/definition_set.h"
#include "core/app/units/import_tables.h"
#include "core/base/platform.h"
#include "core/exchange/values/values_file.h"
#include "core/presentation/office/board.h"
#include "core/rules/compiled_definition.h"
#include "tests/support/command.h"

using namespace cchc;
using namespace cchc::presentation;
using namespace cchc::test;

namespace {

const SectionKey jobs{DefinitionId("labour.jobs"), OrgUnitId("296"), PeriodId("2023-8T")};

std::string form(int version, const std::string& fields) {
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"labour.jobs\" version=\"" + std::to_string(version) +
         "\" place=\"II.6\" order=\"90\" owner=\"labour\"><title vi=\"Việc làm\"/><group id=\"g\"><title vi=\"g\"/>" +
         fields + "</group></definition>";
}
std::string field(const std::string& id, const std::string& type) {
  return "<field id=\"" + id + "\" type=\"" + type + "\"><label vi=\"" + id + "\"/></field>";
}

class Office {
 public:
  void install(const std::string& xml) const {
    std::filesystem::create_directories(folder_ / "plugins/labour");
    write(folder_ / "plugins/labour/jobs.xml", xml);
  }
  std::unique_ptr<Suite> open() const {
    static const FixedClock clock(*parseTime("2023-08-29T08:00:00Z"));
    auto suite = openSuite({(folder_ / "store.sqlite").string(),
                            {folder_ / "plugins"},
                            *findResources(platform::programPath()),
                            &clock,
                            {"Mẫu", "may", "MAY-01"}});
    REQUIRE(suite);
    return std::move(*suite);
  }
  BoardLine line() const {
    const auto suite = open();
    const auto board = readBoard(*suite, jobs.period, Date{2023, 8, 29}, Words{Language::vi});
    REQUIRE(board);
    for (const auto& each : board->lines)
      if (each.key == jobs) return each;
    FAIL("the section is not on the board");
    return {};
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("the board counts the values that the form in force has no place for") {
  const Office office;
  office.install(form(1, field("stays", "integer") + field("gone", "integer") + field("other", "text")));
  {
    const auto suite = office.open();
    REQUIRE(importTables(*suite, findResources(platform::programPath())->sample));
    REQUIRE(suite->store.saveAssignments(
        std::vector<Assignment>{{jobs.definition, jobs.unit, OrgUnitId("296.VP"), jobs.period, {}}}));
    const auto definition = definitionInForce(*suite, jobs.definition, jobs.period);
    const auto values = readValuesXml(
        "<values xmlns=\"urn:cchc:values:1\"><field id=\"stays\">1</field><field id=\"gone\">2</field><field "
        "id=\"other\">ba</field></values>",
        "values.xml", definition->definition());
    REQUIRE(values);
    REQUIRE(fillSection(*suite, jobs, *values));
    std::vector<Finding> blocking;
    REQUIRE(submitSection(*suite, jobs, {}, blocking));
  }
  CHECK(office.line().kept == 0);
  CHECK_FALSE(shows(BoardFilter::withErrors, office.line()));
  office.install(form(2, field("stays", "integer") + field("other", "integer")));
  CHECK(office.line().kept == 2);
  CHECK(shows(BoardFilter::withErrors, office.line()));
}
