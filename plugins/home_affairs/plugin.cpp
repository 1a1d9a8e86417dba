// The plugin of the home affairs department. This file only registers; what the department knows is in the definitions,
// the checks and the importer.
#include <cchc/plugin.hpp>

#include "appointment_checks.h"
#include "staff_balance.h"
#include "training_importer.h"

CCHC_PLUGIN("home_affairs", "1.0", "Nội vụ", "Home Affairs") {
  using namespace cchc;
  constexpr std::string_view organization = "home_affairs.organization", civilService = "home_affairs.civil_service";
  suite.addCheck(organization, "home_affairs.staff-balance", &home_affairs::checkStaffBalance);
  suite.addCheck(organization, "home_affairs.staff-movements", &home_affairs::checkStaffMovements);
  suite.addCheck(civilService, "home_affairs.appointment-total", &home_affairs::checkAppointmentTotal);
  suite.addCheck(civilService, "home_affairs.retired-leaders", &home_affairs::checkRetiredLeaders, {organization});
  suite.addImporter(civilService, "training-classes", &home_affairs::importTrainingClasses);
  return true;
}
