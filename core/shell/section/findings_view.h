// The list of findings: of the open section, or of all sections that the user reports. Enter or a double click goes to
// the field of a finding. Explanations of warnings are typed here.
#pragma once
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class FindingsView final : public wxPanel {
 public:
  FindingsView(wxWindow* parent, Workspace& workspace);
  std::function<void(const Place& place)> goTo;                            // to a place in the open section
  std::function<void(const SectionKey&, const Place& place)> openSection;  // to a place in another section
  std::function<void(const Error&)> showError;
  void reload();
  // Saves the typed explanation. If it is refused, it stays in its box, the reason is shown and false is returned.
  bool commit();
  // Lists the findings of the open section alone, or of all sections that the user reports (for the office: of the
  // whole report). The latter are computed in the background.
  void showWhole(bool whole);
  wxListView* list() const { return list_; }
  wxTextCtrl* explanationBox() const { return explanation_; }
  wxButton* confirmButton() const { return confirm_; }
  std::string detail() const { return detailText_; }
  const std::vector<Finding>& shown() const { return shown_; }

 private:
  void readWhole();
  std::vector<Finding> wantedFindings() const;
  bool isOfOpenSection(const Finding& finding) const;
  std::string placeLabelOf(const Finding& finding) const;
  void showSelected();
  void confirmEarlier();
  std::optional<std::size_t> selected() const;

  class List;

  Workspace& workspace_;
  Task reading_{workspace_.tasks()};
  std::vector<Finding> whole_;                   // of all sections, as last computed
  bool wantsWhole_ = false, wholeStale_ = true;  // wholeStale_: something has changed since the last read
  std::vector<Finding> shown_;                   // as shown in the list
  std::vector<std::string> lines_;               // the texts of shown_
  const presentation::Form* form_ = nullptr;     // the form from which shown_ was read
  std::string detailText_;                       // the text under the list
  std::optional<Finding> explained_;             // the finding whose explanation is in the box
  wxChoice* scope_ = nullptr;
  wxListView* list_ = nullptr;
  wxTextCtrl* detail_ = nullptr;
  wxTextCtrl* explanation_ = nullptr;
  wxButton *save_ = nullptr, *confirm_ = nullptr;  // confirm_: uses the explanation of the period before
};

}  // namespace cchc::shell
