// Submissions that no longer count: withdrawn by whoever sent them, discarded by the office.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"
#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/report_index.h"

using namespace cchc::test;

namespace {

const Arguments reports = {"-u", "296", "-p", "2023-8T"};

// "revision state" of each submission of the budget, the latest first.
std::vector<std::string> historyOf(const Office& office) {
  std::vector<std::string> lines;
  for (const auto& one : office.json(budget("history")))
    lines.push_back(std::to_string(one["revision"].get<int>()) + " " + one["state"].get<std::string>());
  return lines;
}

std::string stateOf(const Office& office) {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == "finance.budget") return line["state"];
  }
  return {};
}

std::filesystem::path sentAgain(const Office& departments, const std::string& file, const std::string& target) {
  departments.fill("finance.budget", "<field id=\"revenue.target\">" + target + "</field>");
  return departments.submit("finance.budget", file);
}

std::string target(const Office& office) {
  return indexReport(office.consolidate()).values.at("finance.budget/revenue.target").printed;
}

}  // namespace

TEST_CASE("a department withdraws what the office has not received, and its next submission supersedes it", "[desks]") {
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  const auto second = sentAgain(departments, "second.cchc", "400000000000");
  const auto said = departments.done(with({"--as", "296.TCKH"}, budget("withdraw")));
  CHECK(said.find("Đã rút lần gửi 2") != std::string::npos);
  CHECK(said.find("Văn phòng có thể vẫn nhận được") != std::string::npos);
  CHECK(stateOf(departments) == "Đang nhập");
  CHECK(historyOf(departments) == std::vector<std::string>{"2 đơn vị đã rút", "1 đã trả lại"});
  CHECK(departments.run(budget("withdraw")).err.find("section.transition") == 0);

  const auto third = sentAgain(departments, "third.cchc", "500000000000");
  CHECK(historyOf(departments).front() == "3 chờ xem xét");
  departments.done({"journal", "verify"});
  // The office has the withdrawn package too, since it was sent before.
  const auto office = Office::afterDemo();
  office.done({"receive", second.string()});
  office.done(budget("accept"));
  office.done({"receive", third.string()});
  office.done(budget("accept"));
  CHECK(target(office).find("500") != std::string::npos);
}

TEST_CASE("what the office has confirmed is not withdrawn but asked for", "[desks]") {
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  const auto second = sentAgain(departments, "second.cchc", "400000000000");
  const auto office = Office::afterDemo();
  const auto receipts = office / "receipts";
  office.done({"receive", second.string(), "--receipts", receipts.string()});
  for (const auto& file : std::filesystem::directory_iterator(receipts))
    departments.done({"receive", file.path().string()});
  const auto refused = departments.run(budget("withdraw"));
  CHECK(refused.status == 1);
  CHECK(refused.err.find("withdraw.received") == 0);
  CHECK(refused.err.find("cchc ask-return") != std::string::npos);
  CHECK(stateOf(departments) == "Đã gửi");
}

TEST_CASE("a discarded submission is kept and does not count, and no earlier one counts in its place", "[desks]") {
  const auto office = Office::afterDemo();
  const auto first = target(office);
  const auto departments = Office::departments();
  departments.returnSection("finance.budget");
  office.done({"receive", sentAgain(departments, "second.cchc", "400000000000").string()});
  office.done(budget("accept"));
  CHECK(target(office).find("400") != std::string::npos);

  CHECK(office.run(budget("discard", {"--reason", " "})).err.find("discard.reason") == 0);
  office.done(with({"--as", "296.VP"}, budget("discard", {"--reason", "Gửi nhầm đơn vị"})));
  CHECK(historyOf(office) == std::vector<std::string>{"2 đã loại bỏ", "1 đã chấp nhận"});
  CHECK(stateOf(office) == "Đang nhập");
  const auto report = office.consolidate();
  CHECK(indexReport(report).values.count("finance.budget/revenue.target") == 0);
  CHECK(report.find("definition=\"finance.budget\"") != std::string::npos);  // as a missing section
  CHECK(office.json(budget("history"))[0]["reason"] == "Gửi nhầm đơn vị");
  CHECK(office.done(budget("history")).find("“Gửi nhầm đơn vị”") != std::string::npos);
  CHECK(office.run(budget("discard", {"--reason", "x"})).err.find("submission.discarded") == 0);
  office.done({"journal", "verify"});

  // The next one counts again.
  departments.returnSection("finance.budget");
  office.done({"receive", sentAgain(departments, "third.cchc", "500000000000").string()});
  office.done(budget("accept"));
  CHECK(target(office).find("500") != std::string::npos);
  // An older one is discarded without any effect on it.
  office.done(budget("discard", {"--revision", "1", "--reason", "Bản cũ"}));
  CHECK(historyOf(office) == std::vector<std::string>{"3 đã chấp nhận", "2 đã loại bỏ", "1 đã loại bỏ"});
  CHECK(target(office).find("500") != std::string::npos);
}

TEST_CASE("a submission that was discarded by mistake is chosen again", "[desks]") {
  const auto office = Office::afterDemo();
  const auto before = target(office);
  const std::string digest = office.json(budget("history"))[0]["digest"];
  office.done(budget("discard", {"--digest", digest.substr(0, 10), "--reason", "Nhầm"}));
  office.done(budget("choose", {"--digest", digest.substr(0, 10)}));
  office.done(budget("accept"));
  CHECK(target(office) == before);
  office.done({"journal", "verify"});
}

TEST_CASE("what does not count is not said to be used: a package of an earlier revision, a revision that is not here",
          "[desks]") {
  const auto office = Office::afterDemo();
  const auto departments = Office::departments();
  const std::string first = office.json(budget("history"))[0]["digest"];
  departments.returnSection("finance.budget");
  office.done({"receive", sentAgain(departments, "second.cchc", "400000000000").string()});
  office.done(budget("accept"));
  for (int round = 0; round < 2; ++round) {
    const auto chosen = office.run(budget("choose", {"--digest", first}));
    INFO(chosen.out << chosen.err);
    CHECK(chosen.status == 1);
    CHECK(chosen.err.find("choose.earlier: finance.budget/296/2023-8T") == 0);
    if (round == 0) office.done(budget("discard", {"--reason", "Nhầm"}));
  }
  const auto missing = office.run(budget("discard", {"--revision", "9", "--reason", "x"}));
  CHECK(missing.status == 2);
  CHECK(missing.err.find("submission.no-revision") == 0);
  CHECK(office.run(budget("return", {"--reason", "\u00a0"})).err.find("return.reason") == 0);
  CHECK(office.run(budget("discard", {"--reason", "\u200b"})).err.find("discard.reason") == 0);

  departments.done(budget("withdraw"));
  CHECK(departments.run(budget("discard", {"--reason", "x"})).err.find("submission.withdrawn") == 0);
}
