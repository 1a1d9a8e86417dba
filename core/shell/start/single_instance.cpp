#include "core/shell/start/single_instance.h"

#include <chrono>
#include <sstream>
#include <system_error>
#include <thread>
#include <utility>

#include "core/base/platform.h"
#include "core/base/text.h"

namespace cchc::shell {

namespace fs = std::filesystem;

namespace {

constexpr int pollInterval = 400;  // ms: a person does not notice a delay of this length
constexpr auto answerTime = std::chrono::seconds(5);

fs::path beside(fs::path file, const char* ending) { return file += ending; }

// Without a lock the program starts; what is wrong with the folder is said when it is written into.
Result<platform::FileLock> lockOf(const fs::path& settingsFile) {
  static_cast<void>(platform::createPrivateFolder(settingsFile.parent_path()));
  return platform::FileLock::acquire(beside(settingsFile, ".lock"));
}

std::string textOf(const fs::path& path) {
  const auto text = path.u8string();
  return {text.begin(), text.end()};
}

}  // namespace

// The toolkit's own checker knows the other process by its id, which another program may have got after a power cut:
// then the program would end at each start without a word.
SingleInstance::SingleInstance(const fs::path& settingsFile)
    : request_(beside(settingsFile, ".request")), lock_(lockOf(settingsFile)) {}

bool SingleInstance::handOver(const std::vector<std::string>& files) const {
  std::string lines;
  std::error_code ignored;
  for (const auto& file : files) lines += textOf(fs::absolute(fs::u8path(file), ignored)) + "\n";
  if (!platform::writeFileDurably(request_, lines)) return false;
  const auto until = std::chrono::steady_clock::now() + answerTime;
  while (fs::exists(request_, ignored)) {
    if (std::chrono::steady_clock::now() > until) return fs::remove(request_, ignored), false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

void SingleInstance::listen(std::function<void(const std::vector<std::string>&)> requested) {
  std::error_code ignored;
  fs::remove(request_, ignored);
  requested_ = std::move(requested);
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { readRequest(); });
  timer_.Start(pollInterval);
}

void SingleInstance::readRequest() {
  std::error_code ignored;
  if (!fs::exists(request_, ignored)) return;
  const auto request = readFile(request_, std::size_t(1) << 20U);
  fs::remove(request_, ignored);
  if (!request) return;
  std::vector<std::string> files;
  std::istringstream lines(*request);
  for (std::string line; std::getline(lines, line);) {
    if (!trim(line).empty()) files.push_back(line);
  }
  requested_(files);
}

}  // namespace cchc::shell
