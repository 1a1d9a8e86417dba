// Loads department plugins (Boost.DLL) and runs what they registered. A plugin that is missing, broken, of another
// version or whose registration fails is quarantined with its reason; everything else works.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/exchange/values/values_file.h"
#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

struct PluginState {
  std::string id;  // folder name until the plugin has told its own
  std::string version;
  Label title;
  std::filesystem::path file;
  std::vector<DefinitionId> definitions;
  std::vector<std::pair<DefinitionId, std::string>> importers;  // definition, name
  std::optional<Error> quarantined;
};

// Decides on each definition of a plugin that has registered without fault (reads, compiles, adds it); an error
// quarantines the plugin. Called once for a plugin, with all its definitions as (xml, file): all of them or none.
struct OfferedDefinition {
  std::string xml, file;
};
using AdmitDefinitions = std::function<Result<std::vector<DefinitionId>>(const std::vector<OfferedDefinition>&)>;

// What an importer found in the input.
struct Imported {
  ValuesFile values;
  std::vector<Error> refused;  // lines not taken, with the reason
};

class PluginHost {
 public:
  PluginHost();
  ~PluginHost();
  PluginHost(PluginHost&&) noexcept;
  PluginHost& operator=(PluginHost&&) noexcept;

  // Each sub-folder <name> with a library <name>.so (.dll), and each library that lies in the folder itself; in order
  // of name.
  void load(const std::filesystem::path& folder, const AdmitDefinitions& admit);

  const std::vector<PluginState>& plugins() const;

  // Runs every check registered for the section's definition. A check that fails is a finding plugin.check-failed, not
  // an error.
  std::vector<Finding> check(const SectionKey& key, const SectionView& section, const Surroundings& surroundings) const;

  // What an importer is called, by its plugin's message "importer.NAME"; the name itself where the plugin has none.
  std::string importerTitle(const std::string& name, Language language) const;
  // plugin.no-importer, plugin.nothing-imported.
  Result<Imported> import(const SectionDefinition& definition, const std::string& name, std::string_view input) const;

 private:
  struct Registered;
  std::unique_ptr<Registered> registered_;
};

}  // namespace cchc
