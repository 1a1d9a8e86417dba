// Notes which `self` a plugin may use: one that the host gave it for a call that still runs on the same thread. Private
// to plugin/.
#pragma once

namespace cchc {

// A member of each object whose address a plugin knows, made and destroyed on the thread that calls the plugin.
class LiveSelf {
 public:
  explicit LiveSelf(const void* self);
  ~LiveSelf();
  LiveSelf(const LiveSelf&) = delete;
  LiveSelf& operator=(const LiveSelf&) = delete;

  // Whether this thread may use `self`. If not, the plugin is at fault: on the thread for which `self` is alive, or
  // else, if it is alive nowhere, on this one while it calls a plugin.
  static bool mayUse(const void* self) noexcept;
  // Whether there was such a fault on this thread since the last call of this function.
  static bool takeFault();

 private:
  const void* self_;
};

}  // namespace cchc
