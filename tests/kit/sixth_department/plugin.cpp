// The plugin of the labour department: a check in C++, a check in plain C, and an importer.
#include <cchc/plugin.hpp>

#include "benefits.h"
#include "people_check.h"

CCHC_PLUGIN("labour", "1.0", "Lao động - Thương binh và Xã hội", "Labour and Social Affairs") {
  suite.addCheck("labour.policy", "labour.benefit", &labour::checkBenefits, {}, {.from = 1});
  suite.addImporter("labour.policy", "benefits", &labour::importBenefits);
  cchc_check_registration people{};
  people.size = sizeof people;
  people.definition = cchc::plugin::view("labour.policy");
  people.code = cchc::plugin::view("labour.people");
  people.check_self = const_cast<cchc_host*>(&cchc::plugin::host());
  people.check = &labour_check_people;
  suite.raw().add_check(suite.raw().self, &people);
  return true;
}
