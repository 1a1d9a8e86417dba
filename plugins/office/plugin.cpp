// The plugin of the office of the People's Committee. This file only registers; what the office knows is in the
// definitions, the checks and the importer.
#include <cchc/plugin.hpp>

#include "dossier_checks.h"
#include "one_stop_importer.h"

CCHC_PLUGIN("office", "1.0", "Văn phòng HĐND và UBND", "Office of the People's Council and Committee") {
  using namespace cchc;
  for (const std::string_view definition : {"office.procedures", "office.commune"}) {
    suite.addCheck(definition, "office.dossier-row-sum", &office::checkDossierRows);
    suite.addCheck(definition, "office.dossier-column-sum", &office::checkDossierColumns);
  }
  // Only for this definition: the table of a commune has fixed rows, which an importer cannot address.
  suite.addImporter("office.procedures", "one-stop", &office::importOneStop);
  return true;
}
