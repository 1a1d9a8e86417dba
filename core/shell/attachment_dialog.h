// The file attached to one field or cell: chosen or dropped, opened, saved, removed.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/stattext.h>

#include "core/presentation/attachments.h"

namespace cchc::shell {

class AttachmentDialog final : public wxDialog {
 public:
  AttachmentDialog(wxWindow* parent, presentation::Attachments attachments, presentation::Words words);
  bool changed() const { return changed_; }
  void attach(const std::filesystem::path& file);

 private:
  void show();
  void done(const Status& status);

  presentation::Attachments attachments_;
  presentation::Words words_;
  bool changed_ = false;
  wxStaticText *name_ = nullptr, *problem_ = nullptr;
  wxButton *choose_ = nullptr, *open_ = nullptr, *save_ = nullptr, *remove_ = nullptr;
};

}  // namespace cchc::shell
