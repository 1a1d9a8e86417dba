#include "core/shell/start/single_instance.h"

#include <algorithm>
#include <functional>
#include <sstream>
#include <utility>

#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

namespace fs = std::filesystem;

namespace {

constexpr int pollInterval = 400;  // ms: a person does not notice a delay of this length

std::string textOf(const fs::path& path) {
  const auto text = path.u8string();
  return {text.begin(), text.end()};
}

}  // namespace

// The toolkit's lock has the id of the process, so a lock that a killed window left behind does not count.
SingleInstance::SingleInstance(const fs::path& settingsFile) : request_(settingsFile) {
  request_ += ".request";
  std::error_code ignored;
  static_cast<void>(platform::createPrivateFolder(settingsFile.parent_path()));  // writing into it says what is wrong
  const auto name =
      "cchc-suite-" + std::to_string(std::hash<std::string>()(textOf(fs::absolute(settingsFile, ignored))));
  checker_.Create(wx(name), wx(textOf(settingsFile.parent_path())));
}

bool SingleInstance::handOver(const std::vector<std::string>& files) const {
  std::string lines;
  std::error_code ignored;
  for (const auto& file : files) lines += textOf(fs::absolute(fs::u8path(file), ignored)) + "\n";
  return platform::writeFileDurably(request_, lines).has_value();
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
