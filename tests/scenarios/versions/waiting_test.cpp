// A package that was made with a form that is not here waits, with a receipt that says so, and is taken when the form
// arrives.
#include <catch2/catch.hpp>

#include "tests/scenarios/versions/labour.h"

namespace fs = std::filesystem;
using namespace cchc::test;
using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

// The one receipt in the folder; "" if there is none.
fs::path receiptIn(const std::string& folder) {
  std::vector<fs::path> all;
  if (fs::exists(folder))
    for (const auto& entry : fs::directory_iterator(folder)) all.push_back(entry.path());
  REQUIRE(all.size() <= 1);
  return all.empty() ? fs::path() : all.front();
}

// The commune has both versions, the office the first alone.
class Apart : public Labour {
 public:
  Apart() {
    install("commune", "jobs-1.xml", firstForm());
    install("commune", "jobs-2.xml", secondForm());
    install("office", "jobs.xml", firstForm());
    prepare("commune", "commune.sqlite");
    prepare("office", "office.sqlite");
    fill("commune", "commune.sqlite", "X1", "S2025", figure("workers", "60") + figure("young", "7"));
    package = submit("commune", "commune.sqlite", "X1", "S2025");
  }
  std::string receiptState() const {
    return read("commune", "commune.sqlite", jobs("history", "X1", "S2025")).front()["receipt_result"];
  }
  std::string package;
};

}  // namespace

TEST_CASE("a package of a version that the office lacks waits, and is taken when the office gets the form") {
  const Apart round;
  const auto receipts = round.at("receipts");
  const std::vector<std::string> receive{"receive", round.package, "--receipts", receipts};
  const auto early = round.run("office", "office.sqlite", receive);
  INFO(early.err);
  CHECK(early.status == 1);
  CHECK(has(early.err, "package.newer-definition"));
  CHECK(has(early.err, "Biểu mẫu hai nơi khác nhau"));
  CHECK(has(early.err, "phiên bản 2"));
  CHECK(has(early.err, "phiên bản 1"));
  CHECK(has(early.err, round.read("commune", "commune.sqlite", jobs("show", "X1", "S2025"))["definition_digest"]
                           .get<std::string>()
                           .substr(0, 12)));
  CHECK(has(round.run("office", "office.sqlite", jobs("history", "X1", "S2025")).err, "section.not-received"));

  // The receipt says that it waits.
  const auto receipt = receiptIn(receipts);
  REQUIRE_FALSE(receipt.empty());
  CHECK(has(contentOf(receipt), "minor=\"1\""));
  CHECK(has(contentOf(receipt), "result=\"waiting\""));
  const auto told = round.run("commune", "commune.sqlite", {"receive", receipt.string()});
  CHECK(told.status == 0);
  CHECK(has(told.err, "receipt.waiting"));
  CHECK(round.receiptState() == "waiting");

  // Receiving again changes nothing while the form is missing.
  round.run("office", "office.sqlite", receive);
  CHECK(has(contentOf(receiptIn(receipts)), "result=\"waiting\""));

  round.install("office", "jobs-2.xml", secondForm());
  fs::create_directories(round.at("empty"));
  round.done("office", "office.sqlite", {"receive", round.at("empty"), "--receipts", receipts});
  CHECK(round.read("office", "office.sqlite", jobs("show", "X1", "S2025"))["fields"] ==
        json{{"workers", "60"}, {"young", "7"}});
  CHECK(has(contentOf(receiptIn(receipts)), "result=\"stored\""));
  CHECK(has(contentOf(receiptIn(receipts)), "minor=\"0\""));
  round.done("commune", "commune.sqlite", {"receive", receiptIn(receipts).string()});
  CHECK(round.receiptState() == "stored");
  round.done("commune", "commune.sqlite", {"receive", receipt.string()});  // an older one that comes late
  CHECK(round.receiptState() == "stored");
  round.done("office", "office.sqlite", jobs("accept", "X1", "S2025"));
}

TEST_CASE("in an inbox a package waits with its receipt, and is received by the next program") {
  const Apart round;
  fs::create_directories(round.at("inbox"));
  fs::copy_file(round.package, fs::path(round.at("inbox")) / "x1.cchc");
  const std::vector<std::string> watch{"receive", "--watch", "--once", "--every", "20", round.at("inbox")};
  CHECK(round.run("office", "office.sqlite", watch).status == 1);
  CHECK(fs::exists(fs::path(round.at("inbox")) / "waiting/x1.cchc"));
  CHECK(has(contentOf(receiptIn(round.at("inbox") + "/receipts")), "result=\"waiting\""));
  round.install("office", "jobs-2.xml", secondForm());
  round.done("office", "office.sqlite", watch);
  CHECK(fs::exists(fs::path(round.at("inbox")) / "archive/x1.cchc"));
  CHECK(has(contentOf(receiptIn(round.at("inbox") + "/receipts")), "result=\"stored\""));
}

TEST_CASE("a package of the same version with another content waits, until both sides have one form") {
  const Labour round;
  auto changed = firstForm();
  changed.replace(changed.find("Nhận xét"), std::string("Nhận xét").size(), "Đánh giá");
  round.install("commune", "jobs.xml", firstForm());
  round.install("office", "jobs.xml", changed);
  round.prepare("commune", "commune.sqlite");
  round.prepare("office", "office.sqlite");
  round.fill("commune", "commune.sqlite", "X1", "Y2024", figure("people", "100") + figure("remark", "tốt"));
  const auto package = round.submit("commune", "commune.sqlite", "X1", "Y2024");
  const auto waiting = round.run("office", "office.sqlite", {"receive", package, "--receipts", round.at("receipts")});
  INFO(waiting.err);
  CHECK(waiting.status == 1);
  CHECK(has(waiting.err, "package.other-definition"));
  CHECK(has(waiting.err, "cùng số phiên bản"));
  CHECK(has(waiting.err, "không tăng số phiên bản"));
  CHECK(has(contentOf(receiptIn(round.at("receipts"))), "result=\"waiting\""));
  fs::create_directories(round.at("empty"));
  CHECK(round.run("office", "office.sqlite", {"receive", round.at("empty")}).status == 0);  // nothing new to tell
  CHECK(has(round.run("office", "office.sqlite", jobs("history", "X1", "Y2024")).err, "section.not-received"));

  // The changed form is published with a number of its own, and the package of the lower version is moved along.
  changed.replace(changed.find("version=\"1\""), 11, "version=\"2\"");
  round.install("office", "jobs.xml", changed);
  round.done("office", "office.sqlite", {"receive", round.at("empty"), "--receipts", round.at("receipts")});
  CHECK(round.read("office", "office.sqlite", jobs("show", "X1", "Y2024"))["fields"] ==
        json{{"people", "100"}, {"remark", "tốt"}});
  CHECK(has(contentOf(receiptIn(round.at("receipts"))), "result=\"stored\""));
}

TEST_CASE("a package of a period for which the office has no version waits") {
  const Labour round;
  round.install("commune", "jobs.xml", firstForm());
  round.install("office", "jobs.xml", secondForm());
  round.prepare("commune", "commune.sqlite");
  round.prepare("office", "office.sqlite");
  round.fill("commune", "commune.sqlite", "X1", "Y2024", figure("people", "100"));
  const auto package = round.submit("commune", "commune.sqlite", "X1", "Y2024");
  const auto waiting = round.run("office", "office.sqlite", {"receive", package});
  CHECK(has(waiting.err, "package.no-definition"));
  round.install("office", "jobs-1.xml", firstForm());
  fs::create_directories(round.at("empty"));
  round.done("office", "office.sqlite", {"receive", round.at("empty")});
  CHECK(round.read("office", "office.sqlite", jobs("show", "X1", "Y2024"))["fields"] == json{{"people", "100"}});
}

TEST_CASE("a form that changes without a new version stops neither check nor consolidation, and is named once") {
  const Labour round;
  round.install("here", "jobs.xml", firstForm());
  round.prepare("here", "office.sqlite");
  for (const auto* unit : {"X1", "X2"}) {
    round.fill("here", "office.sqlite", unit, "Y2024", figure("people", "100") + figure("remark", "tốt"));
    round.submit("here", "office.sqlite", unit, "Y2024");
  }
  round.done("here", "office.sqlite", {"accept", "--all", "-u", "T", "-p", "Y2024"});
  // A field goes, without a new number.
  auto changed = firstForm();
  const auto from = changed.find("<field id=\"remark\"");
  changed.erase(from, changed.find("</field>", from) + 8 - from);
  round.install("here", "jobs.xml", changed);
  std::size_t named = 0;
  for (const auto& finding : round.read("here", "office.sqlite", {"check", "-u", "T", "-p", "Y2024"})) {
    if (finding["code"] != "core.form-changed") continue;
    ++named;
    CHECK(has(finding["what"], "“Việc làm” phiên bản 1"));
    CHECK(has(finding["what"], "2 phần báo cáo"));
  }
  CHECK(named == 1);
  round.done("here", "office.sqlite",
             {"consolidate", "--incomplete", "-u", "T", "-p", "Y2024", "-o", round.at("report.xml")});
  CHECK(has(contentOf(round.at("report.xml")), ">200<"));
  CHECK(keptIn(round.read("here", "office.sqlite", jobs("show", "X1", "Y2024"))) ==
        std::map<std::string, std::string>{{"remark", "tốt"}});
  // The other content does not ask the remark.
  round.done("here", "office.sqlite", {"confirm-missing", "-u", "T", "-p", "Y2024", "--by", "Chánh Văn phòng"});
  round.done("here", "office.sqlite", {"issue", "-u", "T", "-p", "Y2024"});
}
