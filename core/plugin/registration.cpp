#include "core/plugin/registration.h"

#include <algorithm>
#include <utility>

#include "core/plugin/boundary.h"

namespace cchc {
namespace {

void registerCheck(void* self, const cchc_check_registration* registration) noexcept {
  if (self != nullptr) static_cast<Registration*>(self)->addCheck(registration);
}
void registerImporter(void* self, const cchc_importer_registration* registration) noexcept {
  if (self != nullptr) static_cast<Registration*>(self)->addImporter(registration);
}

Result<DefinitionVersions> versionsOf(std::uint32_t from, std::uint32_t until, std::string_view what) {
  constexpr std::uint32_t most = 1'000'000;
  CCHC_CHECK(boundary::atMost(from, most, what));
  CCHC_CHECK(boundary::atMost(until, most, what));
  return DefinitionVersions{from, until};
}

tl::unexpected<Error> twice(std::string_view definition, std::string_view name) {
  return fail("plugin.registered-twice", {}, {{"given", std::string(name)}, {"definition", std::string(definition)}});
}

Result<RegisteredCheck> checkOf(const cchc_check_registration* given, const std::vector<RegisteredCheck>& known) {
  CCHC_CHECK(boundary::sized(given, "cchc_check_registration"));
  RegisteredCheck check;
  CCHC_TRY(check.definition, boundary::id(given->definition, "cchc_check_registration.definition"));
  CCHC_TRY(check.code, boundary::code(given->code, "cchc_check_registration.code"));
  CCHC_TRY(check.versions, versionsOf(given->version_from, given->version_until, "cchc_check_registration.version"));
  CCHC_CHECK(
      boundary::array(given->others, given->other_count, boundary::mostOthers, "cchc_check_registration.others"));
  for (std::uint64_t i = 0; i < given->other_count; ++i) {
    CCHC_TRY(auto other, boundary::id(given->others[i], "cchc_check_registration.others"));
    check.others.push_back(std::move(other));
  }
  check.self = given->check_self;
  check.run = given->check;
  if (check.run == nullptr) return fail(boundary::nullPointer("cchc_check_registration.check"));
  const bool registered = std::any_of(known.begin(), known.end(), [&](const RegisteredCheck& other) {
    return other.definition == check.definition && other.code == check.code &&
           other.versions.from == check.versions.from;
  });
  if (registered) return twice(check.definition, check.code);
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
  if (importer.run == nullptr) return fail(boundary::nullPointer("cchc_importer_registration.importer"));
  const bool registered = std::any_of(known.begin(), known.end(), [&](const RegisteredImporter& other) {
    return other.definition == importer.definition && other.name == importer.name &&
           other.versions.from == importer.versions.from;
  });
  if (registered) return twice(importer.definition, importer.name);
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
