#include "core/shell/frame/finding_counter.h"

#include <utility>
#include <vector>

#include "core/app/suite/suite_work.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

FindingCounter::FindingCounter(const FrameContext& context) : context_(context), counting_(context.workspace.tasks()) {}

void FindingCounter::count() {
  if (counted_) return;
  counted_ = true;
  auto& workspace = context_.workspace;
  using Entries = std::vector<presentation::NavigatorEntry>;
  counting_.ask(
      onSuite(workspace.suite().options,
              [entries = workspace.entries(), period = workspace.period().id](SuiteWork& work) -> Result<Entries> {
                auto counted = entries;
                CCHC_CHECK(presentation::countFindings(work.suite, period, counted, work.watch));
                return counted;
              }),
      [this, &workspace](const Result<Entries>& counted) {
        if (counted)
          workspace.setCounts(*counted);
        else
          context_.notices.showError(counted.error());
      });
}

}  // namespace cchc::shell
