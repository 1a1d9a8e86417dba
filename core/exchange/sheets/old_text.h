// Texts that were typed for the fonts of the time before Unicode: TCVN3 (ABC; ".VnTime") and VNI ("VNI-Times"). In
// other fonts they show signs in the place of letters: "T­ vÊn", "Tö vaán". They are recognised by their words.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace cchc {

enum class OldFont : unsigned char { tcvn3, vni };
inline constexpr std::array<OldFont, 2> oldFonts = {OldFont::tcvn3, OldFont::vni};
std::string_view oldFontName(OldFont font);  // "TCVN3 (ABC)"

// The text in Unicode, composed. Characters that the font does not have stay as they are. The text of a font of
// capitals, ".VnTimeH", becomes small letters, since nothing but the font says that they are capitals.
std::string fromOldFont(std::string_view text, OldFont font);

// Looks through the texts of one file, cell by cell or line by line.
class OldTextSearch {
 public:
  void add(std::string_view text);
  // The font of the old texts; nullopt: there are none. It is found if there are two different words, or one of three
  // letters, that are no Vietnamese syllables as they stand, but are in this font, and if these are at least four times
  // as many as the words that are syllables in neither way.
  std::optional<OldFont> found() const;
  // Whether this text is one of the old ones. If no text of the file has letters that the old fonts cannot have, every
  // text is; otherwise only those with a word that is no syllable as it stands.
  bool isOld(std::string_view text, OldFont font) const;
  // Whether this text has a word by which the font is recognised.
  static bool betrays(std::string_view text, OldFont font);

 private:
  struct Words {
    std::set<std::string, std::less<>> different;  // at most a few, to count them
    std::size_t syllables = 0, others = 0;
  };
  std::array<Words, oldFonts.size()> words_;
  bool unicode_ = false;
};

}  // namespace cchc
