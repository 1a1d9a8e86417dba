#include "tests/core/plugin/loaded.h"

#include "core/definition/read_definition.h"

namespace cchc::test {

namespace fs = std::filesystem;

fs::path probePlugin() { return fs::path(CCHC_BINARY) / "probe_plugin" / "probe.so"; }
fs::path badPlugin(const std::string& fault) { return fs::path(CCHC_BINARY) / "bad_plugins" / fault / (fault + ".so"); }

PluginFolder& PluginFolder::add(const fs::path& library, const std::string& name) {
  return addFile(library, name + "/" + name + ".so");
}
PluginFolder& PluginFolder::addFile(const fs::path& library, const std::string& file) {
  fs::create_directories((path() / file).parent_path());
  fs::copy_file(library, path() / file);
  return *this;
}
PluginFolder& PluginFolder::addText(const std::string& file, const std::string& content) {
  fs::create_directories((path() / file).parent_path());
  write(path() / file, content);
  return *this;
}

Loaded::Loaded(const fs::path& folder) {
  host.load(folder, [&](const std::vector<OfferedDefinition>& offered) -> Result<std::vector<DefinitionId>> {
    std::map<std::string, std::shared_ptr<const CompiledDefinition>> fresh;
    std::vector<DefinitionId> ids;
    std::string line;
    for (const auto& [xml, file] : offered) {
      CCHC_TRY(const auto read, readDefinition(xml, file));
      CCHC_TRY(const auto compiled, CompiledDefinition::compile(read));
      if (forms.contains(read->id.value)) return fail("definition.duplicate", file, {{"id", read->id.value}});
      fresh.emplace(read->id.value, compiled);
      ids.push_back(read->id);
      line += (line.empty() ? "" : " ") + read->id.value;
    }
    admissions.push_back(line);
    forms.merge(fresh);
    return ids;
  });
}

std::vector<std::string> Loaded::reasons() const {
  std::vector<std::string> all;
  for (const auto& plugin : host.plugins())
    all.push_back(plugin.quarantined ? plugin.quarantined->code + " " + plugin.file.filename().string() : "");
  return all;
}

const Loaded& probe() {
  static const Loaded loaded(probePlugin().parent_path());
  return loaded;
}

}  // namespace cchc::test
