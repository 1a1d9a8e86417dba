// The sections in the report's order, with state, completeness and findings; and the search over all of them.
#pragma once
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>

#include <functional>
#include <vector>

#include "core/shell/workspace.h"

namespace cchc::shell {

class NavigatorView final : public wxPanel {
 public:
  NavigatorView(wxWindow* parent, Workspace& workspace);
  std::function<void(const SectionKey&, const std::string& place)> open;
  void reload();
  void focusSearch() { search_->SetFocus(); }
  wxListView* list() const { return list_; }

 private:
  void find();

  Workspace& workspace_;
  wxSearchCtrl* search_ = nullptr;
  wxListView* list_ = nullptr;
  wxListView* hits_ = nullptr;
  std::vector<presentation::SearchHit> found_;
  bool filling_ = false;
};

}  // namespace cchc::shell
