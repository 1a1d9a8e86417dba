// bench_receive N [--folder DIR] [--smoke]: see README.md.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "tests/bench/measure.h"
#include "tests/bench/phases.h"

namespace {

namespace fs = std::filesystem;
using bench::Figures;

int phase(const std::string& name, const fs::path& folder, int number) {
  if (name == "generate")
    bench::generate(folder, number);
  else if (name == "floor")
    bench::floorPhase(folder);
  else if (name == "set-up")
    bench::setUp(folder);
  else if (name == "receive")
    bench::receivePhase(folder, static_cast<unsigned>(number));
  else if (name == "check")
    bench::checkPhase(folder, static_cast<unsigned>(number));
  else if (name == "consolidate")
    bench::consolidatePhase(folder);
  else
    return 2;
  return 0;
}

struct Round {
  int count = 0;
  Figures floor, receive, receiveTwo, checkOne, checkTwo, consolidate, peer;
  double suite() const { return receive.at("cpu") + consolidate.at("cpu"); }
  double floorCpu() const { return floor.at("cpu"); }
};

void least(Figures& known, Figures measured) {
  if (known.empty() || measured.at("cpu") < known.at("cpu")) known = std::move(measured);
}

Round measure(const fs::path& folder, int count, bool all) {
  const auto program = "'" + cchc::platform::programPath().string() + "'";
  const auto of = [&](const char* name, int number) {
    return bench::run(program + " --phase " + name + " '" + folder.string() + "' " + std::to_string(number));
  };
  Round round;
  round.count = count;
  of("generate", count);
  // Each in turn, three times over, and the least CPU of each: what else the machine does falls on all of them alike.
  for (int turn = 0; turn < 3; ++turn) {
    of("set-up", 0);
    least(round.floor, of("floor", 0));
    least(round.receive, of("receive", 1));
    least(round.consolidate, of("consolidate", 0));
  }
  if (all) {
    round.receiveTwo = of("receive", 2);
    round.checkOne = of("check", 1);
    round.checkTwo = of("check", 2);
    round.peer = bench::run("/usr/bin/python3 '" CCHC_SOURCE "/tests/bench/peers/lxml_peer.py' '" CCHC_SOURCE
                            "/schemas/submission.xsd' '" +
                            (folder / "packages").string() + "' '" + (folder / "peer.xml").string() + "'");
  }
  return round;
}

void line(const char* what, const Figures& figures) {
  std::printf("  %-34s %8.3f s CPU  %8.3f s wall  %7.1f MiB peak\n", what, figures.at("cpu"), figures.at("wall"),
              figures.at("peak"));
}

void goal(const char* what, double value, double most, bool atLeast = false) {
  const bool met = atLeast ? value >= most : value <= most;
  std::printf("  %-62s %7.2f   goal %s %-5.2f %s\n", what, value, atLeast ? "at least" : "at most ", most,
              met ? "met" : "MISSED");
}

void report(const Round& large, const Round& small) {
  std::printf("%d packages, %.1f MB, %.1f KB on average\n", large.count, large.floor.at("bytes") / 1e6,
              large.floor.at("bytes") / 1e3 / large.count);
  line("floor: read, parse, insert", large.floor);
  std::printf("  %-34s %8.3f + %.3f + %.3f s CPU\n", "  of which", large.floor.at("read"), large.floor.at("parse"),
              large.floor.at("insert"));
  line("receive", large.receive);
  line("receive, two threads", large.receiveTwo);
  line("consolidate", large.consolidate);
  line("Python lxml", large.peer);
  std::printf("  sums exact: %.0f of %.0f; findings %.0f\n", large.consolidate.at("exact"),
              large.consolidate.at("exact"), large.receive.at("findings"));
  const double parseAndInsert = large.floor.at("parse") + large.floor.at("insert");
  goal("receive + consolidate, times the floor", large.suite() / large.floorCpu(), 2.5);
  goal("  the same against parse + insert alone, no reading of files", large.suite() / parseAndInsert, 2.5);
  goal("receive + consolidate, of lxml", large.suite() / large.peer.at("cpu"), 0.5);
  goal(("CPU per package, of that at N = " + std::to_string(small.count)).c_str(),
       large.suite() / large.count / (small.suite() / small.count), 1.1);
  goal("peak memory of receive, MiB", large.receive.at("peak"), 32);
  goal("peak memory of consolidate, MiB", large.consolidate.at("peak"), 32);
  const auto peak = [](const Round& round) { return std::max(round.receive.at("peak"), round.consolidate.at("peak")); };
  goal(("peak memory, of that at N = " + std::to_string(small.count)).c_str(), peak(large) / peak(small), 1.1);
  goal("parsing and checking, two threads against one", large.checkOne.at("checking") / large.checkTwo.at("checking"),
       1.6, true);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 5 && std::strcmp(argv[1], "--phase") == 0) return phase(argv[2], argv[3], std::atoi(argv[4]));
  int count = 0;
  bool smoke = false;
  fs::path base;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--smoke") == 0)
      smoke = true;
    else if (std::strcmp(argv[i], "--folder") == 0 && i + 1 < argc)
      base = argv[++i];
    else
      count = std::atoi(argv[i]);
  }
  if (count <= 0) {
    std::cerr << "bench_receive N [--folder DIR] [--smoke]\n";
    return 2;
  }
  const bool keep = !base.empty();
  if (!keep) base = fs::temp_directory_path() / ("cchc-bench-" + cchc::newId());
  if (smoke) {
    const auto round = measure(base / "smoke", count, false);
    const bool right = round.receive.at("stored") == count && round.consolidate.at("units") == count &&
                       round.consolidate.at("exact") > 0;
    std::printf("%d packages: %s\n", count, right ? "received and consolidated, sums exact" : "WRONG");
    if (!keep) fs::remove_all(base);
    return right ? 0 : 1;
  }
  const auto small = measure(base / "small", std::min(count, 250), false);
  const auto large = measure(base / "large", count, true);
  report(large, small);
  if (!keep) fs::remove_all(base);
  return 0;
}
