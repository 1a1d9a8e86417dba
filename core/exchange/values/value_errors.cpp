#include "core/exchange/values/value_errors.h"

#include <utility>

#include "core/base/texts.h"

namespace cchc {

std::string fileText(const std::filesystem::path& file) {
  const auto text = file.u8string();
  return {text.begin(), text.end()};
}

Error wrongValueError(const Error& reason, std::string position, std::string_view field, const Label& label) {
  return {"values.wrong-value",
          std::move(position),
          {{"field", std::string(field)},
           {"label", label.empty() ? std::string(field) : label.vi},
           {"label_en", label.empty() ? std::string(field) : label.in(Language::en)},
           {"why_vi", message(reason, Language::vi).what},
           {"why_en", message(reason, Language::en).what},
           {"reason", reason.code}}};
}

}  // namespace cchc
