// What is wrong in the open section: Enter or a double click goes to the field; a warning can be explained here.
#pragma once
#include <wx/button.h>
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>

#include "core/shell/workspace.h"

namespace cchc::shell {

class FindingsView final : public wxPanel {
 public:
  FindingsView(wxWindow* parent, Workspace& workspace);
  std::function<void(const std::string& place)> goTo;
  std::function<void(const Error&)> tellError;
  void reload();

 private:
  void showSelected();
  void saveComment();
  std::optional<std::size_t> selected() const;

  class List;

  Workspace& workspace_;
  std::vector<Finding> shown_;                 // as the list has them
  const presentation::Form* form_ = nullptr;  // whose they are
  std::string told_;                           // under the list
  int toldWidth_ = -1;
  wxListView* list_ = nullptr;
  wxStaticText* detail_ = nullptr;
  wxTextCtrl* comment_ = nullptr;
  wxButton* save_ = nullptr;
};

}  // namespace cchc::shell
