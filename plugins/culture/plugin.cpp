// The plugin of the culture and information department. This file only registers; what the department knows is in
// digital.xml, the checks and the importer.
#include "core/plugin/plugin_support.h"
#include "plugins/culture/date_check.h"
#include "plugins/culture/mail_importer.h"
#include "plugins/culture/repetition_checks.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "culture", "1.0", "Văn hóa và Thông tin",
                                      "Culture and Information"};
constexpr std::string_view digital = "culture.digital";

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  std::vector<plugin::Text> others;
  for (const auto definition : culture::comparedDefinitions()) others.push_back(view(definition));
  suite.addCheck(view(digital), view("culture.repeated-platform"), nullptr, 0, &culture::checkRepeatedPlatforms);
  suite.addCheck(view(digital), view("culture.repeated-unit"), nullptr, 0, &culture::checkRepeatedUnits);
  suite.addCheck(view(digital), view("culture.document-dates"), others.data(), others.size(),
                 &culture::checkDocumentDates);
  suite.addImporter(view(digital), view("mail-accounts"), &culture::importMailAccounts);
  return plugin::addDefinitionFile(suite, "digital.xml");
} catch (...) {
  return false;
}
