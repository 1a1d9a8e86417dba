// A PostgreSQL store with the roles of installer/postgresql: the database itself keeps departments apart, whatever
// program connects.
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>

#include "core/model/journal_text.h"
#include "tests/core/store/shared_store.h"

using namespace cchc;
using namespace cchc::shared;

TEST_CASE("in a shared store the program's own changes pass under the login of whoever edits, and under no other",
          "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change("c1", "", "trên 40")));
  const auto own = [&](const char* id, const Address& address, const char* before, const char* after,
                       const char* login) {
    return Change{id, address, before, after, {"CCHC Suite 0.2.0", login, "may-1"}, clockAt.now()};
  };
  const std::vector<Change> keeping{own("k1", "revenue.target", "trên 40", "", "lan"),
                                    own("k2", "kept:revenue.target", "", "trên 40", "lan"), change("c2", "", "40")};
  const auto outcomes = lan.apply(budget, keeping);
  REQUIRE(outcomes);
  for (const auto& outcome : *outcomes) CHECK(outcome.applied);
  CHECK(lan.draft(budget)->values.size() == 2);
  CHECK(lan.verifyJournal(budget)->empty());
  CHECK(lan.apply(budget, own("k3", "kept:revenue.actual", "", "1", "tu_phap")).error().code == "store.denied");
}

TEST_CASE("in a shared store a department works on its own sections and sees no other's", "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), justice = shared.opened("tu_phap");
  CHECK(*lan.grantedDesk() == Desk{OrgUnitId("296.TCKH"), static_cast<Roles>(UserRole::department)});
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change("c1", "", "400000000000")));
  CHECK(lan.draft(budget)->values.size() == 1);

  // Through the program.
  CHECK(justice.draft(budget)->values.empty());
  CHECK(justice.journal(budget)->empty());
  CHECK_FALSE(*justice.section(budget));
  CHECK(justice.openSection(budget, form(budget)).error().code == "store.denied");
  CHECK_FALSE(justice.apply(budget, change("c2", "400000000000", "1")));
  // Past the program.
  CHECK(shared.sql("tu_phap", "SELECT count(*) FROM draft_value") == "0\n");
  CHECK(shared.sql("tu_phap", "UPDATE draft_value SET value = '1'; SELECT 1") == "1\n");
  CHECK(refused(shared.sql(
      "tu_phap", "INSERT INTO draft_value VALUES ('2023-8T', 'finance.budget', '296', 'revenue.actual', '1', 'x')")));
  CHECK(refused(shared.sql("tu_phap", "UPDATE member SET unit = '296.TCKH'")));
  CHECK(refused(shared.sql("tu_phap", "SELECT * FROM member")));
  CHECK(refused(shared.sql("tu_phap", "UPDATE assignment SET reporter = '296.TP'")));
  CHECK(lan.draft(budget)->values.front().value == "400000000000");
  CHECK(lan.verifyJournal(budget)->empty());
}

TEST_CASE(
    "in a shared store nobody changes a journal, a department accepts nothing, and what was submitted is not edited",
    "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head"), office = shared.opened("van_phong");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change("c1", "", "400000000000")));
  for (const auto* login : {"lan", "lan_head", "van_phong"}) {
    CHECK(refused(shared.sql(login, "UPDATE change SET new_value = '1'")));
    CHECK(refused(shared.sql(login, "DELETE FROM change")));
  }
  CHECK(refused(shared.sql("lan", "UPDATE section SET state = 3")));
  CHECK(refused(shared.sql("lan", "UPDATE section SET state = 1")));
  CHECK(shared.sql("van_phong", "UPDATE draft_value SET value = '1'").empty());  // no row of it is the office's
  CHECK(lan.draft(budget)->values.front().value == "400000000000");

  const std::vector<StoredSubmission> sent{submission()};
  CHECK(lan.receiveSubmissions(sent, sent.front().header.submittedBy).error().code == "store.denied");
  const auto taken = head.receiveSubmissions(sent, sent.front().header.submittedBy);
  INFO((taken ? std::string() : messageLine(taken.error(), Language::en)));
  REQUIRE(taken);
  CHECK((*lan.section(budget))->state == SectionState::submitted);
  CHECK(refused(shared.sql(
      "lan", "INSERT INTO draft_value VALUES ('2023-8T', 'finance.budget', '296', 'revenue.actual', '1', 'x')")));
  CHECK(refused(shared.sql("lan_head", "UPDATE section SET state = 3")));
  CHECK(refused(shared.sql("lan_head", "UPDATE submission SET state = 1")));

  // The office reads the draft, receives the submission and returns it; the department corrects it.
  CHECK(office.draft(budget)->values.size() == 1);
  const std::vector<Remark> remarks{{"revenue.target", "Xem lại"}};
  REQUIRE(
      office.setSubmissionState(budget, 1, SubmissionState::returned, {"Minh", "van_phong", "may-2"}, "Sửa", remarks));
  CHECK(lan.remarks(budget)->size() == 1);
  REQUIRE(lan.transition(budget, DeskCommand::edit, {"Lan", "lan", "may-1"}, ""));
  REQUIRE(lan.apply(budget, change("c3", "400000000000", "1")));
  CHECK(lan.verifyJournal(budget)->empty());
}

TEST_CASE(
    "in a shared store a journal entry bears its author's log-in name and follows the last one, and a section's row "
    "says what its journal says",
    "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), head = shared.opened("lan_head");
  CHECK(*lan.login() == "lan");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  REQUIRE(lan.apply(budget, change("c1", "", "400000000000")));
  // Under another person's name, through the program, so that only the name is wrong.
  auto forged = change("c2", "400000000000", "1");
  forged.who = {"Trưởng phòng", "lan_head", "may-9"};
  const auto denied = lan.apply(budget, forged);
  REQUIRE_FALSE(denied);
  CHECK(denied.error().code == "store.denied");
  CHECK(lan.draft(budget)->values.front().value == "400000000000");
  // An entry outside the chain, one that the section's row does not lead to, and a transition that only the office may
  // make.
  const auto entry = [](const std::string& seq, const std::string& place, const std::string& value,
                        const std::string& login = "lan") {
    return "INSERT INTO change SELECT period, definition, unit, " + seq + ", 'x', '" + place + "', '', '" + value +
           "', 'Lan', '" + login +
           "', 'm', '2023-08-28T00:00:00Z', digest, "
           "encode(sha256(convert_to(concat(64, ':', digest, octet_length(definition || '/' || unit || '/' || period), "
           "':', definition, '/', unit, '/', period, octet_length('" +
           place + "'), ':" + place + "', '0:', octet_length('" + value + "'), ':" + value +
           "', '3:Lan', octet_length('" + login + "'), ':" + login +
           "', '1:m', '20:2023-08-28T00:00:00Z'), 'UTF8')), 'hex') FROM change WHERE seq = 1";
  };
  CHECK(refused(shared.sql("lan", entry("7", "revenue.actual", "1"))));
  CHECK(shared.sql("lan", entry("2", "revenue.actual", "1")).find("does not know of the journal entry") !=
        std::string::npos);
  CHECK(refused(shared.sql("lan", entry("2", "state", "accepted"))));
  // Which package counts, and a decision that a file brought, are the office's to write.
  for (const auto& event : {submissionEventText({SubmissionEvent::Kind::chosen, std::string(64, 'a')}),
                            submissionEventText({SubmissionEvent::Kind::decided, "Minh"})}) {
    const auto place = addressText(Address::ofSubmission(1));
    CHECK(shared.sql("lan", entry("2", place, event)).find("row-level security") != std::string::npos);
    CHECK(shared.sql("lan_head", entry("2", place, event, "lan_head")).find("row-level security") != std::string::npos);
  }
  CHECK(
      shared.sql("lan", entry("2", addressText(Address::ofRemark("revenue.target")), "x")).find("row-level security") !=
      std::string::npos);
  CHECK(refused(shared.sql("lan", "UPDATE section SET head_digest = '00'")));
  CHECK(refused(shared.sql("lan", "UPDATE section SET revision = 77")));
  CHECK(refused(shared.sql("lan_head", "UPDATE section SET state = 1")));
  CHECK(refused(shared.sql(
      "lan", "INSERT INTO definition VALUES ('" + std::string(64, 'b') + "', 'finance.budget', 1, '<other/>')")));
  CHECK(lan.verifyJournal(budget)->empty());

  const std::vector<StoredSubmission> sent{submission()};
  REQUIRE(head.receiveSubmissions(sent, sent.front().header.submittedBy));
  CHECK(refused(shared.sql("lan_head", "UPDATE section SET state = 0")));
  // The head of a department asks for the return; the office refuses.
  auto office = shared.opened("van_phong");
  REQUIRE(head.transition(budget, DeskCommand::askReturn, {"Lan", "lan_head", "may-1"}, "Nhập nhầm"));
  CHECK((*office.section(budget))->reason == "Nhập nhầm");
  REQUIRE(office.transition(budget, DeskCommand::refuseReturn, {"Minh", "van_phong", "may-2"}, "Đã đúng"));
  CHECK((*lan.section(budget))->state == SectionState::submitted);
  CHECK(lan.verifyJournal(budget)->empty());
}

TEST_CASE(
    "in a shared store a department sees how far the sections of others are, and neither their drafts nor their "
    "attachments",
    "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  auto lan = shared.opened("lan"), justice = shared.opened("tu_phap"), office = shared.opened("van_phong");
  REQUIRE(lan.saveDefinition(form(budget)));
  REQUIRE(lan.openSection(budget, form(budget)));
  AttachmentBytes paper{{"so-lieu.pdf", "application/pdf", sha256("bảng số liệu"), 17}, "bảng số liệu"};
  REQUIRE(lan.saveAttachment(paper));
  REQUIRE(lan.saveAttachment(paper));
  auto named = change("c1", "", "attachment " + paper.about.digest);
  REQUIRE(lan.apply(budget, named));
  CHECK((*lan.attachment(paper.about.digest)).has_value());
  CHECK((*office.attachment(paper.about.digest)).has_value());
  CHECK_FALSE((*justice.attachment(paper.about.digest)).has_value());
  CHECK(shared.sql("tu_phap", "SELECT count(*) FROM attachment") == "0\n");
  REQUIRE(justice.saveAttachment(paper));  // the same bytes, from another person
  paper.about.digest = std::string(64, 'c');
  CHECK(justice.saveAttachment(paper).error().code == "store.denied");

  CHECK(justice.sections(period)->empty());
  const auto hidden = justice.hiddenSections(period);
  REQUIRE(hidden);
  REQUIRE(hidden->size() == 1);
  CHECK(hidden->front().key == budget);
  CHECK(hidden->front().state == SectionState::draft);
  CHECK(hidden->front().headDigest.empty());
  CHECK(lan.hiddenSections(period)->empty());
  CHECK(office.hiddenSections(period)->empty());
}

TEST_CASE("what an issued report used is added by the head of the office alone, and departments do not see the report",
          "[store]") {
  if (server() == nullptr) return;
  const SharedStore shared(*server());
  IssuedReport report;
  report.unit = OrgUnitId("296"), report.period = period, report.by = {"Minh", "chanh_vp", "may-2"};
  report.files = {{"report.xml", sha256("báo cáo"), "báo cáo"},
                  {"schemas/a.xsl", sha256("kiểu"), "kiểu"},
                  {"program", sha256("x"), {}}};
  auto office = shared.opened("van_phong"), head = shared.opened("chanh_vp"), lan = shared.opened("lan_head");
  CHECK(office.issueSections({}, report).error().code == "store.denied");
  CHECK(lan.issueSections({}, report).error().code == "store.denied");
  REQUIRE(head.issueSections({}, report));
  REQUIRE(head.issueSections({}, report));
  for (auto* store : {&office, &head, &lan}) {
    const auto all = store->issuedReports(report.unit, period);
    REQUIRE(all);
    REQUIRE(all->size() == 2);
    CHECK(all->front().revision == 2);
    REQUIRE(all->front().files.size() == 3);
    CHECK(all->front().files[1].name == "report.xml");
    CHECK(*store->keptFile(sha256("kiểu")) == "kiểu");
    CHECK_FALSE(store->keptFile(sha256("x"))->has_value());
  }
  CHECK(*office.keptFile(sha256("báo cáo")) == "báo cáo");
  CHECK_FALSE(lan.keptFile(sha256("báo cáo"))->has_value());
  for (const auto* login : {"lan_head", "van_phong", "chanh_vp"}) {
    INFO(login);
    CHECK(refused(shared.sql(login, "UPDATE kept_file SET content = ''")));
    CHECK(refused(shared.sql(login, "DELETE FROM issued_file")));
    CHECK(refused(shared.sql(login, "UPDATE issued_report SET program = ''")));
  }
  CHECK(refused(shared.sql("lan_head", "UPDATE issued_report SET reopened_at = 'x'")));
}

TEST_CASE("several programs that make the tables of a shared store at the same moment wait for one another",
          "[store]") {
  if (server() == nullptr) return;
  const auto address = server()->freshDatabase();
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      const auto opened = Store::open(address, clockAt);
      if (!opened) std::cerr << opened.error().code << '\n';
      ::_exit(opened ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const auto child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
}
