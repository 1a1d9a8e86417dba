// What the database refuses of the desks of a shared store: members of other units, what was received, what an older
// store has not.
#include <tuple>

#include "tests/core/store/shared_store.h"

using namespace cchc;
using namespace cchc::shared;

TEST_CASE("in a shared store a member of the earlier holder of a code is not one of the later holder", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto keeper = shared.opened("");
  auto before = test::unitState("10945", "commune", "xã Kẻ Sặt", "296");
  auto after = before;
  before.until = Date{2025, 6, 30};
  after.unit = OrgUnitId("10945@2025-07-01"), after.from = Date{2025, 7, 1};
  REQUIRE(test::saveUnits(keeper, {before, after}));
  const PeriodId later("2025-9T");
  const SectionKey old{budget.definition, before.unit, period}, now{budget.definition, after.unit, later};
  REQUIRE(keeper.saveAssignments(std::vector{Assignment{old.definition, old.unit, before.unit, period, {}},
                                             Assignment{now.definition, now.unit, after.unit, later, {}}}));
  shared.person("xa_truoc", before.unit.value, "cchc_department_head");
  shared.person("xa_sau", after.unit.value, "cchc_department_head");
  for (const auto& [login, mine, other] : {std::tuple("xa_truoc", old, now), std::tuple("xa_sau", now, old)}) {
    INFO(login);
    auto store = shared.opened(login);
    const Actor who{"Xã", login, "may-1", *store.grantedDesk()};
    REQUIRE(store.saveDefinition(form(budget)));
    CHECK(store.openSection(mine, form(budget), who));
    // The program and the database each refuse the other's.
    CHECK(store.openSection(other, form(budget), who).error().code == "section.other-unit");
    CHECK(store.openSection(other, form(budget)).error().code == "store.denied");
  }
}

TEST_CASE("in a shared store a submission whose receipt is here is not withdrawn, past the program either", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head"), keeper = shared.opened("");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  const auto sent = submission();
  REQUIRE(head.receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
  REQUIRE(keeper.saveReceipt(budget, {1, sent.header.contentDigest, "received", clockAt.now(), "Minh", ""}));
  CHECK(head.withdrawSubmission(budget, sent.header.submittedBy).error().code == "withdraw.received");
  CHECK(shared.sql("lan_head", "UPDATE submission SET state = 5").empty());
  CHECK(shared.sql("", "SELECT state FROM submission") == "0\n");
  CHECK(refused(shared.sql("lan", "UPDATE submission SET state = 5")));
  CHECK(refused(shared.sql("lan_head", "UPDATE submission SET package = ''")));
}

TEST_CASE("a shared store of version 8 takes discarded and withdrawn submissions, with its rights as they were",
          "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  shared.sql(
      "",
      "ALTER TABLE submission DROP CONSTRAINT submission_state_check; ALTER TABLE submission ADD CONSTRAINT "
      "submission_state_check1 CHECK (state BETWEEN 0 AND 3); DROP TABLE desk; UPDATE store_version SET version = 8");
  shared.opened("");
  auto head = shared.opened("lan_head");
  CHECK(shared.sql("", "SELECT version FROM store_version") == std::to_string(Store::schemaVersion) + "\n");
  REQUIRE(head.saveDefinition(form(budget)));
  REQUIRE(head.openSection(budget, form(budget)));
  const auto sent = submission();
  REQUIRE(head.receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
  REQUIRE(head.withdrawSubmission(budget, sent.header.submittedBy));
  CHECK(shared.sql("", "SELECT state FROM submission") == "5\n");
  CHECK(shared.sql("", "UPDATE submission SET state = 6").find("violates check constraint") != std::string::npos);
  CHECK(shared.sql("tu_phap", "SELECT count(*) FROM submission") == "0\n");
}
