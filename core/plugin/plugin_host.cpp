#include "core/plugin/plugin_host.h"

#include <algorithm>
#include <mutex>
#include <set>

#include "core/plugin/boundary.h"
#include "core/plugin/check_run.h"
#include "core/plugin/department.h"
#include "core/plugin/department_files.h"
#include "core/plugin/library/plugin_call.h"
#include "core/plugin/row_collector.h"

namespace cchc {

namespace fs = std::filesystem;

struct PluginHost::Registered {
  std::vector<std::shared_ptr<Department>> departments;
  std::vector<PluginState> states;
  std::map<std::string, PluginMessages> texts;  // by plugin, in place of its own

  const PluginMessages& messagesOf(const Department& department) const {
    const auto found = texts.find(department.state().id);
    return found == texts.end() ? department.messages() : found->second;
  }
};

PluginHost::PluginHost() : registered_(std::make_unique<Registered>()) {}
PluginHost::~PluginHost() = default;
PluginHost::PluginHost(PluginHost&&) noexcept = default;
PluginHost& PluginHost::operator=(PluginHost&&) noexcept = default;

void PluginHost::load(const PluginFolder& folder, const fs::path& marks) {
  // Plugins register one after another, whichever thread loads them; and a lock on a file is the process's.
  static std::mutex oneAtATime;
  const std::scoped_lock lock(oneAtATime);
  const LoadingMarks noted(folder.kind == PluginFolder::Kind::withLibraries ? marks : fs::path());
  auto& departments = registered_->departments;
  auto& states = registered_->states;
  const auto isFree = [&](const std::string& id) {
    return std::none_of(states.begin(), states.end(),
                        [&](const PluginState& other) { return !other.quarantined && other.id == id; });
  };
  auto found = findDepartments(folder);
  for (auto& files : found.departments) {
    auto department = std::make_shared<Department>(std::move(files));
    if (auto loaded = department->load(noted, isFree); !loaded) department->quarantine(std::move(loaded).error());
    states.push_back(department->state());
    departments.push_back(std::move(department));
  }
  for (const auto& [library, name] : found.ignored) {
    PluginState state;
    state.id = library.stem().string();
    state.file = library;
    state.library = true;
    state.quarantined = name.empty()
                            ? Error{"plugin.library-in-definitions", library.string(), {}, ErrorKind::refusal}
                            : Error{"plugin.other-name", library.string(), {{"name", name}}, ErrorKind::refusal};
    states.push_back(std::move(state));
  }
  for (const auto& [path, reason] : found.unreadable) {
    PluginState state;
    state.id = path.filename().string();
    state.file = path;
    state.quarantined = Error{"plugin.folder-unreadable", path.string(), {{"reason", reason}}, ErrorKind::refusal};
    states.push_back(std::move(state));
  }
}

void PluginHost::admitDefinitions(const AdmitDefinitions& admit) {
  std::vector<OfferedDefinition> offered;
  std::vector<Department*> offering;  // of each
  for (const auto& department : registered_->departments) {
    if (department->state().quarantined) continue;
    for (auto& one : department->readDefinitions()) {
      offered.push_back(std::move(one));
      offering.push_back(department.get());
    }
  }
  const auto answers = admit(offered);
  for (std::size_t i = 0; i < answers.size(); ++i) offering[i]->takeAnswer(offered[i].file, answers[i]);
  std::vector<const Department*> before;
  for (const auto& department : registered_->departments) {
    if (department->state().quarantined) continue;
    department->finish(before);
    before.push_back(department.get());
  }
  for (auto& state : registered_->states) {
    for (const auto& department : registered_->departments) {
      if (department->state().file == state.file && department->state().id == state.id) state = department->state();
    }
  }
}

const std::vector<PluginState>& PluginHost::plugins() const { return registered_->states; }

std::vector<std::string> PluginHost::othersOf(const DefinitionId& definition) const {
  std::vector<std::string> others;
  for (const auto& department : registered_->departments) {
    for (const auto& check : department->checks()) {
      if (check.definition != definition.value) continue;
      for (const auto& other : check.others) {
        if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
      }
    }
  }
  return others;
}

namespace {

// The parameters {reason} and {reason_en}.
std::vector<Parameter> withReason(std::vector<Parameter> parameters, const Error& reason) {
  parameters.push_back({"reason", message(reason, Language::vi).what});
  parameters.push_back({"reason_en", message(reason, Language::en).what});
  return parameters;
}

struct Called {
  bool done = false, threw = false;
  std::optional<Error> fault;  // what was wrong with its answer, or with its use of what it was given
};
// Calls a check or an importer, which answers 0 or 1.
template <class Function>
Called callPlugin(const std::string& plugin, const std::string& what, const Function& function) {
  Called called;
  HostTable::takeError();
  LiveSelf::takeFault();
  std::int32_t answer = 0;
  try {
    const PluginCall call(plugin, what);
    answer = function();
  } catch (...) {
    called.threw = true;
  }
  called.done = answer == 1;
  if (auto known = boundary::inEnumeration(answer, 1, what + "()"); !known) called.fault = std::move(known).error();
  if (LiveSelf::takeFault()) called.fault = Error{"plugin.stray-call", {}, {}, ErrorKind::refusal};
  return called;
}

// Why a check failed: what was wrong with its finding, or what it logged.
Error reasonOf(const std::optional<Error>& fault, bool threw) {
  const auto logged = HostTable::takeError();
  if (fault) return *fault;
  if (!logged.empty()) return {"plugin.logged", {}, {{"given", logged}}, ErrorKind::refusal};
  return {threw ? "plugin.threw-unknown" : "plugin.no-reason", {}, {}, ErrorKind::refusal};
}

std::string versionsText(const DefinitionVersions& versions) {
  return (versions.from == 0 ? std::string("1") : std::to_string(versions.from)) + "–" +
         (versions.until == 0 ? std::string() : std::to_string(versions.until));
}

std::vector<Parameter> whoChecks(const Department& department, const RegisteredCheck& check) {
  return {{"check", check.name}, {"plugin", department.state().id}};
}

// Says that a check was written for other versions: once for all its registrations, and not if one of them runs.
void addOtherVersion(const Department& department, const RegisteredCheck& check, int version, const SectionKey& key,
                     std::vector<Finding>& findings) {
  std::string versions;
  for (const auto& one : department.checks()) {
    if (one.definition != check.definition || one.name != check.name) continue;
    const bool saidBefore = versions.empty() && &one != &check;
    if (saidBefore || one.versions.contains(version)) return;
    versions += (versions.empty() ? "" : ", ") + versionsText(one.versions);
  }
  auto parameters = whoChecks(department, check);
  parameters.push_back({"version", std::to_string(version)});
  parameters.push_back({"versions", std::move(versions)});
  findings.push_back(makeFinding("plugin.check-other-version", Severity::warning, key, {}, parameters));
}

// Runs one check, and adds its findings.
void runCheck(const Department& department, const PluginMessages& messages, const RegisteredCheck& check,
              const SectionKey& key, const SectionView& section, const Surroundings& surroundings,
              std::vector<Finding>& findings) {
  CheckRun run(key, section, surroundings, check.others, messages, findings);
  const auto called = callPlugin(department.state().id, check.name, [&] { return check.run(check.self, &run.raw()); });
  const auto& fault = run.fault() ? run.fault() : called.fault;
  if (called.done && !fault) return;
  findings.push_back(makeFinding("plugin.check-failed", Severity::warning, key, {},
                                 withReason(whoChecks(department, check), reasonOf(fault, called.threw))));
}

void noteColumns(const CellsView& cells, Imported& imported) {
  const auto& sheet = cells.sheet();
  const std::set<std::size_t> lines(imported.lines.begin(), imported.lines.end());
  imported.columns.resize(sheet.columnCount());
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    if (!lines.contains(sheet.rows[row].number)) continue;
    for (std::size_t column = 0; column < imported.columns.size(); ++column)
      imported.columns[column] = imported.columns[column] || cells.asked(row, column);
  }
}

Result<Imported> runImporter(const Department& department, const RegisteredImporter& importer,
                             const SectionDefinition& definition, const PartsInForce& parts, const SheetFile& file,
                             std::size_t sheet, const Period* period) {
  if (sheet >= file.sheets.size()) return fail("plugin.nothing-imported", {}, {{"importer", importer.name}});
  const auto text = importer.ofText ? runningText(file, sheet) : std::string();
  const CellsView cells(file.sheets[sheet]);
  Imported imported;
  RowCollector sink(definition, parts, department.messages(), period, importer.ofText ? nullptr : &cells, text,
                    imported);
  const auto called =
      callPlugin(department.state().id, importer.name, [&] { return importer.run(importer.self, &sink.raw()); });
  sink.finish();
  imported.ofCells = !importer.ofText;
  noteColumns(cells, imported);
  const auto why = reasonOf(called.fault, called.threw);
  if (called.threw || called.fault || (!called.done && why.code == "plugin.logged")) {
    return fail("plugin.importer-failed", {},
                withReason({{"importer", importer.name}, {"plugin", department.state().id}}, why));
  }
  if (!called.done || (imported.values.values.empty() && imported.refused.empty())) {
    const auto title = department.titleOf(importer);
    return fail("plugin.nothing-imported", {}, {{"importer", title.vi}, {"importer_en", title.in(Language::en)}});
  }
  return imported;
}

}  // namespace

std::vector<Finding> PluginHost::check(const SectionKey& key, const SectionView& section,
                                       const Surroundings& surroundings) const {
  const int version = section.definition->definition().version;
  std::vector<Finding> findings;
  for (const auto& department : registered_->departments) {
    for (const auto& check : department->checks()) {
      if (check.definition != key.definition.value) continue;
      if (check.versions.contains(version))
        runCheck(*department, registered_->messagesOf(*department), check, key, section, surroundings, findings);
      else
        addOtherVersion(*department, check, version, key, findings);
    }
  }
  return findings;
}

Result<PluginHost> PluginHost::withTexts(const std::map<std::string, std::string>& texts) const {
  PluginHost other;
  other.registered_->departments = registered_->departments;
  other.registered_->states = registered_->states;
  for (auto& state : other.registered_->states) {
    const auto given = texts.find(state.id);
    if (state.quarantined || given == texts.end()) continue;
    CCHC_TRY(auto read, readTexts(given->second, state.id));
    PluginMessages messages;
    for (auto& text : read) {
      auto code = text.code;
      messages.emplace(std::move(code), std::move(text));
    }
    for (const auto& department : registered_->departments) {
      if (department->state().id == state.id)
        messages.insert(department->messages().begin(), department->messages().end());
    }
    state.texts = given->second;
    other.registered_->texts.emplace(state.id, std::move(messages));
  }
  return other;
}

std::vector<PluginLogEntry> PluginHost::takeLog() const {
  std::vector<PluginLogEntry> entries;
  for (const auto& department : registered_->departments) {
    for (auto& [level, text] : department->takeLog())
      entries.push_back({department->state().id, static_cast<PluginLogEntry::Level>(level), std::move(text)});
  }
  return entries;
}

Result<Imported> PluginHost::import(const SectionDefinition& definition, const PartsInForce& parts,
                                    const std::string& name, const SheetFile& file, std::size_t sheet,
                                    const Period* period) const {
  std::optional<DefinitionVersions> otherVersions;
  for (const auto& department : registered_->departments) {
    for (const auto& importer : department->importers()) {
      if (importer.definition != definition.id.value || importer.name != name) continue;
      if (importer.versions.contains(definition.version))
        return runImporter(*department, importer, definition, parts, file, sheet, period);
      otherVersions = importer.versions;
    }
  }
  const std::vector<Parameter> what = {
      {"importer", name}, {"title", definition.title.vi}, {"title_en", definition.title.in(Language::en)}};
  if (!otherVersions) return fail("plugin.no-importer", {}, what, ErrorKind::usage);
  auto parameters = what;
  parameters.push_back({"version", std::to_string(definition.version)});
  parameters.push_back({"versions", versionsText(*otherVersions)});
  return fail("plugin.importer-other-version", {}, std::move(parameters));
}

}  // namespace cchc
