// Names the plugin that is running on a thread, so that a plugin which ends the program is named. Private to plugin/.
#pragma once
#include <string>
#include <string_view>

namespace cchc {

class LoadingMark;

// Made around every call of a plugin's function, and around loading and unloading its library. If exit or quick_exit is
// called meanwhile, in the call or on a thread that the plugin has started, or if an exception leaves a destructor or
// such a thread, the program prints plugin.ended-the-program-now (plugin.ended-while-unloaded) in both languages and
// ends with status 3.
class PluginCall {
 public:
  // `plugin`, `what`: the plugin's id, and the check, importer or function, or empty for unloading; borrowed. `mark`:
  // kept if the program ends; null outside the registration.
  PluginCall(std::string_view plugin, std::string_view what, LoadingMark* mark = nullptr);
  ~PluginCall();
  PluginCall(const PluginCall&) = delete;
  PluginCall& operator=(const PluginCall&) = delete;

  std::string_view plugin() const { return plugin_; }
  std::string_view what() const { return what_; }
  LoadingMark* mark() const { return mark_; }

 private:
  std::string_view plugin_, what_;
  LoadingMark* mark_;
  const PluginCall* outer_;
};

}  // namespace cchc
