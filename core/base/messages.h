// The one catalogue of messages: a code gives, in Vietnamese and English, what is wrong and how to mend it.
// Texts hold {name} placeholders filled from an Error's or Finding's parameters. Each area keeps its entries in
// messages_<area>.cpp; a plugin adds its own at registration (plugin/registry).
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

enum class Language { vi, en };

struct MessageEntry {
  std::string_view code, vi, viFix, en, enFix;  // fix may be empty where nothing can be done
};

struct Message {
  std::string what;
  std::string fix;
};

// Replaces each {name}; an unknown placeholder stays as it stands.
std::string fillPlaceholders(std::string_view text, const std::vector<Parameter>& parameters);

// The built-in entry of a code, or nullptr.
const MessageEntry* findMessage(std::string_view code);
// A code without an entry (a bug) gives the code itself as its text, so nothing is hidden from the user.
Message message(const Error& error, Language language);
// "code: place: what is wrong: how to mend it" on one line, as the command line prints it.
std::string messageLine(const Error& error, Language language);

// One function per area, each in its own file.
std::span<const MessageEntry> definitionMessages();
std::span<const MessageEntry> valueMessages();
std::span<const MessageEntry> packageMessages();
std::span<const MessageEntry> storeMessages();
std::span<const MessageEntry> pluginMessages();
std::span<const MessageEntry> findingMessages();
std::span<const MessageEntry> appMessages();
std::span<const MessageEntry> windowMessages();

}  // namespace cchc
