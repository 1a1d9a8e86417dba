// What people and networks do to an inbox.
#include <sys/stat.h>
#include <zip.h>

#include <catch2/catch.hpp>
#include <map>

#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

const std::vector<std::string> quick = {"--watch", "--once", "--every", "10"};

Outcome watch(const Office& office, const fs::path& inbox) {
  std::vector<std::string> arguments = {"receive", inbox.string()};
  arguments.insert(arguments.end(), quick.begin(), quick.end());
  return office.run(arguments);
}

void writeZip(const fs::path& file, const std::vector<std::pair<std::string, std::string>>& contents) {
  int error = 0;
  auto* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  REQUIRE(zip != nullptr);
  for (const auto& [name, bytes] : contents) {
    REQUIRE(zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8) >=
            0);
  }
  REQUIRE(zip_close(zip) == 0);
}

// A package of a form that this program does not know yet.
std::string newer() {
  auto bytes = contentOf(fs::path(CCHC_SOURCE) / "tests/golden/packages/version-1.0.cchc");
  return bytes.replace(bytes.find(" version=\"1\""), 12, " version=\"99\"");
}

std::size_t filesIn(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("packages in a zip are received each by itself") {
  const auto office = Office::before();
  const auto inbox = office / "inbox";
  fs::create_directory(inbox);
  const std::vector<std::pair<std::string, std::string>> contents = {
      {"Xã Vĩnh Hưng/10945.cchc", contentOf(demoPackage("office.commune", "10945"))},
      {"../../10996.CCHC", contentOf(demoPackage("office.commune", "10996"))},
      {"thư.txt", "kính gửi"},
      {"hỏng.cchc", "không phải XML"},
      {"mới.cchc", newer()},
      {"trong.zip", "PK"}};
  // The kind is told by the content, whatever the file is called.
  writeZip(office / "gửi.cchc", contents);
  const auto received = nlohmann::json::parse(office.run({"--json", "receive", (office / "gửi.cchc").string()}).out);
  REQUIRE(received.size() == 6);
  std::map<std::string, std::string> results;
  for (const auto& file : received)
    results[fs::path(file["file"].get<std::string>()).filename().string()] = file["result"];
  CHECK(results == std::map<std::string, std::string>{{"10945.cchc", "stored"},
                                                      {"10996.CCHC", "stored"},
                                                      {"hỏng.cchc", "refused"},
                                                      {"mới.cchc", "waiting"},
                                                      {"gửi.cchc", "passed-over"},  // the letter in it
                                                      {"trong.zip", "refused"}});

  writeZip(inbox / "gửi.zip", contents);
  const auto watched = watch(office, inbox);
  CHECK(watched.out.find("Đã nhận 0, đã có từ trước 2, từ chối 2, chờ biểu mẫu hoặc phần mềm mới 1") !=
        std::string::npos);
  CHECK(fs::exists(inbox / "archive" / "gửi.zip"));
  CHECK(contentOf(inbox / "refused" / "hỏng.cchc") == "không phải XML");
  CHECK(contentOf(inbox / "refused" / "hỏng.cchc.txt").find("package.not-xml") != std::string::npos);
  CHECK((contentOf(inbox / "waiting" / "mới.cchc") == newer()));
  CHECK(filesIn(inbox / "receipts") == 3);  // one says that its package waits
}

TEST_CASE("a zip that is a workbook, holds nothing or is damaged is refused with what to do") {
  const auto office = Office::before();
  const auto refusal = [&](const std::vector<std::pair<std::string, std::string>>& contents, std::size_t cut) {
    writeZip(office / "a.zip", contents);
    if (cut > 0) write(office / "a.zip", contentOf(office / "a.zip").substr(0, cut));
    const auto outcome = office.run({"receive", (office / "a.zip").string()});
    CHECK(outcome.status == 1);
    return outcome.err.substr(0, outcome.err.find(':'));
  };
  CHECK(refusal({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}}, 0) == "zip.office-file");
  CHECK(refusal({{"thư.txt", "kính gửi"}}, 0) == "zip.nothing");
  CHECK(refusal({{"a.cchc", contentOf(demoPackage("finance.budget"))}}, 2000) == "zip.damaged");
  // Small in the zip, and 60 MB out of it.
  CHECK(refusal({{"a.cchc", std::string(60U << 20U, ' ')}}, 0) == "package.too-large");
}

TEST_CASE("a package that needs an update is kept, and received first once the program can") {
  const auto office = Office::before();
  const auto file = office / "newer.cchc";
  write(file, newer());
  const fs::path waiting = office.store().string() + ".waiting";
  for (int time = 0; time < 2; ++time) {
    const auto early = office.run({"receive", file.string()});
    CHECK(early.status == 1);
    CHECK(early.err.find("package.newer-definition") != std::string::npos);
    CHECK(early.err.find("package.kept-waiting") != std::string::npos);
    CHECK(early.out.find("từ chối 0, chờ biểu mẫu hoặc phần mềm mới 1") != std::string::npos);
    REQUIRE(filesIn(waiting) == 1);
  }
  CHECK((contentOf(file) == newer()));
  // What waits is not told again with every other package.
  CHECK(office.json({"receive", demoPackage("finance.budget").string()}).size() == 1);
  // The file is the same; the program, as after an update, knows its form.
  write(fs::directory_iterator(waiting)->path(),
        contentOf(fs::path(CCHC_SOURCE) / "tests/golden/packages/version-1.0.cchc"));
  const auto received = office.json({"receive", demoPackage("finance.budget").string()});
  REQUIRE(received.size() == 2);
  CHECK(received[0]["result"] == "stored");
  CHECK(received[1]["result"] == "known");
  CHECK(filesIn(waiting) == 0);
}

TEST_CASE(
    "a package that is cut short is left while it may still be growing, and refused when nobody writes to it any "
    "more") {
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
  fs::last_write_time(inbox / "refused" / "slow.cchc",
                      fs::last_write_time(inbox / "refused" / "slow.cchc.txt") + std::chrono::seconds(2));
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
