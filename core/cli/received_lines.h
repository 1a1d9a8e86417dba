// Counts the files that were received and prints what a person must know about each.
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "core/app/receive/received_file.h"
#include "core/cli/session.h"

namespace cchc::cli {

class ReceivedLines {
 public:
  explicit ReceivedLines(Session& session) : session_(session) {}

  void report(const ReceivedFile& file);
  // Prints the result of all files so far and returns the exit status: 1 if any of them is not received, or waits for
  // somebody to choose. What is not packages is counted only if there was any.
  int printSummary() const;

 private:
  static std::vector<Parameter> parametersOf(const ReceivedFile& file);
  void printNotice(std::string_view code, const ReceivedFile& file) const;
  void addJson(const ReceivedFile& file);

  Session& session_;
  std::size_t stored_ = 0, known_ = 0, refused_ = 0, early_ = 0, rivals_ = 0;
  std::size_t receipts_ = 0, returns_ = 0, requests_ = 0, refusals_ = 0;
  nlohmann::json json_ = nlohmann::json::array();
};

}  // namespace cchc::cli
