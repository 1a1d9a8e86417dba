// A password in the address of a store does not appear in any message, setting, log, file or command line of the suite.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "core/app/shared/postgres_copy.h"
#include "core/base/texts.h"
#include "core/store/store.h"
#include "tests/support/command.h"

using namespace cchc;
using namespace cchc::test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> addresses = {
    "postgresql://lan:gehe@im@127.0.0.1:1/cchc", "postgresql://lan:gehe%40im@127.0.0.1:1/cchc",
    "postgresql://lan:gehe/im@127.0.0.1:1/cchc", "postgresql://lan@127.0.0.1:1/cchc?password=gehe%40im",
    "postgresql://lan@127.0.0.1:1/cchc?sslmode=disable&password=gehe@im"};

bool holdsSecret(const std::string& text) {
  return text.find("gehe") != std::string::npos || text.find("im@") != std::string::npos ||
         text.find("%40im") != std::string::npos;
}

}  // namespace

TEST_CASE("a server that cannot be reached is told without the password of its address", "[secrets]") {
  const TemporaryFolder folder;
  for (const auto& address : addresses) {
    INFO(address);
    for (const auto* command : {"plugins", "status", "backup"}) {
      std::vector<std::string> arguments{"XDG_DATA_HOME=" + folder.path().string(),
                                         CCHC_BINARY "/bin/cchc",
                                         "--lang",
                                         "en",
                                         "--store",
                                         address,
                                         command};
      if (std::string_view(command) == "status") arguments.insert(arguments.end(), {"-p", "2023-8T"});
      if (std::string_view(command) == "backup") arguments.push_back((folder / "copy.dump").string());
      const auto outcome = run("/usr/bin/env", arguments);
      INFO(outcome.err);
      CHECK_FALSE(holdsSecret(outcome.out + outcome.err));
      if (std::string_view(command) != "plugins") {
        CHECK(outcome.err.find("127.0.0.1") != std::string::npos);
        CHECK(outcome.err.find("store.password-in-address: postgresql://lan@127.0.0.1:1/cchc") != std::string::npos);
      }
    }
    const auto restored = run("/usr/bin/env", {"XDG_DATA_HOME=" + folder.path().string(), CCHC_BINARY "/bin/cchc",
                                               "--store", address, "restore", CCHC_SOURCE "/README.md", "--replace"});
    CHECK(restored.status != 0);
    CHECK_FALSE(holdsSecret(restored.out + restored.err));
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    if (entry.is_regular_file()) CHECK_FALSE(holdsSecret(contentOf(entry.path())));
  }
}

TEST_CASE("PostgreSQL's own programs get the password by their environment, never on the command line", "[secrets]") {
  const TemporaryFolder folder;
  for (const auto* name : {"pg_dump", "pg_restore"}) {
    write(folder / name, "#!/bin/sh\nprintf '%s\\n' \"$@\" > " + (folder / "arguments").string() +
                             "\nprintf '%s' \"$PGPASSWORD\" > " + (folder / "secret").string() +
                             "\nfor each; do case \"$each\" in --file=*) : > \"${each#--file=}\";; esac; done\n");
    fs::permissions(folder / name, fs::perms::owner_all);
  }
  const std::string before = std::getenv("PATH");
  ::setenv("PATH", (folder.path().string() + ":" + before).c_str(), 1);
  int number = 0;
  for (const auto& address : addresses) {
    INFO(address);
    for (const bool restoring : {false, true}) {
      const auto copy = folder / ("copy" + std::to_string(number++) + ".dump");
      const auto done = restoring ? fillSharedStore(copy, address) : copySharedStore(address, copy);
      INFO((done ? "" : messageLine(done.error(), Language::en)));
      CHECK(done);
      const auto secret = contentOf(folder / "secret");
      CHECK((secret == "gehe@im" || secret == "gehe/im"));
      const auto arguments = contentOf(folder / "arguments");
      CHECK_FALSE(holdsSecret(arguments));
      CHECK(arguments.find("lan@127.0.0.1:1/cchc") != std::string::npos);
    }
  }
  ::setenv("PATH", before.c_str(), 1);
}
