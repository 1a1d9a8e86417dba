// The outcome of trying to import a file, before anything is changed: what would be imported, what is left out, and
// what is wrong.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

struct ImportFinding {
  std::size_t line = 0;  // row of the sheet, from 1; 0: the whole file
  std::string column;    // its letters and heading, "C (Số tiền)"; empty: the whole line
  Error error;           // `place`: the position in the file, "so-lieu.xlsx!C12"
  bool blocks = true;    // false: the line or column is left out on purpose, or something is said about it
  Label label = {};      // of the field whose value is wrong; empty: not of one value
};

struct DryRun {
  ValuesFile values;      // from the correct lines
  std::size_t lines = 0;  // the number of lines that have something to import
  std::size_t right = 0, wrong = 0;
  std::size_t added = 0, updated = 0, same = 0;  // rows of tables, among the right ones; same: they change nothing
  std::vector<ImportFinding> findings;           // in the order of the file
};

}  // namespace cchc
