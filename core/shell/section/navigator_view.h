// The sections in the report's order, with state, completeness and findings; and the search over all of them.
#pragma once
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

#include <wx/stattext.h>

#include <functional>
#include <optional>
#include <vector>

#include "core/shell/frame/workspace.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class NavigatorView final : public wxPanel {
 public:
  NavigatorView(wxWindow* parent, Workspace& workspace);
  std::function<void(const SectionKey&, const std::string& place)> open;
  void reload();
  void focusSearch() { search_->SetFocus(); }
  wxListView* list() const { return list_; }
  wxTextCtrl* searchBox() const { return search_; }
  const std::vector<presentation::SearchHit>& found() const { return found_; }

 private:
  void find();
  void readIndex();
  void makeRows();
  void fitColumns();

  Workspace& workspace_;
  wxTextCtrl* search_ = nullptr;
  wxListView* list_ = nullptr;
  wxListView* hits_ = nullptr;
  wxStaticText* period_ = nullptr;
  // A line of the list: a section, or the heading of a part of the report.
  struct Row {
    std::optional<std::size_t> entry;
    std::string heading;
    bool operator==(const Row&) const = default;
  };
  std::vector<Row> rows_;
  // What the search looks through is read beside the window, when it is first asked for and when something was edited
  // since.
  Background reading_;
  presentation::SearchIndex index_;
  bool stale_ = true;
  std::vector<presentation::SearchHit> found_;
  bool filling_ = false;
};

}  // namespace cchc::shell
