#include "core/plugin/library/plugin_call.h"

#include <cstdio>
#include <cstdlib>

#include "core/base/texts.h"
#include "core/plugin/library/loading_mark.h"

namespace cchc {
namespace {

// Without a destructor, so that it can still be read while the program ends.
thread_local const PluginCall* running = nullptr;

void nameWhoEndsTheProgram() {
  if (running == nullptr) return;
  const Error error{"plugin.ended-the-program-now",
                    std::string(running->plugin()),
                    {{"what", std::string(running->what())}},
                    ErrorKind::failure};
  if (running->mark() != nullptr) running->mark()->keep();
  for (const auto language : {Language::vi, Language::en})
    std::fprintf(stderr, "%s\n", messageLine(error, language).c_str());
  std::fflush(nullptr);
  std::_Exit(static_cast<int>(ErrorKind::failure));
}

}  // namespace

PluginCall::PluginCall(std::string_view plugin, std::string_view what, LoadingMark* mark)
    : plugin_(plugin), what_(what), mark_(mark), outer_(running) {
  static const bool watched =
      std::atexit(&nameWhoEndsTheProgram) == 0 && std::at_quick_exit(&nameWhoEndsTheProgram) == 0;
  static_cast<void>(watched);
  running = this;
}

PluginCall::~PluginCall() { running = outer_; }

}  // namespace cchc
