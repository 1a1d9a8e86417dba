// Which files of a folder may be packages, by their names. Only the content of a file shows what it is.
#pragma once
#include <filesystem>
#include <system_error>
#include <vector>

namespace cchc {

// .cchc, .xml or .zip in small or capital letters; hidden files are left out.
bool isPackageName(const std::filesystem::path& file);
// Folders of an inbox with files that were processed; they are not searched as part of the inbox.
inline constexpr const char* inboxParts[] = {"archive", "refused", "waiting", "receipts"};
// The packages in a folder and in the folders inside it, as paths relative to it, in order of name. Hidden folders and
// inboxParts are left out. `failed`: why the folder itself cannot be read.
std::vector<std::filesystem::path> packageFilesIn(const std::filesystem::path& folder, std::error_code& failed);
// Whether both files hold the same bytes; false when one cannot be read.
bool sameBytes(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace cchc
