#include "tests/core/plugin/loaded.h"

#include "core/definition/read_definition.h"

namespace cchc::test {

namespace fs = std::filesystem;

fs::path probePlugin() { return fs::path(CCHC_BINARY) / "probe_plugin" / "probe.so"; }
fs::path badPlugin(const std::string& fault) { return fs::path(CCHC_BINARY) / "bad_plugins" / fault / (fault + ".so"); }

TestFolder& TestFolder::add(const fs::path& library, const std::string& name) {
  for (const auto& entry : fs::directory_iterator(library.parent_path())) {
    if (entry.path().extension() == ".xml" || entry.path().extension() == ".tsv")
      addFile(entry.path(), name + "/" + entry.path().filename().string());
  }
  return addFile(library, name + "/" + name + ".so");
}
TestFolder& TestFolder::addFile(const fs::path& library, const std::string& file) {
  fs::create_directories((path() / file).parent_path());
  fs::copy_file(library, path() / file, fs::copy_options::overwrite_existing);
  return *this;
}
TestFolder& TestFolder::addText(const std::string& file, const std::string& content) {
  fs::create_directories((path() / file).parent_path());
  write(path() / file, content);
  return *this;
}

Loaded::Loaded(const fs::path& folder, PluginFolder::Kind kind, const fs::path& marks) {
  const auto admitted = [&](const OfferedDefinition& offered) -> Result<DefinitionId> {
    CCHC_TRY(const auto read, readDefinition(offered.xml, offered.file));
    CCHC_TRY(const auto compiled, CompiledDefinition::compile(read));
    if (forms.contains(read->id.value)) return fail("definition.duplicate", offered.file, {{"id", read->id.value}});
    forms.emplace(read->id.value, compiled);
    return read->id;
  };
  host.load({folder, kind}, marks);
  host.admitDefinitions([&](const std::vector<OfferedDefinition>& offered) {
    std::vector<AnsweredDefinition> answers;
    for (const auto& one : offered) {
      const auto id = admitted(one);
      answers.push_back(id ? AnsweredDefinition{*id, {}} : AnsweredDefinition{{}, {id.error()}});
    }
    return answers;
  });
}

std::vector<std::string> Loaded::reasons() const {
  std::vector<std::string> all;
  for (const auto& plugin : host.plugins())
    all.push_back(plugin.quarantined ? plugin.quarantined->code + " " + plugin.file.filename().string() : "");
  return all;
}

// Whether the probe's check runs and its importer is there.
bool probeWorks(const Loaded& loaded) {
  const auto form = loaded.forms.find("probe.form");
  if (form == loaded.forms.end()) return false;
  const auto section = Section(form->second).with("questions", "number online").with("online", "45");
  const auto evaluation = evaluate(*form->second, section.data(), Surroundings());
  const SectionKey key{DefinitionId("probe.form"), OrgUnitId("296"), PeriodId("2023-8T")};
  const auto found = loaded.host.check(key, {form->second.get(), &section.data(), &evaluation}, Surroundings());
  return found.size() == 1 && found.front().viWhat == "number online = 45" &&
         loaded.host.import(form->second->definition(), {}, "text-orders", *readSheetFile("value online 1", "a.txt"), 0)
             .has_value();
}

const Loaded& probe() {
  static const Loaded loaded(probePlugin().parent_path());
  return loaded;
}

}  // namespace cchc::test
