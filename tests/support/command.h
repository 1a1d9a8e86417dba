// Runs a program as a user does, and captures its output.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace cchc::test {

struct Outcome {
  int status = -1;  // exit status
  std::string out, err;
};
// Arguments are passed as they are: no shell reads them.
Outcome run(const std::filesystem::path& program, const std::vector<std::string>& arguments);
// build/bin/cchc of this build.
Outcome cchc(const std::vector<std::string>& arguments);

// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

std::string contentOf(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& content);
// ../shared beside the project, or empty where it is not.
std::filesystem::path sharedFolder();

}  // namespace cchc::test
