#include "core/presentation/section/tsv.h"

namespace cchc::presentation {

std::vector<std::vector<std::string>> readTsv(std::string_view text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false, start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    auto& cell = rows.back().back();
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        cell += c, ++i;
      else
        quoted = false;
    } else if (c == '"' && start) {
      quoted = true;
    } else if (c == '\t') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else if (c != '\r') {
      cell += c;
    }
    start = !quoted && (c == '\t' || c == '\n');
  }
  if (rows.back().size() == 1 && rows.back().front().empty() && rows.size() > 1) rows.pop_back();
  return rows;
}

std::string tsvCell(const std::string& text) {
  if (text.find_first_of("\t\n\"") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace cchc::presentation
