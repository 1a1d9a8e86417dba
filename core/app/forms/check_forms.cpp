#include "core/app/forms/check_forms.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/app/forms/department_texts.h"
#include "core/app/suite/catalogue.h"
#include "core/app/suite/definition_check.h"
#include "core/base/platform.h"
#include "core/definition/read_definition.h"
#include "core/rendering/schema.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// The entries of a folder, in the order of their names. What cannot be read has none.
std::vector<fs::path> entriesOf(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  std::sort(entries.begin(), entries.end());
  return entries;
}
bool isFolder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}
std::vector<fs::path> definitionsIn(const fs::path& folder) {
  auto files = entriesOf(folder);
  std::erase_if(files, [](const fs::path& file) { return file.extension() != ".xml" || isFolder(file); });
  return files;
}
std::string nameOf(const fs::path& folder) {
  auto whole = fs::absolute(folder).lexically_normal();
  if (whole.filename().empty()) whole = whole.parent_path();
  return whole.filename().string();
}

struct ToCheck {
  std::vector<DefinitionFile> files;
  std::vector<bool> asked;            // of each file: whether its problems are told
  std::vector<fs::path> departments;  // folders
  std::set<std::string> owners;       // ids of the departments that are checked as a whole
  std::vector<DefinitionProblem> unreadable;

  void add(const fs::path& file, const std::string& department, bool isAsked) {
    const auto name = file.string();
    const auto same = std::find_if(files.begin(), files.end(), [&](const auto& one) { return one.file == name; });
    if (same != files.end()) {
      asked[static_cast<std::size_t>(same - files.begin())] = true;
      return;
    }
    auto xml = readFile(file);
    if (xml) {
      files.push_back({department, name, std::move(*xml)});
      asked.push_back(isAsked);
    } else if (isAsked) {
      unreadable.push_back({Severity::error, xml.error().code, name, {}, xml.error().parameters});
    }
  }
  // `isNamed`: whether the folder has the department's name for certain.
  bool addDepartment(const fs::path& folder, bool isNamed) {
    const auto definitions = definitionsIn(folder);
    if (definitions.empty()) return false;
    departments.push_back(folder);
    const auto name = nameOf(folder);
    const auto first = files.size();
    for (const auto& file : definitions) add(file, name, true);
    const bool bears = isNamed || std::any_of(files.begin() + static_cast<std::ptrdiff_t>(first), files.end(),
                                              [&](const auto& one) { return isOf(one, name); });
    for (auto i = first; i < files.size() && !bears; ++i) files[i].department.clear();
    if (bears) owners.insert(name);
    return true;
  }
  static bool isOf(const DefinitionFile& file, const std::string& department) {
    DefinitionProblems ignored(file.file);
    const auto read = readDefinition(file.xml, ignored);
    return read && (read->owner == department || read->id.value.starts_with(department + "."));
  }
};

Result<ToCheck> gather(const std::vector<fs::path>& paths) {
  ToCheck toCheck;
  for (const auto& path : paths) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return fail("definition.no-file", path.string(), {}, ErrorKind::usage);
    if (!isFolder(path)) {
      toCheck.add(path, {}, true);
      continue;
    }
    bool any = toCheck.addDepartment(path, false);
    for (const auto& inner : entriesOf(path)) {
      if (isFolder(inner) && toCheck.addDepartment(inner, true)) any = true;
    }
    if (!any) return fail("definition.no-forms", path.string(), {}, ErrorKind::usage);
  }
  // What lies beside a single file may be what it refers to.
  for (const auto& path : paths) {
    if (isFolder(path)) continue;
    for (const auto& beside : definitionsIn(fs::absolute(path).parent_path())) {
      std::error_code ignored;
      if (!fs::equivalent(beside, path, ignored)) toCheck.add(beside, {}, false);
    }
  }
  return toCheck;
}

// The installed definitions that are not checked themselves.
DefinitionSet othersInstalled(const Catalogue& catalogue, const ToCheck& toCheck) {
  std::set<std::pair<std::string, int>> here;
  for (const auto& file : toCheck.files) {
    DefinitionProblems ignored(file.file);
    if (const auto read = readDefinition(file.xml, ignored)) here.emplace(read->id.value, read->version);
  }
  DefinitionSet others;
  for (const auto& definition : catalogue.definitions.registry().all()) {
    if (toCheck.owners.contains(definition->owner) || here.contains({definition->id.value, definition->version}))
      continue;
    // It was added to the catalogue, so it can be added here.
    static_cast<void>(others.add(catalogue.definitions.compiledOf(*definition)));
  }
  return others;
}

struct Checked {
  ToCheck toCheck;
  std::vector<CheckedDefinition> definitions;
};

Result<Checked> check(const Resources& resources, const Catalogue& catalogue, const std::vector<fs::path>& paths) {
  CCHC_TRY(auto toCheck, gather(paths));
  CCHC_TRY(const auto schema, Schema::load(resources.schemas / "section-definition.xsd"));
  auto known = othersInstalled(catalogue, toCheck);
  auto definitions = checkDefinitions(toCheck.files, schema, catalogue.outline.places, known);
  return Checked{std::move(toCheck), std::move(definitions)};
}

}  // namespace

std::size_t CheckedForms::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [&](const auto& one) { return one.severity == severity; }));
}

Result<CheckedForms> checkForms(const Resources& resources, const Catalogue& catalogue,
                                const std::vector<fs::path>& pluginFolders, const std::vector<fs::path>& paths) {
  auto given = paths;
  if (given.empty()) {
    given = {resources.plugins};
    given.insert(given.end(), pluginFolders.begin(), pluginFolders.end());
    for (const auto& folder : resources.definitions) {
      const auto inner = entriesOf(folder);
      if (std::any_of(inner.begin(), inner.end(), isFolder) || !definitionsIn(folder).empty()) given.push_back(folder);
    }
  }
  CCHC_TRY(auto checked, check(resources, catalogue, given));
  auto& [toCheck, definitions] = checked;
  CheckedForms forms;
  forms.problems = std::move(toCheck.unreadable);
  forms.definitions = forms.problems.size();
  std::set<std::string> ids;
  for (const auto& definition : catalogue.definitions.registry().all()) ids.insert(definition->id.value);
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    ids.insert(definitions[i].id.value);
    if (!toCheck.asked[i]) continue;
    ++forms.definitions;
    std::move(definitions[i].problems.begin(), definitions[i].problems.end(), std::back_inserter(forms.problems));
  }
  for (const auto& folder : toCheck.departments) checkTexts(folder, ids, forms.problems);
  std::stable_sort(forms.problems.begin(), forms.problems.end(), [](const auto& a, const auto& b) {
    return std::tie(a.file, a.at.line, a.at.column) < std::tie(b.file, b.at.line, b.at.column);
  });
  return forms;
}

Result<std::shared_ptr<const CompiledDefinition>> readForm(const Resources& resources, const Catalogue& catalogue,
                                                           const fs::path& file) {
  if (isFolder(file)) return fail("definition.no-file", file.string(), {}, ErrorKind::usage);
  CCHC_TRY(const auto checked, check(resources, catalogue, {file}));
  for (const auto& unreadable : checked.toCheck.unreadable) return fail(errorOf(unreadable));
  const auto& form = checked.definitions.front();
  if (form.compiled) return form.compiled;
  const auto first = std::find_if(form.problems.begin(), form.problems.end(),
                                  [](const auto& problem) { return problem.severity == Severity::error; });
  return fail(errorOf(*first));
}

}  // namespace cchc
