#include "core/plugin/library/plugin_call.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "core/base/texts.h"
#include "core/plugin/library/loading_mark.h"

namespace cchc {
namespace {

// Without a destructor, so that it can still be read while the program ends.
thread_local const PluginCall* running = nullptr;
// The last call that began on any thread and still runs. It is named if a thread ends the program that has no call of
// its own: the plugin started that thread, since only the main thread of the program itself calls exit.
std::atomic<const PluginCall*> lastBegun = nullptr;
const auto* const runningOnMainThread = &running;
std::terminate_handler outerTerminate = nullptr;

void nameWhoEndsTheProgram() {
  const auto* call = running;
  if (call == nullptr && &running != runningOnMainThread) call = lastBegun.load();
  if (call == nullptr) return;
  const Error error{call->what().empty() ? "plugin.ended-while-unloaded" : "plugin.ended-the-program-now",
                    std::string(call->plugin()),
                    {{"what", std::string(call->what())}},
                    ErrorKind::failure};
  if (call->mark() != nullptr) call->mark()->keep();
  for (const auto language : {Language::vi, Language::en})
    std::fprintf(stderr, "%s\n", messageLine(error, language).c_str());
  std::fflush(nullptr);
  std::_Exit(static_cast<int>(ErrorKind::failure));
}

// An exception that leaves a destructor or a thread of a plugin.
void nameWhoTerminates() {
  nameWhoEndsTheProgram();
  if (outerTerminate != nullptr) outerTerminate();
  std::abort();
}

}  // namespace

PluginCall::PluginCall(std::string_view plugin, std::string_view what, LoadingMark* mark)
    : plugin_(plugin), what_(what), mark_(mark), outer_(running) {
  static const bool watched = [] {
    outerTerminate = std::set_terminate(&nameWhoTerminates);
    return std::atexit(&nameWhoEndsTheProgram) == 0 && std::at_quick_exit(&nameWhoEndsTheProgram) == 0;
  }();
  static_cast<void>(watched);
  running = this;
  lastBegun = this;
}

PluginCall::~PluginCall() {
  running = outer_;
  const PluginCall* self = this;
  lastBegun.compare_exchange_strong(self, outer_);
}

}  // namespace cchc
