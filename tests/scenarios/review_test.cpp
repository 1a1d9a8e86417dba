// What the office decides, and what comes in meanwhile.
#include <algorithm>
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"
#include "tests/scenarios/support/report_index.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

const std::vector<std::string> budget = {"finance.budget", "-u", "296", "-p", "2023-8T"};
const std::vector<std::string> whole = {"-u", "296", "-p", "2023-8T"};

std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string>& then,
                              const std::vector<std::string>& more = {}) {
  first.insert(first.end(), then.begin(), then.end());
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

// Revision `number` of the budget as the department sends it, with another target.
fs::path revision(const Office& departments, const std::string& file, const std::string& target) {
  departments.returnSection("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">" + target + "</field>");
  return departments.submit("finance.budget", file);
}

nlohmann::json statusOf(const Office& office) {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == "finance.budget") return line;
  }
  return {};
}

std::string target(const std::string& report) {
  return indexReport(report).values.at("finance.budget/revenue.target").printed;
}

bool hasFinding(const std::string& report, const std::string& code) {
  return report.find("code=\"" + code + "\"") != std::string::npos;
}

// The journal of the budget, "place value by name/login".
std::vector<std::string> journalOf(const Office& office) {
  std::vector<std::string> lines;
  for (const auto& entry : office.json(with({"journal", "show"}, budget))) {
    CHECK(entry["login"] != "");
    CHECK(entry["station"] != "");
    auto value = entry["new"].get<std::string>();
    if (const auto space = value.find(' ');
        entry["place"].get<std::string>().rfind("submission:", 0) == 0 && value.rfind("decided", 0) != 0)
      value.resize(space);
    lines.push_back(entry["place"].get<std::string>() + " " + value + " by " + entry["who"].get<std::string>());
  }
  return lines;
}

}  // namespace

TEST_CASE("a revision that comes in while the report is issued waits, and is reviewed once the section is reopened") {
  const auto office = Office::afterDemo();
  const auto departments = Office::departments();
  const auto second = revision(departments, "second.cchc", "400000000000");
  office.done(with({"issue"}, whole));
  const auto received = office.run({"receive", second.string(), "--receipts", (office / "receipts").string()});
  CHECK(received.status == 0);
  CHECK(received.err.find("package.after-issue") != std::string::npos);
  CHECK(statusOf(office)["state"] == "Đã phát hành");
  CHECK(statusOf(office)["waiting"] == 2);
  CHECK(target(office.consolidate({"--replace"})) == "387 tỷ 425 triệu đồng");
  CHECK(office.run(with({"accept"}, budget)).err.find("section.transition") != std::string::npos);

  office.done(with({"reopen"}, budget, {"--reason", "Có số liệu mới"}));
  CHECK(statusOf(office)["state"] == "Đã gửi");
  CHECK(statusOf(office)["revision"] == 2);
  // Until somebody decides, the report says that it has the older one, and is not issued so.
  CHECK(hasFinding(office.consolidate({"--replace"}), "core.newer-waiting"));
  const auto issued = office.run(with({"issue"}, whole));
  CHECK(issued.status == 1);
  CHECK(issued.err.find("issue.newer-waiting") != std::string::npos);
  CHECK(issued.err.find("Cải cách tài chính công (huyện Bình Giang: 1 → 2)") != std::string::npos);
  office.done(with({"accept"}, budget));
  const auto report = office.consolidate({"--replace"});
  CHECK(target(report) == "400 tỷ đồng");
  CHECK_FALSE(hasFinding(report, "core.newer-waiting"));
  office.done(with({"issue"}, whole));
  office.done({"journal", "verify"});
}

TEST_CASE("between two packages of one revision a person chooses before one is accepted") {
  const auto office = Office::before();
  const auto one = Office::departments(), two = Office::departments(), three = Office::departments();
  const auto first = revision(one, "first.cchc", "400000000000"), other = revision(two, "other.cchc", "500000000000");
  office.done({"receive", demoPackage("finance.budget").string(), first.string()});
  CHECK(office.run({"receive", other.string()}).err.find("package.rival") != std::string::npos);
  CHECK(statusOf(office)["undecided"] == true);
  const auto refused = office.run(with({"accept"}, budget));
  CHECK(refused.status == 1);
  CHECK(refused.err.find("submission.rivals") != std::string::npos);
  CHECK(refused.err.find("cchc choose finance.budget -u 296 -p 2023-8T") != std::string::npos);
  office.done({"receive", demoPackage("office.document").string()});
  const auto all = office.run(with({"accept", "--all"}, whole));
  CHECK(all.status == 1);
  CHECK(all.out.find("Đã chấp nhận 1 phần") != std::string::npos);
  CHECK(all.err.find("submission.rivals: finance.budget") != std::string::npos);
  CHECK(hasFinding(office.consolidate({"--include-unreviewed"}), "core.undecided"));

  std::size_t which = 0;
  SECTION("the one that came in first") { which = 0; }
  SECTION("the other") { which = 1; }
  const std::string chosen = office.json(with({"history"}, budget))[which]["digest"];
  office.done(with({"choose"}, budget, {"--digest", chosen}));
  CHECK(statusOf(office)["undecided"] == false);
  office.done(with({"accept"}, budget));
  CHECK(target(office.consolidate()) == (which == 0 ? "400 tỷ đồng" : "500 tỷ đồng"));
  // A third one opens the question again.
  office.run({"receive", revision(three, "third.cchc", "600000000000").string()});
  CHECK(statusOf(office)["undecided"] == true);
  office.done({"journal", "verify"});
}

TEST_CASE("every receipt and transition is journalled with whoever took it in, from the first package on") {
  const auto office = Office::before();
  const auto departments = Office::departments();
  const auto take = [&](const fs::path& package) {
    office.run({"--actor", "Phạm Thị Nhận", "receive", package.string()});
  };
  take(demoPackage("finance.budget"));
  CHECK(journalOf(office) == std::vector<std::string>{"submission:1 received by Phạm Thị Nhận"});
  take(demoPackage("finance.budget"));  // again: nothing happened
  const auto notice = office / "return.cchc";
  office.done(with({"--actor", "Lê Thị Duyệt", "return"}, budget, {"--reason", "Sửa", "-o", notice.string()}));
  departments.done({"--actor", "Nguyễn Văn Lan", "receive", notice.string()});
  departments.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  take(departments.submit("finance.budget", "second.cchc"));
  const auto elsewhere = Office::departments();
  take(revision(elsewhere, "rival.cchc", "500000000000"));
  CHECK(journalOf(office) ==
        std::vector<std::string>{"submission:1 received by Phạm Thị Nhận", "state returned: Sửa by Lê Thị Duyệt",
                                 "submission:2 received by Phạm Thị Nhận", "state submitted by Phạm Thị Nhận",
                                 "submission:2 rival by Phạm Thị Nhận"});
  office.done({"journal", "verify"});
  // The department knows who returned it and who took the return in.
  const auto there = journalOf(departments);
  CHECK(std::find(there.begin(), there.end(), "submission:1 decided by Lê Thị Duyệt by Nguyễn Văn Lan") != there.end());
  CHECK(std::find(there.begin(), there.end(), "state returned: Sửa by Nguyễn Văn Lan") != there.end());
  departments.done({"journal", "verify"});
}

TEST_CASE("what a revision changes is told against the last one that came in, field by field") {
  const auto departments = Office::departments();
  const auto office = Office::before();
  office.done({"receive", demoPackage("finance.budget").string()});
  revision(departments, "second.cchc", "400000000000");  // never arrives
  office.done({"receive", revision(departments, "third.cchc", "400000000000").string()});
  const auto changes = office.json(with({"history"}, budget, {"--changes"}));
  CHECK(changes["since"] == 1);
  CHECK(changes["revision"] == 3);
  REQUIRE(changes["changes"].size() == 1);
  CHECK(changes["changes"][0]["place"] == "revenue.target");
  const auto told = office.done(with({"history"}, budget, {"--changes"}));
  CHECK(told.find("lần gửi 1 → 3") != std::string::npos);
  CHECK(told.find("387.425.000.000 → 400.000.000.000") != std::string::npos);
  CHECK(office.json(with({"history"}, budget, {"--changes", "1"}))["since"] == 0);
}

TEST_CASE("an unsigned package says so in the report of its own unit, and its signed copy takes its place") {
  const TemporaryFolder keys;
  makeKey(keys, "Phòng Tài chính");
  const auto office = Office::before();
  const fs::path trust = office.store().string() + ".trust";
  fs::create_directories(trust);
  fs::copy_file(keys / "ca.pem", trust / "ca.pem");
  write(trust / "trust.tsv", "kind\twhat\tunit\tfrom\tuntil\npolicy\twarn\nauthority\tca.pem\t296.*\t\t\n");
  office.done({"receive", demoPackage("finance.budget").string()});
  office.done(with({"accept"}, budget));
  CHECK(hasFinding(office.consolidate(), "signature.unsigned"));

  const auto copy = office / "signed.cchc";
  office.done({"sign", demoPackage("finance.budget").string(), "--key", (keys / "k.p12").string(), "--password-file",
               (keys / "password").string(), "-o", copy.string()});
  const auto received = office.run({"--actor", "Phạm Thị Nhận", "receive", copy.string()});
  CHECK(received.status == 0);
  CHECK(received.err.find("package.now-signed") != std::string::npos);
  const auto history = office.json(with({"history"}, budget));
  CHECK(history.size() == 1);
  CHECK(statusOf(office)["state"] == "Đã đưa vào báo cáo");  // decided already, and the same content
  const auto report = office.consolidate();
  CHECK_FALSE(hasFinding(report, "signature.unsigned"));
  CHECK(report.find("signer=\"Phòng Tài chính\"") != std::string::npos);
  CHECK(office.json({"receive", copy.string()})[0]["result"] == "known");
  CHECK(journalOf(office).back() == "submission:1 signed by Phạm Thị Nhận");
  office.done({"journal", "verify"});
}

TEST_CASE("a refusal in English names states and roles in English") {
  const auto office = Office::afterDemo();
  office.done(with({"issue"}, whole));
  const auto state = office.run(with({"--lang", "en", "accept"}, budget)).err;
  CHECK(state.find("The action “accept” is not possible while the section's state is “Issued”") != std::string::npos);
  CHECK(state.find("Submitted, Return requested") != std::string::npos);
  const auto role =
      office.run(with({"--lang", "en", "--as", "296.TCKH:department", "reopen"}, budget, {"--reason", "x"})).err;
  CHECK(role.find("you are the person who enters the figures: The action is reserved for: the head of the Office") !=
        std::string::npos);
}
