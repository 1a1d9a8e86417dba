#include "core/app/shared/outbox.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/model/text_line.h"

namespace cchc {
namespace {

constexpr std::size_t parts = 12;

constexpr int mostWindows = 9;
constexpr std::size_t mostTogether = 500;  // changes in one transaction
constexpr std::string_view beginningMark = "!", startingMark = "~";

// box.tsv, box-2.tsv
std::filesystem::path numbered(const std::filesystem::path& file, int number) {
  return number == 1
             ? file
             : file.parent_path() / (file.stem().string() + "-" + std::to_string(number) + file.extension().string());
}

bool isLost(const Error& error) { return error.code == "store.connection-lost" || error.code == "store.open"; }

std::string lineOf(const SectionKey& key, const Change& change) {
  return joinedLine({key.period.value, key.definition.value, key.unit.value, change.id, change.place, change.oldValue,
                     change.newValue, change.who.name, change.who.login, change.who.station,
                     std::to_string(change.who.roles), timeText(change.at)});
}

}  // namespace

Outbox::Outbox(std::filesystem::path file) : file_(std::move(file)) {
  std::error_code none;
  if (!std::filesystem::exists(file_, none)) return;
  std::ifstream stream(file_, std::ios::binary);
  bool whole = stream.good();
  for (std::string line; std::getline(stream, line);) {
    auto part = splitLine(line);
    const auto at = part.size() == parts ? parseTime(part[11]) : std::nullopt;
    whole = whole && at.has_value() && !part[10].empty() &&
            part[10].find_first_not_of("0123456789") == std::string::npos && part[10].size() < 4;
    if (!whole) break;
    const auto roles = static_cast<Roles>(std::stoul(part[10]));
    entries_.push_back({{DefinitionId(part[1]), OrgUnitId(part[2]), PeriodId(part[0])},
                        {part[3], part[4], part[5], part[6], {part[7], part[8], part[9], roles}, *at}});
  }
  // What was read before the damage is still sent.
  if (!whole)
    std::filesystem::copy_file(file_, file_.string() + ".damaged", std::filesystem::copy_options::overwrite_existing,
                               none);
}

std::unique_ptr<Outbox> Outbox::take(const std::filesystem::path& file) {
  std::error_code none;
  std::filesystem::create_directories(file.parent_path(), none);
  std::unique_ptr<Outbox> taken;
  for (int number = 1; number <= mostWindows; ++number) {
    const auto box = numbered(file, number);
    const auto name = box.string() + ".lock";
    if (taken && !std::filesystem::exists(box, none)) continue;
    std::ofstream(name, std::ios::app).close();
    try {
      boost::interprocess::file_lock lock(name.c_str());
      if (!lock.try_lock()) continue;
      if (taken) {
        taken->adopt(box);
      } else {
        taken = std::make_unique<Outbox>(box);
        taken->lock_ = std::move(lock);
      }
    } catch (const boost::interprocess::interprocess_exception&) {
      return taken;  // no folder that may be written: nothing could be kept there either
    }
  }
  return taken;
}

bool Outbox::Entry::beginning() const { return change.place == beginningMark; }

bool Outbox::Entry::starting() const { return change.place.starts_with(startingMark); }

Change Outbox::Entry::plain() const {
  auto plain = change;
  if (starting()) plain.place.erase(0, startingMark.size());
  return plain;
}

std::size_t Outbox::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

std::optional<SectionKey> Outbox::lastSection() const {
  const std::lock_guard lock(mutex_);
  return entries_.empty() ? std::nullopt : std::optional(entries_.back().key);
}

// Held here before it goes there: killed in between, an edit is sent twice and applied once.
void Outbox::adopt(const std::filesystem::path& file) {
  if (!add(Outbox(file).entries_)) return;
  std::error_code none;
  std::filesystem::remove(file, none);
}

Status Outbox::add(std::vector<Entry> more) {
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
  std::filesystem::create_directories(file_.parent_path(), failed);
  std::string text;
  for (const auto& entry : entries) text += lineOf(entry.key, entry.change) + "\n";
  return platform::writeFileDurably(file_, text);
}

void Outbox::sendLater(std::function<void()> kept) { kept_ = std::move(kept); }

Status Outbox::keepBeginning(const SectionKey& key, const Actor& who, Time at, std::span<const Change> starting) {
  std::vector<Entry> entries{{key, {newId(), std::string(beginningMark), "", "", who, at}}};
  for (const auto& change : starting) {
    entries.push_back({key, change});
    entries.back().change.place.insert(0, startingMark);
  }
  CCHC_CHECK(add(std::move(entries)));
  if (kept_) kept_();
  return {};
}

Status Outbox::keep(const SectionKey& key, std::span<const Change> changes) {
  std::vector<Entry> entries;
  for (const auto& change : changes) entries.push_back({key, change});
  CCHC_CHECK(add(std::move(entries)));
  if (kept_) kept_();
  return {};
}

bool Outbox::waitUntilSent(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  return emptied_.wait_for(lock, patience, [this] { return entries_.empty(); });
}

bool Outbox::reach(Store& store) {
  if (failed_) return false;
  failed_ = !store.reconnect();
  return !failed_;
}

void Outbox::refuse(const Entry& entry, Error error) {
  std::ofstream(file_.string() + ".refused", std::ios::app | std::ios::binary)
      << lineOf(entry.key, entry.plain()) << "\n";
  const std::lock_guard lock(mutex_);
  told_.push_back(std::move(error));
}

// Those of one section that may go in one transaction; a beginning goes alone.
std::vector<Outbox::Entry> Outbox::nextBatch() const {
  const std::lock_guard lock(mutex_);
  std::vector<Entry> batch;
  for (const auto& entry : entries_) {
    if (!batch.empty() && (entry.key != batch.front().key || entry.beginning() || batch.front().beginning() ||
                           entry.starting() != batch.front().starting()))
      break;
    batch.push_back(entry);
    if (batch.size() == mostTogether) break;
  }
  return batch;
}

void Outbox::drop(std::size_t count) {
  const std::lock_guard lock(mutex_);
  entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(count));
  // Were the file to stay as it is, the same edits would be sent again, and known by their ids.
  static_cast<void>(save(entries_));
  if (entries_.empty()) emptied_.notify_all();
}

// True when all of it is in the store. False: `lost`, or nothing of it is there, and each is tried by itself.
bool Outbox::sendTogether(Store& store, const std::vector<Entry>& batch, bool& lost) {
  std::vector<Change> changes;
  for (const auto& entry : batch) changes.push_back(entry.plain());
  const auto outcomes = store.apply(batch.front().key, changes);
  lost = !outcomes && isLost(outcomes.error());
  return outcomes &&
         std::none_of(outcomes->begin(), outcomes->end(), [](const ApplyOutcome& outcome) { return outcome.conflict; });
}

// False when the connection is lost.
bool Outbox::sendOne(Store& store, const Entry& entry) {
  if (entry.beginning()) {
    const auto begun = begin ? begin(store, entry.key, entry.change.who) : Status();
    if (!begun && isLost(begun.error())) return false;
    if (!begun) refuse(entry, begun.error());
    return true;
  }
  const auto outcome = store.apply(entry.key, entry.plain());
  if (!outcome && isLost(outcome.error())) return false;
  // Nobody typed what a section starts with: who began it first has given it its start, and one that may not be begun
  // says so once, at its beginning.
  if (entry.starting()) return true;
  if (!outcome) {
    refuse(entry, outcome.error());
  } else if (outcome->conflict) {
    refuse(entry, {"section.conflict",
                   keyText(entry.key) + "/" + entry.change.place,
                   {{"mine", entry.change.newValue}, {"theirs", outcome->other}, {"who", outcome->by.name}},
                   ErrorKind::refusal});
  }
  return true;
}

Outbox::Sent Outbox::drain(Store& store) {
  for (auto batch = nextBatch(); !batch.empty(); batch = nextBatch()) {
    bool lost = false;
    if (batch.size() > 1 && sendTogether(store, batch, lost)) {
      drop(batch.size());
      continue;
    }
    std::size_t sent = 0;
    while (!lost && sent < batch.size() && sendOne(store, batch[sent])) ++sent;
    drop(sent);
    if (sent < batch.size()) return Sent::lost;
  }
  return Sent::all;
}

bool Outbox::send(Store& store, bool now) {
  const bool gone = failed_;
  if (now) failed_ = false;
  if (empty()) return true;
  if (failed_ || (gone && !reach(store))) return false;
  if (drain(store) == Sent::all) return true;
  if (reach(store) && drain(store) == Sent::lost) failed_ = true;
  return empty();
}

Result<std::vector<ApplyOutcome>> Outbox::apply(Store& store, const SectionKey& key, std::span<const Change> changes) {
  if (!later() && send(store)) {
    auto outcomes = store.apply(key, changes);
    if (outcomes || !isLost(outcomes.error())) return outcomes;
    if (reach(store)) {
      outcomes = store.apply(key, changes);
      if (outcomes || !isLost(outcomes.error())) return outcomes;
    }
  }
  CCHC_CHECK(keep(key, changes));
  ApplyOutcome kept;
  kept.applied = true;
  return std::vector<ApplyOutcome>(changes.size(), kept);
}

Status allSent(const std::shared_ptr<Outbox>& outbox) {
  constexpr std::chrono::seconds patience{5};
  if (!outbox || outbox->waitUntilSent(patience)) return {};
  return fail("store.edits-kept", "", {{"count", std::to_string(outbox->size())}}, ErrorKind::failure);
}

std::vector<Error> Outbox::takeTold() {
  const std::lock_guard lock(mutex_);
  return std::exchange(told_, {});
}

}  // namespace cchc
