#include "tests/support/command.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace cchc::test {

namespace fs = std::filesystem;

Outcome run(const fs::path& program, const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  const auto out = folder / "out", err = folder / "err";
  std::vector<std::string> all{program.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& argument : all) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) {
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contentOf(out), contentOf(err)};
}

Outcome cchc(const std::vector<std::string>& arguments) {
  return run(fs::path(CCHC_BINARY) / "bin" / "cchc", arguments);
}

TemporaryFolder::TemporaryFolder() {
  auto pattern = (fs::temp_directory_path() / "cchc-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = pattern;
}
TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}
void write(const fs::path& file, const std::string& content) {
  std::ofstream stream(file, std::ios::binary);
  stream << content;
}

fs::path sharedFolder() {
  const auto folder = fs::path(CCHC_SOURCE).parent_path() / "shared";
  std::error_code ignored;
  return fs::is_directory(folder / "seed", ignored) ? folder : fs::path();
}

}  // namespace cchc::test
