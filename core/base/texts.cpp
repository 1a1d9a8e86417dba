#include "core/base/texts.h"

#include <algorithm>

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

const TextEntry* findText(std::string_view code) {
  static const auto index = [] {
    std::vector<const TextEntry*> sorted;
    sorted.reserve(allTexts().size());
    for (const auto& entry : allTexts()) sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->code < b->code; });
    return sorted;
  }();
  const auto found = std::lower_bound(index.begin(), index.end(), code,
                                      [](const auto* entry, std::string_view wanted) { return entry->code < wanted; });
  return found != index.end() && (*found)->code == code ? *found : nullptr;
}

std::string_view text(std::string_view code, Language language) {
  const auto* entry = findText(code);
  if (entry == nullptr) return code;
  return language == Language::en ? entry->en : entry->vi;
}

std::string text(std::string_view code, Language language, const std::vector<Parameter>& parameters) {
  return fillPlaceholders(text(code, language), parameters);
}

Message message(const Error& error, Language language) {
  const auto* entry = findText(error.code);
  if (entry == nullptr) {
    std::string what = error.code;
    for (const auto& parameter : error.parameters) what += " " + parameter.name + "=" + parameter.value;
    return {what, ""};
  }
  const bool english = language == Language::en;
  return {fillPlaceholders(english ? entry->en : entry->vi, error.parameters),
          fillPlaceholders(english ? entry->enFix : entry->viFix, error.parameters)};
}

std::string sentences(const Message& message) {
  return message.fix.empty() ? message.what : message.what + ". " + message.fix;
}

std::string sentences(const Error& error, Language language) { return sentences(message(error, language)); }

std::string sentencesWithPlace(const Error& error, Language language) {
  return (error.place.empty() ? "" : error.place + ": ") + sentences(error, language);
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
