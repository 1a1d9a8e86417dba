// The functions that the host offers to one plugin (cchc_host). Private to plugin/, and for tests of plugins.
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/texts_file.h"
#include "core/plugin/kit/cchc/plugin.h"

namespace cchc {

// The texts of a plugin (messages.tsv), by code.
using PluginMessages = std::map<std::string, OwnedText, std::less<>>;

// Its address is known to the plugin, so it is neither copied nor moved. Its functions may be called on any thread.
class HostTable {
 public:
  explicit HostTable(PluginMessages messages);
  HostTable(const HostTable&) = delete;
  HostTable& operator=(const HostTable&) = delete;

  const cchc_host& raw() const { return raw_; }
  const PluginMessages& messages() const { return messages_; }

  // What the plugin logged since the last call, in order; of more than 100 messages the first. Any thread.
  struct Logged {
    std::int32_t level = CCHC_LOG_INFORMATION;
    std::string text;
  };
  std::vector<Logged> takeLog();
  void addToLog(std::int32_t level, std::string text);

  // The last message that a plugin logged as an error on this thread, which says why a call failed; it is forgotten.
  static std::string takeError();

 private:
  const PluginMessages messages_;
  cchc_host raw_{};
  std::mutex logging_;
  std::vector<Logged> log_;
};

}  // namespace cchc
