// Each phase runs in a process of its own, so that its CPU time and peak memory are its own.
#pragma once
#include <cstddef>
#include <map>
#include <string>

namespace bench {

// What a phase printed: "name value" a line. `cpu` and `peak` are of the whole process, from its start.
using Figures = std::map<std::string, double>;

double cpuNow();  // seconds of this process, user and system
double wallNow();
void print(const char* name, double value);
void printUsage();  // cpu, wall since start, peak in MiB

// Runs a command line; exits the program when it fails.
Figures run(const std::string& command);

}  // namespace bench
