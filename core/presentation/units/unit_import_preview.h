// What importing a list of units would do, unit by unit, for the user to read before anything is saved.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/progress.h"
#include "core/app/units/unit_import.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// In the order in which they are shown. noted: what a person should look at, which does not prevent importing
// (UnitPlan::notes).
enum class UnitImportResult : unsigned char { refused, noted, succeeded, changed, added, ended, corrected, same };
inline constexpr std::array unitImportResults{
    UnitImportResult::refused, UnitImportResult::noted, UnitImportResult::succeeded, UnitImportResult::changed,
    UnitImportResult::added,   UnitImportResult::ended, UnitImportResult::corrected, UnitImportResult::same};
// "■ Bị từ chối", "Đơn vị mới".
std::string unitImportResultText(UnitImportResult result, Words words);

struct UnitImportLine {
  UnitImportResult result = UnitImportResult::same;
  std::string line;  // of the file; "" if it is not about one line
  std::string code, name, what, fix;
};

struct UnitImportPreview {
  std::vector<UnitImportLine> lines;  // in order of result, then of the file or of code and day
  std::size_t rows = 0;               // of the file
  UnitImport import;

  std::size_t count(UnitImportResult result) const;
  // How many units would change.
  std::size_t changes() const;
  // Nothing is refused, and something changes.
  bool possible() const { return count(UnitImportResult::refused) == 0 && changes() > 0; }
  // A day on which everything that the list begins has begun: the last of the first days. nullopt: nothing begins on a
  // day.
  std::optional<Date> lastBeginning() const;
};

// Reads the list and works out what importing it would do. `name`: of the file, for messages.
// Errors: work.cancelled, those of readUnits and of the store.
Result<UnitImportPreview> previewUnitImport(Suite& suite, std::string_view bytes, const std::string& name, OldTexts old,
                                            Words words, const ProgressCallback& progress = {});
// The preview of a file that could not be read: one line that is refused.
UnitImportPreview refusedImport(const Error& error, Words words);

}  // namespace cchc::presentation
