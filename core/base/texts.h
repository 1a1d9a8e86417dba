// The one catalogue of everything that a person reads: for each code a text in Vietnamese and English and, for a
// problem, how to correct it. The entries are in texts/*.tsv (texts/README.md) and are compiled in; a plugin has its
// own in messages.tsv (texts_file.h).
// A text may contain {name} placeholders, which are filled from parameters. All functions may be called from any
// thread.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

enum class Language { vi, en };

struct TextEntry {
  std::string_view code, vi, viFix, en, enFix;  // The fix is empty for mere words, and if nothing can be done.
};

struct Message {
  std::string what;
  std::string fix;
};

// Replaces each {name}. An unknown placeholder is left unchanged.
std::string fillPlaceholders(std::string_view text, const std::vector<Parameter>& parameters);

// Every entry of the catalogue. The entries live as long as the program.
std::span<const TextEntry> allTexts();
// The entry of a code, or nullptr. Costs a binary search.
const TextEntry* findText(std::string_view code);

// The text of a code, with its placeholders unfilled. For a code without an entry (a bug) returns the code itself, so
// that the bug is noticed; that view lives as long as the caller's `code`.
std::string_view text(std::string_view code, Language language);
// The same, with the placeholders filled.
std::string text(std::string_view code, Language language, const std::vector<Parameter>& parameters);

// What is wrong and how to correct it. For a code without an entry returns the code itself and its parameters.
Message message(const Error& error, Language language);
// "What is wrong. How to correct it", as the window shows it.
std::string sentences(const Message& message);
std::string sentences(const Error& error, Language language);
// "place: What is wrong. How to correct it", for an error whose place is a file or a store's address.
std::string sentencesWithPlace(const Error& error, Language language);
// "code: place: what is wrong: how to correct it" on one line, as the command line prints it.
std::string messageLine(const Error& error, Language language);

}  // namespace cchc
