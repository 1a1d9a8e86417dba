// The one catalogue of what a person reads: a code gives a text in Vietnamese and English, and where something is
// wrong, how to correct it. The entries stand in texts/*.tsv (texts/README.md) and are compiled in; a plugin has its
// own in its messages.tsv (texts_file.h).
// A text holds {name} placeholders, which are filled from parameters. All functions may be called from any thread.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

enum class Language { vi, en };

struct TextEntry {
  std::string_view code, vi, viFix, en, enFix;  // The fix is empty for a word, and where nothing can be done.
};

struct Message {
  std::string what;
  std::string fix;
};

// Replaces each {name}. An unknown placeholder stays as it stands.
std::string fillPlaceholders(std::string_view text, const std::vector<Parameter>& parameters);

// Every entry of the catalogue; they live as long as the program.
std::span<const TextEntry> allTexts();
// The entry of a code, or nullptr. Takes a binary search.
const TextEntry* findText(std::string_view code);

// The text of a code, with its placeholders as they stand. A code without an entry (a bug) gives the code itself, so
// that the bug is seen; that view lives as long as the caller's `code`.
std::string_view text(std::string_view code, Language language);
// The same, with the placeholders filled.
std::string text(std::string_view code, Language language, const std::vector<Parameter>& parameters);

// What is wrong and how to correct it. A code without an entry gives the code itself and its parameters.
Message message(const Error& error, Language language);
// "What is wrong. How to correct it", as the window shows it.
std::string sentences(const Message& message);
std::string sentences(const Error& error, Language language);
// "place: What is wrong. How to correct it", for an error whose place is a file or a store's address.
std::string sentencesWithPlace(const Error& error, Language language);
// "code: place: what is wrong: how to correct it" on one line, as the command line prints it.
std::string messageLine(const Error& error, Language language);

}  // namespace cchc
