// Checks of the dossier statistics by field of work (form II.06a/VPCP/KSTT: 3=4+5+6, 7=8+9+10, 11=12+13, 3=7+11). A
// blank cell is unknown, not zero: if a part is unknown, it is a fault only if the known parts exceed the total. Real
// data sometimes break these sums, so every fault is a warning.
#pragma once
#include <cchc/plugin.hpp>
#include <optional>
#include <string>
#include <vector>

namespace cchc::office {

// A row in which the parts of a total do not add up to it.
struct RowFault {
  std::size_t row = 0;
  std::string_view column;       // of the total
  std::string_view number;       // its number in the form: "3"
  std::string_view partNumbers;  // "4+5+6"
  std::string_view partsName;    // "received-by-channel": the end of the code of its text
  plugin::Decimal total, parts;
};
std::vector<RowFault> rowFaults(const plugin::SectionReader& section);

// A column whose rows do not add up to the section's own figure.
struct ColumnFault {
  std::string_view column, field, number;
  plugin::Decimal figure, rows;
};
std::vector<ColumnFault> columnFaults(const plugin::SectionReader& section);

void checkDossierRows(plugin::CheckContext& context);     // office.dossier-row-sum
void checkDossierColumns(plugin::CheckContext& context);  // office.dossier-column-sum

}  // namespace cchc::office
