#include "tests/bench/measure.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "core/base/platform.h"

namespace bench {
namespace {

const double started = wallNow();

// Of this process's memory alone: the system's peak of a process counts what it was before it became this program.
double peakMebibytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) return std::atof(line.c_str() + 6) / 1024;
  }
  return static_cast<double>(cchc::platform::peakMemoryBytes()) / (1 << 20);
}

}  // namespace

double cpuNow() { return cchc::platform::cpuSeconds(); }
double wallNow() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
void print(const char* name, double value) { std::printf("%s %.6f\n", name, value); }

void printUsage() {
  print("cpu", cpuNow());
  print("wall", wallNow() - started);
  print("peak", peakMebibytes());
}

Figures run(const std::string& command) {
  Figures figures;
  auto* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) {
    std::cerr << "cannot run " << command << "\n";
    std::exit(3);
  }
  char line[512];
  while (std::fgets(line, sizeof line, pipe) != nullptr) {
    std::istringstream words(line);
    std::string name;
    double value = 0;
    if (words >> name >> value)
      figures[name] = value;
    else
      std::cerr << line;
  }
  if (pclose(pipe) != 0) {
    std::cerr << "failed: " << command << "\n";
    std::exit(1);
  }
  return figures;
}

}  // namespace bench
