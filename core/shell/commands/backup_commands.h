// Commands for copies of the store: one on request, and the daily copy on another drive.
#pragma once
#include "core/shell/frame/frame_context.h"
#include "core/shell/work/daily_backup.h"

namespace cchc::shell {

class BackupCommands {
 public:
  explicit BackupCommands(const FrameContext& context);
  BackupCommands(const BackupCommands&) = delete;
  BackupCommands& operator=(const BackupCommands&) = delete;

  // Asks for a file and copies the store there.
  void backup();
  // Asks for the folder in which a copy is made each day, and makes today's copy.
  void chooseDailyFolder();

 private:
  const FrameContext& context_;
  DailyBackup daily_;
};

}  // namespace cchc::shell
