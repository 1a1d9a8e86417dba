// The folders of an installation.
#pragma once
#include <filesystem>

#include "core/base/result.h"

namespace cchc {

// Found relative to the program: a build tree and an installed package have the same layout.
struct Resources {
  std::filesystem::path schemas;  // XSD, XSLT, the report's outline, well-known documents
  std::filesystem::path sample;   // the data of the demonstration; empty where it is not installed
  std::filesystem::path plugins;  // the plugins of the installation itself
};

// `program`: path of the running program.
// Errors:
//   suite.resources   no schemas or no plugins lie near the program
Result<Resources> findResources(const std::filesystem::path& program);

}  // namespace cchc
