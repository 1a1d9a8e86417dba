#include "plugins/culture/repetition_checks.h"

#include <array>
#include <map>

#include "core/base/text.h"

namespace cchc::culture {
namespace {

std::string unitKey(std::string_view name) {
  auto key = foldForSearch(foldSpace(name));
  constexpr std::string_view longForm = "uy ban nhan dan";
  if (const auto at = key.find(longForm); at != std::string::npos) key.replace(at, longForm.size(), "ubnd");
  return key;
}

using Key = std::string (*)(std::string_view);
std::vector<Repetition> repetitions(const plugin::SectionReader& section, std::string_view table,
                                    std::string_view column, Key key) {
  std::vector<Repetition> found;
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < section.rowCount(plugin::view(table)); ++row) {
    const auto name = textAt(section, plugin::cell(table, row, column));
    if (!name || name->empty()) continue;
    const auto [entry, isNew] = rows.try_emplace(key(*name), row);
    if (!isNew) found.push_back({entry->second, row});
  }
  return found;
}

bool addFindings(plugin::CheckContext& context, std::string_view code, std::string_view table, std::string_view column,
                 const std::vector<Repetition>& found) {
  for (const auto& [first, later] : found) {
    const auto laterPlace = plugin::cell(table, later, column);
    const auto firstPlace = plugin::cell(table, first, column);
    plugin::FindingBuilder(context, code, plugin::Severity::warning)
        .at(laterPlace)
        .at(firstPlace)
        .with("name", std::string(textAt(context.section(), laterPlace).value_or("")))
        .with("other", std::string(textAt(context.section(), firstPlace).value_or("")))
        .with("first", std::to_string(first + 1))
        .with("later", std::to_string(later + 1))
        .add();
  }
  return true;
}

}  // namespace

std::string systemKey(std::string_view name) {
  auto key = foldForSearch(foldSpace(name));
  constexpr std::array<std::string_view, 4> openings = {"he thong ", "phan mem ", "ung dung ", "nen tang "};
  for (bool dropped = true; dropped;) {  // "hệ thống phần mềm quản lý hộ tịch" begins with two
    dropped = false;
    for (const auto opening : openings)
      if (key.starts_with(opening) && key.size() > opening.size()) key.erase(0, opening.size()), dropped = true;
  }
  return key;
}

std::vector<Repetition> repeatedPlatforms(const plugin::SectionReader& section) {
  return repetitions(section, "platforms", "name", &systemKey);
}
std::vector<Repetition> repeatedUnits(const plugin::SectionReader& section) {
  return repetitions(section, "mail_units", "unit_name", &unitKey);
}

bool checkRepeatedPlatforms(plugin::CheckContext& context) noexcept try {
  return addFindings(context, "culture.repeated-platform", "platforms", "name", repeatedPlatforms(context.section()));
} catch (...) {
  return false;
}

bool checkRepeatedUnits(plugin::CheckContext& context) noexcept try {
  return addFindings(context, "culture.repeated-unit", "mail_units", "unit_name", repeatedUnits(context.section()));
} catch (...) {
  return false;
}

}  // namespace cchc::culture
