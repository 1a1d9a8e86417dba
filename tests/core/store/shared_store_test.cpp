// A PostgreSQL store with the roles of installer/postgresql: the database itself keeps departments apart, whatever program asks.
#include <catch2/catch.hpp>

#include "core/store/store.h"
#include "tests/support/postgres_server.h"

using namespace cchc;

namespace {

const FixedClock clockAt(Time(std::chrono::seconds(1693200000)));
const PeriodId period("2023-8T");
const SectionKey budget{DefinitionId("finance.budget"), OrgUnitId("296"), period}, legal{DefinitionId("justice.institutional"), OrgUnitId("296"), period};

// The store of a district: the finance office reports the budget, the justice office the legal documents.
class SharedStore {
 public:
  explicit SharedStore(test::PostgresServer& server) : address_(server.freshDatabase()) {
    auto store = opened("");
    const std::vector<OrgUnit> units{{OrgUnitId("296"), "district", "huyện Bình Giang", {}, {}, {}, ""}};
    REQUIRE(store.putUnits(units));
    const std::vector<Assignment> assignments{{budget.definition, budget.unit, OrgUnitId("296.TCKH"), period, {}}, {legal.definition, legal.unit, OrgUnitId("296.TP"), period, {}}};
    REQUIRE(store.putAssignments(assignments));
    for (const auto* part : {"", "-again"}) {
      INFO("roles.sql" << part);
      const auto outcome = test::run("/usr/bin/psql", {"-q", "-d", address_, "-f", CCHC_SOURCE "/installer/postgresql/roles.sql"});
      INFO(outcome.err);
      REQUIRE(outcome.status == 0);
    }
    person("lan", "296.TCKH", "cchc_department");
    person("lan_head", "296.TCKH", "cchc_department_head");
    person("tu_phap", "296.TP", "cchc_department");
    person("van_phong", "296.VP", "cchc_office");
  }

  Store opened(const std::string& login) const {
    auto store = Store::open(of(login), clockAt);
    if (!store) throw std::runtime_error(messageLine(store.error(), Language::en));
    return std::move(*store);
  }
  // A statement as this person, by the stock client. Answers its output; the error's text where it is refused.
  std::string sql(const std::string& login, const std::string& statement) const {
    const auto outcome = test::run("/usr/bin/psql", {"-qtA", "-d", of(login), "-c", statement});
    return outcome.status == 0 ? outcome.out : outcome.err;
  }

 private:
  std::string of(const std::string& login) const {
    auto address = address_;
    return login.empty() ? address : address.replace(address.find("//") + 2, 4, login);
  }
  void person(const std::string& login, const std::string& unit, const std::string& role) const {
    // The server is shared by the tests of this program: the log-in role may be there.
    sql("", "CREATE ROLE " + login + " LOGIN");
    sql("", "GRANT " + role + " TO " + login);
    REQUIRE(sql("", "INSERT INTO member VALUES ('" + login + "', '" + unit + "')").empty());
  }
  std::string address_;
};

SectionDefinition form(const SectionKey& key) {
  SectionDefinition definition;
  definition.id = key.definition;
  definition.digest = "d1";
  definition.xml = "<definition/>";
  return definition;
}

Change change(const std::string& id, const std::string& before, const std::string& after) {
  return {id, "revenue.target", before, after, {"Lan", "lan", "may-1"}, clockAt.now()};
}

test::PostgresServer* server() {
  static std::string reason;
  static const auto started = test::PostgresServer::start(&reason);
  if (!started) WARN("PostgreSQL skipped: " << reason);
  return started.get();
}

bool refused(const std::string& text) { return text.find("permission denied") != std::string::npos || text.find("row-level security") != std::string::npos; }

StoredSubmission submission() {
  StoredSubmission sent;
  sent.header.key = budget;
  sent.header.reporter = OrgUnitId("296.TCKH");
  sent.header.revision = 1;
  sent.header.contentDigest = std::string(64, 'a');
  sent.header.submittedBy = {"Lan", "lan", "may-1"};
  sent.package = "<submission/>";
  return sent;
}

}  // namespace

TEST_CASE("in a shared store a department works on its own sections and sees no other's", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), justice = shared.opened("tu_phap");
  CHECK(*lan.roles() == static_cast<Roles>(UserRole::department));
  REQUIRE(lan.putDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change("c1", "", "400000000000")));
  CHECK(lan.draft(budget)->values.size() == 1);

  // By the program …
  CHECK(justice.draft(budget)->values.empty());
  CHECK(justice.journal(budget)->empty());
  CHECK_FALSE(*justice.section(budget));
  CHECK(justice.openSection(budget, form(budget)).error().code == "store.denied");
  CHECK_FALSE(justice.apply(budget, change("c2", "400000000000", "1")));
  // … and past it.
  CHECK(shared.sql("tu_phap", "SELECT count(*) FROM draft_value") == "0\n");
  CHECK(shared.sql("tu_phap", "UPDATE draft_value SET value = '1'; SELECT 1") == "1\n");
  CHECK(refused(shared.sql("tu_phap", "INSERT INTO draft_value VALUES ('2023-8T', 'finance.budget', '296', 'revenue.actual', '1', 'x')")));
  CHECK(refused(shared.sql("tu_phap", "UPDATE member SET unit = '296.TCKH'")));
  CHECK(refused(shared.sql("tu_phap", "SELECT * FROM member")));
  CHECK(refused(shared.sql("tu_phap", "UPDATE assignment SET reporter = '296.TP'")));
  CHECK(lan.draft(budget)->values.front().value == "400000000000");
  CHECK(lan.verifyJournal(budget)->empty());
}

TEST_CASE("in a shared store nobody changes a journal, a department accepts nothing, and what was submitted is not edited", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head"), office = shared.opened("van_phong");
  REQUIRE(lan.putDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change("c1", "", "400000000000")));
  for (const auto* login : {"lan", "lan_head", "van_phong"}) {
    CHECK(refused(shared.sql(login, "UPDATE change SET new_value = '1'")));
    CHECK(refused(shared.sql(login, "DELETE FROM change")));
  }
  CHECK(refused(shared.sql("lan", "UPDATE section SET state = 3")));
  CHECK(refused(shared.sql("lan", "UPDATE section SET state = 1")));
  CHECK(refused(shared.sql("van_phong", "UPDATE draft_value SET value = '1'")));

  const std::vector<StoredSubmission> sent{submission()};
  CHECK(lan.putSubmissions(sent).error().code == "store.denied");
  const auto taken = head.putSubmissions(sent);
  INFO((taken ? std::string() : messageLine(taken.error(), Language::en)));
  REQUIRE(taken);
  CHECK((*lan.section(budget))->state == SectionState::submitted);
  CHECK(refused(shared.sql("lan", "INSERT INTO draft_value VALUES ('2023-8T', 'finance.budget', '296', 'revenue.actual', '1', 'x')")));
  CHECK(refused(shared.sql("lan_head", "UPDATE section SET state = 3")));
  CHECK(refused(shared.sql("lan_head", "UPDATE submission SET state = 1")));

  // The office reads the draft, takes the submission and returns it; the department mends it.
  CHECK(office.draft(budget)->values.size() == 1);
  const std::vector<Remark> remarks{{"revenue.target", "Xem lại"}};
  REQUIRE(office.setSubmissionState(budget, 1, SubmissionState::returned, {"Minh", "minh", "may-2"}, "Sửa", remarks));
  CHECK(lan.remarks(budget)->size() == 1);
  REQUIRE(lan.transition(budget, SectionAction::edit, {"Lan", "lan", "may-1"}, ""));
  REQUIRE(lan.apply(budget, change("c3", "400000000000", "1")));
  CHECK(lan.verifyJournal(budget)->empty());
}
