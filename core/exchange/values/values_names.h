// What the readers of values files share.
#pragma once
#include <filesystem>

#include "core/definition/definition.h"

namespace cchc {

inline constexpr std::string_view valuesNamespace = "urn:cchc:values:1";

// A path as UTF-8, for messages.
inline std::string fileText(const std::filesystem::path& file) {
  const auto text = file.u8string();
  return {text.begin(), text.end()};
}

// values.wrong-value: the reason, an error of the value itself, is told in both languages inside the message that names
// the field.
inline Error valueError(const Error& reason, std::string place, std::string_view field, const Label& label) {
  return {"values.wrong-value",
          std::move(place),
          {{"field", std::string(field)},
           {"label", label.vi},
           {"label_en", label.in(Language::en)},
           {"why_vi", message(reason, Language::vi).what},
           {"why_en", message(reason, Language::en).what},
           {"reason", reason.code}}};
}

}  // namespace cchc
