#include "core/plugin/registration.h"

#include <algorithm>
#include <utility>

#include "core/plugin/boundary.h"

namespace cchc {
namespace {

void registerCheck(void* self, const cchc_check_registration* registration) noexcept {
  if (LiveSelf::mayUse(self)) static_cast<Registration*>(self)->addCheck(registration);
}
void registerImporter(void* self, const cchc_importer_registration* registration) noexcept {
  if (LiveSelf::mayUse(self)) static_cast<Registration*>(self)->addImporter(registration);
}

Result<DefinitionVersions> versionsOf(std::uint32_t from, std::uint32_t until, std::string_view what) {
  constexpr std::uint32_t most = 1'000'000;
  CCHC_CHECK(boundary::atMost(from, most, what));
  CCHC_CHECK(boundary::atMost(until, most, what));
  if (until != 0 && from > until) {
    const auto given = std::to_string(from) + "–" + std::to_string(until);
    return fail("plugin.enumeration", {}, {{"what", std::string(what)}, {"given", given}});
  }
  return DefinitionVersions{from, until};
}

// Not registered already for one of the same versions.
template <class What>
Status isNew(const What& what, const std::vector<What>& known) {
  CCHC_CHECK(boundary::atMost(known.size() + 1, boundary::mostRegistrations, "cchc_registrar"));
  const bool registered = std::any_of(known.begin(), known.end(), [&](const What& other) {
    return other.definition == what.definition && other.name == what.name && other.versions.overlaps(what.versions);
  });
  if (!registered) return {};
  return fail("plugin.registered-twice", {}, {{"given", what.name}, {"definition", what.definition}});
}

Result<RegisteredCheck> checkOf(const cchc_check_registration* given, const std::vector<RegisteredCheck>& known) {
  CCHC_CHECK(boundary::sized(given, "cchc_check_registration"));
  RegisteredCheck check;
  CCHC_TRY(check.definition, boundary::id(given->definition, "cchc_check_registration.definition"));
  CCHC_TRY(check.name, boundary::code(given->code, "cchc_check_registration.code"));
  CCHC_TRY(check.versions, versionsOf(given->version_from, given->version_until, "cchc_check_registration.version"));
  CCHC_CHECK(
      boundary::array(given->others, given->other_count, boundary::mostOthers, "cchc_check_registration.others"));
  for (std::uint64_t i = 0; i < given->other_count; ++i) {
    CCHC_TRY(auto other, boundary::id(given->others[i], "cchc_check_registration.others"));
    check.others.push_back(std::move(other));
  }
  check.self = given->check_self;
  check.run = given->check;
  if (!boundary::pointsSomewhere(reinterpret_cast<const void*>(check.run), 1))
    return fail(boundary::nullPointer("cchc_check_registration.check"));
  CCHC_CHECK(isNew(check, known));
  return check;
}

Result<RegisteredImporter> importerOf(const cchc_importer_registration* given,
                                      const std::vector<RegisteredImporter>& known) {
  CCHC_CHECK(boundary::sized(given, "cchc_importer_registration"));
  RegisteredImporter importer;
  CCHC_CHECK(boundary::inEnumeration(given->input, CCHC_IMPORT_TEXT, "cchc_importer_registration.input"));
  importer.ofText = given->input == CCHC_IMPORT_TEXT;
  CCHC_TRY(importer.definition, boundary::id(given->definition, "cchc_importer_registration.definition"));
  CCHC_TRY(importer.name, boundary::code(given->name, "cchc_importer_registration.name"));
  CCHC_TRY(importer.versions,
           versionsOf(given->version_from, given->version_until, "cchc_importer_registration.version"));
  importer.self = given->importer_self;
  importer.run = given->importer;
  if (!boundary::pointsSomewhere(reinterpret_cast<const void*>(importer.run), 1))
    return fail(boundary::nullPointer("cchc_importer_registration.importer"));
  CCHC_CHECK(isNew(importer, known));
  return importer;
}

}  // namespace

Registration::Registration(const HostTable& host, const std::string& folder) {
  raw_.size = sizeof raw_;
  raw_.self = this;
  raw_.host = &host.raw();
  raw_.folder = boundary::view(folder);
  raw_.add_check = &registerCheck;
  raw_.add_importer = &registerImporter;
}

void Registration::addCheck(const cchc_check_registration* registration) {
  if (fault_) return;
  auto check = checkOf(registration, checks);
  if (check)
    checks.push_back(std::move(*check));
  else
    fault_ = std::move(check).error();
}

void Registration::addImporter(const cchc_importer_registration* registration) {
  if (fault_) return;
  auto importer = importerOf(registration, importers);
  if (importer)
    importers.push_back(std::move(*importer));
  else
    fault_ = std::move(importer).error();
}

}  // namespace cchc
