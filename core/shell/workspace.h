// What the window works on: settings, the open store, the sections of whom one works for, the section that is open. Views listen to it.
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <vector>

#include "core/app/activity_log.h"
#include "core/presentation/form.h"
#include "core/presentation/navigator.h"
#include "core/presentation/settings.h"

namespace cchc::shell {

class Workspace {
 public:
  // edited: a value of the open section changed. entries: states or counts in the navigator did. section: another section is open, or none.
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
  // Begins to open it on a thread, while the system's own start goes on; `open` then takes what that made, if the settings are still the same. Files, and
  // where somebody waits before a window that must not stand still, `shared` stores too.
  void openAhead(bool shared = false);
  bool openedAhead() const { return ahead_.valid() && ahead_.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }
  bool isOpen() const { return suite_ != nullptr; }
  Suite& suite() const { return *suite_; }
  SuiteOptions suiteOptions() const;  // for work beside the window, on a suite of its own
  void setPerson(const std::string& name);
  Period period() const { return period_; }
  Date today() const;

  const std::vector<presentation::NavigatorEntry>& entries() const { return entries_; }
  // States and completeness at once, with the counts that were known; `recount` is then asked for those of errors and warnings.
  Status refreshEntries();
  void takeCounts(const std::vector<presentation::NavigatorEntry>& counted);
  std::function<void()> recount;
  Status openSection(const SectionKey& key);
  void closeSection();
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
    std::vector<presentation::NavigatorEntry> entries;
  };
  void countOpenSection();
  static Result<Opened> prepare(SuiteOptions options, const presentation::Settings& settings);

  Resources resources_;
  std::filesystem::path settingsFile_;
  SystemClock clock_;
  ActivityLog log_;
  std::unique_ptr<Suite> suite_;
  Period period_;
  std::vector<presentation::NavigatorEntry> entries_;
  std::unique_ptr<SectionEditing> editing_;
  std::unique_ptr<presentation::Form> form_;
  std::vector<std::function<void(Event)>> listeners_;
  std::future<Result<Opened>> ahead_;
  presentation::Settings aheadOf_;
};

}  // namespace cchc::shell
