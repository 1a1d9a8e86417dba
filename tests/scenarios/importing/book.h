// Workbooks as offices make them, and the section into which they are imported.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/scenarios/support/demo_folder.h"

namespace cchc::test {

// Cells: "" is blank, "#5" a number, "!#DIV/0!" an error, "=A1" a formula without result, anything else a text.
struct BookSheet {
  std::string name = "Trang 1";
  std::vector<std::vector<std::string>> rows;
  bool hidden = false;
  std::set<std::size_t> hiddenRows = {};     // from 1
  std::set<std::size_t> hiddenColumns = {};  // from 1
  std::vector<std::string> merged = {};      // "C2:C3"
};
std::string book(const std::vector<BookSheet>& sheets);

// The treasury's list of finance.budget in a store without values.
class Treasury {
 public:
  Treasury() : office_(Office::before()) {}

  const Office& office() const { return office_; }
  // Writes a file beside the store.
  std::string file(const std::string& name, const std::string& content) const;
  // `cchc fill … --table treasury FILE more…`
  Outcome fill(const std::string& file, std::vector<std::string> more = {}) const;
  nlohmann::json json(const std::string& file, std::vector<std::string> more = {}) const;
  // Through the importer of the department.
  Outcome import(const std::string& file, std::vector<std::string> more = {}) const;
  // The cells of the rows that the section has now, by column.
  std::vector<std::map<std::string, std::string>> rows() const;
  // "project|source|allocated|disbursed" of each row.
  std::vector<std::string> lines() const;

 private:
  Office office_;
};

// "fill finance.budget -u 296 -p 2023-8T" and more.
std::vector<std::string> budget(const std::string& command, std::vector<std::string> more = {});
// Whether an outcome names something, on either channel.
bool names(const Outcome& outcome, const std::string& text);

// The headings of the list.
inline const std::vector<std::string> headings = {"TT", "Dự án, công trình", "Nguồn vốn", "Kế hoạch vốn đã phân bổ",
                                                  "Đã thanh toán"};

}  // namespace cchc::test
