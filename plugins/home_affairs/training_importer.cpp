#include "training_importer.h"

#include <array>

namespace cchc::home_affairs {
namespace {

using plugin::HeadedRow;

// "bồi dưỡng lãnh đạo cấp phòng" for "Lớp bồi dưỡng lãnh đạo cấp phòng", since the form itself prints "lớp".
std::string className(std::string_view given) {
  auto name = plugin::lowerFirst(given);
  constexpr std::string_view word = "lớp ";
  if (name.starts_with(word)) name.erase(0, word.size());
  return name;
}

void importRow(const HeadedRow& row, const plugin::ReadingContext& context, plugin::RowSink& sink) {
  const auto name = row.text("class_name");
  const auto written = std::string(row.text("audience"));
  if (plugin::isTotalLabel(name)) return;
  if (name.empty()) return sink.refuse(row.line(), "home_affairs.import-class", {{"given", written}});
  const auto audience = audienceOf(written);
  if (audience.empty()) return sink.refuse(row.line(), "home_affairs.import-audience", {{"given", written}});
  auto people = plugin::readFigure(row.cell("people"), plugin::Quantity::whole, context);
  if (people && people.value.isZero()) people = {};  // a class has people
  if (!people.blank() && !sink.accepts(row.line(), people, row.text("people"),
                                       {"home_affairs.import-people", "home_affairs.import-ambiguous"}))
    return;
  sink.beginRow("training_classes", row.line());
  sink.value("class_name", className(name));
  sink.value("audience", audience);
  if (!people.blank()) sink.number("people", people.value);
  if (const auto organiser = row.text("organiser"); !organiser.empty()) sink.value("organiser", organiser);
}

}  // namespace

std::string_view audienceOf(std::string_view written) {
  const auto folded = " " + plugin::fold(written) + " ";
  const auto says = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
  if (says("dai bieu")) return "deputies";
  if (says(" xa ") || says("cap xa")) return "commune_staff";
  if (says("cbcc") || says("can bo")) return "officials";
  if (says("cong chuc") || says(" cc ")) return "civil_servants";
  if (says("vien chuc") || says(" vc ")) return "public_employees";
  return {};
}

void importTrainingClasses(const plugin::ImportContext& context, plugin::RowSink& sink) {
  using plugin::HeadingColumn;
  // "Cơ quan tổ chức lớp" contains the words of the class, so the organiser is searched for first.
  const std::array columns = {HeadingColumn{"organiser", {"to chuc", "chu tri"}, false},
                              HeadingColumn{"people", {"so nguoi", "so luong", "so luot"}},
                              HeadingColumn{"audience", {"doi tuong"}},
                              HeadingColumn{"class_name", {"lop", "khoa", "noi dung"}}};
  const auto cells = context.cells();
  const auto heading = plugin::findHeading(cells, columns);
  if (!heading) return sink.refuse(1, "home_affairs.import-header");
  auto reading = plugin::readingOf(context, cells, *heading, {"people"}, plugin::Quantity::whole);
  reading.unit = "người";
  plugin::forEachRow(cells, *heading, [&](const HeadedRow& row) { importRow(row, reading, sink); });
}

}  // namespace cchc::home_affairs
