// The plugin of the home affairs department. This file only registers; what the department knows is in the definitions,
// the checks and the importer.
#include "core/plugin/plugin_support.h"
#include "plugins/home_affairs/appointment_checks.h"
#include "plugins/home_affairs/staff_balance.h"
#include "plugins/home_affairs/training_importer.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "home_affairs", "1.0", "Nội vụ", "Home Affairs"};
constexpr std::string_view organization = "home_affairs.organization", civilService = "home_affairs.civil_service";

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  const auto other = view(organization);
  suite.addCheck(view(organization), view("home_affairs.staff-balance"), nullptr, 0, &home_affairs::checkStaffBalance);
  suite.addCheck(view(organization), view("home_affairs.staff-movements"), nullptr, 0,
                 &home_affairs::checkStaffMovements);
  suite.addCheck(view(civilService), view("home_affairs.appointment-total"), nullptr, 0,
                 &home_affairs::checkAppointmentTotal);
  suite.addCheck(view(civilService), view("home_affairs.retired-leaders"), &other, 1,
                 &home_affairs::checkRetiredLeaders);
  suite.addImporter(view(civilService), view("training-classes"), &home_affairs::importTrainingClasses);
  for (const auto* file : {"organization.xml", "civil_service.xml", "scoring.xml"})
    if (!plugin::addDefinitionFile(suite, file)) return false;
  return true;
} catch (...) {
  return false;
}
