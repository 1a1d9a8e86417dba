#include "core/exchange/sheets/vietnamese_syllable.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "core/base/text.h"
#include "core/exchange/sheets/characters.h"

namespace cchc {
namespace {

// The vowels, each without tone and with the five tones: grave, hook, tilde, acute, dot below.
constexpr std::string_view vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ",
                           capitalVowels = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ";
constexpr std::size_t tones = 6, acute = 4, dotBelow = 5;

struct Letter {
  std::uint32_t plain = 0;  // lower case, without tone
  std::size_t tone = 0;
  bool vowel = false, capital = false;
};

std::map<std::uint32_t, Letter> makeLetters() {
  std::map<std::uint32_t, Letter> letters;
  for (std::uint32_t point = 'a'; point <= 'z'; ++point) {
    letters[point] = {point, 0, false, false};
    letters[point - 'a' + 'A'] = {point, 0, false, true};
  }
  letters[0x111] = {0x111, 0, false, false};
  letters[0x110] = {0x111, 0, false, true};
  for (std::size_t low = 0, high = 0, index = 0, plain = 0; low < vowels.size(); ++index) {
    const auto point = characters::next(vowels, low), capital = characters::next(capitalVowels, high);
    if (index % tones == 0) plain = point;
    letters[point] = {static_cast<std::uint32_t>(plain), index % tones, true, false};
    letters[capital] = {static_cast<std::uint32_t>(plain), index % tones, true, true};
  }
  return letters;
}

const Letter* letterOf(std::uint32_t point) {
  static const auto letters = makeLetters();
  const auto found = letters.find(point);
  return found == letters.end() ? nullptr : &found->second;
}

constexpr std::string_view onsets = "|b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|r|s|t|th|tr|v|x";
// Those that stand alone or before a coda, and those that need one.
constexpr std::string_view nuclei =
    "a|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|ưa|ưi|ươ|"
    "ưu|uy|ue|oo|iêu|yêu|oai|oay|oeo|oao|uây|uôi|ươi|ươu|uya|uyu|uai|uay|uao|ueo|uêu";
constexpr std::string_view closedNuclei = "ă|â|oă|uă|yê|uyê";

bool isOneOf(std::string_view spellings, std::string_view text) {
  return anyInList(spellings, [&](std::string_view each) { return each == text; });
}

bool isRhyme(std::string_view rhyme, bool stopAllowed) {
  for (const std::string_view coda : {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"}) {
    if (!rhyme.ends_with(coda)) continue;
    const bool stop = coda == "c" || coda == "ch" || coda == "p" || coda == "t";
    const auto nucleus = rhyme.substr(0, rhyme.size() - coda.size());
    if ((!stop || stopAllowed) && (isOneOf(nuclei, nucleus) || (!coda.empty() && isOneOf(closedNuclei, nucleus))))
      return true;
  }
  return false;
}

bool separates(std::uint32_t point) {
  if (point < 0x80) return (point < 'a' || point > 'z') && (point < 'A' || point > 'Z');
  return point <= 0xa0 || (point >= 0x2000 && point <= 0x206f) || (point >= 0x3000 && point <= 0x303f);
}

}  // namespace

bool isVietnameseSyllable(std::string_view word) {
  std::string plain;
  std::size_t tone = 0, marked = 0, letters = 0, capitals = 0;
  bool firstCapital = false;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const auto* letter = letterOf(characters::next(word, at));
    if (letter == nullptr) return false;
    if (letter->tone != 0) tone = letter->tone, ++marked;
    if (letter->capital) ++capitals;
    if (letters == 0) firstCapital = letter->capital;
    characters::append(plain, letter->plain);
  }
  if (marked > 1 || letters > 7) return false;
  if (capitals != 0 && capitals != letters && !(capitals == 1 && firstCapital)) return false;
  // Syllables that end in a stop have the acute tone or the dot below.
  const bool stopAllowed = tone == acute || tone == dotBelow;
  return anyInList(onsets, [&](std::string_view onset) {
    return plain.starts_with(onset) && isRhyme(std::string_view(plain).substr(onset.size()), stopAllowed);
  });
}

void forEachWord(std::string_view text, const std::function<void(std::string_view, std::size_t)>& each) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto before = at;
    if (!separates(characters::next(text, at))) continue;
    if (before > start) each(text.substr(start, before - start), start);
    start = at;
  }
  if (start < text.size()) each(text.substr(start), start);
}

}  // namespace cchc
