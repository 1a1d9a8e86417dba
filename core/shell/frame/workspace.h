// What the window works on: settings, the open store, the user's sections, and the open section. Views listen to it.
// All members are used on the window's thread.
#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/app/suite/activity_log.h"
#include "core/base/threads/task.h"
#include "core/presentation/office/board.h"
#include "core/presentation/section/form.h"
#include "core/presentation/window/navigator.h"
#include "core/presentation/window/permission.h"
#include "core/presentation/window/settings.h"

namespace cchc::shell {

class Workspace {
 public:
  // opened: a store was opened. section: another section is open, or none. edited: a value of the open section changed.
  // entries: states or counts of the navigator changed.
  enum class Event : unsigned char { opened, section, edited, entries };

  Workspace(Resources resources, std::filesystem::path settingsFile);

  presentation::Settings settings;
  std::vector<std::filesystem::path> pluginFolders;  // in addition to the installation's own, for development
  // Writes the settings if they have changed. A failure is ignored: the user chooses again on the next start.
  void saveSettings() const;
  presentation::Words words() const { return {settings.language}; }
  const Resources& resources() const { return resources_; }
  const Clock& clock() const { return clock_; }
  ActivityLog& log() { return log_; }
  // All work on threads. Its outcomes arrive as events of the window.
  Tasks& tasks() { return tasks_; }

  // Opens the store named in the settings. After an error, the previous store stays open.
  // Errors:
  //   period.unknown   the store does not have the period in the settings
  //   and those of openSuite, dailyBackup and uncountedEntries
  Status open();
  // Starts opening the store on a thread, while the toolkit starts. `open` then uses the result if the settings are
  // still the same. The thread also reads what the window shows first: the board, or the section that was last open.
  // Does nothing unless the settings name store, period and unit.
  void openAhead();
  bool openingAhead() const { return opening_.running() || ahead_; }
  void abandonAhead();  // discards what is being opened
  // True once it is open or has failed to open; waits for `patience` at most.
  bool openedAhead(std::chrono::milliseconds patience = {});
  bool isOpen() const { return suite_ != nullptr; }
  Suite& suite() const { return *suite_; }
  SuiteOptions suiteOptions() const;  // from the settings, for opening a suite
  void setPerson(const std::string& name);
  Period period() const { return period_; }
  // The units of the settings, as they are on the last day of the period.
  const OrgUnit& unit() const { return unit_; }
  const OrgUnitId& whole() const { return whole_; }
  struct Units {
    OrgUnit unit;
    OrgUnitId whole;
  };
  // The units of the settings, read from a store: after an import a code may be another unit's. Used on any thread.
  static Units unitsOf(Suite& suite, const presentation::Settings& settings, const Period& period);
  void setUnits(Units units) { unit_ = std::move(units.unit), whole_ = std::move(units.whole); }
  Date today() const;

  // Why the desk may not give the command, in the window's language; "": it may. Every button and menu item that
  // changes a section or the store is available by one of these. Without a target, whether it may give the command at
  // all.
  std::string refusal(DeskCommand command, const std::optional<presentation::CommandTarget>& target = {}) const;
  // The same for the open section, and why it cannot be changed otherwise; also if no section is open.
  std::string refusalHere(DeskCommand command) const;
  // The same for lines of the board.
  std::string refusal(DeskCommand command, const std::vector<presentation::BoardLine>& lines) const;
  // The section of this unit with the heading of the report; nullptr: it has none.
  const presentation::NavigatorEntry* heading() const;
  // Why the desk may not amend that heading now, or "".
  std::string headingRefusal() const;
  // The desk for people: the unit and the roles.
  const std::string& deskName() const { return deskName_; }
  // Works from now on at the desk that was saved in the store (saveDesk in app/suite/desk.h); `name` is its deskLabel.
  void setDesk(Desk desk, std::string name);

  const std::vector<presentation::NavigatorEntry>& entries() const { return entries_; }
  // Sets states and completeness, which were read on another thread. Errors and warnings keep their known counts;
  // `recount` is then called to count them again.
  void setEntries(std::vector<presentation::NavigatorEntry> entries);
  // Sets the counts of errors and warnings of the entries with the same key.
  void setCounts(const std::vector<presentation::NavigatorEntry>& counted);
  std::function<void()> recount;
  // Makes this the open section. It must have been read with a suite that shares this suite's catalogue.
  void showSection(std::unique_ptr<SectionEditing> section);
  void closeSection();
  // Counts edits, to detect that a background read is stale.
  std::size_t edits() const { return edits_; }
  // The board that was read along with the store; nullopt after the first call.
  std::optional<presentation::Board> releaseBoard() { return std::exchange(board_, std::nullopt); }
  presentation::Form* form() const { return form_.get(); }  // of the open section; nullptr if none is open
  // Call this after an edit of the open section: it updates the form and notifies the views.
  void edited();

  void listen(std::function<void(Event)> listener) { listeners_.push_back(std::move(listener)); }
  void forgetListeners() { listeners_.clear(); }

 private:
  struct Opened {
    std::unique_ptr<Suite> suite;
    Period period;
    Units units;
    std::string deskName;
    std::vector<presentation::NavigatorEntry> entries;
    std::optional<presentation::Board> board;
    std::unique_ptr<SectionEditing> section;
  };
  void notify(Event event);
  void countOpenSection();
  const Desk& desk() const;
  std::string inWords(const std::optional<Error>& error) const;
  void startOpening();
  static Result<Opened> prepare(Work& work, SuiteOptions options, const presentation::Settings& settings);
  static void readFirst(Opened& opened, const presentation::Settings& settings, const Date& today);

  mutable presentation::Settings written_;  // the settings in the file
  Resources resources_;
  std::filesystem::path settingsFile_;
  SystemClock clock_;
  ActivityLog log_;
  std::unique_ptr<Suite> suite_;
  Period period_;
  OrgUnit unit_;
  OrgUnitId whole_;
  std::string deskName_;
  std::optional<presentation::Board> board_;
  std::size_t edits_ = 0;
  std::vector<presentation::NavigatorEntry> entries_;
  std::unique_ptr<SectionEditing> editing_;
  std::unique_ptr<presentation::Form> form_;
  std::vector<std::function<void(Event)>> listeners_;
  Tasks tasks_;
  Task opening_{tasks_};
  std::optional<Result<Opened>> ahead_;
  presentation::Settings aheadOf_;
};

}  // namespace cchc::shell
