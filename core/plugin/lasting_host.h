// The host table of a plugin, which the plugin may use until the program ends. Private to plugin/.
#pragma once
#include <string>

#include "core/plugin/host_table.h"

namespace cchc {

// The table for a library (its path) with these texts, which have the digest `textsDigest`. It is never destroyed. The
// system loads a library once for a whole program, so that two PluginHosts share its variables, and the library uses
// the table that it was given last, whichever of the two was destroyed meanwhile; with the same texts both are given
// the same table. Any thread.
HostTable& lastingHostTable(const std::string& library, const std::string& textsDigest, const PluginMessages& messages);

}  // namespace cchc
