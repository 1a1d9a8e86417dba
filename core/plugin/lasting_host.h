// The host table of a plugin, which the plugin may use until the program ends. Private to plugin/.
#pragma once
#include <string>

#include "core/plugin/host_table.h"

namespace cchc {

struct LastingHost {
  explicit LastingHost(PluginMessages texts) : messages(std::move(texts)) {}
  const PluginMessages messages;
  HostTable table{messages};
};

// The table for a library with these texts. It is never destroyed, and the same library with the same texts gets the
// same one again: a library that is loaded a second time in one program is still the first one for the system, and
// knows one table. Any thread.
LastingHost& lastingHost(const std::string& library, const std::string& textsDigest, const PluginMessages& messages);

}  // namespace cchc
