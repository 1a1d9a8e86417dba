// Which files of a folder are packages, by their names; what they are is told by their content alone.
#pragma once
#include <filesystem>
#include <vector>

namespace cchc {

// .cchc, .xml or .zip, in capitals too.
bool isPackageName(const std::filesystem::path& file);
// Parts of an inbox that hold what was dealt with already: they are never looked into as part of the folder.
inline constexpr const char* inboxParts[] = {"archive", "refused", "waiting", "receipts"};
// The packages in a folder and in the folders inside it, relative to it, in order of name; hidden ones and the parts of
// an inbox are left out. `failed`: why the folder itself cannot be read.
std::vector<std::filesystem::path> packageFilesIn(const std::filesystem::path& folder, std::error_code& failed);
// Whether both hold the same bytes; false when one cannot be read.
bool sameBytes(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace cchc
