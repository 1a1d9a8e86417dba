// The order of Vietnamese names, as dictionaries and lists of people have it.
#pragma once
#include <string>
#include <string_view>

namespace cchc {

// Keys of two texts have the order of the texts, byte by byte. It is, syllable by syllable: first the letters (a ă â b
// c d đ e ê … o ô ơ … u ư …), then the tones (ngang, huyền, hỏi, ngã, sắc, nặng), so that all of "Ban …" comes before
// "Bàn …". Digits are compared as whole numbers: "Dự án 2" comes before "Dự án 10". Case counts last, and what is
// neither a letter nor a digit only separates syllables. Only texts that a person reads are ordered so; files and
// reports are ordered by code.
std::string collationKey(std::string_view text);

}  // namespace cchc
