// The plugin of the justice department. This file only registers; what the department knows is in institutional.xml,
// the checks and the importer.
#include <cchc/plugin.hpp>

#include "register_checks.h"
#include "register_importer.h"

CCHC_PLUGIN("justice", "1.0", "Tư pháp", "Justice") {
  using namespace cchc;
  constexpr std::string_view institutional = "justice.institutional";
  suite.addCheck(institutional, "justice.number-without-year", &justice::checkLegalDocumentNumbers);
  suite.addCheck(institutional, "justice.repeated-number", &justice::checkRepeatedNumbers);
  suite.addTextImporter(institutional, "citations", &justice::importCitations);
  return true;
}
