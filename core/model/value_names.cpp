// The names of types and qualifiers in files, and the words of qualifiers. Those words are part of the grammar of typed
// figures and of workbooks ("trên 45"), so they are not in the catalogue of texts.
#include <array>

#include "core/model/value.h"

namespace cchc {
namespace {

constexpr std::array<std::string_view, 15> typeNames = {"integer", "decimal",    "money",    "percent",   "rate",
                                                        "date",    "date-range", "text",     "long-text", "choice",
                                                        "choices", "yes-no",     "document", "documents", "attachment"};
constexpr std::array<std::string_view, 6> qualifierNames = {"exact", "over", "under", "about", "estimated", "planned"};
constexpr std::array<std::string_view, 6> qualifierWords = {"", "trên", "dưới", "khoảng", "ước", "dự kiến"};

template <class Enum, std::size_t size>
std::optional<Enum> named(const std::array<std::string_view, size>& names, std::string_view name) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

bool isNumeric(FieldType type) { return type <= FieldType::rate; }
std::string_view fieldTypeName(FieldType type) { return typeNames[static_cast<std::size_t>(type)]; }
std::optional<FieldType> fieldTypeOf(std::string_view name) { return named<FieldType>(typeNames, name); }
std::string_view qualifierName(Qualifier qualifier) { return qualifierNames[static_cast<std::size_t>(qualifier)]; }
std::optional<Qualifier> qualifierOf(std::string_view name) { return named<Qualifier>(qualifierNames, name); }
std::string_view qualifierWord(Qualifier qualifier) { return qualifierWords[static_cast<std::size_t>(qualifier)]; }

}  // namespace cchc
