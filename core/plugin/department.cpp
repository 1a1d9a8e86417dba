#include "core/plugin/department.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/plugin/boundary.h"
#include "core/plugin/library/library_file.h"
#include "core/plugin/library/plugin_call.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// What a plugin of version 1 or 2 of the interface says of itself began with that number.
constexpr std::uint32_t lastWithoutSize = 2;

tl::unexpected<Error> otherVersion(std::uint32_t version) {
  return fail("plugin.other-version", {},
              {{"version", std::to_string(version)}, {"expected", std::to_string(CCHC_PLUGIN_API)}});
}

// The version is looked at before anything else, since all else may differ.
Status checkVersion(const cchc_plugin_information* information) {
  if (!boundary::pointsSomewhere(information, alignof(cchc_plugin_information)))
    return fail(boundary::nullPointer("cchc_plugin_info()"));
  if (information->size <= lastWithoutSize) return otherVersion(information->size);
  constexpr std::uint32_t versionsEnd = offsetof(cchc_plugin_information, reserved), most = 4096;
  if (information->size < versionsEnd || information->size > most)
    return fail(boundary::wrongSize("cchc_plugin_information", information->size, sizeof(cchc_plugin_information)));
  if (information->api < CCHC_PLUGIN_API_MINIMUM || information->api_minimum > CCHC_PLUGIN_API)
    return otherVersion(std::max(information->api_minimum, information->api));
  return boundary::sized(information, "cchc_plugin_information");
}

}  // namespace

Department::Department(DepartmentFiles files) : files_(std::move(files)), folder_(files_.folder.string()) {
  state_.id = files_.name;
  state_.library = !files_.library.empty();
  state_.file = state_.library ? files_.library : files_.folder;
}

// What was printed is not lost if the library ends the program when it is unloaded.
Department::~Department() {
  if (!library_.is_loaded()) return;
  std::fflush(nullptr);
  const PluginCall call(state_.id, {});
  library_.unload();
}

void Department::quarantine(Error reason) {
  if (reason.place.empty()) reason.place = state_.file.string();
  state_.definitions.clear();
  state_.importers.clear();
  checks_.clear();
  importers_.clear();
  state_.quarantined = std::move(reason);
}

Status Department::load(const LoadingMarks& marks, const std::function<bool(const std::string&)>& isFree) {
  CCHC_CHECK(readMessages());
  if (state_.library) {
    CCHC_CHECK(loadLibrary(marks, isFree));
  } else {
    const auto title = messages_.find("plugin.title");
    state_.title = title == messages_.end() ? Label{state_.id, {}} : Label{title->second.vi, title->second.en};
    if (!isFree(state_.id)) return fail("plugin.duplicate-id", {}, {{"id", state_.id}});
    // Its forms and their rules work all the same.
    if (!files_.libraryMark.empty())
      addWrongPart(files_.folder / (state_.id + boost::dll::shared_library::suffix().string()),
                   {{"plugin.library-missing", files_.folder.string(), {{"id", state_.id}}, ErrorKind::refusal}});
  }
  return {};
}

void Department::finish(const std::vector<const Department*>& before) {
  dropUnknownDefinitions();
  dropTakenImporters(before);
  for (const auto& importer : importers_)
    state_.importers.push_back({DefinitionId(importer.definition), importer.name, titleOf(importer)});
}

Label Department::titleOf(const RegisteredImporter& importer) const {
  const auto title = messages_.find("importer." + importer.name);
  if (title == messages_.end()) return {importer.name, importer.name};
  return {title->second.vi, title->second.en};
}

Status Department::readMessages() {
  if (files_.messages.empty()) return {};
  CCHC_CHECK(checkRegular(files_.messages));
  CCHC_TRY(const auto content, readFile(files_.messages));
  CCHC_TRY(auto texts, readTexts(content, files_.messages.string()));
  for (auto& text : texts) {
    auto code = text.code;
    messages_.emplace(std::move(code), std::move(text));
  }
  state_.texts = content;
  return {};
}

Status Department::loadLibrary(const LoadingMarks& marks, const std::function<bool(const std::string&)>& isFree) {
  CCHC_CHECK(checkLibrary(files_.library));
  if (marks.endedIn(files_.library))
    return fail("plugin.ended-the-program", {}, {{"note", marks.fileOf(files_.library).string()}});
  LoadingMark mark(marks, files_.library);
  const auto name = files_.library.filename().string();
  try {
    const PluginCall call(state_.id, name, &mark);
    library_.load(files_.library.string(), boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
  } catch (const std::exception& error) {
    return fail("plugin.cannot-load", {}, {{"reason", error.what()}});
  }
  for (const auto function : pluginFunctions) {
    if (!library_.has(std::string(function))) return fail("plugin.no-symbols");
  }
  CCHC_CHECK(readInformation(mark));
  if (!isFree(state_.id)) return fail("plugin.duplicate-id", {}, {{"id", state_.id}});
  return registerPlugin(mark);
}

Status Department::readInformation(LoadingMark& mark) {
  const cchc_plugin_information* information = nullptr;
  try {
    const PluginCall call(state_.id, "cchc_plugin_info", &mark);
    information = library_.get<const cchc_plugin_information*()>("cchc_plugin_info")();
  } catch (...) {
    return fail("plugin.threw", {}, {{"function", "cchc_plugin_info"}});
  }
  CCHC_CHECK(checkVersion(information));
  CCHC_TRY(state_.id, boundary::id(information->id, "cchc_plugin_information.id"));
  CCHC_TRY(state_.version, boundary::title(information->version, "cchc_plugin_information.version"));
  CCHC_TRY(state_.title.vi, boundary::title(information->title_vi, "cchc_plugin_information.title_vi"));
  CCHC_TRY(state_.title.en, boundary::title(information->title_en, "cchc_plugin_information.title_en"));
  if (state_.title.vi.empty())
    return fail("plugin.wrong-id", {}, {{"what", "cchc_plugin_information.title_vi"}, {"given", ""}});
  return {};
}

Status Department::registerPlugin(LoadingMark& mark) {
  host_ = &lastingHostTable(files_.library.string(), sha256(state_.texts), messages_);
  Registration registration(*host_, folder_);
  std::int32_t done = 0;
  try {
    const PluginCall call(state_.id, "cchc_plugin_register", &mark);
    HostTable::takeError();
    LiveSelf::takeFault();
    done = library_.get<std::int32_t(const cchc_registrar*)>("cchc_plugin_register")(&registration.raw());
  } catch (...) {
    // A plugin must not let an exception cross the boundary.
    return fail("plugin.threw", {}, {{"function", "cchc_plugin_register"}});
  }
  if (registration.fault()) return fail(*registration.fault());
  if (LiveSelf::takeFault()) return fail("plugin.stray-call");
  CCHC_CHECK(boundary::inEnumeration(done, 1, "cchc_plugin_register()"));
  if (done == 0) return fail("plugin.refused", {}, {{"id", state_.id}, {"reason", HostTable::takeError()}});
  checks_ = std::move(registration.checks);
  importers_ = std::move(registration.importers);
  return {};
}

void Department::addWrongPart(const fs::path& file, std::vector<Error> reasons) {
  state_.wrongParts.push_back({file, std::move(reasons)});
}

std::vector<OfferedDefinition> Department::readDefinitions() {
  std::vector<OfferedDefinition> offered;
  const auto department = files_.isSearched && !state_.library ? std::string() : state_.id;
  for (const auto& file : files_.definitions) {
    auto xml = [&]() -> Result<std::string> {
      CCHC_CHECK(checkRegular(file));
      return readFile(file);
    }();
    if (xml)
      offered.push_back({department, std::move(*xml), file.string()});
    else
      addWrongPart(file, {std::move(xml).error()});
  }
  return offered;
}

void Department::takeAnswer(const std::string& file, const AnsweredDefinition& answer) {
  auto& known = state_.definitions;
  if (!answer.reasons.empty())
    addWrongPart(file, answer.reasons);
  else if (std::find(known.begin(), known.end(), answer.id) == known.end())
    known.push_back(answer.id);
}

// Which of two importers of one name is meant could not be said.
void Department::dropTakenImporters(const std::vector<const Department*>& before) {
  std::erase_if(importers_, [&](const RegisteredImporter& mine) {
    for (const auto* other : before) {
      for (const auto& theirs : other->importers_) {
        if (theirs.definition != mine.definition || theirs.name != mine.name ||
            !theirs.versions.overlaps(mine.versions))
          continue;
        addWrongPart(state_.file,
                     {{"plugin.importer-taken",
                       state_.file.string(),
                       {{"given", mine.name}, {"definition", mine.definition}, {"other", other->state_.id}},
                       ErrorKind::refusal}});
        return true;
      }
    }
    return false;
  });
}

// A check for a form that its own department does not have would never run. Forms of other departments may be missing.
void Department::dropUnknownDefinitions() {
  if (!state_.wrongParts.empty()) return;  // it may be one that was left out
  const auto unknown = [&](const auto& registered) {
    const auto& id = registered.definition;
    if (!id.starts_with(state_.id + ".")) return false;
    if (std::find(state_.definitions.begin(), state_.definitions.end(), DefinitionId(id)) != state_.definitions.end())
      return false;
    addWrongPart(state_.file,
                 {{"plugin.unknown-definition", state_.file.string(), {{"given", id}}, ErrorKind::refusal}});
    return true;
  };
  std::erase_if(checks_, unknown);
  std::erase_if(importers_, unknown);
}

}  // namespace cchc
