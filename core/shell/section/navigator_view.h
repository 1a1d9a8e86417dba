// The list of sections in the report's order, with their states, completeness and number of findings; and the search in
// all of them.
#pragma once
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/presentation/window/search_index.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class NavigatorView final : public wxPanel {
 public:
  NavigatorView(wxWindow* parent, Workspace& workspace);
  // Called when the user chooses a section (`place` is empty) or a search result.
  std::function<void(const SectionKey&, const Place& place)> open;
  void reload();
  void focusSearch() { search_->SetFocus(); }
  wxListView* list() const { return list_; }
  wxTextCtrl* searchBox() const { return search_; }
  const std::vector<presentation::SearchHit>& found() const { return found_; }

 private:
  void search();
  void readIndex();
  void makeRows();
  void fitColumns();

  Workspace& workspace_;
  wxTextCtrl* search_ = nullptr;
  wxListView* list_ = nullptr;
  wxListView* results_ = nullptr;
  wxStaticText* period_ = nullptr;
  // A line of the list: a section, or the heading of a part of the report.
  struct Row {
    std::optional<std::size_t> entry;
    std::string heading;
    bool operator==(const Row&) const = default;
  };
  std::vector<Row> rows_;
  // The search index is read in the background: at the first search, and again at the first one after an edit.
  Task reading_{workspace_.tasks()};
  Result<presentation::SearchIndex> index_;
  bool stale_ = true;
  std::vector<presentation::SearchHit> found_;
  bool filling_ = false;  // true while the list is filled, when selection events do not come from the user
};

}  // namespace cchc::shell
