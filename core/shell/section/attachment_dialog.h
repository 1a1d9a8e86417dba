// The file attached to one field or cell: chosen or dropped, opened, saved, removed.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/stattext.h>

#include "core/presentation/section/attachments.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class AttachmentDialog final : public wxDialog {
 public:
  // Files are read and written beside the window, on a suite of these options.
  AttachmentDialog(wxWindow* parent, presentation::Attachments attachments, SuiteOptions options,
                   presentation::Words words);
  bool changed() const { return changed_; }
  void attach(const std::filesystem::path& file);
  bool busy() const { return background_.running(); }

 private:
  void show();
  void done(const Status& status);
  void run(std::function<Status(Background::Work&)> work, std::function<Status()> then);

  presentation::Attachments attachments_;
  SuiteOptions options_;
  Background background_;
  presentation::Words words_;
  bool changed_ = false;
  wxStaticText *name_ = nullptr, *problem_ = nullptr;
  wxButton *choose_ = nullptr, *open_ = nullptr, *save_ = nullptr, *remove_ = nullptr, *close_ = nullptr;
};

}  // namespace cchc::shell
