#include "core/app/receive/package_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>

namespace cchc {
namespace {

namespace fs = std::filesystem;

bool isHidden(const fs::path& file) {
  const auto name = file.filename().native();
  return !name.empty() && name.front() == fs::path::value_type('.');
}

}  // namespace

bool isPackageName(const fs::path& file) {
  if (isHidden(file)) return false;  // including "._x.xml", which a Mac adds
  auto extension = file.extension().string();
  for (auto& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return extension == ".cchc" || extension == ".xml" || extension == ".zip";
}

bool isLitter(const fs::path& file) {
  const auto name = file.filename().string();
  constexpr std::array names{".DS_Store", "Thumbs.db", "desktop.ini", ".directory", inboxLock};
  return name.starts_with("._") || name.starts_with(".~lock.") ||
         std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<fs::path> packageFilesIn(const fs::path& folder, std::error_code& failed,
                                     std::vector<fs::path>* passedOver) {
  std::vector<fs::path> files;
  const auto passOver = [&](const fs::path& path) {
    if (passedOver != nullptr && !isLitter(path)) passedOver->push_back(path.lexically_relative(folder));
  };
  auto entries = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && entries != fs::recursive_directory_iterator(); entries.increment(failed)) {
    const auto& entry = *entries;
    std::error_code gone;  // the file may be removed meanwhile
    if (entry.is_directory(gone)) {
      const auto name = entry.path().filename();
      const bool part =
          entries.depth() == 0 && std::find(std::begin(inboxParts), std::end(inboxParts), name) != std::end(inboxParts);
      if (part || isHidden(name)) entries.disable_recursion_pending();
      if (!part && (isHidden(name) || entry.is_symlink(gone))) passOver(entry.path());
    } else if (isPackageName(entry.path()) && entry.is_regular_file(gone)) {
      files.push_back(entry.path().lexically_relative(folder));
    } else {
      passOver(entry.path());
    }
  }
  if (passedOver != nullptr) std::sort(passedOver->begin(), passedOver->end());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> packagesDirectlyIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (isPackageName(entry->path())) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool sameBytes(const fs::path& one, const fs::path& other) {
  std::error_code failed;
  if (fs::file_size(one, failed) != fs::file_size(other, failed) || failed) return false;
  std::ifstream first(one, std::ios::binary), second(other, std::ios::binary);
  std::array<char, 65536> a{}, b{};
  while (first && second) {
    first.read(a.data(), a.size());
    second.read(b.data(), b.size());
    if (first.gcount() != second.gcount() || !std::equal(a.begin(), a.begin() + first.gcount(), b.begin()))
      return false;
  }
  return first.eof() && second.eof();
}

}  // namespace cchc
