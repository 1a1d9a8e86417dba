// The plugin of the finance and planning department. This file only registers; what the department knows is in
// budget.xml, the checks and the importer.
#include "core/plugin/plugin_support.h"
#include "plugins/finance/document_checks.h"
#include "plugins/finance/figure_checks.h"
#include "plugins/finance/treasury_importer.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "finance", "1.0", "Tài chính - Kế hoạch",
                                      "Finance and Planning"};
constexpr std::string_view budget = "finance.budget";

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  suite.addCheck(view(budget), view("finance.number-missing"), nullptr, 0, &finance::checkMissingNumbers);
  suite.addCheck(view(budget), view("finance.duplicate-reference"), nullptr, 0, &finance::checkDuplicateReferences);
  suite.addCheck(view(budget), view("finance.rate-without-base"), nullptr, 0, &finance::checkRatesWithoutBase);
  suite.addCheck(view(budget), view("finance.repeated-project"), nullptr, 0, &finance::checkRepeatedProjects);
  suite.addImporter(view(budget), view("treasury-statement"), &finance::importTreasuryStatement);
  return plugin::addDefinitionFile(suite, "budget.xml");
} catch (...) {
  return false;
}
