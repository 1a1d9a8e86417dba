// What the database of a shared store refuses beside the program: what the program writes only together with a journal
// entry, or with the transition that it belongs to. Beside each refusal stands the same without the fault.
#include "tests/core/store/shared_store.h"

using namespace cchc;
using namespace cchc::shared;

namespace {

const Actor minh{"Minh", "van_phong", "may-2"}, chief{"Nam", "chanh_vp", "may-3"};

// The budget is begun, has a value and was sent once.
void sendBudget(const SharedStore& shared, const StoredSubmission& sent = submission()) {
  auto lan = shared.opened("lan"), head = shared.opened("lan_head");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change(newId(), "", "1")));
  REQUIRE(head.receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
}

StoredSubmission formSubmission() {
  auto sent = submission();
  sent.header.definitionDigest = form(budget).digest, sent.header.definitionVersion = form(budget).version;
  return sent;
}

std::vector<Assignment> budgetTo(const std::string& unit) {
  return {{budget.definition, budget.unit, OrgUnitId(unit), period, {}}};
}

// Statements that write an entry into the journal of the budget with its right digest, and its head into the section.
std::string entry(const std::string& login, const std::string& place, const std::string& before,
                  const std::string& after) {
  const auto values = "'" + place + "', '" + before + "', '" + after + "', 'X', '" + login + "', 'm', ";
  const std::string day = "'2023-08-28T12:00:00Z'";
  return "DO $$ DECLARE h text := cchc_head('2023-8T', 'finance.budget', '296'); w text; words text := ''; BEGIN "
         "FOREACH w IN ARRAY ARRAY[h, 'finance.budget/296/2023-8T', " +
         values + day +
         "] LOOP words := words || octet_length(w) || ':' || w; END LOOP; "
         "INSERT INTO change (period, definition, unit, seq, id, place, old_value, new_value, who, login, station, at, "
         "previous_digest, digest) SELECT '2023-8T', 'finance.budget', '296', max(seq) + 1, gen_random_uuid()::text, " +
         values + day +
         ", h, encode(sha256(convert_to(words, 'UTF8')), 'hex') FROM change WHERE definition = 'finance.budget'; "
         "UPDATE section SET head_digest = cchc_head(period, definition, unit) WHERE definition = 'finance.budget'; "
         "END $$; ";
}

}  // namespace

TEST_CASE("in a shared store a section that is begun changes its reporter only with the journal entry that says why",
          "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto office = shared.opened("van_phong");
  const std::string move = "UPDATE assignment SET reporter = '296.VP' WHERE definition = 'finance.budget'; ";
  // While it is not begun, it is free.
  CHECK(shared.sql("van_phong", move).empty());
  REQUIRE(office.saveAssignments(budgetTo("296.TCKH"), minh));
  CHECK(office.reassignments(budgetTo("296.VP"))->empty());
  sendBudget(shared);
  CHECK(office.reassignments(budgetTo("296.VP"))->size() == 1);
  CHECK(refused(shared.sql("van_phong", move)));
  CHECK(refused(shared.sql("van_phong", "DELETE FROM assignment WHERE definition = 'finance.budget'")));
  CHECK(refused(shared.sql("van_phong", "UPDATE assignment SET subject = 'x' WHERE definition = 'finance.budget'")));
  // There and back in one transaction.
  CHECK(refused(shared.sql("van_phong", move + "UPDATE assignment SET reporter = '296.TCKH' WHERE definition = "
                                               "'finance.budget'")));
  for (const auto* words : {"reassigned to 296.TP: x", "reassigned to 296.VP: ", "chosen x"})
    CHECK(refused(
        shared.sql("van_phong", "BEGIN; " + move + entry("van_phong", "submission:1", "296.TCKH", words) + "COMMIT")));
  CHECK(refused(shared.sql("van_phong", entry("van_phong", "submission:1", "296.TCKH", "reassigned to 296.VP: x"))));
  CHECK(refused(shared.sql("lan_head", entry("lan_head", "submission:1", "296.TCKH", "reassigned to 296.VP: x"))));
  CHECK(refused(shared.sql("lan_head", entry("lan_head", "submission:1", "end: a → b", "period changed: x"))));
  CHECK(office.saveAssignments(budgetTo("296.VP"), minh).error().code == "assignment.begun");
  CHECK(*office.reporter(budget) == OrgUnitId("296.TCKH"));
  CHECK(shared.sql("van_phong", "UPDATE assignment SET deadline = '2023-08-30' WHERE definition = 'finance.budget'")
            .empty());

  CHECK(office.saveAssignments(budgetTo("296.VP"), minh, "giải thể"));
  CHECK(*office.reporter(budget) == OrgUnitId("296.VP"));
  const auto journal = office.journal(budget);
  REQUIRE(journal);
  const auto said = readReassignment(journal->back().change);
  REQUIRE(said);
  CHECK((said->from == OrgUnitId("296.TCKH") && said->to == OrgUnitId("296.VP") && said->reason == "giải thể"));
  CHECK(office.verifyJournal(budget)->empty());
}

TEST_CASE("in a shared store a section has the definition and the reason that its journal gives it", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), office = shared.opened("van_phong");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change(newId(), "", "1")));
  for (const auto* login : {"lan", "van_phong"}) {
    INFO(login);
    for (const auto* columns :
         {"definition_digest = repeat('b', 64)", "definition_version = definition_version + 1", "reason = 'x'"})
      CHECK(refused(shared.sql(login, std::string("UPDATE section SET ") + columns)));
  }
  // A form that the store has, of a version that is not lower, is how a draft moves along.
  auto next = form(budget);
  next.version += 1, next.xml = "<definition version='2'/>", next.digest = sha256(next.xml);
  REQUIRE(lan.saveDefinition(next));
  CHECK(refused(shared.sql("van_phong", "UPDATE section SET definition_digest = '" + next.digest +
                                            "', definition_version = " + std::to_string(next.version))));
  CHECK(lan.openSection(budget, next)->definitionDigest == next.digest);
  CHECK(refused(shared.sql("lan", "UPDATE section SET definition_digest = '" + form(budget).digest +
                                      "', definition_version = " + std::to_string(form(budget).version))));
  // A return has its reason, and no other.
  const auto sent = formSubmission();
  REQUIRE(
      shared.opened("lan_head").receiveSubmissions(std::vector{sent}, sent.header.submittedBy, DeskCommand::submit));
  CHECK(refused(shared.sql("van_phong", "UPDATE section SET reason = 'x'")));
  CHECK(office.setSubmissionState(budget, 1, SubmissionState::returned, minh, "thiếu: số thu"));
  CHECK((*office.section(budget))->reason == "thiếu: số thu");
  CHECK(refused(shared.sql("van_phong", "UPDATE section SET reason = ''")));
  CHECK(office.verifyJournal(budget)->empty());
}

TEST_CASE("in a shared store a remark is in the journal, and what is kept is what its digest says", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  sendBudget(shared);
  auto office = shared.opened("van_phong"), head = shared.opened("chanh_vp");
  CHECK(refused(shared.sql(
      "van_phong", "INSERT INTO remark VALUES ('2023-8T', 'finance.budget', '296', 1, 'revenue.target', 'x')")));
  const std::vector<Remark> remarks{{"revenue.target", "xem lại"}};
  CHECK(office.setSubmissionState(budget, 1, SubmissionState::returned, minh, "thiếu", remarks));
  CHECK(office.remarks(budget)->size() == 1);
  CHECK(refused(shared.sql("van_phong", "UPDATE remark SET text = 'x'")));

  const auto keep = [&](const std::string& digest, const std::string& content) {
    return shared.sql("chanh_vp", "BEGIN; INSERT INTO issued_file VALUES ('2023-8T', '296', 1, 'a', '" + digest +
                                      "'); INSERT INTO kept_file VALUES ('" + digest + "', '" + content + "'); COMMIT");
  };
  CHECK(refused(keep(sha256("a"), "b")));
  CHECK(keep(sha256("b"), "b").empty());
  CHECK(*head.keptFile(sha256("b")) == "b");
  CHECK(refused(shared.sql("chanh_vp", "INSERT INTO kept_file VALUES ('" + sha256("c") + "', 'c')")));
}

TEST_CASE("in a shared store the office enters for a unit only together with a new revision", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  sendBudget(shared, formSubmission());
  auto office = shared.opened("van_phong");
  const auto form = shared::form(budget);
  const auto enter = [&](int revision, const std::string& before, const std::string& after) {
    auto sent = formSubmission();
    sent.header.revision = revision;
    sent.header.contentDigest = std::string(64, static_cast<char>('a' + revision));
    sent.header.journalHead = (*office.section(budget))->headDigest;
    sent.header.submittedBy = minh;
    sent.header.enteredFor = EnteredFor{OrgUnitId("296.VP"), "Lan", {2023, 8, 27}, {"revenue.target"}};
    auto entered = change(newId(), before, after);
    entered.who = minh;
    return office.enterSubmission({&form, {entered}, sent}, minh);
  };
  REQUIRE(enter(2, "1", "2"));
  // Once more on the revision that nobody has decided on: the draft would not be what the package has.
  const std::string again = entry("van_phong", "submission:2", "", "entered for 296.TCKH: Lan, 2023-08-27"),
                    edit = "UPDATE draft_value SET value = '9'; ";
  CHECK(refused(shared.sql("van_phong", "BEGIN; " + again + edit + "COMMIT")));
  CHECK(
      refused(shared.sql("van_phong", "BEGIN; UPDATE submission SET findings = findings; " + again + edit + "COMMIT")));
  CHECK(shared.sql("", "SELECT value FROM draft_value") == "2\n");
  REQUIRE(enter(3, "2", "3"));
  CHECK(shared.sql("", "SELECT value FROM draft_value") == "3\n");
  CHECK(office.verifyJournal(budget)->empty());
}

TEST_CASE(
    "in a shared store the head of the reporter receives receipts and its own package again, and the return of "
    "an office elsewhere",
    "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto sent = formSubmission();
  sent.header.signer = "Lan";
  sendBudget(shared, sent);
  auto lan = shared.opened("lan"), head = shared.opened("lan_head"), justice = shared.opened("tu_phap");
  const Store::SubmissionReceipt waiting{1, sent.header.contentDigest, "waiting", clockAt.now(), "Minh", ""},
      received{1, sent.header.contentDigest, "stored", clockAt.now(), "Minh", ""},
      other{1, std::string(64, 'f'), "stored", clockAt.now(), "Minh", ""};
  CHECK(lan.saveReceipt(budget, received).error().code == "store.denied");
  CHECK(justice.saveReceipt(budget, received).error().code == "store.denied");
  CHECK(head.saveReceipt(budget, other).error().code == "store.denied");
  CHECK(*head.saveReceipt(budget, waiting) == false);
  CHECK(*head.saveReceipt(budget, received) == false);
  CHECK(*head.saveReceipt(budget, received) == true);
  CHECK(head.receipts(budget)->front().result == "stored");
  CHECK(refused(shared.sql("lan_head", "DELETE FROM receipt")));

  auto again = sent;
  again.checkedBy = "x", again.contribution = "y", again.findings = "z";  // as a package that arrives has them
  CHECK(head.receiveSubmissions(std::vector{again}, sent.header.submittedBy)->front() == Store::Received::known);
  again.header.contentDigest = std::string(64, 'f');
  CHECK(head.receiveSubmissions(std::vector{again}, sent.header.submittedBy).error().code == "store.denied");

  const auto arrives = [&](Store& store, const std::string& login) {
    const std::vector<Remark> remarks{{"revenue.target", "xem lại"}};
    return store.setSubmissionState(budget, 1, SubmissionState::returned, {"Lan", login, "may-1"}, "thiếu", remarks,
                                    "Văn phòng");
  };
  // Where the office works in the store, it returns there.
  CHECK(arrives(head, "lan_head").error().code == "store.denied");
  CHECK(shared.sql("", "DELETE FROM member WHERE unit = '296.VP'").empty());
  CHECK(arrives(lan, "lan").error().code == "store.denied");
  CHECK(arrives(justice, "tu_phap").error().code != "");
  CHECK(head.setSubmissionState(budget, 1, SubmissionState::returned, sent.header.submittedBy, "thiếu").error().code ==
        "store.denied");  // without whose decision it is
  CHECK(head.setSubmissionState(budget, 1, SubmissionState::accepted, sent.header.submittedBy, "", {}, "Văn phòng")
            .error()
            .code == "store.denied");
  CHECK(arrives(head, "lan_head"));
  CHECK((*head.section(budget))->state == SectionState::returned);
  CHECK(head.remarks(budget)->size() == 1);
  CHECK(head.verifyJournal(budget)->empty());
}
