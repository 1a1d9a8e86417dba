// Loads plugins for a test, and makes folders of them.
#pragma once
#include <map>

#include "core/plugin/plugin_host.h"
#include "tests/support/command.h"
#include "tests/support/definitions.h"

namespace cchc::test {

// Libraries that the build makes: the probe, which is sound, and bad plugins by their fault ("refuses").
std::filesystem::path probePlugin();
std::filesystem::path badPlugin(const std::string& fault);

// A folder with copies of libraries, each a plugin of its own.
class TestFolder {
 public:
  // As NAME/NAME.so, with the definitions and texts beside it.
  TestFolder& add(const std::filesystem::path& library, const std::string& name);
  // As FILE, wherever that lies in the folder.
  TestFolder& addFile(const std::filesystem::path& library, const std::string& file);
  TestFolder& addText(const std::string& file, const std::string& content);
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

// A host, and the definitions of its plugins, which are admitted if they compile and their id is free.
class Loaded {
 public:
  explicit Loaded(const std::filesystem::path& folder, PluginFolder::Kind kind = PluginFolder::Kind::withLibraries,
                  const std::filesystem::path& marks = {});
  PluginHost host;
  std::map<std::string, std::shared_ptr<const CompiledDefinition>> forms;

  const PluginState& plugin(std::size_t index) const { return host.plugins().at(index); }
  // Codes of the quarantined plugins and the names of their files, "" for a sound one.
  std::vector<std::string> reasons() const;
};

// Whether the probe is loaded: its check runs, and its importer is there.
bool probeWorks(const Loaded& loaded);

// The probe, loaded once.
const Loaded& probe();

}  // namespace cchc::test
