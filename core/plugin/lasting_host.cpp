#include "core/plugin/lasting_host.h"

#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace cchc {

LastingHost& lastingHost(const std::string& library, const std::string& textsDigest, const PluginMessages& messages) {
  using Hosts = std::map<std::pair<std::string, std::string>, std::unique_ptr<LastingHost>>;
  static std::mutex mutex;
  static auto& hosts = *new Hosts;  // a plugin may use its table while the program ends
  const std::scoped_lock lock(mutex);
  auto& host = hosts[{library, textsDigest}];
  if (!host) host = std::make_unique<LastingHost>(messages);
  return *host;
}

}  // namespace cchc
