#include "core/base/messages.h"

namespace cchc {

std::string fillPlaceholders(std::string_view text, const std::vector<Parameter>& parameters) {
  std::string filled;
  while (true) {
    const auto open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) return filled;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) return filled.append(text.substr(open));
    const auto name = text.substr(open + 1, close - open - 1);
    const Parameter* found = nullptr;
    for (const auto& parameter : parameters) {
      if (parameter.name == name) found = &parameter;
    }
    if (found != nullptr) {
      filled += found->value;
    } else {
      filled += text.substr(open, close + 1 - open);
    }
    text.remove_prefix(close + 1);
  }
}

const MessageEntry* findMessage(std::string_view code) {
  for (const auto area : {definitionMessages(), valueMessages(), packageMessages(), storeMessages(), pluginMessages(),
                          findingMessages(), appMessages(), windowMessages()}) {
    for (const auto& entry : area) {
      if (entry.code == code) return &entry;
    }
  }
  return nullptr;
}

Message message(const Error& error, Language language) {
  const auto* entry = findMessage(error.code);
  if (entry == nullptr) {
    std::string text = error.code;
    for (const auto& parameter : error.parameters) text += " " + parameter.name + "=" + parameter.value;
    return {text, ""};
  }
  const bool english = language == Language::en;
  return {fillPlaceholders(english ? entry->en : entry->vi, error.parameters),
          fillPlaceholders(english ? entry->enFix : entry->viFix, error.parameters)};
}

std::string messageLine(const Error& error, Language language) {
  const auto [what, fix] = message(error, language);
  std::string line = error.code + ": ";
  if (!error.place.empty()) line += error.place + ": ";
  line += what;
  if (!fix.empty()) line += ": " + fix;
  return line;
}

}  // namespace cchc
