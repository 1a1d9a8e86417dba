// Asks why a section is returned: a reason, which is required, and remarks on its fields and tables. Ctrl+Enter
// confirms the dialog.
#pragma once
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/listbox.h>
#include <wx/textctrl.h>

#include <string>
#include <vector>

#include "core/definition/definition.h"
#include "core/model/section.h"
#include "core/presentation/window/words.h"

namespace cchc::shell {

class ReasonDialog final : public wxDialog {
 public:
  // `section` is the name of the section that is returned; `definition` is borrowed for the call.
  ReasonDialog(wxWindow* parent, presentation::Words words, const std::string& section,
               const SectionDefinition& definition);
  std::string reason() const;
  // Chooses the field or table of the next remark, and moves the focus to the text of the remark.
  void goTo(const Place& place);
  const std::vector<Remark>& remarks() const { return remarks_; }

 private:
  wxSizer* remarkRow(presentation::Words words, const SectionDefinition& definition);
  void addRemark();
  void removeRemark();

  wxTextCtrl* reason_ = nullptr;
  wxChoice* place_ = nullptr;
  wxTextCtrl* remark_ = nullptr;
  wxListBox* list_ = nullptr;  // of remarks_, in the same order
  std::vector<Place> places_;  // for the lines of place_
  std::vector<Remark> remarks_;
};

}  // namespace cchc::shell
