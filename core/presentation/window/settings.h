// What the suite remembers of this workstation and person between starts: a small JSON file in the user's data folder.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/presentation/window/words.h"

namespace cchc::presentation {

enum class Role : unsigned char { department, office };

struct Settings {
  Language language = Language::vi;
  std::string person;  // the name that goes into the journal
  Role role = Role::department;
  std::string unit;   // org unit one works for: the reporter, or the office's own
  std::string whole;  // the unit the report is of: 296
  std::string period;
  std::string store;  // path, or postgresql://…; a password in it is never written down
  std::vector<std::string> recentStores, recentPeople;
  std::string key;                  // key file that was last signed with; never its password
  std::string outbox;               // folder that packages were last written to
  std::string backupFolder;         // that a copy goes to each day, on another drive; empty: none
  std::string inbox;                // folder that is watched for packages; empty: none
  std::string lastSection;          // keyText of what was open
  std::string lastView, lastPlace;  // "form", "board", …; the field or cell that one was at
  int width = 0, height = 0;        // 0: as the screen has it
  bool maximised = true;
  bool operator==(const Settings&) const = default;
};

// A missing or damaged file gives the defaults: it holds nothing that cannot be chosen again.
Settings readSettings(const std::filesystem::path& file);
Status writeSettings(const std::filesystem::path& file, const Settings& settings);
std::filesystem::path settingsFile();
// Puts an item first in a list of recent ones, at most ten.
void remember(std::vector<std::string>& recent, const std::string& item);

}  // namespace cchc::presentation
