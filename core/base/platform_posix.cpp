#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
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
#include <utility>

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
  return {};
}

// Opens the file, calls `work` with it, and closes it.
template <class Work>
Status withFile(const fs::path& path, int flags, const Work& work) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return writeFailure(path, errno);
  Status done = work(file);
  if (::close(file) != 0 && done) done = writeFailure(path, errno);
  return done;
}

// --- of askSecret
volatile std::sig_atomic_t secretInterrupted = 0;
void noteInterruption(int number) { secretInterrupted = number; }

// While it exists, a signal that ends or stops the program is only noted, and only while wait() waits.
class HeldSignals {
 public:
  HeldSignals() {
    ::sigemptyset(&held_);
    for (const int number : numbers) ::sigaddset(&held_, number);
    ::pthread_sigmask(SIG_BLOCK, &held_, &before_);
    struct sigaction action {};
    action.sa_handler = &noteInterruption;
    ::sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      ::sigaction(numbers[i], nullptr, &previous_[i]);
      if (previous_[i].sa_handler != SIG_IGN) ::sigaction(numbers[i], &action, nullptr);
    }
    secretInterrupted = 0;
  }
  ~HeldSignals() {
    for (std::size_t i = 0; i < numbers.size(); ++i) ::sigaction(numbers[i], &previous_[i], nullptr);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  // Waits until the terminal has something to read. Returns the number of the signal that came instead, or 0.
  int wait(int terminal) const {
    pollfd one{terminal, POLLIN, 0};
    ::ppoll(&one, 1, nullptr, &before_);
    return secretInterrupted;
  }

 private:
  static constexpr std::array<int, 5> numbers = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
  sigset_t held_{}, before_{};
  std::array<struct sigaction, numbers.size()> previous_{};
};

// Switches the echo off, asks for a line and reads it, and switches the echo on again. Returns the signal that
// interrupted it, or 0.
int readHidden(int terminal, const std::string& prompt, std::string& line) {
  termios shown{}, hidden{};
  int signal = 0;
  const HeldSignals held;
  ::tcgetattr(terminal, &shown);
  hidden = shown;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(terminal, TCSAFLUSH, &hidden);
  static_cast<void>(!::write(terminal, prompt.data(), prompt.size()));
  for (char c = 0; signal == 0;) {
    signal = held.wait(terminal);
    if (signal != 0 || ::read(terminal, &c, 1) != 1 || c == '\n') break;
    line += c;
  }
  ::tcsetattr(terminal, TCSAFLUSH, &shown);
  static_cast<void>(!::write(terminal, "\n", 1));
  return signal;
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

Result<fs::path> userDataFolder() {
  // A relative path would mean another folder wherever the program is started.
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/') return fs::path(data) / "cchc";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return fs::path(home) / ".local" / "share" / "cchc";
  return fail("app.no-home", "HOME", {}, ErrorKind::failure);
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
  for (int file = 0; file < 3; ++file) {
    // The lowest free number is given, which is this one. What is opened for reading cannot be written to.
    if (::fcntl(file, F_GETFD) < 0) static_cast<void>(::open("/dev/null", O_RDONLY));
  }
}

void closeToOthers(const fs::path& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0 || about.st_uid != ::geteuid()) return;
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    static_cast<void>(!::chmod(path.c_str(), about.st_mode & static_cast<mode_t>(S_IRWXU)));
}

Status createPrivateFolder(const fs::path& folder) {
  std::error_code ignored;
  if (folder.empty() || fs::is_directory(folder, ignored)) return {};
  const auto above = folder.parent_path();
  if (above != folder) CCHC_CHECK(createPrivateFolder(above));
  if (::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return {};
  return writeFailure(folder, errno);
}

Result<bool> createFile(const fs::path& path, Readers readers) {
  const mode_t mode = readers == Readers::ownerAlone ? 0600 : 0666;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file < 0 && errno == EEXIST) return false;
  if (file < 0) return writeFailure(path, errno);
  ::close(file);
  return true;
}

Status writeBytes(const fs::path& path, std::string_view bytes) {
  return withFile(path, O_WRONLY | O_TRUNC, [&](int file) { return writeAll(file, bytes, path); });
}

Status flushFile(const fs::path& path) {
  return withFile(path, O_RDONLY, [&](int file) -> Status {
    if (::fsync(file) != 0) return writeFailure(path, errno);
    return {};
  });
}

Status moveFile(const fs::path& file, const fs::path& target) {
  if (::rename(file.c_str(), target.c_str()) != 0) return writeFailure(target, errno);
  // The directory entry of the file must also reach the disk.
  const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); directory >= 0) {
    ::fsync(directory);
    ::close(directory);
  }
  return {};
}

constexpr std::intptr_t noFile = -1;

Result<FileLock> FileLock::acquire(const fs::path& file) {
  const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (opened < 0) return writeFailure(file, errno);
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  // An ordinary lock of POSIX belongs to the program, and does not keep two objects of one program apart.
  if (::fcntl(opened, F_OFD_SETLK, &whole) == 0) return FileLock(opened);
  const int reason = errno;
  ::close(opened);
  if (reason == EAGAIN || reason == EACCES) return FileLock(noFile);
  return writeFailure(file, reason);
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, noFile)) {}
FileLock::~FileLock() {
  if (held()) ::close(static_cast<int>(file_));
}
bool FileLock::held() const { return file_ != noFile; }

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
  std::string line;
  for (int signal = -1; signal != 0;) {
    line.clear();
    signal = readHidden(terminal, prompt, line);
    // The signal now does what it would have done. After a stop the program goes on here, and asks again.
    if (signal != 0) ::raise(signal);
  }
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
