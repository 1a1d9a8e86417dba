#include "core/app/shared/outbox.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/model/text_line.h"

namespace cchc {
namespace {

constexpr std::size_t parts = 12;          // of a line of the file
constexpr int mostWindows = 9;             // of one person
constexpr std::size_t mostTogether = 500;  // changes in one transaction
constexpr std::string_view beginningMark = "!", startingMark = "~";

// box.tsv, box-2.tsv
std::filesystem::path numbered(const std::filesystem::path& file, int number) {
  return number == 1
             ? file
             : file.parent_path() / (file.stem().string() + "-" + std::to_string(number) + file.extension().string());
}

// A desk in a line: the number of its roles, and its unit after a space, if it has one.
std::string deskPart(const Desk& desk) {
  return std::to_string(desk.roles) + (desk.unit ? " " + desk.unit->value : std::string());
}
std::optional<Desk> readDeskPart(std::string_view text) {
  const auto roles = text.substr(0, text.find(' '));
  if (roles.empty() || roles.size() > 3 || roles.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  Desk desk{std::nullopt, static_cast<Roles>(std::stoul(std::string(roles)))};
  if (roles.size() < text.size()) desk.unit = OrgUnitId(std::string(text.substr(roles.size() + 1)));
  return desk;
}

bool isLost(const Error& error) { return error.code == "store.connection-lost" || error.code == "store.open"; }

}  // namespace

// In the file the kind is a mark before the text of the address, or instead of it.
std::string Outbox::lineOf(const Entry& entry) {
  const auto& [key, change, kind] = entry;
  const auto place = kind == Kind::beginning
                         ? std::string(beginningMark)
                         : std::string(kind == Kind::starting ? startingMark : "") + addressText(change.place);
  return joinedLine({key.period.value, key.definition.value, key.unit.value, change.id, place, change.oldValue,
                     change.newValue, change.who.name, change.who.login, change.who.station, deskPart(change.who.desk),
                     timeText(change.at)});
}

std::optional<Outbox::Entry> Outbox::readLine(std::string_view line) {
  const auto part = splitLine(line);
  const auto at = part.size() == parts ? parseTime(part[11]) : std::nullopt;
  const auto desk = at ? readDeskPart(part[10]) : std::nullopt;
  if (!desk) return std::nullopt;
  Entry entry{{DefinitionId(part[1]), OrgUnitId(part[2]), PeriodId(part[0])},
              {part[3], {}, part[5], part[6], {part[7], part[8], part[9], *desk}, *at}};
  std::string_view place = part[4];
  if (place == beginningMark) {
    entry.kind = Kind::beginning;
    return entry;
  }
  if (place.starts_with(startingMark)) {
    entry.kind = Kind::starting;
    place.remove_prefix(startingMark.size());
  }
  entry.change.place = Address::inDraft(place);
  return entry;
}

Outbox::Outbox(std::filesystem::path file) : file_(std::move(file)) {
  std::error_code none;
  if (!std::filesystem::exists(file_, none)) return;
  std::ifstream stream(file_, std::ios::binary);
  bool whole = stream.good();
  for (std::string line; std::getline(stream, line);) {
    auto entry = readLine(line);
    whole = whole && entry.has_value();
    if (!whole) break;
    entries_.push_back(std::move(*entry));
  }
  if (!whole)
    std::filesystem::copy_file(file_, file_.string() + ".damaged", std::filesystem::copy_options::overwrite_existing,
                               none);
}

std::unique_ptr<Outbox> Outbox::acquire(const std::filesystem::path& file) {
  std::error_code none;
  if (!platform::createPrivateFolder(file.parent_path())) return nullptr;
  platform::closeToOthers(file.parent_path());
  std::unique_ptr<Outbox> acquired;
  for (int number = 1; number <= mostWindows; ++number) {
    const auto box = numbered(file, number);
    if (acquired && !std::filesystem::exists(box, none)) continue;
    auto lock = platform::FileLock::acquire(box.string() + ".lock");
    if (!lock) return acquired;  // the folder cannot be written to
    if (!lock->held()) continue;
    for (const auto* side : {"", ".lock", ".refused", ".damaged"}) platform::closeToOthers(box.string() + side);
    if (acquired) {
      acquired->adopt(box);
    } else {
      acquired = std::make_unique<Outbox>(box);
      acquired->lock_.emplace(std::move(*lock));
    }
  }
  return acquired;
}

std::size_t Outbox::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

std::optional<SectionKey> Outbox::lastSection() const {
  const std::lock_guard lock(mutex_);
  return entries_.empty() ? std::nullopt : std::optional(entries_.back().key);
}

// The entries are saved here before the other file is removed. If the program is killed in between, they are in both
// files, but an edit that is sent twice is applied only once.
void Outbox::adopt(const std::filesystem::path& file) {
  if (!append(Outbox(file).entries_)) return;
  std::error_code none;
  std::filesystem::remove(file, none);
}

Status Outbox::append(std::vector<Entry> more) {
  const std::lock_guard lock(mutex_);
  auto all = entries_;
  std::move(more.begin(), more.end(), std::back_inserter(all));
  CCHC_CHECK(save(all));
  entries_ = std::move(all);
  return {};
}

Status Outbox::save(const std::vector<Entry>& entries) const {
  std::error_code failed;
  if (entries.empty()) {
    std::filesystem::remove(file_, failed);
    return {};
  }
  CCHC_CHECK(platform::createPrivateFolder(file_.parent_path()));
  std::string text;
  for (const auto& entry : entries) text += lineOf(entry) + "\n";
  return platform::writeFileDurably(file_, text, platform::Readers::ownerAlone);
}

void Outbox::sendLater(std::function<void()> onQueued) {
  const std::lock_guard lock(mutex_);
  onQueued_ = std::move(onQueued);
}

bool Outbox::sendsLater() const {
  const std::lock_guard lock(mutex_);
  return onQueued_ != nullptr;
}

// The function is called without the lock, since it may call this outbox.
void Outbox::notifyQueued() {
  std::function<void()> onQueued;
  {
    const std::lock_guard lock(mutex_);
    onQueued = onQueued_;
  }
  if (onQueued) onQueued();
}

Status Outbox::queueBeginning(const SectionKey& key, const Actor& who, Time at, std::span<const Change> starting) {
  std::vector<Entry> entries{{key, {newId(), {}, "", "", who, at}, Kind::beginning}};
  for (const auto& change : starting) entries.push_back({key, change, Kind::starting});
  CCHC_CHECK(append(std::move(entries)));
  notifyQueued();
  return {};
}

Status Outbox::queue(const SectionKey& key, std::span<const Change> changes) {
  std::vector<Entry> entries;
  for (const auto& change : changes) entries.push_back({key, change});
  CCHC_CHECK(append(std::move(entries)));
  notifyQueued();
  return {};
}

bool Outbox::waitUntilSent(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  return emptied_.wait_for(lock, patience, [this] { return entries_.empty(); });
}

bool Outbox::reconnect(Store& store) {
  if (failed_) return false;
  failed_ = !store.reconnect();
  return !failed_;
}

void Outbox::refuse(const Entry& entry, Error error) {
  const auto file = file_.string() + ".refused";
  static_cast<void>(platform::createFile(file, platform::Readers::ownerAlone));  // unless it is there
  std::ofstream(file, std::ios::app | std::ios::binary) << lineOf(entry) << "\n";
  const std::lock_guard lock(mutex_);
  reports_.push_back(std::move(error));
}

// The first entries that can share a transaction: all of one section; a beginning is sent by itself.
std::vector<Outbox::Entry> Outbox::nextBatch() const {
  const std::lock_guard lock(mutex_);
  std::vector<Entry> batch;
  for (const auto& entry : entries_) {
    if (!batch.empty() &&
        (entry.key != batch.front().key || entry.kind != batch.front().kind || entry.kind == Kind::beginning))
      break;
    batch.push_back(entry);
    if (batch.size() == mostTogether) break;
  }
  return batch;
}

void Outbox::removeFirst(std::size_t count) {
  const std::lock_guard lock(mutex_);
  entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(count));
  // If this fails, the same edits are sent again later, and the store recognises them by their ids.
  static_cast<void>(save(entries_));
  if (entries_.empty()) emptied_.notify_all();
}

// True if the whole batch is in the store. False if the connection was lost (`lost`), or if none of the batch was
// applied and each entry has to be sent by itself.
bool Outbox::sendTogether(Store& store, const std::vector<Entry>& batch, bool& lost) {
  std::vector<Change> changes;
  for (const auto& entry : batch) changes.push_back(entry.change);
  const auto outcomes = store.apply(batch.front().key, changes);
  lost = !outcomes && isLost(outcomes.error());
  return outcomes &&
         std::none_of(outcomes->begin(), outcomes->end(), [](const ApplyOutcome& outcome) { return outcome.conflict; });
}

// False when the connection is lost.
bool Outbox::sendOne(Store& store, const Entry& entry) {
  if (entry.kind == Kind::beginning) {
    const auto begun = beginSection ? beginSection(store, entry.key, entry.change.who) : Status();
    if (!begun && isLost(begun.error())) return false;
    if (!begun) refuse(entry, begun.error());
    return true;
  }
  const auto outcome = store.apply(entry.key, entry.change);
  if (!outcome && isLost(outcome.error())) return false;
  // Nobody typed the values that a section starts with. If another person began the section, their values are kept; if
  // it could not be begun, that has been reported already.
  if (entry.kind == Kind::starting) return true;
  if (!outcome) {
    refuse(entry, outcome.error());
  } else if (outcome->conflict) {
    refuse(entry, {"section.conflict",
                   keyText(entry.key) + "/" + addressText(entry.change.place),
                   {{"mine", entry.change.newValue},
                    {"mine_en", entry.change.newValue},
                    {"theirs", outcome->other},
                    {"theirs_en", outcome->other},
                    {"who", outcome->by.name}},
                   ErrorKind::refusal});
  }
  return true;
}

Outbox::Sent Outbox::drain(Store& store) {
  for (auto batch = nextBatch(); !batch.empty(); batch = nextBatch()) {
    bool lost = false;
    if (batch.size() > 1 && sendTogether(store, batch, lost)) {
      removeFirst(batch.size());
      continue;
    }
    std::size_t sent = 0;
    while (!lost && sent < batch.size() && sendOne(store, batch[sent])) ++sent;
    removeFirst(sent);
    if (sent < batch.size()) return Sent::lost;
  }
  return Sent::all;
}

// A thread that a slow server holds may still be sending when another begins. Two that send the same entries would also
// remove entries that neither has sent.
bool Outbox::send(Store& store, bool now) {
  const std::unique_lock alone(sending_, std::try_to_lock);
  if (!alone) return false;
  const bool gone = failed_;
  if (now) failed_ = false;
  if (empty()) return true;
  if (failed_ || (gone && !reconnect(store))) return false;
  if (drain(store) == Sent::all) return true;
  if (reconnect(store) && drain(store) == Sent::lost) failed_ = true;
  return empty();
}

Result<std::vector<ApplyOutcome>> Outbox::apply(Store& store, const SectionKey& key, std::span<const Change> changes) {
  if (!sendsLater() && send(store)) {
    auto outcomes = store.apply(key, changes);
    if (outcomes || !isLost(outcomes.error())) return outcomes;
    if (reconnect(store)) {
      outcomes = store.apply(key, changes);
      if (outcomes || !isLost(outcomes.error())) return outcomes;
    }
  }
  CCHC_CHECK(queue(key, changes));
  ApplyOutcome queued;
  queued.applied = true;
  return std::vector<ApplyOutcome>(changes.size(), queued);
}

Status waitForOutbox(const std::shared_ptr<Outbox>& outbox) {
  constexpr std::chrono::seconds patience{5};
  if (!outbox || outbox->waitUntilSent(patience)) return {};
  return fail("store.edits-kept", "", {{"count", std::to_string(outbox->size())}}, ErrorKind::failure);
}

std::vector<Error> Outbox::takeReports() {
  const std::lock_guard lock(mutex_);
  return std::exchange(reports_, {});
}

}  // namespace cchc
