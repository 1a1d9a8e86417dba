// Somebody writes into the store past the program: what then stands there is not reported as what was sent.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"

using namespace cchc::test;

namespace {

std::string quoted(std::string text) {
  for (auto at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 2)) text.insert(at, 1, '\'');
  return "'" + text + "'";
}

const std::string ofBudget = " WHERE definition = 'finance.budget'",
                  ofCommune = " WHERE definition = 'office.commune' AND unit = '10945'";
const std::vector<std::string> inReport = {"-u", "296", "-p", "2023-8T"};

Outcome with(const Office& office, std::vector<std::string> first, const std::vector<std::string>& more = {}) {
  first.insert(first.end(), inReport.begin(), inReport.end());
  first.insert(first.end(), more.begin(), more.end());
  return office.run(first);
}

}  // namespace

TEST_CASE("a package that was changed in the store is not reported under the digest of the one that came in") {
  const auto office = Office::afterDemo();
  CHECK(office.done({"journal", "verify"}).find("27 ") != std::string::npos);
  auto package = contentOf(demoPackage("finance.budget"));
  const std::string figure = "387425000000";
  package.replace(package.find(figure), figure.size(), "987425000000");
  office.alter("UPDATE submission SET package = " + quoted(package) + ofBudget);
  for (const auto& outcome : {with(office, {"consolidate"}, {"-o", (office / "new.xml").string()}),
                              with(office, {"issue"}), with(office, {"show", "finance.budget"})}) {
    INFO(outcome.out);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("submission.altered: finance.budget/296/2023-8T") != std::string::npos);
  }
  // The others are in the draft all the same, and it says what is not.
  const auto draft = contentOf(office / "new.xml");
  CHECK(draft.find("submission.altered") != std::string::npos);
  CHECK(draft.find("987425000000") == std::string::npos);
  CHECK(draft.find("<missing") != std::string::npos);
  const auto verdict = office.run({"journal", "verify"});
  CHECK(verdict.status == 1);
  const auto first = verdict.out.find("submission.altered: finance.budget/296/2023-8T");
  CHECK(first != std::string::npos);
  CHECK(verdict.out.find("submission.altered", first + 1) == std::string::npos);
}

TEST_CASE(
    "a commune's package that was changed in the store, or what it gives to the sums, keeps the report from being "
    "issued") {
  for (const auto& [statement, code] :
       {std::pair<std::string, std::string>{"UPDATE submission SET package = replace(package, 'a', 'b')",
                                            "submission.altered"},
        {"UPDATE submission SET contribution = replace(replace(contribution, '1', '7'), '2', '7')",
         "submission.altered"},
        {"UPDATE submission SET findings = 'x'", "submission.altered"},
        {"UPDATE submission SET signer = 'Chủ tịch xã'", "submission.altered"},
        {"UPDATE submission SET reporter = '10951'", "submission.altered"},
        {"UPDATE submission SET state = 0", "journal.submission-state"},
        {"UPDATE section SET state = 3", "journal.state"}}) {
    const auto office = Office::afterDemo();
    INFO(statement);
    office.alter(statement + ofCommune);
    const auto verdict = office.run({"journal", "verify"});
    CHECK(verdict.status == 1);
    CHECK(verdict.out.find(code + ": office.commune/10945/2023-8T") != std::string::npos);
    if (statement.find("UPDATE section") == 0) continue;
    const auto issued = with(office, {"issue"});
    CHECK(issued.status == 1);
    CHECK(issued.err.find("submission.altered: office.commune/10945/2023-8T") != std::string::npos);
  }
}

TEST_CASE(
    "what is issued is what was consolidated from the submissions that are accepted now, and an issued report is not "
    "overwritten unasked") {
  const auto office = Office::afterDemo();
  const auto plain = office.consolidate();
  const auto report = (office / "report.xml").string();
  const TemporaryFolder keys;
  makeKey(keys, "Ủy ban nhân dân huyện Bình Giang");
  const std::vector<std::string> sign = {
      "--report", report, "--sign", (keys / "k.p12").string(), "--password-file", (keys / "password").string()};
  const auto refused = [&](const std::string& code) {
    const auto before = contentOf(report);
    const auto outcome = with(office, {"issue"}, sign);
    INFO(outcome.err);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find(code) != std::string::npos);
    CHECK(contentOf(report) == before);
    CHECK(office.json({"status", "-p", "2023-8T"}).dump().find("issued") == std::string::npos);
  };
  // Edited by hand; of submissions that were replaced since; with what nobody accepted.
  auto edited = plain;
  write(report, edited.replace(edited.find("<integer>") + 9, 1, "7"));
  refused("report.differs");
  write(report, plain);
  office.correct("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  refused("report.differs");
  office.returnSection("office.tasks");
  office.fill("office.tasks", "");
  office.submit("office.tasks", "tasks.cchc");
  office.consolidate({"--include-unreviewed"});
  refused("issue.incomplete");
  office.done({"confirm-missing", "-u", "296", "-p", "2023-8T", "--by", "Chánh Văn phòng"});
  refused("report.differs");

  office.done({"accept", "office.tasks", "-u", "296", "-p", "2023-8T"});
  office.consolidate();
  const auto issued = with(office, {"issue"}, sign);
  INFO(issued.err);
  REQUIRE(issued.status == 0);
  const auto signedOne = contentOf(report);
  CHECK(with(office, {"consolidate"}, {"-o", report}).err.find("report.issued") != std::string::npos);
  CHECK(contentOf(report) == signedOne);
  CHECK(with(office, {"consolidate"}, {"-o", (office / "another.xml").string()}).status == 0);
  // Not signed, but of the sections that are issued.
  CHECK(with(office, {"consolidate"}, {"-o", (office / "another.xml").string()}).err.find("report.issued") !=
        std::string::npos);
  CHECK(with(office, {"consolidate"}, {"-o", report, "--replace"}).status == 0);
}

TEST_CASE("the state of every revision is held against the journal, not only of the one that counts") {
  const auto office = Office::afterDemo();
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  office.done({"receive", departments.submit("finance.budget", "second.cchc").string()});
  office.done({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  office.done({"journal", "verify"});
  for (const auto* state : {"2", "4", "5", "0"}) {
    office.alter("UPDATE submission SET state = " + std::string(state) + ofBudget + " AND revision = 1");
    const auto verdict = office.run({"journal", "verify"});
    INFO(verdict.out);
    CHECK(verdict.status == 1);
    const std::string code = "journal.submission-state: finance.budget/296/2023-8T";
    const auto at = verdict.out.find(code);
    REQUIRE(at != std::string::npos);
    CHECK(verdict.out.find("lần 1 ", at) != std::string::npos);
    CHECK(verdict.out.find("“đã chấp nhận”", at) != std::string::npos);
    CHECK(verdict.out.find("finance.budget", at + code.size()) == std::string::npos);
  }
  office.alter("UPDATE submission SET state = 1" + ofBudget + " AND revision = 1");
  office.done({"journal", "verify"});
  office.alter("DELETE FROM submission" + ofBudget + " AND revision = 1");
  CHECK(office.run({"journal", "verify"}).out.find("journal.unsent: finance.budget/296/2023-8T") != std::string::npos);
}

TEST_CASE("a desk that somebody wrote into the store is named, and set again") {
  const auto office = Office::afterDemo();
  const std::vector<std::string> status{"status", "-p", "2023-8T"};
  office.done({"desk", "set", "296.TP"});
  office.done(status);
  for (const auto* edited :
       {"UPDATE desk SET unit = 'gone'", "UPDATE desk SET roles = 255", "UPDATE desk SET roles = 0",
        "UPDATE desk SET roles = 'all'", "INSERT INTO desk VALUES ('296.VP', 15)", "UPDATE desk SET unit = ''"}) {
    office.alter(edited);
    const auto refused = office.run(status);
    INFO(edited << refused.out << refused.err);
    CHECK(refused.status != 0);
    CHECK(refused.err.find("desk.altered: ") == 0);
    CHECK(refused.err.find("desk set") != std::string::npos);
    office.done({"--as", "296.TP", "desk", "set", "296.TP"});
    office.done(status);
  }
}

TEST_CASE("a key whose certificate has expired, or is not valid yet, signs nothing") {
  const TemporaryFolder keys;
  makeKey(keys, "Lê Thị Mẫu");
  const auto office = Office::departments();
  office.returnSection("finance.budget");
  office.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  for (const auto& [from, until, code] :
       {std::tuple<std::string, std::string, std::string>{"20200101000000Z", "20220101000000Z", "key.expired"},
        {"20990101000000Z", "20991231000000Z", "key.not-yet-valid"}}) {
    const auto at = [&](const char* name) { return (keys / name).string(); };
    write(keys / "index.txt", "");
    write(keys / "serial", "77\n");
    write(keys / "ca.cnf", "[ca]\ndefault_ca=one\n[one]\nnew_certs_dir=" + keys.path().string() +
                               "\ndatabase=" + at("index.txt") + "\nserial=" + at("serial") +
                               "\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n");
    const auto certified = run("/usr/bin/openssl", {"ca", "-batch", "-notext", "-config", at("ca.cnf"), "-cert",
                                                    at("ca.pem"), "-keyfile", at("ca.key"), "-in", at("k.csr"),
                                                    "-startdate", from, "-enddate", until, "-out", at("old.pem")});
    INFO(certified.err);
    REQUIRE(certified.status == 0);
    REQUIRE(run("/usr/bin/openssl", {"pkcs12", "-export", "-inkey", at("k.key"), "-in", at("old.pem"), "-out",
                                     at("old.p12"), "-passout", "pass:mat-khau"})
                .status == 0);
    const std::vector<std::string> key = {at("old.p12"), "--password-file", at("password")};
    const auto refused = [&](std::vector<std::string> arguments) {
      arguments.insert(arguments.end(), key.begin(), key.end());
      const auto outcome = office.run(arguments);
      INFO(outcome.err);
      CHECK(outcome.status == 1);
      CHECK(outcome.err.find(code) != std::string::npos);
      CHECK_FALSE(std::filesystem::exists(office / "out.cchc"));
    };
    refused({"submit", "finance.budget", "-u", "296", "-p", "2023-8T", "-o", (office / "out.cchc").string(), "--sign"});
    refused({"sign", demoPackage("finance.budget").string(), "-o", (office / "out.cchc").string(), "--key"});
    refused({"issue", "-u", "296", "-p", "2023-8T", "--report", (office / "report.xml").string(), "--sign"});
  }
}

TEST_CASE("a submission that was set aside past the program, while its section still counts it, is found") {
  for (const auto* state : {"3", "4", "5"}) {
    const auto office = Office::afterDemo();
    office.alter(std::string("UPDATE submission SET state = ") + state + ofBudget);
    const auto verdict = office.run({"journal", "verify"});
    INFO(state << ": " << verdict.out);
    CHECK(verdict.status == 1);
    const std::string said = "submission-state: ";
    const auto first = verdict.out.find("journal." + said + "finance.budget/296/2023-8T");
    CHECK(first != std::string::npos);
    CHECK(verdict.out.find(said) == verdict.out.rfind(said));
  }
}
