#include "plugins/home_affairs/training_importer.h"

#include <array>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "plugins/home_affairs/delimited_text.h"

namespace cchc::home_affairs {
namespace {

using plugin::view;

void refuse(plugin::RowSink& sink, std::size_t line, std::string_view code, std::string_view given) {
  const plugin::Argument argument{view("given"), view(given)};
  sink.refuse(line, view(code), &argument, 1);
}

std::string_view cellOf(const DelimitedRow& row, std::string_view column) {
  const auto cell = row.cells.find(column);
  return cell == row.cells.end() ? std::string_view() : std::string_view(cell->second);
}

// A positive whole number, including forms such as "03" and "48 người".
std::optional<Decimal> peopleOf(std::string_view given) {
  given = given.substr(0, given.find(' '));
  while (given.size() > 1 && given.front() == '0') given.remove_prefix(1);
  const auto number = vietnamese::parseNumber(given);
  if (!number || *number <= Decimal(0) || *number != number->rounded(0)) return std::nullopt;
  return number->rounded(0);
}

// "bồi dưỡng lãnh đạo cấp phòng" for "Lớp bồi dưỡng lãnh đạo cấp phòng", since the form itself prints "lớp".
std::string className(std::string_view given) {
  auto name = lowerFirst(given);
  constexpr std::string_view word = "lớp ";
  if (name.starts_with(word)) name.erase(0, word.size());
  return name;
}

void importRow(const DelimitedRow& row, plugin::RowSink& sink) {
  const auto name = cellOf(row, "class_name");
  if (isTotal(name) || (name.empty() && cellOf(row, "audience").empty())) return;
  if (name.empty()) return refuse(sink, row.line, "home_affairs.import-class", cellOf(row, "audience"));
  const auto audience = audienceOf(cellOf(row, "audience"));
  if (audience.empty()) return refuse(sink, row.line, "home_affairs.import-audience", cellOf(row, "audience"));
  const auto people = peopleOf(cellOf(row, "people"));
  if (!people) return refuse(sink, row.line, "home_affairs.import-people", cellOf(row, "people"));
  const auto nameText = className(name);
  const auto peopleText = people->toText();
  sink.beginRow(view("training_classes"));
  sink.cell(view("class_name"), view(nameText));
  sink.cell(view("audience"), view(audience));
  sink.cell(view("people"), view(peopleText));
  if (const auto organiser = cellOf(row, "organiser"); !organiser.empty())
    sink.cell(view("organiser"), view(organiser));
}

}  // namespace

std::string_view audienceOf(std::string_view written) {
  const auto folded = " " + foldForSearch(written) + " ";
  const auto says = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
  if (says("dai bieu")) return "deputies";
  if (says(" xa ") || says("cap xa")) return "commune_staff";
  if (says("cbcc") || says("can bo")) return "officials";
  if (says("cong chuc") || says(" cc ")) return "civil_servants";
  if (says("vien chuc") || says(" vc ")) return "public_employees";
  return {};
}

bool importTrainingClasses(const plugin::Text& input, plugin::RowSink& sink) noexcept try {
  // "Cơ quan tổ chức lớp" contains the words of the class, so the organiser is searched for first.
  const std::array columns = {HeaderColumn{"organiser", {"to chuc", "chu tri"}, false},
                              HeaderColumn{"people", {"so nguoi", "so luong", "so luot"}},
                              HeaderColumn{"audience", {"doi tuong"}},
                              HeaderColumn{"class_name", {"lop", "khoa", "noi dung"}}};
  const auto normalised = normaliseText(plugin::text(input));
  const auto table = normalised ? readDelimited(*normalised, columns) : std::nullopt;
  if (!table) return refuse(sink, 1, "home_affairs.import-header", ""), true;  // the refusal gives the reason
  for (const auto& row : table->rows) importRow(row, sink);
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::home_affairs
