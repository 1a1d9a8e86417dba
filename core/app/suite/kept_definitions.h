// The definitions that a store keeps. A program that ships only the newest version of a form reads sections of earlier
// periods with the versions of that time that the store has.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/app/suite/definition_set.h"
#include "core/base/result.h"
#include "core/store/store.h"

namespace cchc {

struct Catalogue;

// Kept definitions that this process has compiled. Any thread may use it.
class KeptDefinitions {
 public:
  // The definition that the store has under this digest; nullptr if it has none, or if this program cannot read it.
  // Errors: those of the store.
  Result<std::shared_ptr<const CompiledDefinition>> of(Store& store, const std::string& digest);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const CompiledDefinition>> compiled_;  // by digest; nullptr: it cannot be read
};

// The definitions of the installation, and of each of them the versions that only the store has, if they are lower than
// the highest that is installed: new forms come with the installation alone, since anybody who works with a shared
// store can add to its definitions. If the store has several contents of one version, the one that most accepted
// submissions were made with counts. A version that is out of order with those of the installation, or
// that this program cannot read, is left out, and named in DefinitionSet::leftOut. Errors: those of the store.
Result<std::shared_ptr<const DefinitionSet>> definitionsWith(const std::shared_ptr<const Catalogue>& catalogue,
                                                             Store& store);

}  // namespace cchc
