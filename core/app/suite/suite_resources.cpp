#include "core/app/suite/suite.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

fs::path firstThere(const fs::path& base, std::initializer_list<const char*> candidates) {
  std::error_code ignored;
  for (const auto* candidate : candidates) {
    const auto path = (base / candidate).lexically_normal();
    if (fs::is_directory(path, ignored)) return path;
  }
  return {};
}

}  // namespace

Result<Resources> findResources(const fs::path& program) {
  const auto bin = program.parent_path();
  Resources resources;
  resources.schemas = firstThere(bin, {"../share/cchc/schemas", "schemas"});
  resources.sample = firstThere(bin, {"../share/cchc/sample", "sample"});
  // An installation's own plugins first: a build tree has none in lib.
  resources.plugins = firstThere(bin, {"../lib/cchc/plugins", "../plugins", "plugins"});
  if (resources.schemas.empty() || resources.plugins.empty()) {
    return fail("suite.resources", bin.string(),
                {{"missing", resources.schemas.empty() ? "share/cchc/schemas" : "lib/cchc/plugins"}},
                ErrorKind::failure);
  }
  return resources;
}

}  // namespace cchc
