// What the window works on: settings, the open store, the sections of whom one works for, the section that is open.
// Views listen to it.
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <vector>

#include "core/app/suite/activity_log.h"
#include "core/presentation/office/board.h"
#include "core/presentation/section/form.h"
#include "core/presentation/window/navigator.h"
#include "core/presentation/window/settings.h"

namespace cchc::shell {

class Workspace {
 public:
  // edited: a value of the open section changed. entries: states or counts in the navigator did. section: another
  // section is open, or none.
  enum class Event : unsigned char { opened, section, edited, entries };

  Workspace(Resources resources, std::filesystem::path settingsFile);

  presentation::Settings settings;
  std::vector<std::filesystem::path> pluginFolders;  // beside the installation's own, for development
  void saveSettings() const;
  presentation::Words words() const { return {settings.language}; }
  const Resources& resources() const { return resources_; }
  const Clock& clock() const { return clock_; }
  ActivityLog& log() { return log_; }

  // Opens the store of the settings. What was open stays open on an error.
  Status open();
  // Begins to open it on a thread, while the system's own start goes on; `open` then takes what that made, if the
  // settings are still the same. What the window shows first, the board or the section that was open last, is read
  // there too. Nothing where the settings do not say what to open.
  void openAhead();
  bool openingAhead() const { return ahead_.valid(); }
  void abandonAhead();  // whatever is being opened is not wanted any more
  bool openedAhead(std::chrono::milliseconds patience = {}) const {
    return ahead_.valid() && ahead_.wait_for(patience) == std::future_status::ready;
  }
  bool isOpen() const { return suite_ != nullptr; }
  Suite& suite() const { return *suite_; }
  SuiteOptions suiteOptions() const;  // for work beside the window, on a suite of its own
  void setPerson(const std::string& name);
  Period period() const { return period_; }
  const std::string& unitName() const { return unitName_; }
  Date today() const;

  const std::vector<presentation::NavigatorEntry>& entries() const { return entries_; }
  // Read again beside the window: states and completeness, with the counts that were known; `recount` is then asked for
  // those of errors and warnings.
  void takeEntries(std::vector<presentation::NavigatorEntry> entries);
  void takeCounts(const std::vector<presentation::NavigatorEntry>& counted);
  std::function<void()> recount;
  // A section that was read beside the window, on a suite with this one's catalogue: the one that is open from here on.
  void show(std::unique_ptr<SectionEditing> section);
  void closeSection();
  // How often something was edited here: tells whether what was read meanwhile is still so.
  std::size_t edits() const { return edits_; }
  // The board as it was read ahead, once.
  std::optional<presentation::Board> takeBoard() { return std::exchange(board_, std::nullopt); }
  presentation::Form* form() const { return form_.get(); }
  // After an edit of the form: lays out again and tells the views.
  void edited();

  void listen(std::function<void(Event)> listener) { listeners_.push_back(std::move(listener)); }
  void forgetListeners() { listeners_.clear(); }
  void tell(Event event);

 private:
  struct Opened {
    std::unique_ptr<Suite> suite;
    Period period;
    std::string unitName;
    std::vector<presentation::NavigatorEntry> entries;
    std::optional<presentation::Board> board;
    std::unique_ptr<SectionEditing> section;
  };
  void countOpenSection();
  static Result<Opened> prepare(SuiteOptions options, const presentation::Settings& settings);
  static void readFirst(Opened& opened, const presentation::Settings& settings, const Date& today);

  mutable presentation::Settings written_;  // as they lie in the file
  Resources resources_;
  std::filesystem::path settingsFile_;
  SystemClock clock_;
  ActivityLog log_;
  std::unique_ptr<Suite> suite_;
  Period period_;
  std::string unitName_;
  std::optional<presentation::Board> board_;
  std::size_t edits_ = 0;
  std::vector<presentation::NavigatorEntry> entries_;
  std::unique_ptr<SectionEditing> editing_;
  std::unique_ptr<presentation::Form> form_;
  std::vector<std::function<void(Event)>> listeners_;
  std::future<Result<Opened>> ahead_;
  std::vector<std::future<Result<Opened>>> abandoned_;  // a server that does not answer is not waited for until the end
  presentation::Settings aheadOf_;
};

}  // namespace cchc::shell
