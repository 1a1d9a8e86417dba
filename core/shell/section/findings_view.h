// What is wrong in the open section, or in all of one's sections: Enter or a double click goes to the field; a warning
// can be explained here.
#pragma once
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>

#include "core/shell/frame/workspace.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class FindingsView final : public wxPanel {
 public:
  FindingsView(wxWindow* parent, Workspace& workspace);
  std::function<void(const std::string& place)> goTo;                            // in the open section
  std::function<void(const SectionKey&, const std::string& place)> openSection;  // in another one
  std::function<void(const Error&)> tellError;
  void reload();
  // Saves the explanation that was typed. False when it cannot be taken: it stays, and why is told.
  bool commit();
  // The open section alone, or all that one reports (for the office: the whole report), which is worked out beside the
  // window.
  void showWhole(bool whole);
  wxListView* list() const { return list_; }
  wxTextCtrl* comment() const { return comment_; }
  std::string detail() const { return told_; }
  const std::vector<Finding>& shown() const { return shown_; }

 private:
  void readWhole();
  std::vector<Finding> wanted() const;
  bool own(const Finding& finding) const;  // of the open section
  std::string where(const Finding& finding) const;
  void showSelected();
  std::optional<std::size_t> selected() const;

  class List;

  Workspace& workspace_;
  Background reading_;
  std::vector<Finding> whole_;  // of all sections, as last worked out
  bool wantsWhole_ = false, again_ = false, wholeStale_ = true;
  std::vector<Finding> shown_;                // as the list has them
  std::vector<std::string> lines_;            // their texts
  const presentation::Form* form_ = nullptr;  // whose they are
  std::string told_;                          // under the list
  std::optional<Finding> explained_;          // whose explanation stands in the box
  wxChoice* scope_ = nullptr;
  wxListView* list_ = nullptr;
  wxTextCtrl* detail_ = nullptr;
  wxTextCtrl* comment_ = nullptr;
  wxButton* save_ = nullptr;
};

}  // namespace cchc::shell
