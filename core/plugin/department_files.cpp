#include "core/plugin/department_files.h"

#include <algorithm>
#include <utility>

namespace cchc {
namespace {

namespace fs = std::filesystem;

struct Entries {
  std::vector<fs::path> libraries, definitions, folders;  // sorted, so that the order is the same on every machine
  fs::path messages, libraryMark;
};

bool hasSuffix(const fs::path& file, const std::string& suffix) { return file.extension() == suffix; }

// A link that leads nowhere, or in a circle.
bool isBrokenLink(const fs::path& path) {
  std::error_code ignored;
  return fs::is_symlink(path, ignored) && !fs::exists(path, ignored);
}

// A folder that is not there has no entries.
Entries entriesOf(const fs::path& folder, FoundDepartments& found) {
  const auto suffix = boost::dll::shared_library::suffix().string();
  Entries entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const auto& path = at->path();
    std::error_code ignored;
    // A folder, a pipe or a link to nothing with the name of a library is named when it is loaded.
    if (hasSuffix(path, suffix))
      entries.libraries.push_back(path);
    else if (hasSuffix(path, ".xml"))
      entries.definitions.push_back(path);
    else if (path.filename() == "messages.tsv")
      entries.messages = path;
    else if (path.filename() == "library.txt")
      entries.libraryMark = path;
    else if (fs::is_directory(path, ignored))
      entries.folders.push_back(path);
    else if (isBrokenLink(path))
      found.unreadable.emplace_back(path, std::make_error_code(std::errc::no_such_file_or_directory).message());
  }
  if (error && error != std::errc::no_such_file_or_directory) found.unreadable.emplace_back(folder, error.message());
  for (auto* paths : {&entries.libraries, &entries.definitions, &entries.folders})
    std::sort(paths->begin(), paths->end());
  return entries;
}

std::string nameOf(const fs::path& folder) {
  std::error_code ignored;
  const auto absolute = fs::absolute(folder, ignored).lexically_normal();
  return (absolute.has_filename() ? absolute : absolute.parent_path()).filename().string();
}

// A sub-folder is one department, whose library has its name.
void addSubfolder(const fs::path& folder, bool libraries, FoundDepartments& found) {
  const auto name = folder.filename().string();
  auto entries = entriesOf(folder, found);
  DepartmentFiles files{
      name, folder, {}, std::move(entries.definitions), std::move(entries.messages), std::move(entries.libraryMark)};
  for (const auto& library : entries.libraries) {
    if (libraries && library.stem() == name)
      files.library = library;
    else
      found.ignored.emplace_back(library, libraries ? name + library.extension().string() : std::string());
  }
  if (!files.library.empty() || !files.definitions.empty() || !files.messages.empty())
    found.departments.push_back(std::move(files));
}

// The folder itself may hold several libraries; what lies beside them belongs to the one with the folder's name, or to
// the only one.
void addFolder(const fs::path& folder, Entries entries, bool libraries, FoundDepartments& found) {
  const auto name = nameOf(folder);
  DepartmentFiles own{
      name, folder, {}, std::move(entries.definitions), std::move(entries.messages), std::move(entries.libraryMark),
      true};
  for (const auto& library : entries.libraries) {
    if (!libraries) {
      found.ignored.emplace_back(library, std::string());
    } else if (entries.libraries.size() == 1 || library.stem() == name) {
      own.library = library;
      own.name = library.stem().string();
    } else {
      found.departments.push_back({library.stem().string(), folder, library, {}, {}, {}});
    }
  }
  if (!own.library.empty() || !own.definitions.empty() || !own.messages.empty())
    found.departments.push_back(std::move(own));
}

}  // namespace

FoundDepartments findDepartments(const PluginFolder& folder) {
  const bool libraries = folder.kind == PluginFolder::Kind::withLibraries;
  FoundDepartments found;
  auto entries = entriesOf(folder.path, found);
  const auto folders = std::move(entries.folders);
  for (const auto& sub : folders) addSubfolder(sub, libraries, found);
  addFolder(folder.path, std::move(entries), libraries, found);
  std::sort(found.departments.begin(), found.departments.end(),
            [](const auto& a, const auto& b) { return std::pair(a.name, a.library) < std::pair(b.name, b.library); });
  return found;
}

}  // namespace cchc
