#include "core/app/suite/kept_definitions.h"

#include <algorithm>
#include <utility>

#include "core/app/suite/catalogue.h"
#include "core/base/digest.h"
#include "core/base/texts.h"
#include "core/definition/read_definition.h"

namespace cchc {
namespace {

std::shared_ptr<const CompiledDefinition> compiledFrom(const std::string& xml, const std::string& digest) {
  if (sha256(xml) != digest) return nullptr;
  auto read = readDefinition(xml, digest, DefinitionSource::store);
  if (!read) return nullptr;
  auto compiled = CompiledDefinition::compile(std::move(*read));
  return compiled ? std::move(*compiled) : nullptr;
}

// Of several contents of one version, the one that counts.
Result<Store::KeptDefinition> mostUsed(Store& store, const std::vector<Store::KeptDefinition>& same) {
  auto chosen = same.front();
  if (same.size() == 1) return chosen;
  CCHC_TRY(auto most, store.acceptedWith(chosen.digest));
  for (auto one = same.begin() + 1; one != same.end(); ++one) {
    CCHC_TRY(const auto uses, store.acceptedWith(one->digest));
    if (uses > most) chosen = *one, most = uses;
  }
  return chosen;
}

Error whyLeftOut(const DefinitionId& id, int version, const Error& why) {
  return {"core.form-left-out",
          id.value,
          {{"id", id.value},
           {"version", std::to_string(version)},
           {"why_vi", message(why, Language::vi).what},
           {"why_en", message(why, Language::en).what}}};
}

}  // namespace

Result<std::shared_ptr<const CompiledDefinition>> KeptDefinitions::of(Store& store, const std::string& digest) {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = compiled_.find(digest); found != compiled_.end()) return found->second;
  }
  CCHC_TRY(const auto xml, store.definitionXml(digest));
  if (!xml) return std::shared_ptr<const CompiledDefinition>();
  auto compiled = compiledFrom(*xml, digest);
  const std::scoped_lock lock(mutex_);
  return compiled_.try_emplace(digest, std::move(compiled)).first->second;
}

Result<std::shared_ptr<const DefinitionSet>> definitionsWith(const std::shared_ptr<const Catalogue>& catalogue,
                                                             Store& store) {
  const auto& installed = catalogue->definitions;
  CCHC_TRY(const auto kept, store.definitions());
  std::map<std::pair<DefinitionId, int>, std::vector<Store::KeptDefinition>> wanted;
  for (const auto& one : kept) {
    const auto newest = installed.newest(one.id);
    if (!newest || newest->definition().id != one.id || newest->definition().version < one.version) continue;
    const auto& all = installed.registry().all();
    const bool isInstalled = std::any_of(all.begin(), all.end(), [&](const auto& other) {
      return other->id == one.id && other->version == one.version;
    });
    if (!isInstalled) wanted[{one.id, one.version}].push_back(one);
  }
  if (wanted.empty()) return std::shared_ptr<const DefinitionSet>(catalogue, &installed);
  auto all = std::make_shared<DefinitionSet>(installed);
  for (const auto& [version, same] : wanted) {
    CCHC_TRY(const auto chosen, mostUsed(store, same));
    CCHC_TRY(const auto compiled, catalogue->kept->of(store, chosen.digest));
    // The columns of the row are not believed.
    const bool sound =
        compiled && compiled->definition().id == version.first && compiled->definition().version == version.second;
    const auto added = sound ? all->addKept(compiled) : Status(fail("definition.kept-unreadable", version.first.value));
    if (!added)
      all->addLeftOut({version.first, version.second, whyLeftOut(version.first, version.second, added.error())});
  }
  return std::shared_ptr<const DefinitionSet>(std::move(all));
}

}  // namespace cchc
