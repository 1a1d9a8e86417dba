// The folders of an installation.
#pragma once
#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// They are found relative to the program, because a build tree and an installed package have the same layout.
struct Resources {
  std::filesystem::path schemas;                        // XSD, XSLT, the report's outline, well-known documents
  std::filesystem::path sample;                         // the data of the demonstration; empty if it is not installed
  std::filesystem::path plugins;                        // the plugins of the installation itself
  std::vector<std::filesystem::path> definitions = {};  // the machine's and the user's departments without libraries
  std::filesystem::path loadingMarks = {};              // see PluginHost::load
};

// `program`: path of the running program.
// Errors:
//   suite.resources   there are no schemas or no plugins near the program
Result<Resources> findResources(const std::filesystem::path& program);

}  // namespace cchc
