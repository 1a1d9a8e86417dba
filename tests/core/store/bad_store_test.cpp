// A store that cannot be used gives one clear message, and nothing is changed.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <csignal>

#include "core/base/platform.h"
#include "core/store/store.h"
#include "tests/support/command.h"
#include "tests/support/units.h"

using namespace cchc;
namespace fs = std::filesystem;

namespace {

const FixedClock clockAt(Time(std::chrono::seconds(1693200000)));

std::string refusal(const fs::path& file) {
  const auto store = Store::open(file.string(), clockAt);
  return store ? "opened" : store.error().code;
}
void makeStore(const fs::path& file) {
  auto store = Store::open(file.string(), clockAt);
  REQUIRE(store);
  REQUIRE(test::saveUnits(*store, {test::unitState("296", "district", "huyện Bình Giang")}));
}
void sql(const fs::path& file, const std::string& statement) {
  REQUIRE(test::run("sqlite3", {file.string(), statement}).status == 0);
}

// Runs `work` in a child process, as an ordinary user where this process is root, which permissions do not bind.
// Answers what `work` returned.
template <class Work>
int asOrdinaryUser(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(99);
    ::_exit(work());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

}  // namespace

TEST_CASE("a store newer than the program is refused and not touched", "[store]") {
  const test::TemporaryFolder folder;
  const auto file = folder / "store.sqlite";
  makeStore(file);
  sql(file, "PRAGMA journal_mode=DELETE; UPDATE store_version SET version = 99;");
  const auto before = test::contentOf(file);
  CHECK(refusal(file) == "store.newer");
  CHECK(test::contentOf(file) == before);
}

TEST_CASE("a file that is no database, or another program's, is refused and not touched", "[store]") {
  const test::TemporaryFolder folder;
  test::write(folder / "text", std::string(5000, 'x'));
  CHECK(refusal(folder / "text") == "store.not-a-store");
  CHECK(test::contentOf(folder / "text") == std::string(5000, 'x'));
  sql(folder / "other.sqlite", "CREATE TABLE songs (name TEXT);");
  const auto before = test::contentOf(folder / "other.sqlite");
  CHECK(refusal(folder / "other.sqlite") == "store.not-a-store");
  CHECK(test::contentOf(folder / "other.sqlite") == before);
}

TEST_CASE("a read-only store is read, and refuses changes with that reason", "[store]") {
  const test::TemporaryFolder folder;
  const auto file = folder / "store.sqlite";
  makeStore(file);
  sql(file, "PRAGMA journal_mode=DELETE;");
  const auto before = test::contentOf(file);
  fs::permissions(file, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(folder.path(),
                  fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  const int answer = asOrdinaryUser([&] {
    auto store = Store::open(file.string(), clockAt);
    if (!store || !store->readOnly() || (*store->units())->states().size() != 1) return 8;
    const auto written = test::saveUnits(*store, {});
    return !written && written.error().code == "store.read-only" ? 7 : 9;
  });
  fs::permissions(folder.path(), fs::perms::owner_all);
  CHECK(answer == 7);
  CHECK(test::contentOf(file) == before);
}

TEST_CASE("a full disk loses nothing that was saved", "[store]") {
  const test::TemporaryFolder folder;
  const auto file = folder / "store.sqlite";
  makeStore(file);
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    auto store = Store::open(file.string(), clockAt);
    const rlimit limit{static_cast<rlim_t>(200000), static_cast<rlim_t>(200000)};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto written = test::saveUnits(*store, {test::unitState("297", "district", std::string(2000000, 'x'))});
    ::_exit(!written && written.error().code == "store.full" ? 7 : 8);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 7);
  auto store = Store::open(file.string(), clockAt);
  REQUIRE(store);
  CHECK((*store->units())->states().size() == 1);
}

TEST_CASE("network file systems are told from local ones", "[store]") {
  for (const std::uint64_t network : {0x6969ULL, 0xFF534D42ULL, 0xFE534D42ULL, 0x517BULL, 0x01021997ULL})
    CHECK(platform::isNetworkFileSystem(network));
  for (const std::uint64_t local : {0xEF53ULL, 0x58465342ULL, 0x9123683EULL, 0x01021994ULL, 0x794C7630ULL})
    CHECK_FALSE(platform::isNetworkFileSystem(local));
  CHECK(findText("store.network-share") != nullptr);
}

TEST_CASE("a damaged store says so", "[store]") {
  const test::TemporaryFolder folder;
  const auto file = folder / "store.sqlite";
  makeStore(file);
  sql(file, "PRAGMA journal_mode=DELETE;");
  auto bytes = test::contentOf(file);
  for (std::size_t i = 4096; i < bytes.size(); ++i) bytes[i] = '\x5a';
  test::write(file, bytes);
  auto store = Store::open(file.string(), clockAt);
  const auto code = !store ? store.error().code : store->units() ? "read" : store->units().error().code;
  CHECK(code == "store.damaged");
  CHECK(test::contentOf(file).substr(4096) == bytes.substr(4096));
}

TEST_CASE("a folder that is not there is named", "[store]") {
  const test::TemporaryFolder folder;
  CHECK(refusal(folder / "absent/store.sqlite") == "store.no-folder");
}

TEST_CASE("several programs that open an older store, or make a new one, at the same moment wait for one another",
          "[store]") {
  const test::TemporaryFolder folder;
  for (int round = 0; round < 6; ++round) {
    const auto file = folder / ("store-" + std::to_string(round) + ".sqlite");
    if (round % 2 == 0) fs::copy_file(CCHC_SOURCE "/tests/golden/stores/version-1.sqlite", file);
    int gate[2];
    REQUIRE(::pipe(gate) == 0);
    std::vector<pid_t> children;
    for (int i = 0; i < 5; ++i) {
      const pid_t child = ::fork();
      if (child == 0) {
        ::close(gate[1]);
        char none = 0;
        static_cast<void>(::read(gate[0], &none, 1));  // until all have started
        auto store = Store::open(file.string(), clockAt);
        if (!store) std::fprintf(stderr, "%s\n", messageLine(store.error(), Language::en).c_str());
        ::_exit(store && store->periods() ? 0 : 1);
      }
      children.push_back(child);
    }
    ::close(gate[0]);
    ::close(gate[1]);
    for (const auto child : children) {
      int status = 0;
      ::waitpid(child, &status, 0);
      CHECK(status == 0);
    }
    auto store = Store::open(file.string(), clockAt);
    REQUIRE(store);
    CHECK(store->checkIntegrity());
    for (const auto& entry : fs::directory_iterator(folder.path()))
      CHECK(entry.path().filename().string().find(".part") == std::string::npos);
  }
}
