// The plugin of the justice department. This file only registers; what the department knows is in institutional.xml,
// the checks and the importer.
#include "core/plugin/plugin_support.h"
#include "plugins/justice/register_checks.h"
#include "plugins/justice/register_importer.h"
#include "plugins/justice/series_check.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "justice", "1.0", "Tư pháp", "Justice"};
constexpr std::string_view institutional = "justice.institutional";

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  // Several departments cite documents of the same series, so every section that cites documents is checked, with the
  // documents of the others as neighbours.
  for (const auto definition : justice::citingDefinitions()) {
    std::vector<plugin::Text> others;
    for (const auto other : justice::citingDefinitions())
      if (other != definition) others.push_back(view(other));
    suite.addCheck(view(definition), view("justice.date-not-in-series"), others.data(), others.size(),
                   &justice::checkDocumentSeries);
  }
  suite.addCheck(view(institutional), view("justice.number-without-year"), nullptr, 0,
                 &justice::checkLegalDocumentNumbers);
  suite.addCheck(view(institutional), view("justice.repeated-number"), nullptr, 0, &justice::checkRepeatedNumbers);
  suite.addImporter(view(institutional), view("citations"), &justice::importCitations);
  return plugin::addDefinitionFile(suite, "institutional.xml");
} catch (...) {
  return false;
}
