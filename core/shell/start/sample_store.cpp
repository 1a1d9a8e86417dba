#include "core/shell/start/sample_store.h"

#include <string>

#include "core/app/demo/demo.h"
#include "core/base/platform.h"

namespace cchc::shell {

std::filesystem::path sampleFolder() { return platform::userDataFolder().value() / "binh-giang"; }

Status makeSample(const Resources& resources, const std::filesystem::path& folder) {
  const auto making = folder.parent_path() / ("binh-giang.new" + std::to_string(platform::processId()));
  std::error_code ignored;
  if (const auto made = runDemo(resources, {}, making, [](const std::string&, std::size_t) {}); !made) {
    std::filesystem::remove_all(making, ignored);
    return fail(made.error());
  }
  std::filesystem::remove_all(folder, ignored);
  std::error_code moved;
  std::filesystem::rename(making, folder, moved);
  if (moved) return fail("file.write", folder.string(), {{"reason", moved.message()}}, ErrorKind::failure);
  return {};
}

}  // namespace cchc::shell
