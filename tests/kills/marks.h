// What a worker is doing at each moment, kept where it outlives the worker: a page of a file that both processes see.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

namespace kills {

// transaction: between the end of BEGIN and the end of COMMIT of any database of the worker. file: between the opening
// of a file that is written beside its place and its renaming. move: while a file is being renamed.
enum class Phase : std::uint32_t { none, transaction, file, move };

struct Marks {
  std::atomic<Phase> phase{Phase::none};
  char step[28] = {};  // as told by "begin"
};

// The page behind `file`, made when absent; never given back.
Marks* marksIn(const std::filesystem::path& file);
// From now on what this process does is marked: the SQL of every connection, and files by way of open and rename.
void markInto(Marks* marks);
void markStep(const std::string& step);

}  // namespace kills
