// Binds the tasks of the program (base/threads/task.h) to the window.
#pragma once
#include "core/app/suite/activity_log.h"
#include "core/base/threads/task.h"

namespace cchc::shell {

// Outcomes arrive as events of the window; an exception in one of them is handled like one in a command
// (wxApp::OnExceptionInMainLoop). Exceptions in work are written to the log.
// `log`: borrowed; must outlive the tasks.
Tasks::Host windowHost(ActivityLog& log);

}  // namespace cchc::shell
