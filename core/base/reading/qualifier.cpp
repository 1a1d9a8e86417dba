// The words are part of the grammar of typed figures and of workbooks, so they are not in the catalogue of texts.
#include "core/base/reading/qualifier.h"

#include <array>
#include <utility>

#include "core/base/names.h"
#include "core/base/reading/words.h"

namespace cchc {
namespace {

using Q = Qualifier;

constexpr Names<Q, 6> qualifiers{{{{Q::exact, "exact"},
                                   {Q::over, "over", "trên"},
                                   {Q::under, "under", "dưới"},
                                   {Q::about, "about", "khoảng"},
                                   {Q::estimated, "estimated", "ước"},
                                   {Q::planned, "planned", "dự kiến"}}}};

// What is read besides those words. A phrase precedes the word that begins it.
constexpr std::array<std::pair<std::string_view, Qualifier>, 6> furtherWords = {{{"ước đạt", Qualifier::estimated},
                                                                                 {"ước tính", Qualifier::estimated},
                                                                                 {"ước khoảng", Qualifier::estimated},
                                                                                 {"dự kiến đạt", Qualifier::planned},
                                                                                 {"hơn", Qualifier::over},
                                                                                 {"gần", Qualifier::under}}};

}  // namespace

std::string_view qualifierName(Qualifier qualifier) { return qualifiers.name(qualifier); }
std::optional<Qualifier> qualifierOf(std::string_view name) { return qualifiers.find(name); }
std::string_view qualifierWord(Qualifier qualifier) { return qualifiers.of(qualifier).label; }

std::optional<Qualifier> reading::takeQualifier(std::string_view& text) {
  for (const auto& [words, qualifier] : furtherWords) {
    if (takeWords(text, words)) return qualifier;
  }
  for (const auto& entry : qualifiers.all) {
    if (!entry.label.empty() && takeWords(text, entry.label)) return entry.value;
  }
  return std::nullopt;
}

}  // namespace cchc
