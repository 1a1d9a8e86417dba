#include "core/app/receive/early_packages.h"

#include "core/app/receive/package_files.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/base/store_address.h"
#include "core/exchange/package/package.h"

namespace cchc {

namespace fs = std::filesystem;

bool waitsForUpdate(const Error& refusal) {
  return refusal.code == "package.newer-definition" || refusal.code == "package.other-definition" ||
         refusal.code == "package.no-definition" || refusal.code == "package.newer-format";
}

Result<fs::path> waitingFolder(const std::string& store) {
  if (!isSharedStore(store)) return fs::path(store + ".waiting");
  CCHC_TRY(const auto folder, platform::userDataFolder());
  return folder / "waiting";
}

std::vector<fs::path> EarlyPackages::files() const {
  std::error_code ignored;
  std::vector<fs::path> all;
  for (const auto& name : packageFilesIn(folder_, ignored)) all.push_back(folder_ / name);
  return all;
}

bool EarlyPackages::settle(ReceivedFile& file) const {
  std::error_code ignored;
  const bool early = file.refusal && waitsForUpdate(*file.refusal);
  if (file.file.parent_path() != folder_) {
    if (early) copyHere(file);
    return true;
  }
  if (early) return false;
  if (!file.refusal) return fs::remove(file.file, ignored), true;
  fs::rename(file.file, fs::path(file.file.string() + ".refused"), ignored);
  return true;
}

void EarlyPackages::copyHere(ReceivedFile& file) const {
  auto bytes = file.unpacked.empty() ? readFile(file.file, packageLimit) : Result<std::string>(file.unpacked);
  if (!bytes || !platform::createPrivateFolder(folder_)) return;
  platform::closeToOthers(folder_);
  // Named after its content, so that the same package always has the same file.
  const auto target = folder_ / (file.file.stem().string() + "-" + sha256(*bytes).substr(0, 12) + ".cchc");
  if (!platform::writeFileDurably(target, *bytes, platform::Readers::ownerAlone)) return;
  file.result = ReceiveResult::waiting;
  file.note = Error{"package.kept-waiting", file.file.string(), {{"target", target.string()}}};
}

}  // namespace cchc
