// What any program must do at least: read, parse, store as one row.
#include <sqlite3.h>

#include <algorithm>
#include <iostream>
#include <pugixml.hpp>

#include "core/base/platform.h"
#include "tests/bench/measure.h"
#include "tests/bench/phases.h"

namespace bench {
namespace {

void execute(sqlite3* database, const char* statement) {
  if (sqlite3_exec(database, statement, nullptr, nullptr, nullptr) == SQLITE_OK) return;
  std::cerr << sqlite3_errmsg(database) << "\n";
  std::exit(3);
}

}  // namespace

void floorPhase(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "packages")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto* part : {"", "-wal", "-shm"}) std::filesystem::remove(folder / ("floor.sqlite" + std::string(part)));
  sqlite3* database = nullptr;
  sqlite3_open((folder / "floor.sqlite").c_str(), &database);
  execute(database, "PRAGMA journal_mode=WAL");
  execute(database, "PRAGMA synchronous=FULL");
  execute(database, "CREATE TABLE package (unit TEXT NOT NULL, package TEXT NOT NULL)");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO package VALUES (?, ?)", -1, &insert, nullptr);
  double reading = 0, parsing = 0, inserting = 0;
  pugi::xml_document document;
  std::size_t elements = 0, bytes = 0;
  for (std::size_t from = 0; from < files.size(); from += 256) {
    std::vector<std::string> batch;
    auto mark = cpuNow();
    const auto lap = [&](double& sum) {
      const auto now = cpuNow();
      sum += now - mark;
      mark = now;
    };
    const auto to = std::min(files.size(), from + 256);
    for (std::size_t i = from; i < to; ++i) batch.push_back(*cchc::readFile(files[i]));
    lap(reading);
    for (const auto& text : batch) {
      if (!document.load_buffer(text.data(), text.size())) std::exit(1);
      elements += document.document_element().first_child() ? 1 : 0;
      bytes += text.size();
    }
    lap(parsing);
    execute(database, "BEGIN");
    for (std::size_t i = from; i < to; ++i) {
      const auto unit = files[i].stem().string();
      sqlite3_bind_text(insert, 1, unit.data(), static_cast<int>(unit.size()), SQLITE_STATIC);
      sqlite3_bind_text(insert, 2, batch[i - from].data(), static_cast<int>(batch[i - from].size()), SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) std::exit(3);
      sqlite3_reset(insert);
    }
    execute(database, "COMMIT");
    lap(inserting);
  }
  sqlite3_finalize(insert);
  sqlite3_close(database);
  print("read", reading);
  print("parse", parsing);
  print("insert", inserting);
  print("bytes", static_cast<double>(bytes));
  print("packages", static_cast<double>(elements));
  printUsage();
}

}  // namespace bench
