// The plugin of the office of the People's Committee. This file only registers; what the office knows is in the
// definitions, the checks and the importer.
#include "core/plugin/plugin_support.h"
#include "plugins/office/dossier_checks.h"
#include "plugins/office/one_stop_importer.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "office", "1.0", "Văn phòng HĐND và UBND",
                                      "Office of the People's Council and Committee"};

constexpr std::string_view files[] = {"document.xml", "steering.xml",   "procedures.xml",
                                      "commune.xml",  "assessment.xml", "tasks.xml"};

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  for (const std::string_view definition : {"office.procedures", "office.commune"}) {
    suite.addCheck(view(definition), view("office.dossier-row-sum"), nullptr, 0, &office::checkDossierRows);
    suite.addCheck(view(definition), view("office.dossier-column-sum"), nullptr, 0, &office::checkDossierColumns);
    suite.addCheck(view(definition), view("office.carried-over"), nullptr, 0, &office::checkCarriedOver);
  }
  // Only for this definition: the table of a commune has fixed rows, which an importer cannot address.
  suite.addImporter(view("office.procedures"), view("one-stop"), &office::importOneStop);
  for (const auto file : files)
    if (!plugin::addDefinitionFile(suite, file)) return false;
  return true;
} catch (...) {
  return false;
}
