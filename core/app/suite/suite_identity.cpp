// A digest of everything that checks a section, so that a result is reused only if this program would compute it again.
#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite.h"
#include "core/base/digest.h"
#include "core/base/platform.h"

namespace cchc {

Status identify(Suite& suite) {
  if (!suite.identity.empty()) return {};
  CCHC_TRY(const auto program, readFile(platform::programPath()));
  auto digests = sha256(program) + "\n";
  for (const auto& plugin : suite.catalogue.plugins.plugins()) {
    if (plugin.quarantined) continue;
    if (plugin.library) {
      CCHC_TRY(const auto library, readFile(plugin.file));
      digests += sha256(library) + "\n";
    }
    digests += sha256(plugin.texts) + "\n";
  }
  for (const auto& file : suite.catalogue.files) digests += file.name + "\t" + file.digest + "\n";
  for (const auto& definition : suite.definitions->registry().all()) digests += definition->digest + "\n";
  suite.identity = sha256(digests);
  return {};
}

Result<std::string> checkedBy(Suite& suite, const Period& period) {
  if (suite.identity.empty()) return std::string();
  CCHC_TRY(const auto units, suite.store.units());
  const auto& comparison = period.comparison ? period.comparison->value : std::string();
  const auto& lastYear = period.lastYear ? period.lastYear->value : std::string();
  return sha256(suite.identity + "\n" + suite.unitMarks.on(units, period.end) + "\n" + period.id.value + "\n" +
                period.start.toText() + "\n" + period.end.toText() + "\n" + comparison + "\n" + lastYear + "\n" +
                std::string(periodSpanName(period.span)))
      .substr(0, 32);
}

}  // namespace cchc
