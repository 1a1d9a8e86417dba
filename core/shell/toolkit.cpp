#include "core/shell/toolkit.h"

#include "core/base/platform.h"

namespace cchc::shell {

void turnAnimationsOff() {
  // wxWidgets has no way to say it; GTK is there already, and its development files are not asked for.
  using Settings = void* (*)();
  using Set = void (*)(void*, const char*, ...);
  const auto settings = reinterpret_cast<Settings>(platform::loadedFunction("gtk_settings_get_default"));
  const auto set = reinterpret_cast<Set>(platform::loadedFunction("g_object_set"));
  if (settings == nullptr || set == nullptr) return;
  if (auto* ours = settings(); ours != nullptr) set(ours, "gtk-enable-animations", 0, static_cast<const char*>(nullptr));
}

std::future<void> readFontsAhead() {
  using Read = int (*)();
  const auto read = reinterpret_cast<Read>(platform::loadedFunction("FcInit"));
  if (read == nullptr) return {};
  return std::async(std::launch::async, [read] { read(); });
}

}  // namespace cchc::shell
