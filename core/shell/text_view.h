// The section's paragraphs as they will be printed, beside the form; they follow the figures, and can be edited by hand.
#pragma once
#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <vector>

#include "core/shell/workspace.h"

namespace cchc::shell {

class TextView final : public wxPanel {
 public:
  TextView(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> tellError;
  void reload();

 private:
  void showSelected();
  void save(bool generated);

  Workspace& workspace_;
  std::vector<SectionEditing::GeneratedParagraph> paragraphs_;
  wxListBox* list_ = nullptr;
  wxTextCtrl* text_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton *save_ = nullptr, *regenerate_ = nullptr;
  wxArrayString lines_;  // as the list has them
  std::string shown_;  // id of the paragraph in the editor
};

}  // namespace cchc::shell
