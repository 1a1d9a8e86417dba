// kill_run KILLS [--seed N]: prints seed, commit and counts; exits with 1 at the first loss, and leaves the folder to
// be looked at.
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <sstream>

#include "core/app/demo/demo.h"
#include "core/app/units/import_tables.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "tests/kills/kills.h"
#include "tests/kills/marks.h"

namespace kills {

void stop(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(1);
}

const Clock& systemClock() {
  static const SystemClock clock;
  return clock;
}

Resources resources() {
  auto found = findResources(platform::programPath());
  if (!found) stop(messageLine(found.error(), Language::en));
  return *found;
}

std::unique_ptr<Suite> openStore(const fs::path& store) {
  auto suite = openSuite({store.string(), {}, resources(), &systemClock(), {"Nguyễn Văn A", "nva", "MAY-01"}});
  if (!suite) stop(messageLine(suite.error(), Language::en));
  return std::move(*suite);
}

namespace {

// What the worker was at when it was killed, as its marks say.
struct Cut {
  Phase phase = Phase::none;
  std::string step;
};

struct Counts {
  std::map<std::string, int> inside;  // by the step whose write was cut
  std::map<Phase, int> phases;
  int kills = 0;
  std::size_t edits = 0, taken = 0;
};

// The demonstration's stores, from which each series of kills sets out.
void makeFolder(const fs::path& demo, const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto* name : {"departments.sqlite", "suite.sqlite", "packages"})
    fs::copy(demo / name, folder / name, fs::copy_options::recursive);
  {
    const auto office = openStore(folder / "empty.sqlite");
    if (const auto made = importTables(*office, office->options.resources.sample); !made)
      stop(messageLine(made.error(), Language::en));
  }
  const auto suite = openStore(folder / "departments.sqlite");
  for (const auto& key : {budgetKey, scoringKey}) {
    const auto back =
        suite->store.setSubmissionState(key, 1, SubmissionState::returned, suite->options.actor, "sửa lại");
    if (!back) stop(messageLine(back.error(), Language::en));
  }
}

// How long a worker lives after it is ready. `aimed`: then until it begins to write, and a little longer.
struct Life {
  std::chrono::microseconds length{}, more{};
  bool aimed = false;
};

void waitForWrite(const Marks& marks, const Life& life) {
  const auto begun = std::chrono::steady_clock::now();
  while (marks.phase.load() == Phase::none) {
    if (std::chrono::steady_clock::now() - begun > std::chrono::milliseconds(500)) return;
  }
  for (const auto end = std::chrono::steady_clock::now() + life.more; std::chrono::steady_clock::now() < end;) {
  }
}

// Starts a worker, lets it live for a while after it is ready, kills it, and answers all that it told.
std::string lifeOf(const fs::path& folder, unsigned seed, const Life& life, Marks& marks, Cut& cut) {
  int pipe[2];
  if (::pipe(pipe) != 0) stop("pipe");
  const auto program = platform::programPath().string(), seedText = std::to_string(seed),
             page = (folder.parent_path() / "marks").string();
  marks.phase = Phase::none;
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(pipe[1], 1);
    ::close(pipe[0]);
    ::execl(program.c_str(), program.c_str(), "--work", folder.c_str(), seedText.c_str(), page.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(pipe[1]);
  std::string told;
  std::optional<std::chrono::steady_clock::time_point> end;
  char buffer[4096];
  while (true) {
    const auto now = std::chrono::steady_clock::now();
    if (end && now >= *end) break;
    const auto left = end ? std::chrono::ceil<std::chrono::milliseconds>(*end - now).count() : 60'000;
    pollfd waiting{pipe[0], POLLIN, 0};
    // The last part of a millisecond is waited for in small steps, so that kills fall anywhere.
    const int ready = ::poll(&waiting, 1, end && left <= 1 ? 0 : static_cast<int>(left));
    if (ready == 0) {
      if (!end) stop("the worker does not begin");
      continue;
    }
    const auto size = ::read(pipe[0], buffer, sizeof buffer);
    if (size <= 0) break;
    told.append(buffer, static_cast<std::size_t>(size));
    if (!end && told.find("ready") != std::string::npos) end = std::chrono::steady_clock::now() + life.length;
  }
  if (life.aimed) waitForWrite(marks, life);
  ::kill(child, SIGKILL);
  for (ssize_t size = 0; (size = ::read(pipe[0], buffer, sizeof buffer)) > 0;)
    told.append(buffer, static_cast<std::size_t>(size));
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFSIGNALED(status))
    stop("the worker ended by itself: " + told.substr(told.size() - std::min<std::size_t>(told.size(), 300)));
  cut = {marks.phase.load(), marks.step};
  return told;
}

// Takes what was told into account.
void note(const std::string& told, Acknowledged& acknowledged, Counts& counts) {
  std::istringstream lines(told.substr(0, told.rfind('\n') + 1));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string what, first, second, third;
    words >> what >> first >> second >> third;
    if (what == "edited") acknowledged.edits[first].insert(second), acknowledged.last[first] = third, ++counts.edits;
    if (what == "submitted") acknowledged.revision = std::atoi(first.c_str());
    if (what == "emptied") acknowledged.put.clear(), acknowledged.taken.clear();
    if (what == "put") acknowledged.put.insert(first);
    if (what == "taken") acknowledged.taken.insert(first), ++counts.taken;
  }
}

// Of the source as it is now, with a mark where it differs from its commit.
std::string commit() {
  const std::string command =
      std::string("git -C '") + CCHC_SOURCE + "' describe --always --dirty=+changes --exclude='*' 2>/dev/null";
  std::string answer;
  if (auto* pipe = ::popen(command.c_str(), "r"); pipe != nullptr) {
    char buffer[128];
    while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) answer += buffer;
    ::pclose(pipe);
  }
  answer.erase(answer.find_last_not_of('\n') + 1);
  return answer.empty() ? "unknown" : answer;
}

int killRun(int kills, unsigned seed) {
  const auto base = fs::temp_directory_path() / ("cchc-kills-" + newId());
  const auto demo = base / "demo", folder = base / "work";
  fs::create_directories(base);
  if (const auto made = runDemo(resources(), {}, demo, [](const std::string&, std::size_t) {}); !made)
    stop(messageLine(made.error(), Language::en));
  std::mt19937 random(seed);
  auto* marks = marksIn(base / "marks");
  if (marks == nullptr) stop("no page for marks");
  Counts counts;
  Acknowledged acknowledged;
  for (; counts.kills < kills; ++counts.kills) {
    if (counts.kills % 50 == 0) {
      makeFolder(demo, folder);
      acknowledged = {};
    }
    const auto chance = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const Life life{std::chrono::microseconds(chance(400'000)), std::chrono::microseconds(chance(200)), chance(3) > 0};
    Cut cut;
    note(lifeOf(folder, static_cast<unsigned>(random()), life, *marks, cut), acknowledged, counts);
    ++counts.phases[cut.phase];
    if (cut.phase != Phase::none) ++counts.inside[cut.step];
    if (const auto wrong = inspect(folder, acknowledged); !wrong.empty()) {
      std::fprintf(stderr, "kill %d of seed %u: %s\nsee %s\n", counts.kills + 1, seed, wrong.c_str(), folder.c_str());
      return 1;
    }
  }
  const int inside = counts.kills - counts.phases[Phase::none];
  std::printf(
      "seed %u, commit %s: %d kills, %d of them inside a write (%d between BEGIN and COMMIT, %d between the opening of "
      "a file and its renaming, %d at a renaming)",
      seed, commit().c_str(), counts.kills, inside, counts.phases[Phase::transaction], counts.phases[Phase::file],
      counts.phases[Phase::move]);
  for (const auto& [step, count] : counts.inside) std::printf(", %s %d", step.c_str(), count);
  std::printf("; %zu edits acknowledged and %zu packages taken in, none lost\n", counts.edits, counts.taken);
  fs::remove_all(base);
  if (inside * 2 >= counts.kills) return 0;
  std::printf("fewer than half of the kills fell inside a write\n");
  return 1;
}

}  // namespace
}  // namespace kills

int main(int argc, char** argv) {
  if (argc == 5 && std::strcmp(argv[1], "--work") == 0) {
    kills::markInto(kills::marksIn(argv[4]));
    return kills::work(argv[2], static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)));
  }
  int count = 0;
  unsigned seed = 1;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
      seed = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
    else
      count = std::atoi(argv[i]);
  }
  if (count <= 0) {
    std::fprintf(stderr, "kill_run KILLS [--seed N]\n");
    return 2;
  }
  return kills::killRun(count, seed);
}
