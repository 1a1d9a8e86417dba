// The section's paragraphs as they will be printed, next to the form. They follow the figures and can be edited by
// hand.
#pragma once
#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>
#include <vector>

#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class TextView final : public wxPanel {
 public:
  TextView(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> showError;
  // Generates the paragraphs again. While another page of the notebook is shown, this is postponed until the user comes
  // back.
  void reload();
  // Saves the typed text. If it is refused, it stays in its box, the reason is shown and false is returned.
  bool commit();
  wxListBox* list() const { return list_; }
  wxTextCtrl* editor() const { return text_; }
  std::string differenceText() const;  // the comparison as shown; "" if there is nothing to compare

 private:
  bool inFront() const;
  void readParagraphs();
  void showSelected();
  void showDifference(const SectionEditing::GeneratedParagraph* drifted);
  bool save(const SectionEditing::GeneratedParagraph& one, bool generated);

  Workspace& workspace_;
  std::vector<SectionEditing::GeneratedParagraph> paragraphs_;
  wxListBox* list_ = nullptr;
  wxTextCtrl *text_ = nullptr, *difference_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton *save_ = nullptr, *regenerate_ = nullptr;
  wxArrayString lines_;       // as shown in the list
  std::string shown_;         // the id of the paragraph in the editor
  SectionKey shownOf_;        // the section of that paragraph
  std::string differenceOf_;  // the two texts that are compared
  bool stale_ = true;         // something has changed since the paragraphs were read
};

}  // namespace cchc::shell
