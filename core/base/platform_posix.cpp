#include <dlfcn.h>
#include <fcntl.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "core/base/platform.h"

namespace cchc::platform {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> writeFailure(const fs::path& path, int number) {
  return fail("file.write", path.string(), {{"reason", std::strerror(number)}}, ErrorKind::failure);
}

Status writeAll(int file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return writeFailure(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file) != 0) return writeFailure(path, errno);
  return {};
}

// --- of CrashNote
constexpr std::array<int, 5> fatalSignals = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
std::array<struct sigaction, fatalSignals.size()> previous;

// What the handler reads; only functions that are safe in a handler may be called there.
volatile std::sig_atomic_t openFile = -1;
volatile std::sig_atomic_t noted = 0;

void restoreHandlers() {
  for (std::size_t i = 0; i < fatalSignals.size(); ++i) ::sigaction(fatalSignals[i], &previous[i], nullptr);
}

void noteCrash(int number) {
  const char character = static_cast<char>(noted);
  static_cast<void>(!::pwrite(openFile, &character, 1, 0));
  // The signal arrives again, and finds the handler that it would have found.
  restoreHandlers();
  ::raise(number);
}

}  // namespace

bool isNetworkFileSystem(std::uint64_t type) {
  // From linux/magic.h: NFS, SMB, CIFS, SMB2, NCP, AFS, Coda, Ceph, 9p. A database cannot rely on their locks.
  constexpr std::array<std::uint64_t, 9> network = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x564C,
                                                    0x5346414F, 0x73757245, 0x00C36400, 0x01021997};
  for (const auto known : network) {
    if ((type & 0xFFFFFFFFU) == known) return true;
  }
  return false;
}

fs::path programPath() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored);
}

fs::path userDataFolder() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') return fs::path(data) / "cchc";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".local" / "share" / "cchc";
  return fs::temp_directory_path() / "cchc";
}

fs::path machineFolder() {
  const char* folders = std::getenv("XDG_CONFIG_DIRS");
  const std::string_view all = folders != nullptr ? folders : "";
  const auto first = all.substr(0, all.find(':'));
  return fs::path(first.empty() ? "/etc/xdg" : first) / "cchc";
}

std::string userName() {
  const auto* entry = ::getpwuid(::geteuid());
  return entry != nullptr ? entry->pw_name : std::to_string(::geteuid());
}

std::string stationName() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

bool onNetworkShare(const fs::path& path) {
  std::error_code ignored;
  auto existing = fs::absolute(path, ignored);
  while (!fs::exists(existing, ignored) && existing.has_relative_path()) existing = existing.parent_path();
  struct statfs about {};
  return ::statfs(existing.c_str(), &about) == 0 && isNetworkFileSystem(static_cast<std::uint64_t>(about.f_type));
}

std::size_t processId() { return static_cast<std::size_t>(::getpid()); }

void reportWriteErrors() {
  ::signal(SIGXFSZ, SIG_IGN);
  ::signal(SIGPIPE, SIG_IGN);
}

Status writeFileDurably(const fs::path& path, std::string_view bytes) {
  const auto temporary = path.string() + ".part" + std::to_string(processId());
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return writeFailure(path, errno);
  auto written = writeAll(file, bytes, path);
  if (::close(file) != 0 && written) written = writeFailure(path, errno);
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0) written = writeFailure(path, errno);
  if (!written) {
    ::unlink(temporary.c_str());
    return written;
  }
  // The directory entry of the file must also reach the disk.
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); directory >= 0) {
    ::fsync(directory);
    ::close(directory);
  }
  return {};
}

bool isOpenForWriting(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  // The system grants a read lease only while nobody has the file open for writing. A program that opens the file in
  // the meantime is not held up: the signal that asks for the lease back is one that is ignored by default.
  ::fcntl(file, F_SETSIG, SIGURG);
  const bool open = ::fcntl(file, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  ::close(file);
  return open;
}

std::optional<std::string> askSecret(const std::string& prompt) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0) return std::nullopt;
  termios shown{}, hidden{};
  ::tcgetattr(terminal, &shown);
  hidden = shown;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(terminal, TCSAFLUSH, &hidden);
  static_cast<void>(!::write(terminal, prompt.data(), prompt.size()));
  std::string line;
  char c = 0;
  while (::read(terminal, &c, 1) == 1 && c != '\n') line += c;
  ::tcsetattr(terminal, TCSAFLUSH, &shown);
  static_cast<void>(!::write(terminal, "\n", 1));
  ::close(terminal);
  return line;
}

void* loadedFunction(const char* name) { return ::dlsym(RTLD_DEFAULT, name); }

struct CrashNote::Handlers {
  int file = -1;
};

CrashNote::CrashNote(const std::filesystem::path& file, char character) : handlers_(std::make_unique<Handlers>()) {
  handlers_->file = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (handlers_->file < 0) return;
  openFile = handlers_->file;
  noted = static_cast<unsigned char>(character);
  struct sigaction action {};
  action.sa_handler = &noteCrash;
  action.sa_flags = SA_ONSTACK;
  ::sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < fatalSignals.size(); ++i) ::sigaction(fatalSignals[i], &action, &previous[i]);
}

CrashNote::~CrashNote() {
  if (handlers_->file < 0) return;
  restoreHandlers();
  openFile = -1;
  ::close(handlers_->file);
}

double cpuSeconds() {
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::size_t peakMemoryBytes() {
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

}  // namespace cchc::platform
