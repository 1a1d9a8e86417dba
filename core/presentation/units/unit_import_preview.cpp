#include "core/presentation/units/unit_import_preview.h"

#include <algorithm>
#include <utility>

#include "core/app/units/unit_lines.h"
#include "core/base/text.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc::presentation {
namespace {

UnitImportResult resultOf(UnitStep step) {
  switch (step) {
    case UnitStep::same:
      return UnitImportResult::same;
    case UnitStep::added:
      return UnitImportResult::added;
    case UnitStep::succeeded:
      return UnitImportResult::succeeded;
    case UnitStep::changed:
      return UnitImportResult::changed;
    case UnitStep::corrected:
      return UnitImportResult::corrected;
    case UnitStep::ended:
      return UnitImportResult::ended;
  }
  return UnitImportResult::same;
}

// "12" of "list.tsv:12"; "" if the position names no line.
std::string lineOf(const std::string& position) {
  const auto colon = position.rfind(':');
  if (colon == std::string::npos || colon + 1 == position.size()) return {};
  auto line = position.substr(colon + 1);
  return line.find_first_not_of("0123456789") == std::string::npos ? line : std::string();
}

std::string parameterOf(const Error& error, std::string_view name) {
  const auto found = std::find_if(error.parameters.begin(), error.parameters.end(),
                                  [&](const Parameter& parameter) { return parameter.name == name; });
  return found == error.parameters.end() ? std::string() : found->value;
}

UnitImportLine lineAbout(UnitImportResult result, const Error& error, Words words) {
  const auto [what, fix] = message(error, words.language);
  auto code = parameterOf(error, "code");
  if (code.empty()) code = parameterOf(error, "id");
  return {result, lineOf(error.place), std::move(code), parameterOf(error, "name"), upperFirst(what), upperFirst(fix)};
}

}  // namespace

std::string unitImportResultText(UnitImportResult result, Words words) {
  switch (result) {
    case UnitImportResult::refused:
      return severityShape(Severity::error) + (" " + words("unit-import.result.refused"));
    case UnitImportResult::noted:
      return severityShape(Severity::warning) + (" " + words("unit-import.result.noted"));
    case UnitImportResult::succeeded:
      return words("unit-import.result.succeeded");
    case UnitImportResult::changed:
      return words("unit-import.result.changed");
    case UnitImportResult::added:
      return words("unit-import.result.added");
    case UnitImportResult::ended:
      return words("unit-import.result.ended");
    case UnitImportResult::corrected:
      return words("unit-import.result.corrected");
    case UnitImportResult::same:
      return words("unit-import.result.same");
  }
  return {};
}

std::size_t UnitImportPreview::count(UnitImportResult result) const {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [&](const UnitImportLine& line) { return line.result == result; }));
}

std::size_t UnitImportPreview::changes() const {
  return lines.size() - count(UnitImportResult::refused) - count(UnitImportResult::noted) -
         count(UnitImportResult::same);
}

std::optional<Date> UnitImportPreview::lastBeginning() const {
  std::optional<Date> last;
  for (const auto& planned : import.plan.units) {
    const bool begins =
        planned.step == UnitStep::added || planned.step == UnitStep::succeeded || planned.step == UnitStep::changed;
    if (begins && planned.state.from && (!last || *last < *planned.state.from)) last = planned.state.from;
  }
  return last;
}

Result<UnitImportPreview> previewUnitImport(Suite& suite, std::string_view bytes, const std::string& name, OldTexts old,
                                            Words words, const ProgressCallback& progress) {
  UnitImportPreview preview;
  CCHC_CHECK(reportProgress(progress, 0, 0));
  CCHC_TRY(auto rows, readUnits(bytes, name, old));
  preview.rows = rows.size();
  CCHC_CHECK(reportProgress(progress, 0, 0));
  CCHC_TRY(preview.import, planUnitImport(suite, std::move(rows)));
  const auto& plan = preview.import.plan;
  for (const auto& error : plan.refused) preview.lines.push_back(lineAbout(UnitImportResult::refused, error, words));
  for (const auto& note : plan.notes) preview.lines.push_back(lineAbout(UnitImportResult::noted, note, words));
  for (const auto& planned : plan.units) {
    if (preview.lines.size() % 100 == 0)
      CCHC_CHECK(reportProgress(progress, preview.lines.size(), plan.refused.size() + plan.units.size()));
    preview.lines.push_back({resultOf(planned.step),
                             lineOf(planned.position),
                             planned.state.code,
                             planned.state.name,
                             planLine(plan.after, planned, words.language),
                             {}});
  }
  std::stable_sort(preview.lines.begin(), preview.lines.end(),
                   [](const UnitImportLine& a, const UnitImportLine& b) { return a.result < b.result; });
  return preview;
}

UnitImportPreview refusedImport(const Error& error, Words words) {
  UnitImportPreview preview;
  preview.lines.push_back(lineAbout(UnitImportResult::refused, error, words));
  return preview;
}

}  // namespace cchc::presentation
