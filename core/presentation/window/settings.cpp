#include "core/presentation/window/settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/platform.h"
#include "core/base/store_address.h"

namespace cchc::presentation {

Result<std::filesystem::path> settingsFile() {
  CCHC_TRY(const auto folder, platform::userDataFolder());
  return folder / "settings.json";
}

void addRecent(std::vector<std::string>& recent, const std::string& item) {
  if (item.empty()) return;
  std::erase(recent, item);
  recent.insert(recent.begin(), item);
  if (recent.size() > 10) recent.resize(10);
}

Settings readSettings(const std::filesystem::path& file) {
  Settings settings;
  const auto bytes = readFile(file, 1U << 20U);
  if (!bytes) return settings;
  const auto json = nlohmann::json::parse(*bytes, nullptr, false);
  if (!json.is_object()) return settings;
  const auto text = [&](const char* name, std::string& target) {
    if (const auto found = json.find(name); found != json.end() && found->is_string())
      target = found->get<std::string>();
  };
  const auto list = [&](const char* name, std::vector<std::string>& target) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_array()) return;
    for (const auto& each : *found) {
      if (each.is_string()) target.push_back(each.get<std::string>());
    }
  };
  const auto number = [&](const char* name, int& target) {
    if (const auto found = json.find(name); found != json.end() && found->is_number_integer())
      target = found->get<int>();
  };
  std::string language, role;
  text("language", language), text("role", role);
  settings.language = language == "en" ? Language::en : Language::vi;
  settings.role = role == "office" ? Role::office : Role::department;
  text("person", settings.person), text("unit", settings.unit), text("whole", settings.whole),
      text("period", settings.period);
  text("store", settings.store), text("outbox", settings.outbox), text("key", settings.key),
      text("lastSection", settings.lastSection);
  text("backupFolder", settings.backupFolder), text("inbox", settings.inbox), text("lastView", settings.lastView),
      text("lastPlace", settings.lastPlace);
  // An older version stored passwords; they are dropped here.
  settings.store = shownStore(settings.store);
  list("recentStores", settings.recentStores), list("recentPeople", settings.recentPeople);
  for (auto& store : settings.recentStores) store = shownStore(store);
  number("lastScroll", settings.lastScroll), number("width", settings.width), number("height", settings.height);
  if (const auto found = json.find("maximised"); found != json.end() && found->is_boolean())
    settings.maximised = found->get<bool>();
  return settings;
}

Status writeSettings(const std::filesystem::path& file, const Settings& settings) {
  CCHC_CHECK(platform::createPrivateFolder(file.parent_path()));
  auto recentStores = settings.recentStores;
  for (auto& store : recentStores) store = shownStore(store);
  const nlohmann::json json = {{"language", settings.language == Language::en ? "en" : "vi"},
                               {"role", settings.role == Role::office ? "office" : "department"},
                               {"person", settings.person},
                               {"unit", settings.unit},
                               {"whole", settings.whole},
                               {"period", settings.period},
                               {"store", shownStore(settings.store)},
                               {"outbox", settings.outbox},
                               {"key", settings.key},
                               {"backupFolder", settings.backupFolder},
                               {"inbox", settings.inbox},
                               {"lastSection", settings.lastSection},
                               {"lastView", settings.lastView},
                               {"lastPlace", settings.lastPlace},
                               {"lastScroll", settings.lastScroll},
                               {"recentStores", recentStores},
                               {"recentPeople", settings.recentPeople},
                               {"width", settings.width},
                               {"height", settings.height},
                               {"maximised", settings.maximised}};
  return platform::writeFileDurably(file, json.dump(1), platform::Readers::ownerAlone);
}

}  // namespace cchc::presentation
