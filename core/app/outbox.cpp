#include "core/app/outbox.h"

#include <fstream>
#include <utility>

#include "core/base/platform.h"
#include "core/model/text_line.h"

namespace cchc {
namespace {

constexpr std::size_t parts = 12;

constexpr int mostWindows = 9;

// box.tsv, box-2.tsv
std::filesystem::path numbered(const std::filesystem::path& file, int number) {
  return number == 1 ? file : file.parent_path() / (file.stem().string() + "-" + std::to_string(number) + file.extension().string());
}

bool isLost(const Error& error) { return error.code == "store.connection-lost" || error.code == "store.open"; }

std::string lineOf(const SectionKey& key, const Change& change) {
  return joinedLine({key.period.value, key.definition.value, key.unit.value, change.id, change.place, change.oldValue, change.newValue, change.who.name, change.who.login,
                     change.who.station, std::to_string(change.who.roles), timeText(change.at)});
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
    whole = whole && at.has_value() && !part[10].empty() && part[10].find_first_not_of("0123456789") == std::string::npos && part[10].size() < 4;
    if (!whole) break;
    const auto roles = static_cast<Roles>(std::stoul(part[10]));
    entries_.push_back({{DefinitionId(part[1]), OrgUnitId(part[2]), PeriodId(part[0])}, {part[3], part[4], part[5], part[6], {part[7], part[8], part[9], roles}, *at}});
  }
  // What was read before the damage is still sent.
  if (!whole) std::filesystem::copy_file(file_, file_.string() + ".damaged", std::filesystem::copy_options::overwrite_existing, none);
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

// Held here before it goes there: killed in between, an edit is sent twice and applied once.
void Outbox::adopt(const std::filesystem::path& file) {
  const Outbox other(file);
  auto all = entries_;
  all.insert(all.end(), other.entries_.begin(), other.entries_.end());
  if (!save(all)) return;
  entries_ = std::move(all);
  std::error_code none;
  std::filesystem::remove(file, none);
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

bool Outbox::reach(Store& store) {
  if (failed_) return false;
  failed_ = !store.reconnect();
  return !failed_;
}

void Outbox::refuse(const Entry& entry, Error error) {
  std::ofstream(file_.string() + ".refused", std::ios::app | std::ios::binary) << lineOf(entry.key, entry.change) << "\n";
  told_.push_back(std::move(error));
}

bool Outbox::send(Store& store, bool now) {
  if (now) failed_ = false;
  if (entries_.empty()) return true;
  if (!reach(store)) return false;
  std::size_t sent = 0;
  for (; sent < entries_.size(); ++sent) {
    const auto& entry = entries_[sent];
    const auto outcome = store.apply(entry.key, entry.change);
    if (outcome && outcome->conflict) {
      refuse(entry, {"section.conflict", keyText(entry.key) + "/" + entry.change.place,
                     {{"mine", entry.change.newValue}, {"theirs", outcome->other}, {"who", outcome->by.name}}, ErrorKind::refusal});
    } else if (!outcome && isLost(outcome.error())) {
      failed_ = true;
      break;
    } else if (!outcome) {
      refuse(entry, outcome.error());
    }
  }
  entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(sent));
  // Were the file to stay as it is, the same edits would be sent again, and known by their ids.
  static_cast<void>(save(entries_));
  return entries_.empty();
}

Result<std::vector<ApplyOutcome>> Outbox::apply(Store& store, const SectionKey& key, std::span<const Change> changes) {
  if (send(store)) {
    auto outcomes = store.apply(key, changes);
    if (outcomes || !isLost(outcomes.error())) return outcomes;
    if (reach(store)) {
      outcomes = store.apply(key, changes);
      if (outcomes || !isLost(outcomes.error())) return outcomes;
    }
  }
  auto all = entries_;
  for (const auto& change : changes) all.push_back({key, change});
  CCHC_CHECK(save(all));
  entries_ = std::move(all);
  ApplyOutcome kept;
  kept.applied = true;
  return std::vector<ApplyOutcome>(changes.size(), kept);
}

std::vector<Error> Outbox::takeTold() { return std::exchange(told_, {}); }

}  // namespace cchc
