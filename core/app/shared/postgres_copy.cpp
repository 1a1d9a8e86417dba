#include "core/app/shared/postgres_copy.h"

#include <boost/process.hpp>

#include <vector>

#include "core/base/store_address.h"

namespace cchc {
namespace {

namespace process = boost::process;

// The program's last words where it fails.
Status runTool(const std::string& name, std::vector<std::string> arguments, const std::string& address,
               const Error& failure) {
  const auto program = process::search_path(name);
  if (program.empty()) return fail("store.no-server-tools", name, {}, ErrorKind::failure);
  // The password goes by the environment: a command line is seen by everybody on the machine.
  const auto split = splitStoreAddress(address);
  arguments.push_back("--dbname=" + split.shown);
  auto environment = boost::this_process::environment();
  process::environment own(environment);
  if (!split.password.empty()) own["PGPASSWORD"] = split.password;
  own["LC_MESSAGES"] = "C.UTF-8";
  try {
    process::ipstream said;
    process::child child(program, process::args(arguments), own,
                         process::std_in<process::null, process::std_out> process::null, process::std_err > said);
    std::string words;
    for (std::string line; std::getline(said, line);) {
      if (line.find("error") != std::string::npos || words.empty()) words = line;
    }
    child.wait();
    if (child.exit_code() == 0) return {};
    auto error = failure;
    error.parameters.push_back({"reason", words.empty() ? name + ": " + std::to_string(child.exit_code()) : words});
    return fail(std::move(error));
  } catch (const process::process_error& thrown) {
    auto error = failure;
    error.parameters.push_back({"reason", thrown.what()});
    return fail(std::move(error));
  }
}

}  // namespace

Status copySharedStore(const std::string& address, const std::filesystem::path& target) {
  std::error_code failed;
  if (std::filesystem::exists(target, failed))
    return fail("store.backup-exists", target.string(), {}, ErrorKind::usage);
  const auto partial = target.string() + ".part";
  const auto made = runTool("pg_dump", {"--no-password", "--format=custom", "--file=" + partial}, address,
                            {"store.backup-failed", target.string(), {}, ErrorKind::failure});
  if (made) std::filesystem::rename(partial, target, failed);
  if (made && !failed) return {};
  const auto reason = failed.message();
  std::filesystem::remove(partial, failed);
  if (!made) return made;
  return fail("store.backup-failed", target.string(), {{"reason", reason}}, ErrorKind::failure);
}

Status fillSharedStore(const std::filesystem::path& copy, const std::string& address) {
  return runTool("pg_restore", {"--no-password", "--exit-on-error", "--single-transaction", copy.string()}, address,
                 {"store.restore-failed", copy.string(), {}, ErrorKind::failure});
}

}  // namespace cchc
