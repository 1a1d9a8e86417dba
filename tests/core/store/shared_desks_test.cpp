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
  shared.sql("",
             "ALTER TABLE submission DROP CONSTRAINT submission_state_check; ALTER TABLE submission ADD CONSTRAINT "
             "submission_state_check1 CHECK (state BETWEEN 0 AND 3); DROP TABLE desk; DROP TABLE confirmed_missing; "
             "UPDATE store_version SET version = 8");
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

TEST_CASE("in a shared store a submission changes its state only with the journal entry that says so", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head"), office = shared.opened("van_phong");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  const auto sent = submission();
  REQUIRE(head.receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
  // Each would take the figures of the unit out of the report, or put others in, in silence.
  for (const auto* state : {"1", "2", "3", "4", "5"})
    CHECK(refused(shared.sql("van_phong", std::string("UPDATE submission SET state = ") + state)));
  CHECK(refused(shared.sql("lan_head", "UPDATE submission SET state = 5")));
  CHECK(refused(shared.sql("van_phong",
                           "INSERT INTO submission SELECT period, definition, unit, 2, repeat('b', 64), "
                           "reporter, definition_version, definition_digest, journal_head, submitted_at, "
                           "who, login, station, signer, 1, received_at, checked_by, contribution, "
                           "findings, package FROM submission")));
  for (const auto* column : {"login = 'van_phong'", "revision = 7", "digest = ''", "unit = '10945'"})
    CHECK(refused(shared.sql("van_phong", std::string("UPDATE submission SET ") + column)));
  CHECK(shared.sql("", "SELECT state, revision, login FROM submission") == "0|1|lan_head\n");
  const Actor minh{"Minh", "van_phong", "may-2"};
  CHECK(office.acceptSubmission(budget, {1, sent.header.contentDigest, {}, {}, {}, {}}, minh));
  CHECK(office.discardSubmission(budget, sent.header.contentDigest, 0, "gửi nhầm", minh));
  CHECK(office.chooseSubmission(budget, sent.header.contentDigest, minh));
}

TEST_CASE("in a shared store what was sent stays in the draft, and a closed period takes no data", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change(newId(), "", "1")));
  const std::string erase = "WITH gone AS (DELETE FROM draft_value RETURNING 1) SELECT count(*) FROM gone",
                    close =
                        "INSERT INTO period VALUES ('2023-8T', '', '', '2023-01-01', '2023-08-31', '', '', '', '', "
                        "1, 'cumulative')";
  CHECK(shared.sql("", close).empty());
  CHECK(refused(shared.sql("lan", erase)));
  CHECK(
      refused(shared.sql("lan", "INSERT INTO draft_value VALUES ('2023-8T', 'finance.budget', '296', 'a', '1', '')")));
  CHECK(shared.sql("", "DELETE FROM period").empty());
  const auto sent = submission();
  REQUIRE(head.receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
  for (const auto* login : {"lan", "lan_head"}) CHECK(refused(shared.sql(login, erase)));
  CHECK(shared.sql("", "SELECT value FROM draft_value") == "1\n");
}

TEST_CASE("in a shared store nobody writes a journal entry that cannot be read, nor of a submission that is not here",
          "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  const auto sent = submission();
  REQUIRE(head.receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
  const auto entry = [&](const std::string& place, const std::string& text, const std::string& at) {
    return shared.sql(
        "van_phong",
        "DO $$ DECLARE h text := cchc_head('2023-8T', 'finance.budget', '296'); w text; words text := ''; BEGIN "
        "FOREACH w IN ARRAY ARRAY[h, 'finance.budget/296/2023-8T', '" +
            place + "', '', '" + text + "', 'Minh', 'van_phong', 'may-2', '" + at +
            "'] LOOP words := words || octet_length(w) || ':' || w; END LOOP; "
            "INSERT INTO change (period, definition, unit, seq, id, place, old_value, new_value, who, login, station, "
            "at, previous_digest, digest) SELECT '2023-8T', 'finance.budget', '296', max(seq) + 1, "
            "gen_random_uuid()::text, '" +
            place + "', '', '" + text + "', 'Minh', 'van_phong', 'may-2', '" + at +
            "', h, encode(sha256(convert_to(words, 'UTF8')), 'hex') FROM change; "
            "UPDATE section SET head_digest = cchc_head(period, definition, unit); END $$");
  };
  const std::string day = "2023-08-28T12:00:00Z", digest(64, 'a');
  CHECK(refused(entry("submission:zz", "chosen " + digest, day)));
  CHECK(refused(entry("submission:1", "chosen " + digest, "yesterday")));
  CHECK(refused(entry("submission:9", "received " + digest, day)));
  CHECK(refused(entry("submission:1", "received " + std::string(64, 'b'), day)));
  CHECK(entry("submission:1", "chosen " + digest, day).empty());
  CHECK(refused(shared.sql("chanh_vp", "INSERT INTO issued_report VALUES ('2023-8T', '296', 1, '" + day +
                                           "', 'Lan', 'lan_head', '', '', '')")));
}

TEST_CASE("in a shared store the state that keeps a section from its reporter is named", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head"), office = shared.opened("van_phong"),
       other = shared.opened("tu_phap");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  const auto sent = submission();
  REQUIRE(head.receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
  REQUIRE(
      office.acceptSubmission(budget, {1, sent.header.contentDigest, {}, {}, {}, {}}, {"Minh", "van_phong", "may-2"}));
  const auto& who = sent.header.submittedBy;
  for (const auto& error : {head.withdrawSubmission(budget, who).error(),
                            head.transition(budget, DeskCommand::askReturn, who, "x").error()}) {
    CHECK(error.code == "section.transition");
    CHECK(messageLine(error, Language::en).find("“Accepted”") != std::string::npos);
  }
  // Of a section of others nothing is shown; that it is theirs is said.
  const Actor stranger{"Hoa", "tu_phap", "may-3", {OrgUnitId("296.TP"), departmentRoles}};
  CHECK(other.withdrawSubmission(budget, stranger).error().code == "section.other-unit");
  CHECK(other.discardSubmission(budget, "", 0, "x", stranger).error().code == "desk.role");
}

TEST_CASE("in a shared store an account of no unit reports no section", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  shared.sql("", "CREATE ROLE khach LOGIN");
  shared.sql("", "GRANT cchc_department_head TO khach");
  CHECK(shared.opened("khach").grantedDesk()->roles == 0);
  CHECK(shared.opened("van_phong").grantedDesk()->roles == static_cast<Roles>(UserRole::office));
  CHECK(*shared.opened("").grantedDesk() == Desk{});
}
