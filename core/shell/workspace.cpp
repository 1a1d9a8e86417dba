#include "core/shell/workspace.h"

#include "core/app/backups.h"
#include "core/base/platform.h"

namespace cchc::shell {

Workspace::Workspace(Resources resources, std::filesystem::path settingsFile)
    : settings(presentation::readSettings(settingsFile)), resources_(std::move(resources)), settingsFile_(std::move(settingsFile)), log_(settingsFile_.parent_path() / "cchc-suite.log", clock_) {}

void Workspace::saveSettings() const {
  // Settings that cannot be kept are chosen again next time: no reason to stop anybody.
  static_cast<void>(presentation::writeSettings(settingsFile_, settings));
}

SuiteOptions Workspace::suiteOptions() const {
  const auto login = platform::userName();
  return {settings.store, {}, resources_, &clock_, {settings.person.empty() ? login : settings.person, login, platform::stationName()}};
}

Date Workspace::today() const { return dateOf(clock_.now()); }

Status Workspace::open() {
  auto opened = openSuite(suiteOptions());
  if (!opened) return fail(offeringBackup(opened.error(), settings.store));
  CCHC_TRY(const auto period, periodOf(**opened, PeriodId(settings.period)));
  if (const auto copied = dailyBackup(**opened); !copied && copied.error().code != "store.backup-failed") return copied;
  closeSection();
  suite_ = std::move(*opened);
  period_ = period;
  log_.note("store", settings.store.substr(settings.store.find('@') == std::string::npos ? 0 : settings.store.find('@')));  // no password of an address
  for (const auto& plugin : suite_->catalogue.plugins.plugins()) {
    if (plugin.quarantined) log_.note(*plugin.quarantined);
  }
  presentation::remember(settings.recentStores, settings.store);
  presentation::remember(settings.recentPeople, settings.person);
  saveSettings();
  CCHC_CHECK(refreshEntries());
  tell(Event::opened);
  return {};
}

void Workspace::setPerson(const std::string& name) {
  settings.person = name;
  presentation::remember(settings.recentPeople, name);
  saveSettings();
  if (suite_) {
    const auto roles = suite_->options.actor.roles;  // of the store's account
    suite_->options.actor = suiteOptions().actor;
    suite_->options.actor.roles = roles;
  }
}

Status Workspace::refreshEntries() {
  CCHC_TRY(entries_, presentation::navigatorEntries(*suite_, OrgUnitId(settings.unit), period_.id, words()));
  tell(Event::entries);
  return {};
}

Status Workspace::openSection(const SectionKey& key) {
  CCHC_TRY(auto editing, SectionEditing::open(*suite_, key));
  form_.reset();
  editing_ = std::move(editing);
  form_ = std::make_unique<presentation::Form>(*editing_, words());
  settings.lastSection = keyText(key);
  log_.note("section", settings.lastSection);
  saveSettings();
  tell(Event::section);
  return {};
}

void Workspace::closeSection() {
  const bool had = form_ != nullptr;
  form_.reset();
  editing_.reset();
  if (had) tell(Event::section);
}

void Workspace::edited() {
  if (!form_) return;
  form_->refresh();
  for (auto& entry : entries_) {
    if (entry.key != editing_->key()) continue;
    const auto count = form_->completeness();
    entry.filled = count.filled, entry.required = count.required;
    entry.begun = true;
    entry.state = editing_->header().state;
    entry.errors = entry.warnings = 0;
    for (const auto& finding : editing_->findings()) {
      entry.errors += finding.severity == Severity::error ? 1 : 0;
      entry.warnings += finding.severity == Severity::warning ? 1 : 0;
    }
  }
  tell(Event::edited);
}

void Workspace::tell(Event event) {
  for (const auto& listener : listeners_) listener(event);
}

}  // namespace cchc::shell
