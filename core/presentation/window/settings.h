// The settings of this user on this workstation, kept between starts in a small JSON file in the user's data folder.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/texts.h"

namespace cchc::presentation {

enum class Role : unsigned char { department, office };

struct Settings {
  Language language = Language::vi;
  std::string person;  // the name that goes into the journal
  Role role = Role::department;
  std::string unit;   // code of the user's org unit: the reporter, or the office's own
  std::string whole;  // code of the unit that the report is about
  std::string period;
  std::string store;  // path, or postgresql://…; a password in it is never written to the file
  std::vector<std::string> recentStores, recentPeople;
  std::string key;                  // the key file last used to sign; never its password
  std::string outbox;               // the folder to which packages were last written
  std::string backupFolder;         // for a daily backup, on another drive; empty: none
  std::string inbox;                // the folder that is watched for packages; empty: none
  std::string lastSection;          // keyText of the section that was open
  std::string lastView, lastPlace;  // "form", "board", …; Place text of the field or cell in focus
  int lastScroll = 0;               // how far the form was scrolled, in half rows
  int width = 0, height = 0;        // 0: as large as the screen
  bool maximised = true;
  bool operator==(const Settings&) const = default;
};

// A missing or damaged file gives the defaults; it contains nothing that cannot be chosen again.
Settings readSettings(const std::filesystem::path& file);
// Errors: file.write
Status writeSettings(const std::filesystem::path& file, const Settings& settings);
// In the user's data folder. Error app.no-home.
Result<std::filesystem::path> settingsFile();
// Puts an item first in a list of recent ones, which has at most ten.
void addRecent(std::vector<std::string>& recent, const std::string& item);

}  // namespace cchc::presentation
