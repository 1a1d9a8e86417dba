// Finds rows that name one thing twice in different words, which a rule over figures cannot find.
#pragma once
#include <cchc/plugin.hpp>
#include <string>
#include <vector>

namespace cchc::culture {

struct Repetition {
  std::size_t first = 0, later = 0;  // rows, from 0
};

// A key for comparing names of systems. "Phần mềm Quản lý hộ tịch" and "hệ thống quản lý hộ tịch" have the same key:
// case, diacritics, extra spaces and the kind of system at the beginning are ignored.
std::string systemKey(std::string_view name);

// Applications that the table `platforms` lists twice, in one sector or in two.
std::vector<Repetition> repeatedPlatforms(const plugin::SectionReader& section);
// Units that the table `mail_units` lists twice, as after importing a file twice: their accounts would count double.
std::vector<Repetition> repeatedUnits(const plugin::SectionReader& section);

void checkRepeatedPlatforms(plugin::CheckContext& context);  // culture.repeated-platform
void checkRepeatedUnits(plugin::CheckContext& context);      // culture.repeated-unit

}  // namespace cchc::culture
