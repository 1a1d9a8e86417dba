// The plugin of the culture and information department. This file only registers; what the department knows is in
// digital.xml, the checks and the importer.
#include <cchc/plugin.hpp>

#include "mail_importer.h"
#include "repetition_checks.h"

CCHC_PLUGIN("culture", "1.0", "Văn hóa và Thông tin", "Culture and Information") {
  using namespace cchc;
  constexpr std::string_view digital = "culture.digital";
  suite.addCheck(digital, "culture.repeated-platform", &culture::checkRepeatedPlatforms);
  suite.addCheck(digital, "culture.repeated-unit", &culture::checkRepeatedUnits);
  suite.addImporter(digital, "mail-accounts", &culture::importMailAccounts);
  return true;
}
