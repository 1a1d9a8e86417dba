// Work of a task that has its own suite, so that its owner never waits for the store.
#pragma once
#include <memory>
#include <type_traits>
#include <utility>

#include "core/app/suite/progress.h"
#include "core/app/suite/suite.h"
#include "core/base/store_address.h"
#include "core/base/threads/task.h"

namespace cchc {

struct SuiteWork {
  Suite& suite;
  Work& task;
  ProgressCallback watch;  // for use cases: Work::watch
};

// Makes work for Task::start and Task::ask from a function of SuiteWork& that returns a Result. It runs with a suite of
// its own, which is opened with these options and shares their catalogue; it has no outbox, since only the first suite
// of a process has one.
// Errors:
//   work.cancelled   the work was stopped before it began
//   and those of openSuite and of `work`
template <class Do>
auto onSuite(SuiteOptions options, Do work) {
  options.withoutOutbox = true;
  return [options = std::move(options),
          work = std::move(work)](Work& task) -> std::invoke_result_t<const Do&, SuiteWork&> {
    if (task.stopped()) return fail("work.cancelled");
    if (isSharedStore(options.store)) task.usesServer();
    CCHC_TRY(const auto suite, openSuite(options));
    if (task.stopped()) return fail("work.cancelled");
    SuiteWork own{*suite, task, [&task](std::size_t done, std::size_t all) { return task.watch(done, all); }};
    return work(own);
  };
}

}  // namespace cchc
