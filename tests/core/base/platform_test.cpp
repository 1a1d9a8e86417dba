// Files that appear whole or not at all, locks, and a terminal that shows again what is typed.
#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <thread>

#include "core/base/files/new_file.h"
#include "core/base/platform.h"
#include "tests/support/command.h"

using namespace cchc;
namespace fs = std::filesystem;

TEST_CASE("a file has its name only once it is finished, and nothing is left of one that was given up", "[files]") {
  const test::TemporaryFolder folder;
  const auto target = folder / "report.xml";
  test::write(target, "before");
  const auto count = [&] { return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()); };
  {
    auto given = NewFile::create(target);
    REQUIRE(given);
    REQUIRE(platform::writeBytes(given->path(), "half"));
    CHECK(count() == 2);
  }
  CHECK(count() == 1);
  CHECK(test::contentOf(target) == "before");
  // Two writers of one program at once: each has a file of its own, and the last to finish gives the file.
  auto first = NewFile::create(target), second = NewFile::create(target);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->path() != second->path());
  REQUIRE(platform::writeBytes(first->path(), "first"));
  REQUIRE(platform::writeBytes(second->path(), "second"));
  REQUIRE(second->finish());
  CHECK(test::contentOf(target) == "second");
  REQUIRE(first->finish());
  CHECK(test::contentOf(target) == "first");
  CHECK(count() == 1);
  const auto refused = NewFile::create(folder / "no" / "such" / "file");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "file.write");
  CHECK(refused.error().place == (folder / "no" / "such" / "file").string());
  CHECK(NewFile::create(folder.path()).error().code == "file.not-a-file");
}

TEST_CASE("threads that write one file leave it whole", "[files][threads]") {
  const test::TemporaryFolder folder;
  const auto target = folder / "a";
  std::vector<std::thread> writers;
  for (const char letter : {'a', 'b', 'c', 'd'}) {
    writers.emplace_back([&target, letter] {
      for (int i = 0; i < 20; ++i) static_cast<void>(platform::writeFileDurably(target, std::string(50'000, letter)));
    });
  }
  for (auto& writer : writers) writer.join();
  const auto content = test::contentOf(target);
  CHECK(content == std::string(50'000, content.empty() ? '?' : content.front()));
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a lock is held by one object, of this program or of another", "[files]") {
  const test::TemporaryFolder folder;
  const auto file = folder / "lock";
  {
    const auto first = platform::FileLock::acquire(file);
    REQUIRE(first);
    CHECK(first->held());
    CHECK_FALSE(platform::FileLock::acquire(file)->held());
    CHECK(first->held());  // the second attempt took nothing from the first
    const auto child = ::fork();
    if (child == 0) ::_exit(platform::FileLock::acquire(file)->held() ? 1 : 0);
    int status = 1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  CHECK(platform::FileLock::acquire(file)->held());
  CHECK_FALSE(platform::FileLock::acquire(folder / "no" / "lock"));
}

namespace {

// Whether a terminal shows what is typed, after a program on it was sent `typed` while it asked for a secret. Sets
// `status` to how the program ended.
bool showsAfter(const std::string& typed, int& status) {
  int master = -1;
  const auto child = ::forkpty(&master, nullptr, nullptr, nullptr);
  if (child == 0) {
    const auto secret = platform::askSecret("Mật khẩu: ");
    ::_exit(secret && *secret == "bí mật" ? 0 : 1);
  }
  std::string shown;
  char c = 0;
  while (shown.find(": ") == std::string::npos && ::read(master, &c, 1) == 1) shown += c;
  termios terminal{};
  ::tcgetattr(master, &terminal);
  CHECK((terminal.c_lflag & ECHO) == 0);
  CHECK(::write(master, typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
  // The settings are read before the terminal is gone: the master keeps it.
  ::waitpid(child, &status, 0);
  ::tcgetattr(master, &terminal);
  ::close(master);
  return (terminal.c_lflag & ECHO) != 0;
}

}  // namespace

TEST_CASE("a terminal shows again what is typed, when a password was given and when it was broken off", "[terminal]") {
  int status = 0;
  CHECK(showsAfter("bí mật\n", status));
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(showsAfter("bí\x03", status));
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGINT);
  CHECK(showsAfter("\x1c", status));
  CHECK(WIFSIGNALED(status));
}
