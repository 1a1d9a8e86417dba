// The dialog for the file attached to one field or cell: the file can be chosen or dropped here, opened, saved
// elsewhere, or removed.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>

#include "core/app/suite/suite_work.h"
#include "core/base/threads/task.h"
#include "core/presentation/section/attachments.h"

namespace cchc::shell {

class AttachmentDialog final : public wxDialog {
 public:
  // Files are read and written in the background, on a suite that is opened with these options.
  AttachmentDialog(wxWindow* parent, presentation::Attachments attachments, Tasks& tasks, SuiteOptions options,
                   presentation::Words words);
  // True once a file has been attached or removed.
  bool changed() const { return changed_; }
  // Stores a file in the background and then attaches it. An error is shown in the dialog.
  void attach(const std::filesystem::path& file);
  bool busy() const { return task_.running(); }

 private:
  void showAttachment();
  void showOutcome(const Status& status);
  // Runs `work` in the background, then `then` in the window; shows the first error of either.
  void run(std::function<Status(SuiteWork&)> work, std::function<Status()> then);

  presentation::Attachments attachments_;
  SuiteOptions options_;
  Task task_;
  presentation::Words words_;
  bool changed_ = false;
  wxStaticText *name_ = nullptr, *problem_ = nullptr;
  wxButton *choose_ = nullptr, *open_ = nullptr, *save_ = nullptr, *remove_ = nullptr, *close_ = nullptr;
};

}  // namespace cchc::shell
