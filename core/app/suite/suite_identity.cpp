// A digest of everything that checks a section, so that a result is reused only if this program would compute it again.
#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite.h"
#include "core/base/digest.h"
#include "core/base/platform.h"

namespace cchc {

Status identify(Suite& suite) {
  if (!suite.identity.empty()) return {};
  std::vector<std::filesystem::path> files{platform::programPath(),
                                           suite.options.resources.schemas / "central-documents.xml"};
  std::string digests;
  for (const auto& plugin : suite.catalogue.plugins.plugins()) {
    if (plugin.quarantined) continue;
    if (plugin.library) files.push_back(plugin.file);
    digests += plugin.textsDigest + "\n";
  }
  for (const auto& file : files) {
    CCHC_TRY(const auto bytes, readFile(file));
    digests += sha256(bytes) + "\n";
  }
  for (const auto& definition : suite.catalogue.registry.all()) digests += definition->digest + "\n";
  suite.identity = sha256(digests);
  return {};
}

std::string checkedBy(const Suite& suite, const Period& period) {
  if (suite.identity.empty()) return {};
  const auto& comparison = period.comparison ? period.comparison->value : std::string();
  const auto& lastYear = period.lastYear ? period.lastYear->value : std::string();
  return sha256(suite.identity + "\n" + period.id.value + "\n" + period.start.toText() + "\n" + period.end.toText() +
                "\n" + comparison + "\n" + lastYear)
      .substr(0, 32);
}

}  // namespace cchc
