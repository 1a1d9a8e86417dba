#include "core/definition/problems.h"

#include <algorithm>
#include <charconv>

#include "core/base/text.h"

namespace cchc {
namespace {

// Walks over octets, and counts lines and characters.
class Walk {
 public:
  explicit Walk(FilePosition from) : at_(from) {}
  void over(std::string_view octets) {
    for (const char c : octets) {
      if (c == '\n')
        at_ = {at_.line + 1, 1};
      else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
        ++at_.column;
    }
  }
  FilePosition at() const { return at_; }

 private:
  FilePosition at_;
};

// How many octets an entity ("&lt;", "&#7893;") stands for.
std::size_t decodedLength(std::string_view entity) {
  if (!entity.starts_with("&#")) return 1;
  const bool hex = entity.size() > 2 && entity[2] == 'x';
  const auto digits = entity.substr(hex ? 3 : 2);
  unsigned long code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

}  // namespace

FilePosition positionIn(const ExpressionText& text, std::size_t octet) {
  Walk walk({text.line, text.column});
  if (text.source.empty()) {
    walk.over(std::string_view(text.text).substr(0, octet));
    return walk.at();
  }
  const std::string_view source = text.source;
  std::size_t decoded = 0;
  for (std::size_t at = 0; at < source.size() && decoded < octet;) {
    std::size_t length = 1, stands = 1;
    if (source[at] == '&') {
      length = std::min(source.find(';', at), source.size() - 1) + 1 - at;
      stands = decodedLength(source.substr(at, length));
    } else if (source.substr(at, 2) == "\r\n") {
      length = 2;
    }
    walk.over(source.substr(at, length));
    decoded += stands;
    at += length;
  }
  return walk.at();
}

FilePosition attributePosition(std::string_view xml, int line, std::string_view attribute) {
  std::size_t from = 0;
  for (int i = 1; i < line && from != std::string_view::npos; ++i) {
    from = xml.find('\n', from);
    if (from != std::string_view::npos) ++from;
  }
  if (line < 1 || from == std::string_view::npos) return {line, 0};
  // The value of another attribute may hold the same text, so the quotation marks are followed.
  Walk walk({line, 1});
  char quote = 0;
  for (auto at = from; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      const auto before = trim(xml.substr(from, at - from));
      const auto name = before.ends_with('=') ? trim(before.substr(0, before.size() - 1)) : std::string_view();
      walk.over(xml.substr(from, at - from + 1));
      from = at + 1;
      const auto start = name.find_last_of(" \t\r\n<");
      if (name.substr(start == std::string_view::npos ? 0 : start + 1) == attribute) return walk.at();
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  return {line, 0};
}

Error errorOf(const DefinitionProblem& problem) {
  auto place = problem.file;
  if (problem.at.line > 0) place += (place.empty() ? "" : ":") + std::to_string(problem.at.line);
  if (problem.at.column > 0) place += ":" + std::to_string(problem.at.column);
  return {problem.code, std::move(place), problem.parameters, ErrorKind::refusal};
}

void DefinitionProblems::add(Severity severity, std::string_view code, FilePosition at,
                             std::vector<Parameter> parameters) {
  errors_ += severity == Severity::error ? 1 : 0;
  if (all_.size() < most)
    all_.push_back({severity, std::string(code), file_, at, std::move(parameters)});
  else if (all_.size() == most)  // an error, so that what was left out is never a reason to use the file
    all_.push_back({Severity::error, "definition.too-many", file_, {}, {{"count", std::to_string(most)}}}), ++errors_;
}
void DefinitionProblems::error(std::string_view code, FilePosition at, std::vector<Parameter> parameters) {
  add(Severity::error, code, at, std::move(parameters));
}
void DefinitionProblems::warning(std::string_view code, FilePosition at, std::vector<Parameter> parameters) {
  add(Severity::warning, code, at, std::move(parameters));
}
void DefinitionProblems::information(std::string_view code, FilePosition at, std::vector<Parameter> parameters) {
  add(Severity::information, code, at, std::move(parameters));
}

bool DefinitionProblems::anyAt(int line) const {
  return std::any_of(all_.begin(), all_.end(), [&](const DefinitionProblem& one) { return one.at.line == line; });
}

const DefinitionProblem& DefinitionProblems::firstError() const {
  return *std::find_if(all_.begin(), all_.end(),
                       [](const DefinitionProblem& one) { return one.severity == Severity::error; });
}

}  // namespace cchc
