#include "core/app/suite/resources.h"

#include <initializer_list>

#include "core/base/platform.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

fs::path firstFolder(const fs::path& base, std::initializer_list<const char*> candidates) {
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
  resources.schemas = firstFolder(bin, {"../share/cchc/schemas", "schemas"});
  resources.sample = firstFolder(bin, {"../share/cchc/sample", "sample"});
  // lib/cchc first: a build tree has no such folder, but next to an installation there may be a ../plugins of another
  // program.
  resources.plugins = firstFolder(bin, {"../lib/cchc/plugins", "../plugins", "plugins"});
  if (resources.schemas.empty() || resources.plugins.empty()) {
    return fail("suite.resources", bin.string(),
                {{"missing", resources.schemas.empty() ? "share/cchc/schemas" : "lib/cchc/plugins"}},
                ErrorKind::failure);
  }
  resources.definitions = {platform::machineFolder() / "definitions"};
  // A user without a folder of their own has neither forms of their own nor notes on libraries.
  if (const auto own = platform::userDataFolder()) {
    resources.definitions.push_back(*own / "definitions");
    resources.loadingMarks = *own / "plugins-loading";
  }
  return resources;
}

}  // namespace cchc
