#include "core/model/text_line.h"

#include <algorithm>

namespace cchc {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\t':
        result += "\\t";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\\':
        result += "\\\\";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char c = text[++i];
    result += c == 't' ? '\t' : c == 'n' ? '\n' : c;
  }
  return result;
}

}  // namespace

std::vector<std::string> splitLine(std::string_view line) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= line.size();) {
    const auto to = std::min(line.find('\t', from), line.size());
    parts.push_back(unescaped(line.substr(from, to - from)));
    from = to + 1;
  }
  return parts;
}

std::string joinedLine(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (&part == &parts.front() ? "" : "\t") + escaped(part);
  return text;
}

}  // namespace cchc
