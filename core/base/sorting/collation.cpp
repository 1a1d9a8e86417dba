#include "core/base/sorting/collation.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace cchc {
namespace {

using Point = utf8proc_int32_t;

// Bytes of a key. A syllable ends below all letters, and a text below all syllables, so that a beginning of another
// text comes before it.
constexpr char ofCase = '\x01', endOfPart = '\x02', firstTone = '\x03', ofNumber = '\x0f', ofLetters = '\x20',
               ofOthers = '\x7e';

constexpr std::u32string_view letters = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
// In the order of dictionaries; the first tone has no mark.
constexpr std::array<Point, 5> tones = {0x300, 0x309, 0x303, 0x301, 0x323};

// The letter that a mark makes of another one; 0: the mark makes none.
char32_t marked(char32_t letter, Point mark) {
  constexpr std::array<std::array<char32_t, 3>, 6> all = {{{U'a', 0x306, U'ă'},
                                                           {U'a', 0x302, U'â'},
                                                           {U'e', 0x302, U'ê'},
                                                           {U'o', 0x302, U'ô'},
                                                           {U'o', 0x31b, U'ơ'},
                                                           {U'u', 0x31b, U'ư'}}};
  for (const auto& [plain, by, result] : all) {
    if (plain == letter && static_cast<Point>(by) == mark) return result;
  }
  return 0;
}

// Canonically decomposed; empty for text that is not UTF-8.
std::u32string decomposed(std::string_view text) {
  std::u32string points(text.size() * 4 + 1, U'\0');
  const auto length = utf8proc_decompose(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
      reinterpret_cast<Point*>(points.data()), static_cast<utf8proc_ssize_t>(points.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
  points.resize(length < 0 ? 0 : std::min(points.size(), static_cast<std::size_t>(length)));
  return points;
}

class KeyMaker {
 public:
  std::string of(std::string_view text) {
    const auto points = decomposed(text);
    for (std::size_t at = 0; at < points.size();) at = take(points, at);
    endSyllable();
    key_ += ofCase;
    key_ += cases_;
    return key_;
  }

 private:
  std::size_t take(const std::u32string& points, std::size_t at) {
    const auto point = static_cast<Point>(points[at]);
    if (points[at] >= U'0' && points[at] <= U'9') return takeNumber(points, at);
    const auto category = utf8proc_category(point);
    const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    if (!letter) return endSyllable(), at + 1;
    auto lower = static_cast<char32_t>(utf8proc_tolower(point));
    cases_ += lower == points[at] ? '\x01' : '\x02';
    for (++at; at < points.size(); ++at) {
      const auto mark = static_cast<Point>(points[at]);
      if (utf8proc_category(mark) != UTF8PROC_CATEGORY_MN) break;
      if (const auto other = marked(lower, mark); other != 0) {
        lower = other;
      } else if (const auto tone = std::find(tones.begin(), tones.end(), mark); tone != tones.end()) {
        tones_ += static_cast<char>(firstTone + (tone - tones.begin()));
      }
    }
    addLetter(lower);
    return at;
  }

  void addLetter(char32_t letter) {
    const auto known = letters.find(letter);
    if (known != std::u32string_view::npos) {
      key_ += static_cast<char>(ofLetters + static_cast<char>(known));
    } else {
      key_ += ofOthers;
      for (int shift = 16; shift >= 0; shift -= 8) key_ += static_cast<char>((letter >> unsigned(shift)) & 0xffU);
    }
    begun_ = true;
  }

  // By its number of digits, then by these.
  std::size_t takeNumber(const std::u32string& points, std::size_t at) {
    endSyllable();
    std::string digits;
    for (; at < points.size() && points[at] >= U'0' && points[at] <= U'9'; ++at) {
      if (digits == "0") digits.clear();
      digits += static_cast<char>(points[at]);
    }
    key_ += ofNumber;
    key_ += static_cast<char>(std::min<std::size_t>(digits.size(), 127));
    key_ += digits;
    begun_ = true;
    endSyllable();
    return at;
  }

  void endSyllable() {
    if (!begun_) return;
    key_ += endOfPart;
    key_ += tones_;
    key_ += endOfPart;
    tones_.clear();
    begun_ = false;
  }

  std::string key_, tones_, cases_;
  bool begun_ = false;
};

}  // namespace

std::string collationKey(std::string_view text) { return KeyMaker().of(text); }

}  // namespace cchc
