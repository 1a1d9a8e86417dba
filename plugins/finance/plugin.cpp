// The plugin of the finance and planning department. This file only registers; what the department knows is in
// budget.xml, the checks and the importer.
#include <cchc/plugin.hpp>

#include "document_checks.h"
#include "figure_checks.h"
#include "treasury_importer.h"

CCHC_PLUGIN("finance", "1.0", "Tài chính - Kế hoạch", "Finance and Planning") {
  using namespace cchc;
  constexpr std::string_view budget = "finance.budget";
  suite.addCheck(budget, "finance.number-missing", &finance::checkMissingNumbers);
  suite.addCheck(budget, "finance.duplicate-reference", &finance::checkDuplicateReferences);
  suite.addCheck(budget, "finance.rate-without-base", &finance::checkRatesWithoutBase);
  suite.addCheck(budget, "finance.repeated-project", &finance::checkRepeatedProjects);
  suite.addImporter(budget, "treasury-statement", &finance::importTreasuryStatement);
  return true;
}
