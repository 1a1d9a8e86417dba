#include "core/plugin/live_self.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <vector>

namespace cchc {
namespace {

struct LiveOfThread {
  std::vector<const void*> selves;  // the last one is asked for most
  std::atomic<bool> fault = false;
};
thread_local LiveOfThread live;

// Looked at only for a `self` that is not alive on the thread that asks.
std::mutex everywhereMutex;
std::map<const void*, LiveOfThread*>& everywhere() {
  static auto& selves = *new std::map<const void*, LiveOfThread*>;  // a plugin may call while the program ends
  return selves;
}

}  // namespace

LiveSelf::LiveSelf(const void* self) : self_(self) {
  const std::scoped_lock lock(everywhereMutex);
  everywhere()[self] = &live;
  live.selves.push_back(self);
}

LiveSelf::~LiveSelf() {
  const std::scoped_lock lock(everywhereMutex);
  everywhere().erase(self_);
  live.selves.erase(std::find(live.selves.begin(), live.selves.end(), self_));
}

bool LiveSelf::mayUse(const void* self) noexcept {
  if (std::find(live.selves.rbegin(), live.selves.rend(), self) != live.selves.rend()) return true;
  const std::scoped_lock lock(everywhereMutex);
  const auto other = everywhere().find(self);
  if (other != everywhere().end())
    other->second->fault = true;
  else if (!live.selves.empty())
    live.fault = true;
  return false;
}

bool LiveSelf::takeFault() { return live.fault.exchange(false); }

}  // namespace cchc
