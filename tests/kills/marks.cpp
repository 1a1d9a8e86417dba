#include "tests/kills/marks.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdarg>
#include <cstring>
#include <string_view>

namespace kills {
namespace {

Marks* present = nullptr;

void mark(Phase phase) {
  if (present != nullptr) present->phase.store(phase);
}

int traced(unsigned, void*, void* statement, void*) {
  const char* text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  const std::string_view sql = text == nullptr ? "" : text;
  if (sql.starts_with("BEGIN")) mark(Phase::transaction);
  if (sql.starts_with("COMMIT") || sql.starts_with("ROLLBACK")) mark(Phase::none);
  return 0;
}

int traceConnection(sqlite3* database, char**, const void*) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, &traced, nullptr);  // told of when a statement has ended
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int openMarked(const char* function, const char* path, int flags, mode_t mode) {
  if (present != nullptr && (flags & O_CREAT) != 0 && std::strstr(path, ".part") != nullptr) mark(Phase::file);
  return next<int (*)(const char*, int, mode_t)>(function)(path, flags, mode);
}

}  // namespace

Marks* marksIn(const std::filesystem::path& file) {
  const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (opened < 0 || ::ftruncate(opened, 4096) != 0) return nullptr;
  void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
  ::close(opened);
  return page == MAP_FAILED ? nullptr : static_cast<Marks*>(page);
}

void markInto(Marks* marks) {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&traceConnection));
  present = marks;
}

void markStep(const std::string& step) {
  if (present == nullptr) return;
  std::strncpy(present->step, step.c_str(), sizeof present->step - 1);
}

}  // namespace kills

// In place of the C library's own, for this program and the libraries that it uses.
extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return kills::openMarked("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return kills::openMarked("open64", path, flags, mode);
}

int rename(const char* from, const char* to) noexcept {
  if (kills::present != nullptr && std::strstr(from, ".part") == nullptr) kills::mark(kills::Phase::move);
  const int done = kills::next<int (*)(const char*, const char*)>("rename")(from, to);
  kills::mark(kills::Phase::none);
  return done;
}

}  // extern "C"
