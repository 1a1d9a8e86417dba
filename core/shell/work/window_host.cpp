#include "core/shell/work/window_host.h"

#include <wx/app.h>

#include <utility>

namespace cchc::shell {

Tasks::Host windowHost(ActivityLog& log) {
  return {[](std::function<void()> call) {
            if (wxTheApp == nullptr) return;
            wxTheApp->CallAfter([call = std::move(call)] {
              // The toolkit would let the exception pass through GTK's own code.
              try {
                call();
              } catch (...) {
                if (!wxTheApp->OnExceptionInMainLoop()) throw;
              }
            });
          },
          [&log](std::string_view text) { log.note("exception", text); }, log.file().string()};
}

}  // namespace cchc::shell
