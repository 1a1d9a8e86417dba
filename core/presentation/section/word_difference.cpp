#include "core/presentation/section/word_difference.h"

#include <algorithm>

namespace cchc::presentation {
namespace {

// Words with the spaces after them.
std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t from = 0; from < text.size();) {
    auto end = text.find_first_of(" \n\t", from);
    end = end == std::string_view::npos ? text.size() : std::min(text.find_first_not_of(" \n\t", end), text.size());
    words.push_back(text.substr(from, end - from));
    from = end;
  }
  return words;
}

std::string_view bare(std::string_view word) { return word.substr(0, word.find_last_not_of(" \n\t") + 1); }

void add(std::vector<TextPart>& parts, TextPart::Kind kind, std::string_view word) {
  if (parts.empty() || parts.back().kind != kind) parts.push_back({kind, {}});
  parts.back().text += word;
}

}  // namespace

std::vector<TextPart> wordDifference(std::string_view before, std::string_view after) {
  std::vector<TextPart> parts;
  const auto old = wordsOf(before), now = wordsOf(after);
  constexpr std::size_t most = 2000;
  if (old.size() > most || now.size() > most) {
    if (before == after) return {{TextPart::Kind::same, std::string(after)}};
    return {{TextPart::Kind::removed, std::string(before)}, {TextPart::Kind::added, std::string(after)}};
  }
  // The lengths of the longest common subsequences of all pairs of suffixes, so that the parts can be read off from the
  // beginning.
  std::vector<std::vector<unsigned short>> common(old.size() + 1, std::vector<unsigned short>(now.size() + 1));
  for (auto i = old.size(); i-- > 0;) {
    for (auto j = now.size(); j-- > 0;) {
      common[i][j] = bare(old[i]) == bare(now[j]) ? static_cast<unsigned short>(common[i + 1][j + 1] + 1)
                                                  : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::size_t i = 0, j = 0;
  std::vector<std::string_view> added;
  const auto flush = [&] {
    for (const auto word : added) add(parts, TextPart::Kind::added, word);
    added.clear();
  };
  while (i < old.size() || j < now.size()) {
    if (i < old.size() && j < now.size() && bare(old[i]) == bare(now[j])) {
      flush();
      add(parts, TextPart::Kind::same, now[j]);
      ++i, ++j;
    } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
      add(parts, TextPart::Kind::removed, old[i++]);
    } else {
      added.push_back(now[j++]);
    }
  }
  flush();
  return parts;
}

}  // namespace cchc::presentation
