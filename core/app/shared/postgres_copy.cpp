#include "core/app/shared/postgres_copy.h"

#include <boost/process.hpp>
#include <functional>
#include <vector>

#include "core/base/files/new_file.h"
#include "core/base/store_address.h"
#include "core/base/texts.h"

namespace cchc {
namespace {

namespace process = boost::process;

// Runs one of PostgreSQL's programs on the database at the address. If it fails, `failure` makes the error from its
// message.
// Errors: that of `failure`, and
//   store.no-server-tools   the program is not installed on this machine
Status runTool(const std::string& name, std::vector<std::string> arguments, const std::string& address,
               const std::function<Error(const std::string& reason)>& failure) {
  const auto program = process::search_path(name);
  if (program.empty()) return fail("store.no-server-tools", name, {{"tool", name}}, ErrorKind::failure);
  // The password is passed in the environment, since everybody on the machine can see a command line.
  const auto split = splitStoreAddress(address);
  arguments.push_back("--dbname=" + split.shown);
  auto environment = boost::this_process::environment();
  process::environment own(environment);
  if (!split.password.empty()) own["PGPASSWORD"] = split.password;
  own["LC_MESSAGES"] = "C.UTF-8";
  try {
    process::ipstream output;
    process::child child(program, process::args(arguments), own,
                         process::std_in<process::null, process::std_out> process::null, process::std_err > output);
    std::string words;
    for (std::string line; std::getline(output, line);) {
      if (line.find("error") != std::string::npos || words.empty()) words = line;
    }
    child.wait();
    if (child.exit_code() == 0) return {};
    return fail(failure(words.empty() ? name + ": " + std::to_string(child.exit_code()) : words));
  } catch (const process::process_error& thrown) {
    return fail(failure(thrown.what()));
  }
}

}  // namespace

Status copySharedStore(const std::string& address, const std::filesystem::path& target, bool replace) {
  std::error_code ignored;
  if (!replace && std::filesystem::exists(target, ignored))
    return fail("store.backup-exists", target.string(), {}, ErrorKind::usage);
  const auto failure = [&](const std::string& reason) {
    return Error{"store.backup-failed", target.string(), {{"reason", reason}}, ErrorKind::failure};
  };
  auto file = NewFile::create(target, platform::Readers::ownerAlone);
  if (!file) return fail(failure(message(file.error(), Language::en).what));
  CCHC_CHECK(
      runTool("pg_dump", {"--no-password", "--format=custom", "--file=" + file->path().string()}, address, failure));
  return file->finish();
}

Status fillSharedStore(const std::filesystem::path& copy, const std::string& address) {
  return runTool(
      "pg_restore", {"--no-password", "--exit-on-error", "--single-transaction", copy.string()}, address,
      [&](const std::string& reason) {
        return Error{
            "store.restore-failed", copy.string(), {{"reason_vi", reason}, {"reason_en", reason}}, ErrorKind::failure};
      });
}

}  // namespace cchc
