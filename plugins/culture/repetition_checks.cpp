#include "repetition_checks.h"

#include <array>
#include <map>

namespace cchc::culture {
namespace {

using Key = std::string (*)(std::string_view);
std::vector<Repetition> repetitions(const plugin::SectionReader& section, std::string_view table,
                                    std::string_view column, Key key) {
  std::vector<Repetition> found;
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < section.rowCount(table); ++row) {
    const auto name = section.text(plugin::cell(table, row, column));
    if (!name || name->empty()) continue;
    const auto [entry, isNew] = rows.try_emplace(key(*name), row);
    if (!isNew) found.push_back({entry->second, row});
  }
  return found;
}

void addFindings(const plugin::CheckContext& context, std::string_view code, std::string_view table,
                 std::string_view column, const std::vector<Repetition>& found) {
  for (const auto& [first, later] : found) {
    const auto laterPlace = plugin::cell(table, later, column);
    const auto firstPlace = plugin::cell(table, first, column);
    plugin::FindingBuilder(context, code, plugin::Severity::warning)
        .at(laterPlace)
        .at(firstPlace)
        .with("name", std::string(context.section().text(laterPlace).value_or("")))
        .with("other", std::string(context.section().text(firstPlace).value_or("")))
        .with("first", std::to_string(first + 1))
        .with("later", std::to_string(later + 1))
        .add();
  }
}

}  // namespace

std::string systemKey(std::string_view name) {
  auto key = plugin::fold(name);
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
  return repetitions(section, "mail_units", "unit_name", &plugin::bodyKey);
}

void checkRepeatedPlatforms(plugin::CheckContext& context) {
  addFindings(context, "culture.repeated-platform", "platforms", "name", repeatedPlatforms(context.section()));
}

void checkRepeatedUnits(plugin::CheckContext& context) {
  addFindings(context, "culture.repeated-unit", "mail_units", "unit_name", repeatedUnits(context.section()));
}

}  // namespace cchc::culture
