#include "tests/scenarios/nothing_lost/installation.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

namespace cchc::test {

namespace fs = std::filesystem;

namespace {

std::string idIn(const fs::path& definition) {
  const auto xml = contentOf(definition);
  const auto at = xml.find(" id=\"") + 5;
  return xml.substr(at, xml.find('"', at) - at);
}

template <class Visit>
void eachDefinition(const fs::path& plugins, const Visit& visit) {
  for (const auto& entry : fs::recursive_directory_iterator(plugins)) {
    if (entry.path().extension() == ".xml") visit(entry.path());
  }
}

}  // namespace

Installation::Installation() {
  const fs::path build(CCHC_BINARY);
  fs::create_directories(folder_ / "bin");
  fs::create_directories(plugins());
  fs::create_directories(folder_ / "share");
  std::error_code elsewhere;
  fs::create_hard_link(build / "bin/cchc", folder_ / "bin/cchc", elsewhere);
  if (elsewhere) fs::copy_file(build / "bin/cchc", folder_ / "bin/cchc");
  fs::copy(build / "share/cchc", folder_ / "share/cchc", fs::copy_options::recursive);
  for (const auto* department : {"culture", "finance", "home_affairs", "justice", "office"})
    fs::copy(build / "plugins" / department, plugins() / department, fs::copy_options::recursive);
}

Outcome Installation::run(const fs::path& store, std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(),
                   {"XDG_DATA_HOME=" + (folder_ / "data").string(), "XDG_CONFIG_DIRS=" + (folder_ / "config").string(),
                    (folder_ / "bin/cchc").string(), "--store", store.string()});
  return test::run("/usr/bin/env", arguments);
}

fs::path Installation::definition(const std::string& id) const {
  fs::path found;
  eachDefinition(plugins(), [&](const fs::path& file) { found = idIn(file) == id ? file : found; });
  INFO(id);
  REQUIRE_FALSE(found.empty());
  return found;
}

std::vector<std::string> Installation::definitions() const {
  std::vector<std::string> ids;
  eachDefinition(plugins(), [&](const fs::path& file) { ids.push_back(idIn(file)); });
  std::sort(ids.begin(), ids.end());
  return ids;
}

void Installation::misplace(const std::string& id, const std::string& place) const {
  const auto file = definition(id);
  const std::regex places("(<(definition|group)\\b[^>]* place=\")[^\"]*");
  write(file, std::regex_replace(contentOf(file), places, "$1" + place));
}

void Installation::replace(const fs::path& file, const std::string& from, const std::string& to) {
  auto content = contentOf(file);
  const auto at = content.find(from);
  INFO(file.string() << ": " << from);
  REQUIRE(at != std::string::npos);
  write(file, content.replace(at, from.size(), to));
}

}  // namespace cchc::test
