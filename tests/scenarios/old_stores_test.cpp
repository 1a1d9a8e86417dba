// Stores of the format versions 1 and 2, and a package of format 1.0, still open with everything in them:
// tests/golden/stores and tests/golden/packages.
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

const fs::path golden = fs::path(CCHC_SOURCE) / "tests/golden";
const std::vector<std::string> keSat{"-u", "10945", "-p", "2023-8T"};

std::vector<std::string> of(std::string command, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{std::move(command), "office.commune"};
  arguments.insert(arguments.end(), keSat.begin(), keSat.end());
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

Office withStore(const std::string& name) {
  auto office = Office::before();
  for (const auto* suffix : {"", "-wal", "-shm"}) fs::remove(office.store().string() + suffix);
  fs::copy_file(golden / "stores" / name, office.store());
  return office;
}

}  // namespace

TEST_CASE("a store of version 1 opens with everything in it, after a copy was put beside it") {
  const auto office = withStore("version-1.sqlite");
  CHECK(office.done({"show", "home_affairs.scoring", "-u", "296", "-p", "2023-8T"}).find("<field") !=
        std::string::npos);
  CHECK(office.json({"journal", "show", "home_affairs.scoring", "-u", "296", "-p", "2023-8T"}).size() == 5);
  CHECK(fs::exists(office.store().string() + ".before-version-2"));
  SECTION("its submissions can be accepted and consolidated, once a person has chosen between two") {
    CHECK(office.run({"accept", "--all", "-u", "296", "-p", "2023-8T"}).status == 1);
    const std::string first = office.json(of("history"))[0]["digest"];
    office.done(of("choose", {"--digest", first}));
    office.done({"accept", "--all", "-u", "296", "-p", "2023-8T"});
    pugi::xml_document report;
    REQUIRE(report.load_string(office.consolidate().c_str()));
    CHECK(report.select_node("//provenance/submission[@definition='office.commune' and @subject='10951']"));
  }
  SECTION("a package that it holds is known") {
    CHECK(office.json({"receive", (golden / "packages/version-1.0.cchc").string()})[0]["result"] == "known");
  }
  SECTION("of two packages of one revision the first received counts, and the other can be chosen") {
    auto history = office.json(of("history"));
    REQUIRE(history.size() == 2);
    const std::string first = history[0]["digest"], second = history[1]["digest"];
    CHECK(first.starts_with("29aa667a"));
    office.done(of("choose", {"--digest", first}));
    office.done(of("accept"));
    office.done(of("choose", {"--digest", second.substr(0, 12)}));
    history = office.json(of("history"));
    CHECK(history[0]["digest"] == second);
    CHECK(history[0]["state"] == "chờ xem xét");
    const auto none = office.run(of("choose", {"--digest", "0000"}));
    CHECK(none.status == 2);
    CHECK(none.err.find("submission.unknown") != std::string::npos);
  }
}

TEST_CASE("a package of format 1.0 is taken in") {
  const auto office = Office::before();
  CHECK(office.json({"receive", (golden / "packages/version-1.0.cchc").string()})[0]["result"] == "stored");
}

TEST_CASE("a store of version 2 opens with everything in it, packages that were kept as text too") {
  const auto office = withStore("version-2.sqlite");
  CHECK(office.done({"show", "home_affairs.scoring", "-u", "296", "-p", "2023-8T"}).find("<field") !=
        std::string::npos);
  CHECK(office.json({"journal", "show", "home_affairs.scoring", "-u", "296", "-p", "2023-8T"}).size() == 5);
  CHECK(fs::exists(office.store().string() + ".before-version-3"));
  CHECK(office.json({"receive", (golden / "packages/version-1.0.cchc").string()})[0]["result"] == "known");
  CHECK(office.done(of("show")).find("<field") != std::string::npos);  // from the package
  office.done(of("accept"));
  pugi::xml_document report;
  REQUIRE(report.load_string(office.consolidate().c_str()));
  CHECK(report.select_node("//provenance/submission[@definition='office.commune' and @subject='10945']"));
}
