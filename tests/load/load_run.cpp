// Many processes on one store: see README.md.
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <map>
#include <random>

#include "core/app/demo/demo.h"
#include "core/app/receive/receive.h"
#include "core/app/receive/review.h"
#include "core/app/report/make_report.h"
#include "core/app/suite/catalogue.h"
#include "core/app/units/import_tables.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "tests/support/postgres_server.h"

namespace {

using namespace cchc;
namespace fs = std::filesystem;

const PeriodId period("2023-8T");
const OrgUnitId unit("296");
constexpr std::size_t fieldsOfSection = 3;

// A field that processes meet at.
struct Meeting {
  SectionKey key;
  std::string place;
};

[[noreturn]] void stop(const std::string& message) {
  std::cerr << message << "\n";
  std::_Exit(1);
}

template <class Done>
void must(const Done& done) {
  if (!done) stop(messageLine(done.error(), Language::en));
}

std::unique_ptr<Suite> open(const std::string& address, const std::string& who) {
  static const SystemClock clock;
  auto resources = findResources(platform::programPath());
  must(resources);
  auto suite = openSuite({address, {}, *resources, &clock, {who, who, "MAY-" + who}});
  must(suite);
  return std::move(*suite);
}

// Units, periods, the communes' packages accepted, and the district's own sections begun.
std::vector<Meeting> setUp(const std::string& address, const fs::path& folder) {
  const auto suite = open(address, "0");
  must(importTables(*suite, suite->options.resources.sample));
  must(runDemo(suite->options.resources, {}, folder / "demo", [](const std::string&, std::size_t) {}));
  std::vector<fs::path> communes;
  for (const auto& entry : fs::directory_iterator(folder / "demo" / "packages")) {
    if (entry.path().string().find("office.commune") != std::string::npos) communes.push_back(entry.path());
  }
  must(receiveFiles(*suite, communes, 1, [](const ReceivedFile& file) {
    if (file.refusal) stop(messageLine(*file.refusal, Language::en));
  }));
  must(acceptAll(*suite, unit, period));
  std::vector<Meeting> meetings;
  const auto assignments = suite->store.assignments(period);
  must(assignments);
  for (const auto& assignment : *assignments) {
    if (assignment.subject != unit) continue;
    const auto definition = definitionInForce(*suite, assignment.definition, period);
    const SectionKey key{assignment.definition, unit, period};
    must(suite->store.saveDefinition(definition->definition()));
    must(suite->store.openSection(key, definition->definition()));
    std::size_t taken = 0;
    for (const auto& field : definition->definition().fields) {
      if (field.type != FieldType::integer || !field.enterable() || taken == fieldsOfSection) continue;
      meetings.push_back({key, field.id});
      ++taken;
    }
  }
  return meetings;
}

std::string presentAt(Suite& suite, const Meeting& meeting) {
  const auto draft = suite.store.draft(meeting.key);
  must(draft);
  for (const auto& value : draft->values) {
    if (value.place == meeting.place) return value.value;
  }
  return {};
}

// One process: adds one until the time is over, and writes what it counted.
void edit(const std::string& address, const std::vector<Meeting>& meetings, unsigned number, int seconds,
          const fs::path& counted) {
  const auto suite = open(address, std::to_string(number));
  std::mt19937 random(number);
  std::map<std::size_t, long> counts;
  long conflicts = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  while (std::chrono::steady_clock::now() < end) {
    const auto which = random() % meetings.size();
    const auto present = presentAt(*suite, meetings[which]);
    const auto next = std::to_string((present.empty() ? 0 : std::stol(present)) + 1);
    const Change change{newId(), meetings[which].place, present, next, suite->options.actor, suite->now()};
    const auto applied = suite->store.apply(meetings[which].key, change);
    must(applied);
    if (!applied->applied) {
      if (!applied->conflict || applied->by.name.empty()) stop("refused without a conflict, or without who made it");
      ++conflicts;
      continue;
    }
    ++counts[which];
    if (random() % 10 == 0) {
      const auto again = suite->store.apply(meetings[which].key, change);
      must(again);
      if (!again->appliedBefore) stop("the same edit was taken for another");
    }
  }
  std::ofstream out(counted);
  out << "conflicts " << conflicts << "\n";
  for (const auto& [which, count] : counts) out << which << " " << count << "\n";
}

void consolidateInALoop(const std::string& address, int seconds, const fs::path& folder) {
  const auto suite = open(address, "office");
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  long reports = 0;
  while (std::chrono::steady_clock::now() < end) {
    const auto made = makeReport(*suite, unit, period, false, folder / "report.xml");
    must(made);
    if (made->heading.presentSections != 16)
      stop("the report has " + std::to_string(made->heading.presentSections) + " sections");
    ++reports;
  }
  std::ofstream(folder / "reports") << reports;
}

struct Counted {
  std::vector<long> edits;
  long conflicts = 0, all = 0;
};

Counted read(const fs::path& folder, int processes, std::size_t meetings) {
  Counted counted;
  counted.edits.resize(meetings);
  for (int i = 1; i <= processes; ++i) {
    std::ifstream in(folder / ("counted-" + std::to_string(i)));
    std::string word;
    long count = 0;
    while (in >> word >> count) {
      if (word == "conflicts")
        counted.conflicts += count;
      else
        counted.edits[std::stoul(word)] += count, counted.all += count;
    }
  }
  return counted;
}

// How many edits the store has more or fewer than were counted.
long wrongIn(const std::string& address, const std::vector<Meeting>& meetings, const Counted& counted) {
  const auto suite = open(address, "0");
  long wrong = 0;
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    const auto present = presentAt(*suite, meetings[i]);
    wrong += std::abs((present.empty() ? 0 : std::stol(present)) - counted.edits[i]);
    const auto journal = suite->store.journal(meetings[i].key);
    must(journal);
    const auto entries = std::count_if(journal->begin(), journal->end(), [&](const Store::JournalEntry& entry) {
      return entry.change.place == meetings[i].place;
    });
    wrong += std::abs(static_cast<long>(entries) - counted.edits[i]);
    const auto findings = suite->store.verifyJournal(meetings[i].key);
    must(findings);
    if (!findings->empty()) stop(findingLine(findings->front(), Language::en));
  }
  return wrong;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string kind = argc == 4 ? argv[1] : "";
  if (kind != "sqlite" && kind != "postgres") {
    std::cerr << "load_run sqlite|postgres PROCESSES SECONDS\n";
    return 2;
  }
  const int processes = std::atoi(argv[2]), seconds = std::atoi(argv[3]);
  const test::TemporaryFolder folder;
  std::unique_ptr<test::PostgresServer> server;
  std::string address = (folder / "suite.sqlite").string();
  if (kind == "postgres") {
    std::string reason;
    server = test::PostgresServer::start(&reason);
    if (!server) {
      std::cout << "skipped: " << reason << "\n";
      return 0;
    }
    address = server->freshDatabase();
  }
  const auto meetings = setUp(address, folder.path());
  std::cout << std::flush;
  for (int i = 0; i <= processes; ++i) {
    if (::fork() != 0) continue;
    if (i == 0)
      consolidateInALoop(address, seconds, folder.path());
    else
      edit(address, meetings, static_cast<unsigned>(i), seconds, folder / ("counted-" + std::to_string(i)));
    std::_Exit(0);
  }
  int failed = 0, status = 0;
  while (::wait(&status) > 0) failed += status != 0 ? 1 : 0;
  const auto counted = read(folder.path(), processes, meetings.size());
  const auto wrong = wrongIn(address, meetings, counted);
  std::cout << kind << ": " << processes << " processes, " << seconds << " s, " << meetings.size()
            << " fields: " << counted.all << " edits applied, " << counted.conflicts << " conflicts told, "
            << test::contentOf(folder / "reports") << " reports made meanwhile; lost or doubled: " << wrong
            << "; processes that failed: " << failed << "\n";
  return wrong == 0 && failed == 0 && counted.all > 0 ? 0 : 1;
}
