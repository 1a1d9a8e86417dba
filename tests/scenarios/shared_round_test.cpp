// The round between a department and the office on one shared store, each by an account of their own: what the database
// enforces lets everything through that is theirs to do.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"

using namespace cchc::test;

namespace {

class SharedRound {
 public:
  explicit SharedRound(PostgresServer& server) : address_(server.freshDatabase()) {
    for (const auto& table : {std::vector<std::string>{"units", "import", "units.tsv"},
                              {"periods", "import", "periods.tsv"},
                              {"assign", "assignments.tsv"}}) {
      auto command = table;
      command.back() = (sampleFolder() / command.back()).string();
      done("cchc", command);
    }
    const auto roles =
        run("/usr/bin/psql", {"-q", "-d", address_, "-f", CCHC_SOURCE "/installer/postgresql/roles.sql"});
    INFO(roles.err);
    REQUIRE(roles.status == 0);
    person("nhap", "296.TCKH", "cchc_department");
    person("truong", "296.TCKH", "cchc_department_head");
    person("phap", "296.TP", "cchc_department_head");
    person("vp", "296.VP", "cchc_office");
    person("chanh", "296.VP", "cchc_office_head");
  }
  Outcome as(const std::string& login, std::vector<std::string> command) const {
    auto address = address_;
    address.replace(address.find("//") + 2, 4, login);
    command.insert(command.begin(), {"--store", address});
    return cchc::test::cchc(command);
  }
  std::string done(const std::string& login, const std::vector<std::string>& command) const {
    const auto outcome = as(login, command);
    INFO(login << " " << command.front() << ": " << outcome.out << outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
  }
  std::string stateFor(const std::string& login) const {
    for (const auto& line : nlohmann::json::parse(done(login, {"--json", "status", "-p", "2023-8T"}))) {
      if (line["definition"] == "finance.budget") return line["state"];
    }
    return {};
  }
  TemporaryFolder folder;

 private:
  void sql(const std::string& statement) const { run("/usr/bin/psql", {"-q", "-d", address_, "-c", statement}); }
  void person(const std::string& login, const std::string& unit, const std::string& role) const {
    sql("CREATE ROLE " + login + " LOGIN");
    sql("GRANT " + role + " TO " + login);
    sql("INSERT INTO member VALUES ('" + login + "', '" + unit + "')");
  }
  std::string address_;
};

std::vector<std::string> budget(const std::string& command, const std::vector<std::string>& more = {}) {
  std::vector<std::string> all{command, "finance.budget", "-u", "296", "-p", "2023-8T"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE(
    "the whole round on a shared store with roles: filled in, submitted, asked for, refused, returned, mended, "
    "accepted, consolidated, issued, with whole journals") {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    skip(reason);
    return;
  }
  const SharedRound shared(*server);
  const auto package = (shared.folder / "p.cchc").string(), report = (shared.folder / "report.xml").string();
  shared.done("nhap", budget("fill", {(sampleFolder() / "values" / "finance.budget.xml").string()}));
  CHECK(shared.as("nhap", budget("submit", {"-o", package})).err.find("desk.role") != std::string::npos);
  CHECK(shared.as("phap", budget("fill", {(sampleFolder() / "values" / "finance.budget.xml").string()})).status != 0);
  CHECK(shared.stateFor("phap") == "Đang nhập");
  shared.done("truong", budget("submit", {"-o", package}));
  CHECK(shared.stateFor("phap") == "Đã gửi");
  // What is hidden is not said to be missing: the refusal names whose section it is, or who may.
  CHECK(shared.as("phap", budget("withdraw")).err.find("section.other-unit:") == 0);
  CHECK(shared.as("phap", budget("ask-return", {"--reason", "x"})).err.find("section.other-unit:") == 0);
  CHECK(shared.as("phap", budget("accept")).err.find("desk.role:") == 0);
  shared.done("truong", budget("ask-return", {"--reason", "Nhập nhầm"}));
  shared.done("vp", budget("refuse-return", {"--reason", "Đã đúng"}));
  shared.done("truong", budget("ask-return", {"--reason", "Thiếu số thu"}));
  shared.done("vp", budget("return", {"--reason", "Sửa số thu", "--at", "revenue.target=Xem lại"}));
  write(shared.folder / "values.xml", valuesFile("<field id=\"revenue.target\">400000000000</field>"));
  shared.done("nhap", budget("fill", {(shared.folder / "values.xml").string()}));
  shared.done("truong", budget("submit", {"-o", package}));
  CHECK(shared.done("vp", budget("show")).find("400") != std::string::npos);
  shared.done("vp", budget("accept"));
  // Packages of those without the network come in beside.
  shared.done("vp", {"receive", demoPackage("justice.institutional").string(),
                     demoPackage("office.commune", "10945").string()});
  shared.done("vp", {"accept", "--all", "-u", "296", "-p", "2023-8T"});
  shared.done("vp", {"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", report});
  CHECK(shared.as("vp", {"issue", "-u", "296", "-p", "2023-8T"}).err.find("desk.role") != std::string::npos);
  CHECK(shared.as("vp", {"confirm-missing", "-u", "296", "-p", "2023-8T", "--by", "Lan"}).err.find("desk.role") !=
        std::string::npos);
  shared.done("chanh", {"confirm-missing", "-u", "296", "-p", "2023-8T", "--by", "Chánh Văn phòng"});
  shared.done("chanh", {"issue", "-u", "296", "-p", "2023-8T"});
  shared.done("vp", {"issued", "-u", "296", "-p", "2023-8T", "--files"});
  shared.done("chanh", budget("reopen", {"--reason", "Sai chữ"}));
  CHECK(shared.done("vp", {"issued", "-u", "296", "-p", "2023-8T"}).find("đã mở lại") != std::string::npos);
  shared.done("vp", budget("return", {"--reason", "Sửa lần nữa"}));
  shared.done("nhap", budget("fill", {(sampleFolder() / "values" / "finance.budget.xml").string()}));
  for (const auto* login : {"cchc", "vp", "nhap"})
    CHECK(shared.done(login, {"journal", "verify"}).find("nguyên vẹn") != std::string::npos);
  // The journal bears the names that the database knows.
  for (const auto& entry : nlohmann::json::parse(shared.done("vp", {"--json", "journal", "show", "finance.budget"}))) {
    CHECK((entry["login"] == "nhap" || entry["login"] == "truong" || entry["login"] == "vp" ||
           entry["login"] == "chanh"));
  }
  // Whoever claims a desk that the account does not have is told which one it has.
  const auto stranger = [&] {
    auto command = budget("fill", {(shared.folder / "values.xml").string()});
    command.insert(command.begin(), {"--as", "296.VP:office"});
    return shared.as("nhap", command);
  }();
  INFO(stranger.err);
  CHECK(stranger.status == 2);
  CHECK(stranger.err.find("desk.not-granted: 296.VP:office") != std::string::npos);
  CHECK(stranger.err.find("296.TCKH): người nhập số liệu") != std::string::npos);
  CHECK(shared.as("nhap", {"desk", "set", "296.TCKH"}).err.find("desk.shared") != std::string::npos);
  CHECK(shared.done("truong", {"desk", "show"}).find("(296.TCKH): lãnh đạo đơn vị") != std::string::npos);
}

TEST_CASE("on a shared store the head of the reporter receives the office's receipt and its own package again") {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    skip(reason);
    return;
  }
  const SharedRound shared(*server);
  const auto package = (shared.folder / "p.cchc").string(), receipts = (shared.folder / "receipts").string();
  shared.done("nhap", budget("fill", {(sampleFolder() / "values" / "finance.budget.xml").string()}));
  shared.done("truong", budget("submit", {"-o", package}));
  shared.done("vp", {"receive", package, "--receipts", receipts});
  std::string receipt;
  for (const auto& file : std::filesystem::directory_iterator(receipts)) receipt = file.path().string();
  REQUIRE_FALSE(receipt.empty());
  for (const auto* login : {"nhap", "phap"}) {
    const auto refused = shared.as(login, {"receive", receipt});
    INFO(login << refused.out << refused.err);
    CHECK(refused.status == 1);
    CHECK((refused.out + refused.err).find("store.denied") == std::string::npos);
  }
  shared.done("truong", {"receive", receipt});
  shared.done("truong", {"receive", package});
  CHECK(shared.as("truong", budget("withdraw")).err.find("withdraw.received") == 0);
  CHECK(shared.done("cchc", {"journal", "verify"}).find("nguyên vẹn") != std::string::npos);
}
