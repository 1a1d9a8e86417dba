// Why a section goes back: a reason, required, and remarks on its fields; sent with Ctrl+Enter.
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
  // `form`: of the section, whose fields and tables can be remarked on.
  ReasonDialog(wxWindow* parent, presentation::Words words, const std::string& what, const SectionDefinition& form);
  std::string reason() const;
  // Ready to remark on this place.
  void goTo(const std::string& place);
  const std::vector<Remark>& remarks() const { return remarks_; }

 private:
  wxSizer* remarkRow(presentation::Words words, const SectionDefinition& form);
  void addRemark();
  void removeRemark();

  wxTextCtrl* text_ = nullptr;
  wxChoice* place_ = nullptr;
  wxTextCtrl* remark_ = nullptr;
  wxListBox* list_ = nullptr;
  std::vector<std::string> places_;
  std::vector<Remark> remarks_;
};

}  // namespace cchc::shell
