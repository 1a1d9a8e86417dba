// Which files of a folder may be packages, judged by their names. Only the content of a file shows what it really is.
#pragma once
#include <filesystem>
#include <system_error>
#include <vector>

namespace cchc {

// True for .cchc, .xml or .zip, in lower or upper case; false for hidden files.
bool isPackageName(const std::filesystem::path& file);
// In an inbox, so that one program at a time scans it.
inline constexpr const char* inboxLock = ".cchc-inbox.lock";
// Subfolders of an inbox that hold processed files; they are not searched as part of the inbox.
inline constexpr const char* inboxParts[] = {"archive", "refused", "waiting", "receipts"};
// The packages in a folder and in the folders inside it, as paths relative to it, in order of name. Hidden folders and
// inboxParts are skipped. `failed`: why the folder itself cannot be read. `passedOver`: everything else but inboxParts
// and what systems leave in folders, which a person should hear of: "x.cchc.txt", ".x.cchc", a folder that is a link.
std::vector<std::filesystem::path> packageFilesIn(const std::filesystem::path& folder, std::error_code& failed,
                                                  std::vector<std::filesystem::path>* passedOver = nullptr);
// Whether a file of this name is one that systems, or this program, leave in a folder or a ZIP.
bool isLitter(const std::filesystem::path& file);
// The packages that are in the folder itself, with the folder, in order of name; none if it cannot be read.
std::vector<std::filesystem::path> packagesDirectlyIn(const std::filesystem::path& folder);
// Whether both files have the same bytes; false if one cannot be read.
bool sameBytes(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace cchc
