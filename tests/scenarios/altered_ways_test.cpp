// The ways in which somebody can alter a store past the program, on a file and on a shared store: each is named by
// `journal verify`, and nothing is issued from it; without it, the same commands pass.
#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "core/base/digest.h"
#include "tests/scenarios/support/demo_folder.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"

using namespace cchc::test;

namespace {

const std::string ofBudget = " WHERE definition = 'finance.budget'",
                  ofCommune = " WHERE definition = 'office.commune' AND unit = '10945'";

std::string quoted(std::string text) {
  for (auto at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 2)) text.insert(at, 1, '\'');
  return "'" + text + "'";
}

// Another package that is consistent with itself, and its digest.
struct Forged {
  std::string package, digest;
};
Forged forged(const std::string& section, const std::string& unit, const std::string& figure,
              const std::string& other) {
  auto package = contentOf(demoPackage(section, unit));
  const auto at = package.find(figure);
  REQUIRE(at != std::string::npos);
  package.replace(at, figure.size(), other);
  const auto from = package.find("<content ");
  const std::string end = "</content>";
  const auto to = package.find(end) + end.size();
  return {package, cchc::sha256(package.substr(from, to - from))};
}

struct Way {
  std::string name, statement, section;  // the section that must be named
  bool refusedByPostgres = false;        // the database does not take such a row even from its owner
};

std::vector<Way> ways() {
  const auto other = forged("finance.budget", "296", "387425000000", "987425000000");
  const std::string budget = "finance.budget/296/2023-8T", commune = "office.commune/10945/2023-8T",
                    row = "UPDATE submission SET ", section = "UPDATE section SET ", change = "UPDATE change SET ";
  const auto both = "package = " + quoted(other.package) + ", digest = " + quoted(other.digest);
  const std::string receipt = " AND place = 'submission:1'",
                    accepted = " AND place = 'state' AND new_value = 'accepted'";
  return {
      {"package and row", row + both + ofBudget, budget},
      {"package and row, nothing cached",
       row + both + ", checked_by = '-', contribution = '', findings = ''" + ofBudget, budget},
      {"package, row and journal",
       row + both + ofBudget + "; " + change + "new_value = 'received " + other.digest + "'" + ofBudget + receipt,
       budget},
      {"package", row + "package = " + quoted(other.package) + ofBudget, budget},
      {"package of nothing", row + "package = 'junk'" + ofCommune, commune},
      {"package of another unit",
       row +
           "package = (SELECT o.package FROM submission o WHERE o.definition = "
           "'office.commune' AND o.unit = '10951')" +
           ofCommune,
       commune},
      {"digest", row + "digest = " + quoted(other.digest) + ofBudget, budget},
      {"state submitted", row + "state = 0" + ofCommune, commune},
      {"state returned", row + "state = 2" + ofCommune, commune},
      {"state rival", row + "state = 3" + ofCommune, commune},
      {"state discarded", row + "state = 4" + ofCommune, commune},
      {"state withdrawn", row + "state = 5" + ofBudget, budget},
      {"revision", row + "revision = 2" + ofCommune, commune},
      {"revision and section", row + "revision = 2" + ofBudget + "; " + section + "revision = 2" + ofBudget, budget},
      {"wild revision", row + "revision = 999999999" + ofBudget, budget},
      {"revision out of range", row + "revision = 9223372036854775807" + ofBudget, budget, true},
      {"unit", row + "unit = '10951', revision = 7" + ofCommune, "office.commune/10951/2023-8T"},
      {"reporter", row + "reporter = '10951'" + ofCommune, commune},
      {"contribution", row + "contribution = replace(replace(contribution, '1', '7'), '2', '7')" + ofCommune, commune},
      {"contribution gone", row + "contribution = ''" + ofCommune, commune},
      {"findings", row + "findings = 'x'" + ofCommune, commune},
      {"signer", row + "signer = 'Chủ tịch xã'" + ofCommune, commune},
      {"definition digest", row + "definition_digest = repeat_64" + ofCommune, commune},
      {"definition version", row + "definition_version = 2" + ofBudget, budget},
      {"definition version out of range", row + "definition_version = 9223372036854775807" + ofBudget, budget, true},
      {"journal head", row + "journal_head = repeat_64" + ofCommune, commune},
      {"submitted at", row + "submitted_at = '2023-08-01T00:00:00Z'" + ofCommune, commune},
      {"sender", row + "who = 'Ai khác'" + ofCommune, commune},
      {"received at", row + "received_at = '2020-01-01T00:00:00Z'" + ofCommune, commune},
      {"submission gone", "DELETE FROM submission" + ofBudget, budget},
      {"section state", section + "state = 3" + ofCommune, commune},
      {"section is a draft", section + "state = 0" + ofBudget, budget},
      {"section revision", section + "revision = 0" + ofBudget, budget},
      {"section head", section + "head_digest = repeat_64" + ofCommune, commune},
      {"section definition digest", section + "definition_digest = repeat_64" + ofBudget, budget},
      {"section definition version out of range", section + "definition_version = 9223372036854775807" + ofBudget,
       budget, true},
      {"section gone", "DELETE FROM section" + ofCommune, commune},
      {"receipt in the journal", change + "new_value = 'received ' || repeat_64" + ofCommune + receipt, commune},
      {"receipt gone", "DELETE FROM change" + ofCommune + receipt, commune},
      {"acceptance in the journal", change + "new_value = 'returned'" + ofBudget + accepted, budget},
      {"whole journal gone", "DELETE FROM change" + ofCommune, commune},
      {"who accepted", change + "who = 'Ai khác'" + ofBudget + accepted, budget},
      {"reporter of the section", "UPDATE assignment SET reporter = '296.VP'" + ofBudget, budget},
      {"value in the draft",
       "INSERT INTO draft_value VALUES ('2023-8T', 'finance.budget', '296', 'revenue.target', '1', 'i')", budget},
  };
}

// Statements that write a digest of nothing say repeat_64.
std::string statementOf(const Way& way) {
  auto text = way.statement;
  const std::string word = "repeat_64";
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
    text.replace(at, word.size(), quoted(std::string(64, 'e')));
  return text;
}

const std::vector<std::string> inReport = {"-u", "296", "-p", "2023-8T"};
std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string>& more = {}) {
  first.insert(first.end(), inReport.begin(), inReport.end());
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

template <class Run>
void checkAltered(const Way& way, const Run& run) {
  INFO(way.name);
  const auto verdict = run({"journal", "verify"});
  INFO(verdict.out << verdict.err);
  CHECK(verdict.status == 1);
  CHECK(verdict.out.find(": " + way.section) != std::string::npos);
  const auto issued = run(with({"issue"}));
  INFO(issued.out << issued.err);
  CHECK(issued.status == 1);
  CHECK(issued.err.find(way.section) != std::string::npos);
}

}  // namespace

TEST_CASE("a file that was altered past the program, in each of many ways, is named and not issued") {
  const auto office = Office::afterDemo();
  const auto sound = office / "sound.sqlite";
  std::filesystem::copy_file(office.store(), sound);
  const auto run = [&](const std::vector<std::string>& command) { return office.run(command); };
  const auto restore = [&] {
    for (const auto* beside : {"-wal", "-shm"}) std::filesystem::remove(office.store().string() + beside);
    std::filesystem::copy_file(sound, office.store(), std::filesystem::copy_options::overwrite_existing);
  };
  for (const auto& way : ways()) {
    restore();
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(office.store().string().c_str(), &database) == SQLITE_OK);
    char* error = nullptr;
    const int done = sqlite3_exec(database, statementOf(way).c_str(), nullptr, nullptr, &error);
    INFO(way.name << ": " << (error == nullptr ? "" : error));
    CHECK(done == SQLITE_OK);
    CHECK(sqlite3_changes(database) > 0);
    sqlite3_free(error);
    sqlite3_close(database);
    checkAltered(way, run);
    // The draft of a report leaves a row out that is not what was received. When it came is for those two to say, and a
    // commune's package is not read for its sums, which are sealed.
    const auto draft = with({"consolidate"}, {"-o", (office / "draft.xml").string()});
    const bool read =
        way.name != "received at" && way.name != "package of nothing" && way.name != "package of another unit";
    if (read && way.statement.starts_with("UPDATE submission SET ")) {
      const auto outcome = run(draft);
      INFO(outcome.out << outcome.err);
      CHECK(outcome.status == 1);
      CHECK(outcome.err.find(way.section) != std::string::npos);
    }
    // The same without the fault.
    restore();
    office.done(draft);
    office.done({"journal", "verify"});
    office.done(with({"issue"}));
  }
}

TEST_CASE("a shared store that was altered past the program, in each of many ways, is named and not issued") {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    skip(reason);
    return;
  }
  const auto address = server->freshDatabase();
  const auto run = [&](std::vector<std::string> command) {
    command.insert(command.begin(), {"--store", address});
    return cchc::test::cchc(command);
  };
  const auto done = [&](const std::vector<std::string>& command) {
    const auto outcome = run(command);
    INFO(command.front() << outcome.out << outcome.err);
    REQUIRE(outcome.status == 0);
  };
  const auto sql = [&](const std::string& statement) {
    const auto outcome =
        cchc::test::run("/usr/bin/psql", {"-q", "-d", address, "-v", "ON_ERROR_STOP=1", "-c", statement});
    INFO(statement << outcome.err);
    CHECK(outcome.status == 0);
  };
  for (const auto& [table, file] : {std::pair<std::vector<std::string>, std::string>{{"units", "import"}, "units.tsv"},
                                    {{"periods", "import"}, "periods.tsv"},
                                    {{"assign"}, "assignments.tsv"}}) {
    auto command = table;
    command.push_back((sampleFolder() / file).string());
    done(command);
  }
  done({"receive", (demoFolder() / "packages").string()});
  done(with({"accept", "--all"}));
  const TemporaryFolder folder;
  done(with({"consolidate"}, {"-o", (folder / "report.xml").string()}));
  REQUIRE(cchc::test::run("/usr/bin/psql", {"-q", "-d", address, "-f", CCHC_SOURCE "/installer/postgresql/roles.sql"})
              .status == 0);
  sql("INSERT INTO member VALUES (current_user, '296.VP')");
  const std::vector<std::string> tables{"section",     "submission",    "change",      "assignment",
                                        "draft_value", "issued_report", "issued_file", "kept_file"};
  std::string keep = "BEGIN; ", back = "SET session_replication_role = replica; BEGIN; ";
  for (const auto& table : tables) {
    keep += "CREATE TABLE sound_" + table + " AS TABLE " + table + "; ";
    back += "DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM sound_" + table + "; ";
  }
  sql(keep + "COMMIT");
  for (const auto& way : ways()) {
    if (way.refusedByPostgres) {
      const auto outcome = cchc::test::run("/usr/bin/psql", {"-q", "-d", address, "-c", statementOf(way)});
      INFO(way.name << outcome.err);
      CHECK(outcome.status != 0);
      continue;
    }
    sql("SET session_replication_role = replica; " + statementOf(way));
    checkAltered(way, run);
    sql(back + "COMMIT");
    done({"journal", "verify"});
  }
  done(with({"issue"}));
}

TEST_CASE("a submission with a wild revision number is discarded, and the section goes on with its next one") {
  const auto office = Office::afterDemo();
  const auto numbered = [&](const std::string& number) {
    auto package = contentOf(demoPackage("office.commune", "10945"));
    const std::string first = "revision=\"1\"";
    package.replace(package.find(first), first.size(), "revision=\"" + number + "\"");
    write(office / (number + ".cchc"), package);
    return (office / (number + ".cchc")).string();
  };
  const std::vector<std::string> commune{"office.commune", "-u", "10945", "-p", "2023-8T"};
  const auto of = [&](const std::string& command, const std::vector<std::string>& more = {}) {
    std::vector<std::string> all{command};
    all.insert(all.end(), commune.begin(), commune.end());
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  office.done({"receive", numbered("999999999")});
  office.done(of("discard", {"--reason", "số lần gửi sai"}));
  office.done({"journal", "verify"});
  // Until the next one is here, nothing counts.
  CHECK(office.consolidate().find("<missing") != std::string::npos);
  office.done({"receive", numbered("2")});
  office.done(of("accept"));
  office.done({"journal", "verify"});
  CHECK(office.consolidate().find("<missing") == std::string::npos);
  office.done(with({"issue"}));
}

TEST_CASE("a trust list that is there and cannot be read refuses, instead of counting as no list") {
  const auto office = Office::before();
  const auto package = demoPackage("finance.budget").string();
  const auto folder = std::filesystem::path(office.store().string() + ".trust");
  const auto refused = [&](const std::string& code) {
    const auto outcome = office.run({"receive", package});
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status != 0);
    CHECK(outcome.err.find(code) != std::string::npos);
    std::filesystem::remove_all(folder);
  };
  write(folder, "not a folder");
  refused("file.read");
  std::filesystem::create_directory(folder);
  write(folder / "trust.tsv.txt", "policy\trequired\n");
  refused("trust.no-table");
  std::filesystem::create_directory(folder);
  write(folder / "trust.tsv", "");
  refused("trust.line");
  std::filesystem::create_directory(folder);
  std::filesystem::create_symlink("gone.tsv", folder / "trust.tsv");
  refused("file.read");
  // The same without the fault: a list that demands nothing of this package, and none.
  std::filesystem::create_directory(folder);
  write(folder / "trust.tsv", "policy\twarn\n");
  office.done({"receive", package});
  std::filesystem::remove_all(folder);
  office.done({"receive", package});
}
