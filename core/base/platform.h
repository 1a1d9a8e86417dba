// What differs between operating systems. Only platform_posix.cpp and platform_windows.cpp call them.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc::platform {

// Called at the start of a program. A write beyond the permitted size of a file, or to a pipe that nobody reads, then
// fails with an error instead of ending the program.
void reportWriteErrors();
std::filesystem::path programPath();                     // of the running program
std::filesystem::path userDataFolder();                  // local, not roaming; not created
std::string userName();                                  // of the operating system
std::string stationName();                               // this workstation
bool onNetworkShare(const std::filesystem::path& path);  // decided by the nearest folder that exists
bool isNetworkFileSystem(std::uint64_t type);            // the system's number: of statfs, or the drive type on Windows
std::size_t processId();
// Writes a file next to `path`, flushes it to the disk and renames it to `path`: after a crash there is the old or the
// new file, never a part of one.
// Errors:
//   file.write   with the system's reason
Status writeFileDurably(const std::filesystem::path& path, std::string_view bytes);
// Whether any program has the file open for writing. False where the system cannot say so, as of other people's files
// and on network shares.
bool isOpenForWriting(const std::filesystem::path& path);
// Reads a line from the terminal without showing it; nullopt: there is no terminal.
std::optional<std::string> askSecret(const std::string& prompt);
// A function of a library that the process has already loaded; nullptr: there is none.
void* loadedFunction(const char* name);
double cpuSeconds();            // of this process
std::size_t peakMemoryBytes();  // of this process

}  // namespace cchc::platform

namespace cchc {
// Reads the whole file.
// Errors:
//   file.read        with the system's reason
//   file.too-large   it has more than `limit` bytes; nothing is read
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t(256) << 20);
}  // namespace cchc
