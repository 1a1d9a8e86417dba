// What differs between systems: the only place, in platform_posix.cpp and platform_windows.cpp.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace cchc::platform {

// At the start of a program: a file that may not grow, or a reader that is gone, becomes an error that is told instead
// of the program's end.
void tellWriteErrors();
std::filesystem::path programPath();                     // of the running program
std::filesystem::path userDataFolder();                  // local, not roaming; not created
std::string userName();                                  // of the operating system
std::string stationName();                               // this workstation
bool onNetworkShare(const std::filesystem::path& path);  // of the nearest existing folder
bool isNetworkFileSystem(std::uint64_t type);  // type as the system numbers it (statfs; drive type on Windows)
std::size_t processId();
// Writes beside it, flushes to disk and renames over: the old or the new file, never half of one.
// file.write with the system's reason.
Status writeFileDurably(const std::filesystem::path& path, std::string_view bytes);
// Whether some program has the file open for writing, as far as the system tells (it does of one's own files on a local
// disk).
bool openForWriting(const std::filesystem::path& path);
// A line typed at the terminal without being shown; nullopt where there is no terminal.
std::optional<std::string> askSecret(const std::string& prompt);
// A function of a library that the process has loaded already; nullptr where there is none.
void* loadedFunction(const char* name);
double cpuSeconds();            // of this process
std::size_t peakMemoryBytes();  // of this process

}  // namespace cchc::platform

namespace cchc {
// The whole file; file.read with the system's reason, file.too-large above `limit` bytes (not read then).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t(256) << 20);
}  // namespace cchc
