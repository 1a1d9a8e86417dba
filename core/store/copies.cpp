#include "core/store/copies.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <memory>
#include <system_error>

#include "core/base/date.h"
#include "core/base/store_address.h"
#include "core/store/sqlite_copy.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;
using namespace sqlite_api;  // SOCI declares SQLite's names there.

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};

bool isSound(const fs::path& copy) {
  std::error_code failed;
  if (fs::file_size(copy, failed) == 0 || failed) return false;
  sqlite3* opened = nullptr;
  const int done = sqlite3_open_v2(copy.string().c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, Close> database(opened);
  return done == SQLITE_OK && store::quickCheck(opened).empty();
}

}  // namespace

fs::path copiesFolder(const std::string& store) { return store + ".backups"; }

std::vector<fs::path> dailyCopies(const std::string& store) {
  std::vector<fs::path> copies;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(copiesFolder(store), ignored)) {
    if (entry.path().extension() == ".sqlite" && Date::parse(entry.path().stem().string()))
      copies.push_back(entry.path());
  }
  std::sort(copies.begin(), copies.end());
  return copies;
}

std::optional<fs::path> newestSoundCopy(const std::string& store) {
  if (isSharedStore(store)) return std::nullopt;
  const auto copies = dailyCopies(store);
  const auto sound = std::find_if(copies.rbegin(), copies.rend(), isSound);
  return sound == copies.rend() ? std::nullopt : std::optional(*sound);
}

Error withNewestCopy(Error error, const std::string& store) {
  if (error.code != "store.damaged" && error.code != "store.not-a-store") return error;
  const auto copy = newestSoundCopy(store);
  if (!copy) return error;
  if (error.code == "store.not-a-store") error.parameters.push_back({"reason", "header"});
  error.code = "store.damaged-with-backup";
  error.parameters.push_back({"backup", copy->string()});
  error.parameters.push_back({"store", store});
  return error;
}

}  // namespace cchc
