#include "core/plugin/lasting_host.h"

#include <map>
#include <mutex>
#include <utility>

namespace cchc {

HostTable& lastingHostTable(const std::string& library, const std::string& textsDigest,
                            const PluginMessages& messages) {
  static std::mutex mutex;
  // Without a destructor: a plugin may use its table while the program ends.
  static auto& tables = *new std::map<std::pair<std::string, std::string>, HostTable>;
  const std::scoped_lock lock(mutex);
  return tables.try_emplace({library, textsDigest}, messages).first->second;
}

}  // namespace cchc
