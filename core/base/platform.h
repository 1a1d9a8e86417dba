// Everything that differs between operating systems. Only platform_posix.cpp and platform_windows.cpp call the systems
// themselves.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc::platform {

// Called at the start of a program. Afterwards a write beyond the permitted file size, or to a pipe that nobody reads,
// fails with an error instead of ending the program.
void reportWriteErrors();
std::filesystem::path programPath();                     // of the running program
std::filesystem::path userDataFolder();                  // local, not roaming; not created
std::filesystem::path machineFolder();                   // what all users of the machine share; not created
std::string userName();                                  // of the operating system
std::string stationName();                               // the name of this workstation
bool onNetworkShare(const std::filesystem::path& path);  // decided by the nearest folder that exists
bool isNetworkFileSystem(std::uint64_t type);            // `type`: from statfs; on Windows the drive type
std::size_t processId();
// Writes a file next to `path`, flushes it to the disk and renames it to `path`: after a crash there is either the old
// or the new file, never a part of one.
// Errors:
//   file.write   with the system's reason
Status writeFileDurably(const std::filesystem::path& path, std::string_view bytes);
// Whether any program has the file open for writing. False if the system cannot tell, as for other people's files and
// on network shares.
bool isOpenForWriting(const std::filesystem::path& path);
// Reads a line from the terminal without showing it; nullopt: there is no terminal.
std::optional<std::string> askSecret(const std::string& prompt);
// Looks up a function in the libraries that the process has already loaded; nullptr: there is none.
void* loadedFunction(const char* name);
// While it exists, a crash or an abort of the program first writes one character over the first one of a file, and then
// ends the program as it would have. At most one exists in a program. Windows, where a crash of a thread other than the
// one that made it is not noticed, and POSIX.
class CrashNote {
 public:
  // The file must be there; nothing is noted in one that cannot be opened.
  CrashNote(const std::filesystem::path& file, char character);
  ~CrashNote();
  CrashNote(const CrashNote&) = delete;
  CrashNote& operator=(const CrashNote&) = delete;

 private:
  struct Handlers;
  std::unique_ptr<Handlers> handlers_;
};
double cpuSeconds();            // of this process
std::size_t peakMemoryBytes();  // of this process

}  // namespace cchc::platform

namespace cchc {
// Reads the whole file.
// Errors:
//   file.read        with the system's reason
//   file.too-large   the file has more than `limit` bytes; nothing is read
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t(256) << 20);
}  // namespace cchc
