// Loads the plugins of departments (Boost.DLL) and runs the checks and importers that they register. A plugin that
// cannot be used is quarantined with the reason; everything else works.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/values/values_file.h"
#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

struct PluginState {
  std::string id;  // the name of its file until the plugin has given its id
  std::string version;
  Label title;
  std::filesystem::path file;
  std::vector<DefinitionId> definitions;
  std::vector<std::pair<DefinitionId, std::string>> importers;  // definition, name
  std::string textsDigest;  // SHA-256 of its messages.tsv as it was read; empty: it has none
  std::optional<Error> quarantined;
};

struct OfferedDefinition {
  std::string xml, file;
};
// Reads, compiles and adds all definitions of a plugin, or none of them. Called once for each plugin that has
// registered successfully; an error quarantines the plugin.
using AdmitDefinitions = std::function<Result<std::vector<DefinitionId>>(const std::vector<OfferedDefinition>&)>;

// What an importer found in the input.
struct Imported {
  ValuesFile values;
  std::vector<Error> refused;  // the lines and cells that were not imported, with the reason
};

class PluginHost {
 public:
  PluginHost();
  ~PluginHost();
  PluginHost(PluginHost&&) noexcept;
  PluginHost& operator=(PluginHost&&) noexcept;

  // Loads each library in the folder itself, and <name>.so (.dll) in each sub-folder <name>, in order of name. The
  // texts of a plugin are read from messages.tsv next to its library.
  // Errors that quarantine a plugin:
  //   plugin.not-a-library   the file cannot be loaded
  //   plugin.no-symbols      it lacks one of the two exported symbols, or returns no information
  //   plugin.other-version   it was made for another version of the API
  //   plugin.duplicate-id    another plugin has the same id
  //   plugin.threw           one of its two functions threw an exception
  //   plugin.refused         its registration failed
  //   file.read, file.too-large, and the errors of readTexts   of messages.tsv
  //   and the errors of `admit`
  void load(const std::filesystem::path& folder, const AdmitDefinitions& admit);

  const std::vector<PluginState>& plugins() const;

  // Runs every check that is registered for the definition of the section. If a check fails, that is a finding,
  // plugin.check-failed, and not an error. May be called from several threads at once.
  std::vector<Finding> check(const SectionKey& key, const SectionView& section, const Surroundings& surroundings) const;

  // The text "importer.NAME" of the plugin, which is shown for the importer; the name itself if there is no such text.
  std::string importerTitle(const std::string& name, Language language) const;
  // Errors:
  //   plugin.no-importer        no plugin has registered an importer of that name for the definition
  //   plugin.nothing-imported   the importer failed, or found nothing in the input
  Result<Imported> import(const SectionDefinition& definition, const std::string& name, std::string_view input) const;

 private:
  struct Registered;
  std::unique_ptr<Registered> registered_;
};

}  // namespace cchc
