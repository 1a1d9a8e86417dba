#include "tests/architecture/source_literals.h"

#include <algorithm>
#include <cctype>

namespace cchc::test {
namespace {

bool isNameCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

  std::vector<Literal> literals() {
    while (at_ < source_.size()) step();
    return std::move(literals_);
  }

 private:
  bool startsWith(std::string_view text) const { return source_.substr(at_).starts_with(text); }
  bool afterName() const { return at_ > 0 && isNameCharacter(source_[at_ - 1]); }
  std::size_t find(std::string_view text, std::size_t from) const {
    return std::min(source_.find(text, from), source_.size());
  }
  void skipTo(std::size_t end) {
    line_ += static_cast<std::size_t>(std::count(source_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 source_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at_ = end;
  }

  void step() {
    if (startsWith("//") || startsWith("#include")) return skipTo(find("\n", at_));
    if (startsWith("/*")) return skipTo(std::min(find("*/", at_ + 2) + 2, source_.size()));
    if (startsWith("R\"") && !afterName()) return raw();
    if (startsWith("\"")) return quoted('"', true);
    // A quotation mark after a digit or a letter separates digits: 1'000.
    if (startsWith("'") && !afterName()) return quoted('\'', false);
    skipTo(at_ + 1);
  }

  void quoted(char mark, bool isString) {
    auto end = at_ + 1;
    while (end < source_.size() && source_[end] != mark) end += source_[end] == '\\' ? 2U : 1U;
    end = std::min(end, source_.size());
    if (isString) literals_.push_back({std::string(source_.substr(at_ + 1, end - at_ - 1)), line_});
    skipTo(std::min(end + 1, source_.size()));
  }

  void raw() {
    const auto open = find("(", at_);
    const auto close = ")" + std::string(source_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const auto end = find(close, open);
    if (open < end) literals_.push_back({std::string(source_.substr(open + 1, end - open - 1)), line_});
    skipTo(std::min(end + close.size(), source_.size()));
  }

  std::string_view source_;
  std::size_t at_ = 0, line_ = 1;
  std::vector<Literal> literals_;
};

}  // namespace

std::vector<Literal> literalsOf(std::string_view source) { return Scanner(source).literals(); }

}  // namespace cchc::test
