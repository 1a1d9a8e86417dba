#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#include <cstdio>
// psapi and shlobj come after windows.h
#include <psapi.h>
#include <shlobj.h>

#include <fcntl.h>
#include <io.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>
#include <vector>

#include "core/base/platform.h"

namespace cchc::platform {
namespace {

namespace fs = std::filesystem;

std::string utf8(const wchar_t* text) {
  const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
  std::string result(static_cast<std::size_t>(size > 0 ? size - 1 : 0), '\0');
  if (size > 1) WideCharToMultiByte(CP_UTF8, 0, text, -1, result.data(), size, nullptr, nullptr);
  return result;
}

std::string utf8(const fs::path& path) {
  const auto text = path.u8string();
  return {text.begin(), text.end()};
}

tl::unexpected<Error> writeFailure(const fs::path& path, DWORD number) {
  wchar_t* text = nullptr;
  FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr,
                 number, 0, reinterpret_cast<wchar_t*>(&text), 0, nullptr);
  auto reason = text != nullptr ? utf8(text) : std::to_string(number);
  LocalFree(text);
  while (!reason.empty() && (reason.back() == '\n' || reason.back() == '\r')) reason.pop_back();
  return fail("file.write", utf8(path), {{"reason", reason}}, ErrorKind::failure);
}

// --- of CrashNote
constexpr std::array<int, 4> fatalSignals = {SIGSEGV, SIGILL, SIGFPE, SIGABRT};
std::array<void (*)(int), fatalSignals.size()> previous;
volatile std::sig_atomic_t openFile = -1;
volatile std::sig_atomic_t noted = 0;

void restoreHandlers() {
  for (std::size_t i = 0; i < fatalSignals.size(); ++i) std::signal(fatalSignals[i], previous[i]);
}

void noteCrash(int number) {
  const char character = static_cast<char>(noted);
  _lseek(openFile, 0, SEEK_SET);
  static_cast<void>(_write(openFile, &character, 1));
  restoreHandlers();
  std::raise(number);
}

}  // namespace

bool isNetworkFileSystem(std::uint64_t type) { return type == DRIVE_REMOTE; }

fs::path programPath() {
  std::vector<wchar_t> buffer(32768);
  const auto size = GetModuleFileNameW(nullptr, buffer.data(), static_cast<DWORD>(buffer.size()));
  return fs::path(std::wstring(buffer.data(), size));
}

Result<fs::path> userDataFolder() {
  wchar_t* folder = nullptr;
  const bool known = SUCCEEDED(SHGetKnownFolderPath(FOLDERID_LocalAppData, 0, nullptr, &folder));
  const fs::path path = known ? folder : L"";
  CoTaskMemFree(folder);
  if (!known) return fail("app.no-home", "LOCALAPPDATA", {}, ErrorKind::failure);
  return path / "cchc";
}

fs::path machineFolder() {
  wchar_t* folder = nullptr;
  fs::path path = "C:\\ProgramData";
  if (SUCCEEDED(SHGetKnownFolderPath(FOLDERID_ProgramData, 0, nullptr, &folder))) path = folder;
  CoTaskMemFree(folder);
  return path / "cchc";
}

void reportWriteErrors() {}  // Windows has no such signals, and gives a closed output no number

std::string userName() {
  wchar_t name[257] = {};
  DWORD size = 257;
  return GetUserNameW(name, &size) != 0 ? utf8(name) : std::string();
}

std::string stationName() {
  wchar_t name[256] = {};
  DWORD size = 256;
  return GetComputerNameExW(ComputerNameDnsHostname, name, &size) != 0 ? utf8(name) : std::string();
}

bool onNetworkShare(const fs::path& path) {
  std::error_code ignored;
  const auto absolute = fs::absolute(path, ignored);
  const auto root = absolute.root_path();
  // \\server\share is a share, whatever the drive type is.
  if (absolute.native().starts_with(L"\\\\") && !absolute.native().starts_with(L"\\\\?\\")) return true;
  return isNetworkFileSystem(GetDriveTypeW(root.c_str()));
}

std::size_t processId() { return GetCurrentProcessId(); }

void closeToOthers(const fs::path&) {}  // the user's own folder is closed to others

Status createPrivateFolder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) return {};
  return writeFailure(folder, static_cast<DWORD>(failed.value()));
}

Result<bool> createFile(const fs::path& path, Readers) {
  const HANDLE file = CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_EXISTS) return false;
  if (file == INVALID_HANDLE_VALUE) return writeFailure(path, GetLastError());
  CloseHandle(file);
  return true;
}

Status writeBytes(const fs::path& path, std::string_view bytes) {
  const HANDLE file =
      CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, TRUNCATE_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) return writeFailure(path, GetLastError());
  DWORD failed = 0;
  while (!bytes.empty() && failed == 0) {
    DWORD written = 0;
    const auto part = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), 1U << 20U));
    if (WriteFile(file, bytes.data(), part, &written, nullptr) == 0) failed = GetLastError();
    bytes.remove_prefix(written);
  }
  CloseHandle(file);
  if (failed == 0) return {};
  return writeFailure(path, failed);
}

Status flushFile(const fs::path& path) {
  const HANDLE file = CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                  OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) return writeFailure(path, GetLastError());
  const DWORD failed = FlushFileBuffers(file) == 0 ? GetLastError() : 0;
  CloseHandle(file);
  if (failed == 0) return {};
  return writeFailure(path, failed);
}

Status moveFile(const fs::path& file, const fs::path& target) {
  if (MoveFileExW(file.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0) return {};
  return writeFailure(target, GetLastError());
}

constexpr std::intptr_t noFile = 0;

Result<FileLock> FileLock::acquire(const fs::path& file) {
  const HANDLE opened = CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                    nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (opened == INVALID_HANDLE_VALUE) return writeFailure(file, GetLastError());
  OVERLAPPED whole{};
  if (LockFileEx(opened, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, MAXDWORD, MAXDWORD, &whole) != 0)
    return FileLock(reinterpret_cast<std::intptr_t>(opened));
  const auto reason = GetLastError();
  CloseHandle(opened);
  if (reason == ERROR_LOCK_VIOLATION || reason == ERROR_IO_PENDING) return FileLock(noFile);
  return writeFailure(file, reason);
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, noFile)) {}
FileLock::~FileLock() {
  if (held()) CloseHandle(reinterpret_cast<HANDLE>(file_));
}
bool FileLock::held() const { return file_ != noFile; }

bool isOpenForWriting(const fs::path& path) {
  const HANDLE file = CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                                  OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) return GetLastError() == ERROR_SHARING_VIOLATION;
  CloseHandle(file);
  return false;
}

std::optional<std::string> askSecret(const std::string& prompt) {
  const auto input = ::GetStdHandle(STD_INPUT_HANDLE);
  DWORD mode = 0;
  if (!::GetConsoleMode(input, &mode)) return std::nullopt;
  std::fputs(prompt.c_str(), stderr);
  // Ctrl-C is read as a character, so that the console shows again what is typed before the program ends.
  ::SetConsoleMode(input, mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT | ENABLE_PROCESSED_INPUT));
  std::string line;
  constexpr int interrupted = 3;
  int c = std::getchar();
  for (; c != EOF && c != '\n' && c != interrupted; c = std::getchar()) line += static_cast<char>(c);
  ::SetConsoleMode(input, mode);
  std::fputs("\n", stderr);
  if (c == interrupted) std::raise(SIGINT);
  return line;
}

void* loadedFunction(const char* name) {
  return reinterpret_cast<void*>(::GetProcAddress(::GetModuleHandleW(nullptr), name));
}

struct CrashNote::Handlers {
  int file = -1;
};

CrashNote::CrashNote(const std::filesystem::path& file, char character) : handlers_(std::make_unique<Handlers>()) {
  handlers_->file = _wopen(file.c_str(), _O_WRONLY | _O_BINARY);
  if (handlers_->file < 0) return;
  openFile = handlers_->file;
  noted = static_cast<unsigned char>(character);
  for (std::size_t i = 0; i < fatalSignals.size(); ++i) previous[i] = std::signal(fatalSignals[i], &noteCrash);
}

CrashNote::~CrashNote() {
  if (handlers_->file < 0) return;
  restoreHandlers();
  openFile = -1;
  _close(handlers_->file);
}

double cpuSeconds() {
  FILETIME made{}, ended{}, kernel{}, user{};
  GetProcessTimes(GetCurrentProcess(), &made, &ended, &kernel, &user);
  const auto ticks = [](const FILETIME& time) {
    return (static_cast<std::uint64_t>(time.dwHighDateTime) << 32U) | time.dwLowDateTime;
  };
  return static_cast<double>(ticks(kernel) + ticks(user)) * 1e-7;
}

std::size_t peakMemoryBytes() {
  PROCESS_MEMORY_COUNTERS counters{};
  GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters);
  return counters.PeakWorkingSetSize;
}

}  // namespace cchc::platform
