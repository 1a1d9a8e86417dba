// What a department may do to others in a shared store by statements of its own, past the program: nothing. It neither
// reads, changes nor stops their work. Each statement is followed by what the others do all the same.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "tests/core/store/shared_store.h"

using namespace cchc;
using namespace cchc::shared;

namespace {

const Actor minh{"Minh", "van_phong", "may-2"}, phap{"Hoa", "tu_phap", "may-4"};
const std::string secret = "471147";

Change legalChange(const std::string& before, const std::string& after) {
  return {newId(), "revenue.target", before, after, phap, clockAt.now()};
}

SectionDefinition legalForm() {
  auto definition = form(legal);
  definition.xml = "<definition id='justice'/>";
  definition.digest = sha256(definition.xml);
  return definition;
}

// The budget of the hostile department is sent; the justice office has a draft, with a figure that is nobody else's.
struct Work {
  explicit Work(test::PostgresServer& server) : shared(server) {
    auto lan = shared.opened("lan"), head = shared.opened("lan_head"), justice = shared.opened("tu_phap");
    REQUIRE(lan.saveDefinition(form(budget)));
    REQUIRE(lan.openSection(budget, form(budget)));
    REQUIRE(lan.apply(budget, change(newId(), "", "1")));
    REQUIRE(justice.saveDefinition(legalForm()));
    REQUIRE(justice.openSection(legal, legalForm()));
    REQUIRE(justice.apply(legal, legalChange("", secret)));
    AttachmentBytes attached;
    attached.bytes = secret;
    attached.about.digest = sha256(secret), attached.about.name = "a.pdf", attached.about.mediaType = "application/pdf";
    REQUIRE(justice.saveAttachment(attached));
  }
  // All that is stored, but for the time of the server.
  std::string all() const {
    std::string every;
    for (const auto* table :
         {"section", "draft_row", "draft_value", "submission", "assignment", "period", "remark", "receipt",
          "definition", "unit_state", "unit_list", "member", "attachment", "kept_file", "issued_report"})
      every += shared.sql("", std::string("SELECT t::text FROM ") + table + " t ORDER BY 1");
    return every +
           shared.sql("", "SELECT to_jsonb(c) - 'recorded_at' FROM change c ORDER BY period, definition, unit, seq");
  }
  // The others go on: an edit of the justice office, which it takes back, and the office reads.
  void othersGoOn() const {
    auto justice = shared.opened("tu_phap"), office = shared.opened("van_phong");
    const auto changed = justice.apply(legal, legalChange(secret, secret));
    INFO((changed ? "" : messageLine(changed.error(), Language::en)));
    CHECK(changed);
    CHECK(office.sections(period));
    CHECK(office.definitions());
    CHECK(office.verifyJournal(budget)->empty());
    CHECK(office.verifyJournal(legal)->empty());
  }
  SharedStore shared;
};

const std::string ofLegal = "'2023-8T', 'justice.institutional', '296'",
                  whereLegal = " WHERE definition = 'justice.institutional'",
                  whereBudget = " WHERE definition = 'finance.budget'";

std::string submissionOf(const std::string& key, const std::string& revision, const std::string& more = "") {
  return "INSERT INTO submission (period, definition, unit, revision, digest, reporter, definition_version, "
         "definition_digest, journal_head, submitted_at, who, login, station, signer, state, received_at, checked_by, "
         "contribution, findings, package) VALUES (" +
         key + ", " + revision +
         ", repeat('e', 64), '296.TCKH', 1, repeat('d', 64), '', '2023-08-28T00:00:00Z', 'w', "
         "session_user, 's', '', 0, '2023-08-28T00:00:00Z', '', '', '', 'junk')" +
         more;
}

}  // namespace

TEST_CASE("a department's login reads nothing of others in a shared store", "[store]") {
  if (server() == nullptr) return;
  const Work work(*server());
  const auto head = work.shared.sql("", "SELECT head_digest FROM section" + whereLegal);
  const auto told = head.substr(0, 64);
  REQUIRE(told.size() == 64);
  // What is looked for is there, and its owner sees it.
  CHECK(work.shared.sql("tu_phap", "SELECT value FROM draft_value").find(secret) != std::string::npos);
  CHECK(work.shared.sql("tu_phap", "SELECT cchc_head(" + ofLegal + ")").find(told) != std::string::npos);
  for (const auto& statement : std::vector<std::string>{
           "SELECT value FROM draft_value", "SELECT value FROM draft_value FOR UPDATE",
           "SELECT new_value, digest FROM change", "SELECT head_digest FROM section", "SELECT * FROM submission",
           "SELECT data FROM attachment", "COPY change TO STDOUT", "COPY (SELECT * FROM draft_value) TO STDOUT",
           "SELECT content FROM kept_file", "SET ROLE cchc_office; SELECT value FROM draft_value",
           "SET ROLE tu_phap; SELECT value FROM draft_value",
           "SET SESSION AUTHORIZATION tu_phap; SELECT value FROM draft_value",
           "SET row_security = off; SELECT value FROM draft_value", "SELECT * FROM member",
           "SELECT most_common_vals::text FROM pg_stats WHERE tablename IN ('draft_value', 'change')",
           "SELECT stavalues1 FROM pg_statistic",
           "CREATE TEMP TABLE member (login TEXT, unit TEXT); INSERT INTO member VALUES ('lan', '296.TP'); SELECT "
           "value FROM "
           "draft_value",
           "CREATE FUNCTION pg_temp.leak(t TEXT) RETURNS BOOLEAN LANGUAGE plpgsql COST 0.0001 AS $$ BEGIN RAISE NOTICE "
           "'%', t; "
           "RETURN true; END $$; SELECT * FROM draft_value WHERE pg_temp.leak(value)",
           "CREATE VIEW public.all_values AS SELECT value FROM draft_value; SELECT * FROM public.all_values"}) {
    for (const auto* login : {"lan", "lan_head"}) {
      const auto out = work.shared.sql(login, statement);
      INFO(login << ": " << statement << "\n" << out);
      CHECK(out.find(secret) == std::string::npos);
      CHECK(out.find(told) == std::string::npos);
      CHECK(out.find("296.TP") == std::string::npos);
    }
  }
  for (const auto& function : std::vector<std::string>{"cchc_head(" + ofLegal + ")", "cchc_state(" + ofLegal + ")",
                                                       "cchc_begun(" + ofLegal + ")", "cchc_sent(" + ofLegal + ")",
                                                       "cchc_has_revision(" + ofLegal + ", 'submission:1')",
                                                       "cchc_receipted(" + ofLegal + ", 1)"}) {
    const auto out = work.shared.sql("lan", "SELECT " + function);
    INFO(function << "\n" << out);
    CHECK((out == "\n" || out == "f\n"));
  }
  // Whoever has no role here runs none of them.
  work.shared.sql("", "CREATE ROLE khach LOGIN");
  for (const auto* call : {"cchc_hidden_sections('2023-8T')", "cchc_of_office()", "cchc_member_unit()"})
    CHECK(refused(work.shared.sql("khach", std::string("SELECT * FROM ") + call)));
  CHECK(work.shared.sql("tu_phap", "SELECT cchc_member_unit()") == "296.TP\n");
}

TEST_CASE("a department's login changes nothing in a shared store past the program", "[store]") {
  if (server() == nullptr) return;
  const Work work(*server());
  const auto before = work.all();
  const auto unchanged = [&](const std::string& login, const std::string& statement) {
    const auto out = work.shared.sql(login, statement);
    INFO(login << ": " << statement << "\n" << out);
    CHECK(work.all() == before);
  };
  const std::string budgetKey = "'2023-8T', 'finance.budget', '296'";
  for (const auto& statement : std::vector<std::string>{
           // Of others.
           "UPDATE draft_value SET value = '9'" + whereLegal,
           "DELETE FROM draft_value",
           "DELETE FROM draft_row",
           "SELECT cchc_clear_value(" + ofLegal + ", 'revenue.target')",
           "SELECT cchc_clear_row(" + ofLegal + ", 'documents', 'r1', 'revenue')",
           "INSERT INTO draft_value VALUES (" + ofLegal + ", 'x', '1', 'i')",
           "UPDATE section SET state = 1" + whereLegal,
           "UPDATE section SET revision = 999999999" + whereLegal,
           submissionOf(ofLegal, "1"),
           "UPDATE assignment SET reporter = '296.TCKH'",
           "DELETE FROM assignment",
           "INSERT INTO assignment VALUES ('2023-8T', 'home_affairs.organization', '296', '296.TCKH', '')",
           "UPDATE period SET closed = 1",
           "INSERT INTO member VALUES ('lan', '296.TP')",
           "UPDATE unit_list SET version = 0",
           "INSERT INTO unit_state SELECT 'x', from_day, until_day, 'x', kind, form, name, parent, identifier, 0 FROM "
           "unit_state",
           "INSERT INTO receipt VALUES (" + ofLegal +
               ", 1, repeat('a', 64), 'stored', '2023-08-28T00:00:00Z', 'w', '')",
           // Of its own, past the journal.
           "UPDATE draft_value SET value = '777'" + whereBudget,
           "SELECT cchc_clear_value(" + budgetKey + ", 'revenue.target')",
           "INSERT INTO draft_value VALUES (" + budgetKey + ", 'other', '1', 'i')",
           "INSERT INTO draft_row VALUES (" + budgetKey + ", 'documents', 'r1', 1)",
           "INSERT INTO draft_row VALUES (" + budgetKey + ", 'documents', 'r1', 9223372036854775807)",
           "UPDATE section SET definition_version = 9223372036854775807" + whereBudget,
           "UPDATE section SET definition_version = 9" + whereBudget,
           "UPDATE section SET state = 3" + whereBudget,
           "UPDATE section SET head_digest = ''" + whereBudget,
           "DELETE FROM change",
           "TRUNCATE change",
           "UPDATE change SET new_value = '9'",
           "INSERT INTO change VALUES (" + budgetKey +
               ", 9, 'i', 'state', 'draft', 'accepted', 'w', 'lan', 's', "
               "'2023-08-28T00:00:00Z', '', 'x')",
           submissionOf(budgetKey, "1"),
           submissionOf(budgetKey, "5"),
           submissionOf(budgetKey, "999999999"),
           submissionOf(budgetKey, "9223372036854775807"),
           submissionOf(budgetKey, "1", " ON CONFLICT DO NOTHING"),
           "INSERT INTO definition VALUES (encode(sha256('x'), 'hex'), 'justice.institutional', 9223372036854775807, "
           "'x')",
           "INSERT INTO definition VALUES (repeat('a', 64), 'justice.institutional', 2, '<definition/>')",
           "UPDATE definition SET xml = 'x'",
           // The guard itself.
           "DROP TABLE draft_value",
           "ALTER TABLE draft_value DISABLE ROW LEVEL SECURITY",
           "CREATE POLICY mine ON draft_value FOR SELECT TO lan USING (true)",
           "DROP TRIGGER cchc_chain ON change",
           "ALTER TABLE change DISABLE TRIGGER ALL",
           "SET session_replication_role = replica; UPDATE draft_value SET value = '9'",
           "GRANT cchc_office TO lan",
           "GRANT ALL ON draft_value TO PUBLIC",
           "CREATE OR REPLACE FUNCTION cchc_mine(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN "
           "LANGUAGE sql "
           "AS 'SELECT true'",
           "CREATE FUNCTION public.sha256(TEXT) RETURNS BYTEA LANGUAGE sql AS 'SELECT NULL::bytea'",
       }) {
    unchanged("lan", statement);
    unchanged("lan_head", statement);
  }
  work.othersGoOn();
  // The same through the program, with the journal.
  auto lan = work.shared.opened("lan"), head = work.shared.opened("lan_head");
  CHECK(lan.apply(budget, change(newId(), "1", "777")));
  CHECK(lan.apply(budget, change(newId(), "777", "")));
  CHECK(work.shared.sql("", "SELECT count(*) FROM draft_value" + whereBudget) == "0\n");
  CHECK(lan.apply(budget, change(newId(), "", "2")));
  CHECK(head.receiveSubmissions(std::vector{submission()}, submission().header.submittedBy, DeskCommand::submit));
  CHECK(work.shared.sql("", "SELECT count(*) FROM submission") == "1\n");
  const auto sent = work.all();
  for (const auto& statement : std::vector<std::string>{
           "UPDATE submission SET package = 'x'", "UPDATE submission SET state = 1",
           "UPDATE submission SET digest = repeat('b', 64)", "DELETE FROM submission",
           "UPDATE draft_value SET value = '9'" + whereBudget,
           "SELECT cchc_clear_value('2023-8T', 'finance.budget', '296', 'revenue.target')",
           "INSERT INTO remark VALUES ('2023-8T', 'finance.budget', '296', 1, 'revenue.target', 'x')"}) {
    INFO(statement << "\n" << work.shared.sql("lan_head", statement) << work.shared.sql("lan", statement));
    CHECK(work.all() == sent);
  }
  work.othersGoOn();
}

TEST_CASE("what a department's login holds stops nobody else in a shared store", "[store]") {
  if (server() == nullptr) return;
  const Work work(*server());
  REQUIRE(work.shared.opened("lan_head")
              .receiveSubmissions(std::vector{submission()}, submission().header.submittedBy, DeskCommand::submit));
  for (const auto& statement : std::vector<std::string>{
           "SELECT pg_advisory_lock(7401)", "LOCK TABLE draft_value", "LOCK TABLE section IN SHARE ROW EXCLUSIVE MODE",
           "LOCK TABLE submission", "LOCK TABLE change IN SHARE MODE", "LOCK TABLE remark", "LOCK TABLE receipt",
           "LOCK TABLE unit_list", "LOCK TABLE definition IN SHARE MODE", "SELECT cchc_lock(" + ofLegal + ")",
           "SELECT 1 FROM assignment FOR UPDATE", "SELECT 1 FROM period FOR SHARE", "SELECT 1 FROM section FOR UPDATE",
           "UPDATE draft_value SET value = value",
           "SET lock_timeout = 0; SELECT cchc_lock('2023-8T', 'finance.budget', '296')",
           "INSERT INTO definition SELECT digest, id, version, xml FROM definition ON CONFLICT DO NOTHING"}) {
    INFO(statement);
    std::atomic<bool> over = false;
    std::thread holding([&] {
      // A refused statement ends the transaction; the login then holds what it has otherwise.
      work.shared.sql("lan_head", "BEGIN; " + statement + "; SELECT pg_sleep(60)");
      over = true;
    });
    const std::string held =
        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'lan_head' AND query LIKE '%pg_sleep%'";
    while (!over && work.shared.sql("", held + " AND wait_event = 'PgSleep'") != "1\n")
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const bool holds = !over;
    {
      auto office = work.shared.opened("van_phong");
      CHECK(office.saveDefinition(legalForm()));
      work.othersGoOn();
      // A file of another section is taken in.
      auto other = submission();
      other.header.key = legal, other.header.reporter = OrgUnitId("296.TP");
      other.header.contentDigest = sha256(statement);
      const auto received = office.receiveSubmissions(std::vector{other}, minh);
      INFO((received ? "" : messageLine(received.error(), Language::en)));
      CHECK(received);
    }
    // What was held is still held: nobody waited for it.
    CHECK(over == !holds);
    work.shared.sql("", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lan_head'");
    holding.join();
    // The section is the justice office's again.
    work.shared.sql("", "SET session_replication_role = replica; DELETE FROM submission" + whereLegal +
                            "; DELETE FROM change" + whereLegal +
                            " AND place NOT LIKE 'revenue%'; UPDATE section SET state "
                            "= 0, revision = 0, head_digest = (SELECT c.digest FROM change c WHERE c.definition = "
                            "section.definition ORDER BY c.seq DESC LIMIT 1)" +
                            whereLegal);
  }
}
