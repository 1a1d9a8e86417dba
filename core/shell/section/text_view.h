// The section's paragraphs as they will be printed, beside the form; they follow the figures, and can be edited by
// hand.
#pragma once
#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <vector>

#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class TextView final : public wxPanel {
 public:
  TextView(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> tellError;
  // Paragraphs are made when they are looked at: a page behind another waits until it comes to the front.
  void reload();
  // Saves the text that was typed. False when it cannot be taken: it stays, and why is told.
  bool commit();
  wxListBox* list() const { return list_; }
  wxTextCtrl* editor() const { return text_; }
  std::string compared() const;  // what the comparison shows; "" while there is nothing to compare

 private:
  bool inFront() const;
  void read();
  void showSelected();
  void compare(const SectionEditing::GeneratedParagraph* drifted);
  bool save(const SectionEditing::GeneratedParagraph& one, bool generated);

  Workspace& workspace_;
  std::vector<SectionEditing::GeneratedParagraph> paragraphs_;
  wxListBox* list_ = nullptr;
  wxTextCtrl *text_ = nullptr, *difference_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton *save_ = nullptr, *regenerate_ = nullptr;
  wxArrayString lines_;       // as the list has them
  std::string shown_;         // id of the paragraph in the editor
  SectionKey shownOf_;        // its section
  std::string comparedText_;  // the two texts that the comparison was made of
  bool stale_ = true;         // something changed since the paragraphs were read
};

}  // namespace cchc::shell
