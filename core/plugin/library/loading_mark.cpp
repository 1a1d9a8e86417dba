#include "core/plugin/library/loading_mark.h"

#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include "core/base/digest.h"
#include "core/base/platform.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// The first character of a note: the program ended in the library, or was loading it once or twice in a row.
constexpr char endedMark = 'E', loadingOnce = '1', loadingTwice = '2';

// What tells one state of a file from another.
std::string stateOf(const fs::path& library) {
  std::error_code ignored;
  const auto size = fs::file_size(library, ignored);
  const auto written = fs::last_write_time(library, ignored).time_since_epoch().count();
  return std::to_string(size) + " " + std::to_string(written);
}

struct Note {
  char mark = ' ';
  std::string state;
};
Note noteIn(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  Note note;
  stream.get(note.mark).ignore(1);
  if (!std::getline(stream, note.state)) return {};
  return note;
}

void writeNote(const fs::path& file, char mark, const fs::path& library) {
  std::ofstream(file, std::ios::binary) << mark << ' ' << stateOf(library) << '\n' << library.string() << '\n';
}

}  // namespace

LoadingMarks::LoadingMarks(fs::path folder) : folder_(std::move(folder)) {
  if (folder_.empty()) return;
  if (!platform::createPrivateFolder(folder_)) return;
  auto lock = platform::FileLock::acquire(folder_ / "lock");
  if (lock && lock->held()) lock_.emplace(std::move(*lock));  // without a lock nothing is noted
}

bool LoadingMarks::active() const { return lock_.has_value(); }

fs::path LoadingMarks::fileOf(const fs::path& library) const {
  std::error_code ignored;
  const auto absolute = fs::absolute(library, ignored).lexically_normal();
  return folder_ / (sha256(absolute.string()).substr(0, 16) + ".loading");
}

bool LoadingMarks::endedIn(const fs::path& library) const {
  if (folder_.empty()) return false;
  const auto note = noteIn(fileOf(library));
  if (note.state != stateOf(library)) return false;
  // While another program is loading, what is noted may be its own.
  return note.mark == endedMark || (active() && note.mark == loadingTwice);
}

struct LoadingMark::Crash {
  platform::CrashNote note;
};

LoadingMark::LoadingMark(const LoadingMarks& marks, const fs::path& library) {
  if (!marks.active()) return;
  file_ = marks.fileOf(library);
  const auto before = noteIn(file_);
  const bool again = before.mark == loadingOnce && before.state == stateOf(library);
  writeNote(file_, again ? loadingTwice : loadingOnce, library);
  crash_ = std::unique_ptr<Crash>(new Crash{{file_, endedMark}});
}

LoadingMark::~LoadingMark() {
  if (file_.empty()) return;
  crash_.reset();
  std::error_code ignored;
  fs::remove(file_, ignored);
}

void LoadingMark::keep() {
  if (file_.empty()) return;
  crash_.reset();
  std::fstream(file_, std::ios::binary | std::ios::in | std::ios::out) << endedMark;
  file_.clear();
}

}  // namespace cchc
