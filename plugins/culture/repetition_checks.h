// Rows that name the same thing twice in other words: what a rule over figures cannot see.
#pragma once
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::culture {

struct Repetition {
  std::size_t first = 0, later = 0;  // rows, from 0
};

// "Phần mềm Quản lý hộ tịch" and "hệ thống quản lý hộ tịch" are one: case, marks, spacing and the opening kind of
// system are dropped.
std::string systemKey(std::string_view name);

// Applications of the table `platforms` listed twice, in one sector or in two.
std::vector<Repetition> repeatedPlatforms(const plugin::SectionReader& section);
// Units of the table `mail_units` listed twice, as when an export is taken in twice: their accounts would count double.
std::vector<Repetition> repeatedUnits(const plugin::SectionReader& section);

bool checkRepeatedPlatforms(plugin::CheckContext& context) noexcept;  // culture.repeated-platform
bool checkRepeatedUnits(plugin::CheckContext& context) noexcept;      // culture.repeated-unit

}  // namespace cchc::culture
