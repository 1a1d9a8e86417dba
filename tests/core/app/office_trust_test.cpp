// In a shared store a department writes its own rows. The office decides by the bytes of the package and by its own
// trust list.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/key_files.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"

using namespace cchc::test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> budget = {"finance.budget", "-u", "296", "-p", "2023-8T"};

// A shared store with the tables of the sample, and a person for each role, each at another workstation.
class SharedOffice {
 public:
  explicit SharedOffice(PostgresServer& server) : address_(server.freshDatabase()) {
    const auto sample = fs::path(CCHC_SOURCE) / "installer" / "sample";
    done("cchc", {"units", "import", (sample / "units.tsv").string()});
    done("cchc", {"periods", "import", (sample / "periods.tsv").string()});
    done("cchc", {"assign", (sample / "assignments.tsv").string()});
    const auto roles =
        cchc::test::run("/usr/bin/psql", {"-q", "-d", address_, "-f", CCHC_SOURCE "/installer/postgresql/roles.sql"});
    INFO(roles.err);
    REQUIRE(roles.status == 0);
    person("truong_phong", "296.TCKH", "cchc_department_head");
    person("van_phong", "296.VP", "cchc_office");
    person("chanh_vp", "296.VP", "cchc_office_head");
    cchc::test::write(folder_ / "values.xml", cchc::test::contentOf(sample / "values" / "finance.budget.xml"));
  }

  Outcome run(const std::string& login, const std::vector<std::string>& arguments) const {
    std::vector<std::string> all{
        "XDG_DATA_HOME=" + (folder_ / login).string(), CCHC_BINARY "/bin/cchc", "--lang", "en", "--store", of(login)};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return cchc::test::run("/usr/bin/env", all);
  }
  std::string done(const std::string& login, const std::vector<std::string>& arguments) const {
    const auto outcome = run(login, arguments);
    INFO(login << " " << arguments.front() << ": " << outcome.out << outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
  }
  std::string on(const std::string& login, std::string command, const std::vector<std::string>& more = {}) const {
    auto arguments = budget;
    arguments.insert(arguments.begin(), std::move(command));
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(login, arguments).err;
  }
  // Bypasses the program. Returns the error, "" when there was none.
  std::string sql(const std::string& login, const std::string& statement) const {
    const auto outcome =
        cchc::test::run("/usr/bin/psql", {"-qtA", "-v", "ON_ERROR_STOP=1", "-d", of(login), "-c", statement});
    return outcome.err;
  }
  void trust(const std::string& login, const fs::path& authority, const std::string& lines) const {
    const auto trust = folder_ / login / "cchc" / "trust";
    fs::create_directories(trust);
    fs::copy_file(authority, trust / "ca.pem", fs::copy_options::overwrite_existing);
    cchc::test::write(trust / "trust.tsv", "kind\twhat\tunit\tfrom\tuntil\n" + lines);
  }
  std::string file(const std::string& name) const { return (folder_ / name).string(); }
  std::string submit(const fs::path& keys, const std::string& name) const {
    return on("truong_phong", "submit",
              {"-o", file(name), "--sign", (keys / "k.p12").string(), "--password-file", (keys / "password").string()});
  }

 private:
  std::string of(const std::string& login) const {
    auto address = address_;
    return address.replace(address.find("//") + 2, 4, login);
  }
  void person(const std::string& login, const std::string& unit, const std::string& role) const {
    sql("cchc", "CREATE ROLE " + login + " LOGIN");
    sql("cchc", "GRANT " + role + " TO " + login);
    REQUIRE(sql("cchc", "INSERT INTO member VALUES ('" + login + "', '" + unit + "')").empty());
  }
  TemporaryFolder folder_;
  std::string address_;
};

const char* const required = "policy\trequired\nauthority\tca.pem\t296.TCKH\t\t\n";

}  // namespace

TEST_CASE(
    "an office that requires signatures accepts nothing in a shared store that its own trust list does not know, "
    "whatever stands in the row",
    "[trust]") {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    skip(reason);
    return;
  }
  const TemporaryFolder fake, good;
  makeKey(fake, "Trưởng phòng tự phong");
  makeKey(good, "Phòng Tài chính - Kế hoạch");
  const SharedOffice shared(*server);
  for (const auto* login : {"van_phong", "chanh_vp"}) shared.trust(login, good / "ca.pem", required);
  shared.done("truong_phong", {"fill", "finance.budget", "-u", "296", "-p", "2023-8T", shared.file("values.xml")});

  // A department with a trust list is refused at once; where its list requires signatures, it cannot leave them out.
  shared.trust("truong_phong", good / "ca.pem", required);
  CHECK(shared.submit(fake.path(), "told.cchc").find("certificate.unknown-issuer") != std::string::npos);
  CHECK(shared.on("truong_phong", "submit", {"-o", shared.file("told.cchc")}).find("submit.unsigned") !=
        std::string::npos);
  CHECK_FALSE(fs::exists(shared.file("told.cchc")));
  fs::remove_all(fs::path(shared.file("truong_phong")) / "cchc" / "trust");

  // Without a list it can submit anything; the office does not accept it.
  shared.submit(fake.path(), "fake.cchc");
  REQUIRE(fs::exists(shared.file("fake.cchc")));
  const auto refused = shared.on("van_phong", "accept");
  CHECK(refused.find("certificate.unknown-issuer: finance.budget/296/2023-8T") != std::string::npos);
  CHECK(shared.run("van_phong", {"accept", "--all", "-u", "296", "-p", "2023-8T"})
            .err.find("certificate.unknown-issuer: finance.budget/296/2023-8T") != std::string::npos);
  CHECK(shared
            .run("van_phong", {"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o",
                               shared.file("report.xml"), "--include-unreviewed"})
            .err.find("certificate.unknown-issuer") != std::string::npos);
  CHECK_FALSE(fs::exists(shared.file("report.xml")));

  // Bypassing the program: a department may not write results into its row; if it could, the office still reads the
  // package.
  const std::string copied = "INSERT INTO submission SELECT period, definition, unit, 2, '" + std::string(64, 'e') +
                             "', reporter, definition_version, definition_digest, journal_head, submitted_at, who, "
                             "login, station, 'Phòng Tài chính - Kế hoạch', 0, received_at, "
                             "'mark', 'contribution', '', package FROM submission";
  CHECK(shared.sql("truong_phong", copied).find("row-level security") != std::string::npos);
  CHECK(shared.sql("cchc", copied).empty());
  CHECK(shared.on("van_phong", "accept").find("submission.altered: finance.budget/296/2023-8T") != std::string::npos);
  CHECK(shared.sql("cchc", "DELETE FROM submission WHERE revision = 2").empty());
  CHECK(shared.sql("cchc", "UPDATE submission SET signer = 'Phòng Tài chính - Kế hoạch'").empty());
  CHECK(shared.on("van_phong", "accept").find("certificate.unknown-issuer") != std::string::npos);

  // Signed by somebody who may sign, it is accepted, with the name that the office has found.
  CHECK(shared.on("van_phong", "return", {"--reason", "Ký lại bằng chứng thư của phòng"}).empty());
  cchc::test::write(shared.file("more.xml"),
                    "<values xmlns=\"urn:cchc:values:1\"><field id=\"revenue.target\">400000000000</field></values>");
  shared.done("truong_phong", {"fill", "finance.budget", "-u", "296", "-p", "2023-8T", shared.file("more.xml")});
  shared.submit(good.path(), "good.cchc");
  REQUIRE(fs::exists(shared.file("good.cchc")));
  CHECK(shared.sql("cchc", "UPDATE submission SET signer = 'Ai đó' WHERE revision = 2").empty());
  CHECK(shared.on("van_phong", "accept").empty());
  const std::vector<std::string> consolidate = {"consolidate", "--incomplete", "-u", "296",
                                                "-p",          "2023-8T",      "-o", shared.file("report.xml")};
  shared.done("van_phong", consolidate);
  CHECK(contentOf(shared.file("report.xml")).find("signer=\"Phòng Tài chính - Kế hoạch\"") != std::string::npos);

  // Another workstation of the office does not issue it, since its list does not know that authority.
  shared.trust("chanh_vp", fake / "ca.pem", required);
  CHECK(shared.run("chanh_vp", {"issue", "-u", "296", "-p", "2023-8T"})
            .err.find("certificate.unknown-issuer: finance.budget/296/2023-8T") != std::string::npos);
  shared.trust("chanh_vp", good / "ca.pem", required);
  CHECK(shared.sql("cchc", "UPDATE submission SET signer = 'Ai đó' WHERE revision = 2").empty());
  CHECK(shared.run("chanh_vp", {"issue", "-u", "296", "-p", "2023-8T"})
            .err.find("submission.altered: finance.budget/296/2023-8T") != std::string::npos);
  CHECK(shared.run("chanh_vp", {"journal", "verify"}).out.find("submission.altered: finance.budget/296/2023-8T") !=
        std::string::npos);
  CHECK(shared.sql("cchc", "UPDATE submission SET signer = 'Phòng Tài chính - Kế hoạch' WHERE revision = 2").empty());
  shared.done("chanh_vp", {"confirm-missing", "-u", "296", "-p", "2023-8T", "--by", "Chánh Văn phòng"});
  shared.done("chanh_vp", {"issue", "-u", "296", "-p", "2023-8T"});
}
