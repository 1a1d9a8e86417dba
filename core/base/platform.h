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
// fails with an error instead of ending the program. If an input or output of the program is closed, writing to it
// fails, instead of going into whatever file is opened next.
void reportWriteErrors();
std::filesystem::path programPath();  // of the running program
// The user's own folder for data: local, not roaming; not created. There is no other place for them: a folder that
// several users share would let one user read and replace what another one stores.
// Error app.no-home: the system names none, as when neither XDG_DATA_HOME nor HOME is an absolute path.
Result<std::filesystem::path> userDataFolder();
std::filesystem::path machineFolder();                   // what all users of the machine share; not created
std::string userName();                                  // of the operating system
std::string stationName();                               // the name of this workstation
bool onNetworkShare(const std::filesystem::path& path);  // decided by the nearest folder that exists
bool isNetworkFileSystem(std::uint64_t type);            // `type`: from statfs; on Windows the drive type
std::size_t processId();
// Who may read a new file: whom the user's settings let read (packages, reports), or its owner alone (stores, copies
// and whatever else is a person's own work). On Windows the folder decides, and the user's own folder is closed to
// others.
enum class Readers : unsigned char { asSet, ownerAlone };
// Makes files and folders that exist readable by their owner alone. Does nothing for those that belong to somebody
// else.
void closeToOthers(const std::filesystem::path& path);
// Creates a folder, with those above it, that its owner alone may read. A folder that exists is left as it is.
// Error file.write
Status createPrivateFolder(const std::filesystem::path& folder);
// Writes the file as a NewFile (files/new_file.h), so that after a crash there is either the old or the new file, never
// a part of one. Errors: those of NewFile
Status writeFileDurably(const std::filesystem::path& path, std::string_view bytes, Readers readers = Readers::asSet);
// What a NewFile is made of. Errors of all: file.write with the system's reason.
Result<bool> createFile(const std::filesystem::path& path, Readers readers);   // empty; false: it exists already
Status writeBytes(const std::filesystem::path& path, std::string_view bytes);  // into a file that exists
Status flushFile(const std::filesystem::path& path);                           // to the disk
// Gives the file the name `target`, in the same folder, in one step; a file of that name is replaced.
Status moveFile(const std::filesystem::path& file, const std::filesystem::path& target);
// A lock on a file, which one object at a time holds: of this program or of any other on this machine.
class FileLock {
 public:
  // Creates the file if there is none, for its owner alone. If the lock is held elsewhere, the object does not hold it.
  // Error file.write: the file cannot be created, or its file system has no locks
  static Result<FileLock> acquire(const std::filesystem::path& file);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();  // releases it
  bool held() const;

 private:
  explicit FileLock(std::intptr_t file) : file_(file) {}
  std::intptr_t file_;  // the system's; none: not held
};
// Whether any program has the file open for writing. False if the system cannot tell, as for other people's files and
// on network shares.
bool isOpenForWriting(const std::filesystem::path& path);
// Reads a line from the terminal without showing it; nullopt: there is no terminal. If the program is stopped or ended
// meanwhile, the terminal shows again what is typed.
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
