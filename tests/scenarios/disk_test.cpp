// Disks that are full, may not be written, or give back other bytes than they were given: one message, and nothing that
// was there is lost.
#include <sys/mount.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"
#include "tests/support/skip.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

// A small store in which each way to write has something to write: one section being filled in, one that can be
// submitted, two packages received.
const fs::path& preparedStore() {
  static const Office office = [] {
    auto made = Office::before();
    const auto files = {demoPackage("office.tasks"), demoPackage("finance.budget")};
    for (const auto& file : files) made.done({"receive", file.string()});
    made.done({"accept", "office.tasks", "-u", "296", "-p", "2023-8T"});
    made.done({"return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "Xem lại"});
    made.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
    return made;
  }();
  static const fs::path store = office.store();
  return store;
}

// Every command that writes, with its files in `folder`.
std::vector<std::vector<std::string>> writers(const fs::path& folder, const fs::path& keys) {
  const auto store = (folder / "suite.sqlite").string();
  const auto at = [&](const char* name) { return (folder / name).string(); };
  const std::vector<std::string> budget = {"finance.budget", "-u", "296", "-p", "2023-8T"},
                                 tasks = {"office.tasks", "-u", "296", "-p", "2023-8T"};
  std::vector<std::vector<std::string>> all;
  const auto add = [&](const std::vector<std::string>& first, const std::vector<std::string>& section,
                       const std::vector<std::string>& then, bool withStore = true) {
    std::vector<std::string> command;
    if (withStore) command = {"--store", store};
    for (const auto* part : {&first, &section, &then}) command.insert(command.end(), part->begin(), part->end());
    all.push_back(command);
  };
  add({"fill"}, budget, {(keys / "values.xml").string()});
  add({"submit"}, budget, {"-o", at("out.cchc")});
  add({"workbook"}, budget, {"-o", at("form.xlsx")});
  add({"receive", demoPackage("justice.institutional").string(), "--receipts", at("receipts")}, {}, {});
  add({"return"}, tasks, {"--reason", "Xem lại", "-o", at("return.cchc")});
  add({"consolidate", "--incomplete", "-u", "296", "-p", "2023-8T", "-o", at("report.xml")}, {}, {});
  add({"periods", "close", "2023-8T"}, {}, {});
  add({"units", "import", (keys / "units.tsv").string()}, {}, {});
  add({"backup", at("copy.sqlite")}, {}, {});
  add({"restore", (keys / "suite.sqlite").string(), "--replace"}, {}, {});
  add({"render", (demoFolder() / "report.xml").string(), "-o", at("report.html")}, {}, {}, false);
  add({"sign", (demoFolder() / "report.xml").string(), "-o", at("signed.xml"), "--key", (keys / "k.p12").string(),
       "--password-file", (keys / "password").string()},
      {}, {}, false);
  add({"demo", at("demo")}, {}, {}, false);
  return all;
}

struct Keys {
  TemporaryFolder folder;
  Keys() {
    makeKey(folder, "A");
    write(folder / "values.xml", valuesFile("<field id=\"revenue.target\">500000000000</field>"));
    write(folder / "units.tsv", "code\tkind\tname\tparent\tfrom\tto\tidentifier\n99001\tcommune\txã Mới\t296\t\t\t\n");
    fs::copy_file(preparedStore(), folder / "suite.sqlite");
  }
};

std::string dump(const fs::path& store) {
  const auto outcome = run("/usr/bin/sqlite3", {store.string(), ".dump"});
  REQUIRE(outcome.status == 0);
  return outcome.out;
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// Runs it where something is wrong with the disk. Answers whether it failed.
template <class Runner>
bool survives(const std::vector<std::string>& command, const fs::path& store, const Runner& runner) {
  const auto before = dump(preparedStore());
  const Outcome outcome = runner(command);
  INFO(command[0] << " " << command[2 < command.size() ? 2 : 1] << "\n" << outcome.err << outcome.out);
  CHECK(outcome.status <= 3);
  if (outcome.status == 0) return false;
  CHECK(lines(outcome.err) == 1);
  CHECK(outcome.err.find("app.internal") == std::string::npos);
  // Nothing that was there is lost: it opens, its journals are whole, and it is as it was, or as the command would have
  // made it.
  const TemporaryFolder looks;
  const auto copy = (looks / "suite.sqlite").string();
  fs::copy_file(store, copy);
  if (fs::exists(store.string() + "-wal")) fs::copy_file(store.string() + "-wal", copy + "-wal");
  const auto verified = cchc::test::cchc({"--store", copy, "journal", "verify"});
  CHECK(verified.status == 0);
  const bool returnedWithoutFile =
      std::find(command.begin(), command.end(), "return") != command.end() && dump(copy) != before;
  if (!returnedWithoutFile) CHECK(dump(copy) == before);
  return true;
}

void freshStore(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) fs::remove_all(entry.path());
  fs::copy_file(preparedStore(), folder / "suite.sqlite");
}

}  // namespace

TEST_CASE("files that may not grow: each command says so once, and nothing is lost") {
  const Keys keys;
  const TemporaryFolder folder;
  int failed = 0;
  for (const char* limit : {"8192", "60000", "250000"}) {
    const auto commands = writers(folder.path(), keys.folder.path());
    for (const auto& command : commands) {
      freshStore(folder.path());
      failed += survives(command, folder / "suite.sqlite", [&](const auto& arguments) {
        std::vector<std::string> all{std::string("--fsize=") + limit, CCHC_BINARY "/bin/cchc"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return run("/usr/bin/prlimit", all);
      });
    }
  }
  CHECK(failed > 20);
}

namespace {

// A file system of its own, 2 MB large, for as long as the test lasts; only root may have one.
class SmallDisk {
 public:
  SmallDisk() : path_(folder_ / "disk") {
    fs::create_directory(path_);
    mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=2m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }
  bool readOnly() const { return ::mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }
  bool writable() const { return ::mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT, nullptr) == 0; }
  const fs::path& path() const { return path_; }
  // Leaves this much room.
  void fill(std::uintmax_t left) const {
    const auto room = fs::space(path_).available;
    if (room > left) write(path_ / "filler", std::string(static_cast<std::size_t>(room - left), 'x'));
  }
  void empty() const { fs::remove(path_ / "filler"); }

 private:
  TemporaryFolder folder_;
  fs::path path_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("a full disk of 2 MB: each command says so once, and nothing is lost") {
  const Keys keys;
  const SmallDisk disk;
  if (!disk.mounted()) {
    skip("a file system can be mounted by root alone");
    return;
  }
  REQUIRE(fs::file_size(preparedStore()) < 1800000);
  int failed = 0;
  for (const std::uintmax_t room : {std::uintmax_t(0), std::uintmax_t(40960), std::uintmax_t(150000)}) {
    for (const auto& command : writers(disk.path(), keys.folder.path())) {
      freshStore(disk.path());
      disk.fill(room);
      failed += survives(command, disk.path() / "suite.sqlite", [&](const auto& arguments) {
        auto outcome = cchc::test::cchc(arguments);
        disk.empty();
        return outcome;
      });
    }
  }
  CHECK(failed > 15);
}

TEST_CASE("a disk that may not be written: each command says so once, and nothing is touched") {
  const Keys keys;
  const SmallDisk disk;
  if (!disk.mounted()) {
    skip("a file system can be mounted by root alone");
    return;
  }
  for (const auto& command : writers(disk.path(), keys.folder.path())) {
    REQUIRE(disk.writable());
    freshStore(disk.path());
    REQUIRE(disk.readOnly());
    const bool failed = survives(command, disk.path() / "suite.sqlite", [&](const auto& arguments) {
      auto outcome = cchc::test::cchc(arguments);
      REQUIRE(disk.writable());
      return outcome;
    });
    CHECK(failed);
  }
}

TEST_CASE("on a disk that may not be written a store is looked at and copied, with one note") {
  const Keys keys;
  const SmallDisk disk;
  if (!disk.mounted()) {
    skip("a file system can be mounted by root alone");
    return;
  }
  freshStore(disk.path());
  const auto store = (disk.path() / "suite.sqlite").string(), copy = (keys.folder / "copy.sqlite").string();
  SECTION("closed") {}
  SECTION("as a killed program left it, part of it in its log") {
    const auto log = "import os, sqlite3\nc = sqlite3.connect('" + store +
                     "')\nc.execute(\"UPDATE period SET name = 'trong nhật ký ghi trước'\")\nc.commit()\nos._exit(0)";
    REQUIRE(run("/usr/bin/python3", {"-c", log}).status == 0);
    REQUIRE(fs::file_size(store + "-wal") > 0);
  }
  const auto expected = [&] {
    const TemporaryFolder other;
    for (const auto* side : {"", "-wal"}) {
      if (fs::exists(store + side)) fs::copy_file(store + side, other / (std::string("s") + side));
    }
    return dump(other / "s");
  }();
  REQUIRE(disk.readOnly());
  const std::vector<std::vector<std::string>> readers{
      {"status", "-p", "2023-8T"}, {"show", "finance.budget", "-u", "296", "-p", "2023-8T"}, {"backup", copy}};
  for (auto command : readers) {
    command.insert(command.begin(), {"--store", store});
    const auto outcome = cchc::test::cchc(command);
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(lines(outcome.err) == 1);
    CHECK(outcome.err.find("store.opened-read-only") != std::string::npos);
  }
  const auto refused = cchc::test::cchc({"--store", store, "periods", "close", "2023-8T"});
  CHECK(refused.status == 3);
  CHECK(lines(refused.err) == 1);
  CHECK(refused.err.find("store.read-only") != std::string::npos);
  REQUIRE(disk.writable());
  CHECK(dump(copy) == expected);
}

TEST_CASE("a store whose pages were overwritten says so, offers the last copy, and comes back from it") {
  const TemporaryFolder folder;
  const auto store = folder / "suite.sqlite";
  // Page after page, from the second on.
  const auto size = fs::file_size(preparedStore());
  int told = 0;
  for (std::uintmax_t page = 16384; page + 16384 <= size; page += 16384) {
    freshStore(folder.path());
    REQUIRE(cchc::test::cchc({"--store", store.string(), "status", "-p", "2023-8T"}).status ==
            0);  // makes the day's copy
    fs::remove(store.string() + "-wal");
    auto bytes = contentOf(store);
    for (std::size_t i = 0; i < 16384; ++i) bytes[static_cast<std::size_t>(page) + i] = static_cast<char>(i * 37);
    write(store, bytes);
    fs::rename(folder / "suite.sqlite.backups", folder / "kept");
    fs::create_directory(folder / "suite.sqlite.backups");
    fs::copy_file(*fs::directory_iterator(folder / "kept"),
                  folder / "suite.sqlite.backups" / "2023-01-01.sqlite");  // of another day: today's is due
    const auto outcome = cchc::test::cchc({"--store", store.string(), "status", "-p", "2023-8T"});
    INFO("page at " << page << ": " << outcome.err);
    CHECK(outcome.status == 3);
    CHECK(lines(outcome.err) == 1);
    const bool offers = outcome.err.find("2023-01-01.sqlite") != std::string::npos;
    CHECK(offers);
    told += offers;
    CHECK(contentOf(store) == bytes);
    const auto restored =
        cchc::test::cchc({"--store", store.string(), "restore",
                          (folder / "suite.sqlite.backups" / "2023-01-01.sqlite").string(), "--replace"});
    INFO(restored.err);
    CHECK(restored.status == 0);
    CHECK(dump(store) == dump(preparedStore()));
  }
  CHECK(told > 5);
}
