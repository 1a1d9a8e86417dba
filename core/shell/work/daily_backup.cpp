#include "core/shell/work/daily_backup.h"

#include <optional>

#include "core/app/suite/suite_work.h"
#include "core/base/store_address.h"

namespace cchc::shell {

namespace {

constexpr int minute = 60'000;  // ms

}  // namespace

Status copyToFolder(Suite& suite, const std::filesystem::path& folder, const Date& today) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) return fail("backup.drive-absent", folder.string());
  const auto file = folder / ("cchc-" + today.toText() + (isSharedStore(suite.options.store) ? ".dump" : ".sqlite"));
  if (std::filesystem::exists(file, failed)) return {};
  return backupStore(suite, file);
}

DailyBackup::DailyBackup(Workspace& workspace) : workspace_(workspace) {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { makeDueCopies(); });
  timer_.Start(10 * minute);
}

void DailyBackup::makeDueCopies() {
  const auto trouble = std::make_shared<std::optional<Error>>();
  task_.start(onSuite(workspace_.suite().options,
                      [trouble, copies = copies_, folder = workspace_.settings.backupFolder,
                       today = workspace_.today()](SuiteWork& work) -> Status {
                        *trouble = copies->makeIfDue(work.suite);
                        return folder.empty() ? Status() : copyToFolder(work.suite, folder, today);
                      }),
              [this, trouble](const Status& copied) {
                if (*trouble && showError) showError(**trouble);
                // Shown only once, since a drive that is not connected may stay so for a while.
                const auto fault = copied ? std::string() : copied.error().code;
                if (!copied && fault != shownFault_ && showError) showError(copied.error());
                shownFault_ = fault;
              });
}

}  // namespace cchc::shell
