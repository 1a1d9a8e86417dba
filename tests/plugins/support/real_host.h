// The suite's own host table with the texts of all departments, for tests of a department's parts.
#pragma once
#include <cchc/plugin.hpp>
#include <filesystem>

#include "core/base/platform.h"
#include "core/plugin/host_table.h"

namespace cchc::test {

inline void useRealHost() {
  static const HostTable host([] {
    PluginMessages all;
    for (const auto& folder : std::filesystem::directory_iterator(CCHC_SOURCE "/plugins")) {
      const auto file = folder.path() / "messages.tsv";
      if (!std::filesystem::exists(file)) continue;
      const auto texts = readTexts(*readFile(file), file.string());
      for (const auto& text : *texts) all.emplace(text.code, text);
    }
    return all;
  }());
  plugin::useHost(&host.raw());
}
// Every test of a department uses the host.
inline const bool hostIsReady = (useRealHost(), true);

}  // namespace cchc::test
