#include "core/base/reading/similar.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/base/texts.h"

namespace cchc {
namespace {

// How many letters are missing, too many, wrong, or exchanged with the next one.
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> beforeLast, last, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t(0));
  for (std::size_t i = 0; i < a.size(); ++i) {
    beforeLast = std::exchange(last, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1)});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        row[j + 1] = std::min(row[j + 1], beforeLast[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string mostLike(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  if (word.size() < 3 || word.size() > 200) return best;
  auto least = word.size() / 3 + 1;
  for (const auto& one : known) {
    if (one.size() > 2 * word.size() + 20) continue;
    const auto wrong = one.starts_with(word) ? 1 : editDistance(word, one);
    if (wrong < least) best = one, least = wrong;
  }
  return best;
}

void addSuggestion(std::vector<Parameter>& parameters, const std::string& suggestion) {
  for (const auto language : {Language::vi, Language::en}) {
    const auto hint = suggestion.empty() ? "" : text("common.similar", language, {{"suggestion", suggestion}}) + " ";
    parameters.push_back({language == Language::en ? "hint_en" : "hint", hint});
  }
}

void addSimilar(std::vector<Parameter>& parameters, std::string_view word, const std::vector<std::string>& known) {
  addSuggestion(parameters, mostLike(word, known));
}

}  // namespace cchc
