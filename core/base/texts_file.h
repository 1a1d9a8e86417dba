// Reads a file of texts at run time: a plugin's messages.tsv. The format is that of the suite's own texts
// (texts/README.md).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

struct OwnedText {
  std::string code, vi, viFix, en, enFix;
  bool operator==(const OwnedText&) const = default;
};

// The entries in the order of the file, with \n, \t and \\ replaced; texts become NFC. A byte order mark and CR LF are
// accepted, since spreadsheet programs write them. Errors, at "file:line":
//   text.not-utf8, text.control-character
//   texts.header     the first line does not contain the names of the columns
//   texts.columns    a line does not have five columns
//   texts.code       a code is empty, or has characters other than a-z 0-9 . - _
//   texts.language   the Vietnamese or the English text is missing
//   texts.escape     a backslash is followed by a character other than n, t or a backslash
//   texts.twice      the code is already on an earlier line
Result<std::vector<OwnedText>> readTexts(std::string_view tsv, std::string_view file);

}  // namespace cchc
