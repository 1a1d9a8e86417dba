#include "core/plugin/plugin_host.h"

#include <algorithm>
#include <boost/dll/shared_library.hpp>
#include <set>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/plugin/check_run.h"
#include "core/plugin/convert.h"
#include "core/plugin/plugin.h"
#include "core/plugin/row_collector.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

struct RegisteredCheck {
  std::string definition, code;
  std::vector<std::string> others;
  plugin::Check run = nullptr;
};
struct RegisteredImporter {
  std::string definition, name;
  plugin::Importer run = nullptr;
};

// Collects what one plugin registers. It is added to the host only when the whole registration has succeeded.
struct Registration final : plugin::Registrar {
  std::string ownFolder;
  std::vector<OfferedDefinition> definitions;
  std::vector<RegisteredCheck> checks;
  std::vector<RegisteredImporter> importers;
  PluginMessages messages;

  void addDefinition(const plugin::Text& xml, const plugin::Text& file) noexcept override {
    definitions.push_back({detail::owned(xml), detail::owned(file)});
  }
  void addCheck(const plugin::Text& definition, const plugin::Text& code, const plugin::Text* others,
                std::size_t otherCount, plugin::Check run) noexcept override {
    RegisteredCheck check{detail::owned(definition), detail::owned(code), {}, run};
    for (std::size_t i = 0; i < otherCount; ++i) check.others.push_back(detail::owned(others[i]));
    checks.push_back(std::move(check));
  }
  void addImporter(const plugin::Text& definition, const plugin::Text& name, plugin::Importer run) noexcept override {
    importers.push_back({detail::owned(definition), detail::owned(name), run});
  }
  plugin::Text folder() const noexcept override { return {ownFolder.data(), ownFolder.size()}; }
};

// Adds the texts of folder/messages.tsv and returns the digest of the file, "" if the plugin has none.
Result<std::string> readMessages(const fs::path& folder, PluginMessages& messages) {
  const auto file = folder / "messages.tsv";
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return std::string();
  CCHC_TRY(const auto content, readFile(file));
  CCHC_TRY(auto texts, readTexts(content, file.string()));
  for (auto& text : texts) {
    auto code = text.code;
    messages.emplace(std::move(code), std::move(text));
  }
  return sha256(content);
}

}  // namespace

struct PluginHost::Registered {
  // Members are destroyed in reverse order: the libraries come first, so that they are unloaded last.
  std::vector<boost::dll::shared_library> libraries;
  std::vector<PluginState> states;
  std::vector<RegisteredCheck> checks;
  std::vector<RegisteredImporter> importers;
  PluginMessages messages;

  Status loadPlugin(const fs::path& file, PluginState& state, const AdmitDefinitions& admit);
  Status registerPlugin(boost::dll::shared_library& library, PluginState& state, const AdmitDefinitions& admit,
                        const fs::path& file);
};

PluginHost::PluginHost() : registered_(std::make_unique<Registered>()) {}
PluginHost::~PluginHost() = default;
PluginHost::PluginHost(PluginHost&&) noexcept = default;
PluginHost& PluginHost::operator=(PluginHost&&) noexcept = default;

Status PluginHost::Registered::loadPlugin(const fs::path& file, PluginState& state, const AdmitDefinitions& admit) {
  boost::dll::shared_library library;
  try {
    library.load(file.string(), boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
  } catch (const std::exception& error) {
    return fail("plugin.not-a-library", file.string(), {{"reason", error.what()}});
  }
  if (!library.has("cchc_plugin_info") || !library.has("cchc_plugin_register"))
    return fail("plugin.no-symbols", file.string());
  const plugin::Info* info = nullptr;
  try {
    info = library.get<const plugin::Info*()>("cchc_plugin_info")();
  } catch (...) {
    return fail("plugin.threw", file.string(), {{"function", "cchc_plugin_info"}});
  }
  if (info == nullptr) return fail("plugin.no-symbols", file.string());
  if (info->api != plugin::apiVersion) {
    return fail("plugin.other-version", file.string(),
                {{"version", std::to_string(info->api)}, {"expected", std::to_string(plugin::apiVersion)}});
  }
  state.id = info->id;
  state.version = info->version;
  state.title = {info->titleVi, info->titleEn};
  const bool idInUse = std::any_of(states.begin(), states.end(), [&](const PluginState& other) {
    return !other.quarantined && other.id == state.id;
  });
  if (idInUse) return fail("plugin.duplicate-id", file.string(), {{"id", state.id}});
  CCHC_CHECK(registerPlugin(library, state, admit, file));
  libraries.push_back(std::move(library));
  return {};
}

Status PluginHost::Registered::registerPlugin(boost::dll::shared_library& library, PluginState& state,
                                              const AdmitDefinitions& admit, const fs::path& file) {
  Registration registration;
  registration.ownFolder = file.parent_path().string();
  CCHC_TRY(state.textsDigest, readMessages(file.parent_path(), registration.messages));
  bool done = false;
  try {
    done = library.get<bool(plugin::Registrar&)>("cchc_plugin_register")(registration);
  } catch (...) {
    // A plugin must not let an exception cross the boundary.
    return fail("plugin.threw", file.string(), {{"function", "cchc_plugin_register"}});
  }
  if (!done) return fail("plugin.refused", file.string(), {{"id", state.id}});
  CCHC_TRY(state.definitions, admit(registration.definitions));
  for (const auto& importer : registration.importers)
    state.importers.emplace_back(DefinitionId(importer.definition), importer.name);
  std::move(registration.checks.begin(), registration.checks.end(), std::back_inserter(checks));
  std::move(registration.importers.begin(), registration.importers.end(), std::back_inserter(importers));
  messages.merge(registration.messages);
  return {};
}

void PluginHost::load(const fs::path& folder, const AdmitDefinitions& admit) {
  const auto suffix = boost::dll::shared_library::suffix().string();
  std::set<fs::path> files;  // sorted, so that the order is the same on every machine
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.is_directory(ignored)) {
      const auto file = entry.path() / (entry.path().filename().string() + suffix);
      if (fs::exists(file, ignored)) files.insert(file);
    } else if (entry.path().extension() == suffix) {
      files.insert(entry.path());
    }
  }
  for (const auto& file : files) {
    PluginState state;
    state.file = file;
    state.id = file.stem().string();
    if (auto loaded = registered_->loadPlugin(file, state, admit); !loaded) {
      state.definitions.clear();
      state.importers.clear();
      state.quarantined = loaded.error();
    }
    registered_->states.push_back(std::move(state));
  }
}

const std::vector<PluginState>& PluginHost::plugins() const { return registered_->states; }

std::vector<Finding> PluginHost::check(const SectionKey& key, const SectionView& section,
                                       const Surroundings& surroundings) const {
  std::vector<Finding> findings;
  for (const auto& check : registered_->checks) {
    if (check.definition != key.definition.value) continue;
    CheckRun run(key, section, surroundings, check.others, registered_->messages, findings);
    bool done = false;
    try {
      done = check.run(run);
    } catch (...) {
      done = false;
    }
    if (!done)
      findings.push_back(makeFinding("plugin.check-failed", Severity::warning, key, "", {{"check", check.code}}));
  }
  return findings;
}

std::string PluginHost::importerTitle(const std::string& name, Language language) const {
  const auto own = registered_->messages.find("importer." + name);
  return own == registered_->messages.end() ? name : language == Language::en ? own->second.en : own->second.vi;
}

Result<Imported> PluginHost::import(const SectionDefinition& definition, const std::string& name,
                                    std::string_view input) const {
  for (const auto& importer : registered_->importers) {
    if (importer.definition != definition.id.value || importer.name != name) continue;
    Imported imported;
    RowCollector sink(definition, imported);
    bool done = false;
    try {
      done = importer.run({input.data(), input.size()}, sink);
    } catch (...) {
      done = false;
    }
    for (auto& error : imported.refused) {  // the texts of a plugin's own refusals are in its messages.tsv
      const auto own = registered_->messages.find(error.code);
      if (own == registered_->messages.end()) continue;
      const auto& texts = own->second;
      error = {"plugin.importer-refused",
               error.place,
               {{"reason", error.code},
                {"vi", fillPlaceholders(texts.vi, error.parameters)},
                {"fix_vi", fillPlaceholders(texts.viFix, error.parameters)},
                {"en", fillPlaceholders(texts.en, error.parameters)},
                {"fix_en", fillPlaceholders(texts.enFix, error.parameters)}},
               ErrorKind::refusal};
    }
    if (!done || (imported.values.values.empty() && imported.refused.empty()))
      return fail(
          "plugin.nothing-imported", "",
          {{"importer", importerTitle(name, Language::vi)}, {"importer_en", importerTitle(name, Language::en)}});
    return imported;
  }
  return fail("plugin.no-importer", "",
              {{"importer", name}, {"title", definition.title.vi}, {"title_en", definition.title.in(Language::en)}},
              ErrorKind::usage);
}

}  // namespace cchc
