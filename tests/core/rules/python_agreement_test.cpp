// Ten thousand random expressions against Python's decimal module.
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "core/rules/evaluate_text.h"
#include "tests/support/command.h"
#include "tests/support/skip.h"

using namespace cchc;

namespace {

struct Case {
  std::string ours, theirs;
};

class Generator {
 public:
  std::string number() {
    auto text = std::to_string(below(5) == 0 ? big_(random_) : static_cast<long long>(below(2000)));
    if (below(2) == 0) text += "." + std::to_string(below(1000));
    return text;
  }

  Case expression(int depth) {
    if (depth == 0 || below(4) == 0) {
      const auto text = number();
      return {text, "D('" + text + "')"};
    }
    const auto a = expression(depth - 1), b = expression(depth - 1);
    switch (below(7)) {
      case 0:
        return {"(" + a.ours + " + " + b.ours + ")", "(" + a.theirs + " + " + b.theirs + ")"};
      case 1:
        return {"(" + a.ours + " - " + b.ours + ")", "(" + a.theirs + " - " + b.theirs + ")"};
      case 2:
        return {"-" + a.ours, "(-" + a.theirs + ")"};
      case 3:
        return {"min(" + a.ours + ", " + b.ours + ")", "min(" + a.theirs + ", " + b.theirs + ")"};
      case 4:
        return {"if(" + a.ours + " > " + b.ours + ", " + a.ours + ", " + b.ours + ")",
                "(" + a.theirs + " if " + a.theirs + " > " + b.theirs + " else " + b.theirs + ")"};
      case 5: {
        const auto digits = std::to_string(below(5));
        return {"round(" + a.ours + ", " + digits + ")", "q(" + a.theirs + ", " + digits + ")"};
      }
      default: {
        const auto small = std::to_string(below(100));
        return {"(" + a.ours + " * " + small + ")", "(" + a.theirs + " * D(" + small + "))"};
      }
    }
  }

  Case top() {
    const auto a = expression(3);
    if (below(3) != 0) return a;
    const auto b = number();
    const auto digits = std::to_string(below(5));
    return {"rate(" + a.ours + ", " + b + ", " + digits + ")",
            "rate(" + a.theirs + ", D('" + b + "'), " + digits + ")"};
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::mt19937_64 random_{20230828};
  std::uniform_int_distribution<long long> big_{0, 10000000000000000};
};

}  // namespace

TEST_CASE("expressions agree with Python's decimal on 10,000 random cases", "[rules]") {
  if (test::run("python3", {"--version"}).status != 0) {
    test::skip("python3 is not installed");
    return;
  }
  Generator generator;
  std::vector<Case> cases;
  std::ostringstream script;
  script << "from decimal import *\ngetcontext().prec = 60\nD = Decimal\n"
            "def q(x, n): return x.quantize(D(1).scaleb(-n), ROUND_HALF_UP)\n"
            "def rate(a, b, n): return None if b == 0 else q(a * 100 / b, n)\n"
            "def text(x):\n    if x is None: return ''\n    s = format(x.normalize(), 'f')\n    return '0' if s in "
            "('-0', '0') else s\n"
            "for e in open(__import__('sys').argv[1], encoding='utf8'): print(text(eval(e)))\n";
  std::ostringstream expressions;
  for (int i = 0; i < 10000; ++i) {
    cases.push_back(generator.top());
    expressions << cases.back().theirs << "\n";
  }
  const test::TemporaryFolder folder;
  test::write(folder / "agree.py", script.str());
  test::write(folder / "expressions", expressions.str());
  const auto python = test::run("python3", {(folder / "agree.py").string(), (folder / "expressions").string()});
  REQUIRE(python.status == 0);
  std::istringstream lines(python.out);
  int compared = 0;
  for (const auto& one : cases) {
    std::string expected;
    REQUIRE(std::getline(lines, expected));
    const auto ours = evaluateText(one.ours, {});
    INFO(one.ours);
    REQUIRE(ours);
    if (*ours != expected) FAIL("ours " << *ours << ", Python's " << expected);
    ++compared;
  }
  CHECK(compared == 10000);
}
