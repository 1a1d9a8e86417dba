// What people and networks do to an inbox.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/scenarios/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

const std::vector<std::string> quick = {"--watch", "--once", "--every", "10"};

Outcome watch(const Office& office, const fs::path& inbox) {
  std::vector<std::string> arguments = {"receive", inbox.string()};
  arguments.insert(arguments.end(), quick.begin(), quick.end());
  return office.run(arguments);
}

}  // namespace

TEST_CASE("a package that is cut short is left while it may still be growing, and refused when nobody writes to it any more") {
  const auto office = Office::before();
  const auto inbox = office / "inbox";
  fs::create_directory(inbox);
  const auto whole = contentOf(demoPackage("finance.budget"));
  write(inbox / "slow.cchc", whole.substr(0, 3000));
  const auto left = watch(office, inbox);
  CHECK(left.status == 1);
  CHECK(left.err.find("inbox.unfinished") != std::string::npos);
  CHECK(contentOf(inbox / "slow.cchc").size() == 3000);
  fs::last_write_time(inbox / "slow.cchc", fs::last_write_time(inbox / "slow.cchc") - std::chrono::hours(1));
  const auto refused = watch(office, inbox);
  CHECK(refused.err.find("package.cut-short") != std::string::npos);
  CHECK(fs::exists(inbox / "refused" / "slow.cchc.txt"));
  write(inbox / "refused" / "slow.cchc", whole);
  fs::last_write_time(inbox / "refused" / "slow.cchc", fs::last_write_time(inbox / "refused" / "slow.cchc.txt") + std::chrono::seconds(2));
  const auto mended = watch(office, inbox);
  INFO(mended.err);
  CHECK(mended.out.find("Đã nhận 1, đã có từ trước 0, từ chối 0") != std::string::npos);
}

TEST_CASE("receive takes packages in folders inside the folder, in capitals too, and refuses at once what is no file") {
  const auto office = Office::before();
  const auto folder = office / "thư";
  fs::create_directories(folder / "xã");
  fs::copy_file(demoPackage("finance.budget"), folder / "X.CCHC");
  fs::copy_file(demoPackage("office.commune", "10945"), folder / "xã" / "x.Xml");
  const auto received = office.json({"receive", folder.string()});
  REQUIRE(received.size() == 2);
  for (const auto& file : received) CHECK(file["result"] == "stored");
  const auto pipe = (office / "pipe.cchc").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto refused = office.run({"receive", pipe});
  CHECK(refused.status == 1);
  CHECK(refused.err.find("package.not-a-file") != std::string::npos);
}

TEST_CASE("a watch ends at once on a folder that is not there") {
  const auto office = Office::before();
  const auto outcome = office.run({"receive", (office / "nowhere").string(), "--watch"});
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("inbox.no-folder") != std::string::npos);
}
