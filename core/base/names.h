// Tables of the names of enumerations. Each enumeration has one, beside its declaration's functions.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/base/texts.h"

namespace cchc {

template <class Enum>
struct Named {
  Enum value;
  std::string_view name;        // in files and in the store: never changed
  std::string_view label = {};  // for people: a code of the texts, or a word of a grammar; empty: none
};

// One entry for each value, in any order. A name is empty if files leave the value out.
template <class Enum, std::size_t count>
struct Names {
  std::array<Named<Enum>, count> all;

  constexpr const Named<Enum>& of(Enum value) const {
    for (const auto& entry : all) {
      if (entry.value == value) return entry;
    }
    return all.front();  // never: every value has an entry
  }
  constexpr std::string_view name(Enum value) const { return of(value).name; }
  // nullopt: no value has that name.
  constexpr std::optional<Enum> find(std::string_view name) const {
    for (const auto& entry : all) {
      if (!name.empty() && entry.name == name) return entry.value;
    }
    return std::nullopt;
  }
  std::string_view label(Enum value, Language language) const { return text(of(value).label, language); }
};
template <class Enum, std::size_t count>
Names(std::array<Named<Enum>, count>) -> Names<Enum, count>;

}  // namespace cchc
