// The string literals of C++ sources, for checks on what the sources say.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc::test {

struct Literal {
  std::string value;     // as written: escapes stay, adjacent literals are not joined
  std::size_t line = 0;  // from 1
  bool operator==(const Literal&) const = default;
};

// Literals in comments and in #include lines are left out. Raw strings are understood.
std::vector<Literal> literalsOf(std::string_view source);

}  // namespace cchc::test
