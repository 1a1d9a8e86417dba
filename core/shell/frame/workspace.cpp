#include "core/shell/frame/workspace.h"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/desk.h"
#include "core/app/upkeep/backups.h"
#include "core/base/platform.h"
#include "core/base/store_address.h"
#include "core/shell/work/window_host.h"

namespace cchc::shell {

namespace {

using Entries = std::vector<presentation::NavigatorEntry>;

// Copies the counts of errors and warnings between entries with the same key.
void copyCounts(const Entries& from, Entries& to) {
  for (auto& entry : to) {
    const auto found = std::find_if(from.begin(), from.end(), [&](const auto& one) { return one.key == entry.key; });
    if (found != from.end()) entry.errors = found->errors, entry.warnings = found->warnings;
  }
}

}  // namespace

Workspace::Workspace(Resources resources, std::filesystem::path settingsFile)
    : settings(presentation::readSettings(settingsFile)),
      written_(settings),
      resources_(std::move(resources)),
      settingsFile_(std::move(settingsFile)),
      log_(settingsFile_.parent_path() / "cchc-suite.log", clock_),
      tasks_(windowHost(log_)) {}

void Workspace::saveSettings() const {
  // A durable write takes a while on a slow disk, so it is done only if something has changed.
  std::error_code ignored;
  if (written_ == settings && std::filesystem::exists(settingsFile_, ignored)) return;
  if (presentation::writeSettings(settingsFile_, settings)) written_ = settings;
}

SuiteOptions Workspace::suiteOptions() const {
  const auto login = platform::userName();
  return {settings.store,
          pluginFolders,
          resources_,
          &clock_,
          {settings.person.empty() ? login : settings.person, login, platform::stationName()}};
}

Date Workspace::today() const { return vietnamDay(clock_.now()); }

Result<Workspace::Opened> Workspace::prepare(Work& work, SuiteOptions options, const presentation::Settings& settings) {
  if (isSharedStore(settings.store)) work.usesServer();
  auto suite = openSuite(std::move(options));
  if (!suite) return fail(withNewestBackup(suite.error(), settings.store));
  CCHC_TRY(const auto period, periodOf(**suite, PeriodId(settings.period)));
  if (work.stopped()) return fail("work.cancelled");
  if (const auto copied = dailyBackup(**suite); !copied && copied.error().code != "store.backup-failed")
    return fail(copied.error());
  if (work.stopped()) return fail("work.cancelled");
  auto units = unitsOf(**suite, settings, period);
  CCHC_TRY(auto entries,
           presentation::uncountedEntries(**suite, units.unit.id, period.id, presentation::Words{settings.language}));
  auto desk = deskLabel(**suite, (*suite)->options.actor.desk, settings.language);
  Opened opened{std::move(*suite),  period,       std::move(units), std::move(desk),
                std::move(entries), std::nullopt, nullptr};
  if (work.stopped()) return fail("work.cancelled");
  readFirst(opened, settings, vietnamDay(opened.suite->now()));
  return opened;
}

Workspace::Units Workspace::unitsOf(Suite& suite, const presentation::Settings& settings, const Period& period) {
  // A unit that the store does not know has no sections.
  auto unit = unitWithCode(suite, settings.unit, period);
  if (!unit) unit = OrgUnit{OrgUnitId(settings.unit), settings.unit, {}, {}, settings.unit, {}, {}};
  const auto whole = unitWithCode(suite, settings.whole, period);
  return {std::move(*unit), whole ? whole->id : OrgUnitId(settings.whole)};
}

// Reads what the window shows first. If that fails, the window reads it again and shows the error.
void Workspace::readFirst(Opened& opened, const presentation::Settings& settings, const Date& today) {
  const bool office = settings.role == presentation::Role::office;
  const auto& view = settings.lastView;
  if (view == "board" || (view.empty() && office)) {
    if (auto board =
            presentation::readBoard(*opened.suite, opened.period.id, today, presentation::Words{settings.language}))
      opened.board = std::move(*board);
  }
  // The office starts with its board, a department with one of its sections.
  const auto& entries = opened.entries;
  auto first = std::find_if(entries.begin(), entries.end(),
                            [&](const auto& entry) { return keyText(entry.key) == settings.lastSection; });
  if (office && view != "form" && view != "table") first = entries.end();
  if (!office && first == entries.end()) first = entries.begin();
  if (first == entries.end()) return;
  if (auto section = SectionEditing::open(*opened.suite, first->key)) opened.section = std::move(*section);
}

void Workspace::openAhead() {
  if (settings.store.empty() || settings.period.empty() || settings.unit.empty()) return;
  startOpening();
}

void Workspace::startOpening() {
  abandonAhead();
  aheadOf_ = settings;
  opening_.start(
      [options = suiteOptions(), settings = settings](Work& work) { return prepare(work, options, settings); },
      [this](Result<Opened> opened) { ahead_ = std::move(opened); });
}

void Workspace::abandonAhead() {
  opening_.discard();
  ahead_.reset();
}

bool Workspace::openedAhead(std::chrono::milliseconds patience) { return opening_.finishWithin(patience) && ahead_; }

Status Workspace::open() {
  const auto opening = [](const presentation::Settings& of) {
    return std::tie(of.store, of.unit, of.period, of.person, of.language);
  };
  if (!openingAhead() || opening(aheadOf_) != opening(settings)) startOpening();
  while (!opening_.finishWithin(std::chrono::hours(1))) {
  }
  auto opened = std::move(*std::exchange(ahead_, std::nullopt));
  if (!opened) return fail(opened.error());
  closeSection();
  suite_ = std::move(opened->suite);
  period_ = opened->period;
  setUnits(std::move(opened->units));
  deskName_ = std::move(opened->deskName);
  board_ = std::move(opened->board);
  entries_ = std::move(opened->entries);
  log_.note("store", shownStore(settings.store));
  for (const auto& fault : suite_->catalogue.outlineFaults) log_.note(fault);
  for (const auto& plugin : suite_->catalogue.plugins.plugins()) {
    if (plugin.quarantined) log_.note(*plugin.quarantined);
    for (const auto& part : plugin.wrongParts) {
      for (const auto& reason : part.reasons) log_.note(reason);
    }
  }
  presentation::addRecent(settings.recentStores, shownStore(settings.store));
  presentation::addRecent(settings.recentPeople, settings.person);
  saveSettings();
  notify(Event::entries);
  notify(Event::opened);
  if (opened->section) showSection(std::move(opened->section));
  return {};
}

void Workspace::setPerson(const std::string& name) {
  settings.person = name;
  presentation::addRecent(settings.recentPeople, name);
  saveSettings();
  if (suite_) {
    auto desk = suite_->options.actor.desk;  // a person's name does not change where the person works
    suite_->options.actor = suiteOptions().actor;
    suite_->options.actor.desk = std::move(desk);
  }
}

const Desk& Workspace::desk() const {
  static const Desk none{std::nullopt, 0};  // before a store is open
  return suite_ ? suite_->options.actor.desk : none;
}

std::string Workspace::inWords(const std::optional<Error>& error) const {
  return error ? sentences(*error, settings.language) : std::string();
}

std::string Workspace::refusal(DeskCommand command, const std::optional<presentation::CommandTarget>& target) const {
  return inWords(presentation::refusal(desk(), command, target));
}

std::string Workspace::refusal(DeskCommand command, const std::vector<presentation::BoardLine>& lines) const {
  return inWords(presentation::refusal(desk(), command, lines));
}

std::string Workspace::refusalHere(DeskCommand command) const {
  // Without a section, the reason that no section would remove comes first.
  if (!form_) {
    const auto atAll = refusal(command);
    return atAll.empty() ? words()("permission.no-section") : atAll;
  }
  if (editing_->entering()) {
    const bool enters = command == DeskCommand::edit || command == DeskCommand::submit;
    return enters ? inWords(editing_->locked()) : inWords(Error{"permission.entering", "", {}, ErrorKind::refusal});
  }
  auto reason =
      refusal(command, presentation::CommandTarget{editing_->reporter(), editing_->reporterName(), editing_->state()});
  const bool changes = command == DeskCommand::edit || command == DeskCommand::submit;
  return reason.empty() && changes ? inWords(editing_->locked()) : reason;
}

const presentation::NavigatorEntry* Workspace::heading() const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [](const auto& entry) { return entry.heading; });
  return found == entries_.end() ? nullptr : &*found;
}

std::string Workspace::headingRefusal() const {
  const auto* entry = heading();
  if (entry == nullptr) {
    const auto atAll = refusal(DeskCommand::amendHeading);
    return atAll.empty() ? words()("report-view.no-heading") : atAll;
  }
  const auto state = entry->begun ? std::optional(entry->state) : std::nullopt;
  return refusal(DeskCommand::amendHeading, presentation::CommandTarget{unit_.id, unit_.name, state});
}

void Workspace::setDesk(Desk desk, std::string name) {
  suite_->options.actor.desk = std::move(desk);
  deskName_ = std::move(name);
  log_.note("desk", deskName_);
}

void Workspace::setEntries(std::vector<presentation::NavigatorEntry> entries) {
  copyCounts(entries_, entries);
  entries_ = std::move(entries);
  countOpenSection();
  notify(Event::entries);
  if (recount) recount();
}

void Workspace::setCounts(const std::vector<presentation::NavigatorEntry>& counted) {
  copyCounts(counted, entries_);
  countOpenSection();  // the open section may have been edited meanwhile
  notify(Event::entries);
}

void Workspace::countOpenSection() {
  if (!form_) return;
  for (auto& entry : entries_) {
    if (entry.key != editing_->key()) continue;
    const auto count = form_->completeness();
    entry.filled = count.filled, entry.required = count.required;
    entry.errors = entry.warnings = 0;
    for (const auto& finding : editing_->findings()) {
      entry.errors += finding.severity == Severity::error ? 1 : 0;
      entry.warnings += finding.severity == Severity::warning ? 1 : 0;
    }
  }
}

void Workspace::showSection(std::unique_ptr<SectionEditing> section) {
  section->continueOn(*suite_);
  form_.reset();
  editing_ = std::move(section);
  form_ = std::make_unique<presentation::Form>(*editing_, words());
  const auto key = keyText(editing_->key());
  if (key != settings.lastSection) settings.lastPlace.clear();
  settings.lastSection = key;
  log_.note("section", settings.lastSection);
  saveSettings();
  notify(Event::section);
}

void Workspace::closeSection() {
  const bool had = form_ != nullptr;
  form_.reset();
  editing_.reset();
  if (had) notify(Event::section);
}

void Workspace::edited() {
  if (!form_) return;
  ++edits_;
  form_->refresh();
  for (auto& entry : entries_) {
    if (entry.key == editing_->key() && !editing_->entering())
      entry.begun = true, entry.state = editing_->header().state;
  }
  countOpenSection();
  notify(Event::edited);
}

void Workspace::notify(Event event) {
  for (const auto& listener : listeners_) listener(event);
}

}  // namespace cchc::shell
