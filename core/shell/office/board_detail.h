// Beside the board: what is selected, what one may do with it, and what differs from the revision before.
#pragma once
#include <wx/button.h>
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <functional>
#include <vector>

#include "core/presentation/office/board.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class BoardDetail final : public wxPanel {
 public:
  BoardDetail(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> tellError;
  std::function<void()> accept, giveBack, keep, reopen, choose, open;

  void show(const std::vector<presentation::BoardLine>& lines);
  wxListView& differences() { return makeRest(), *differences_; }
  bool reading() const { return reading_.asking(); }

 private:
  struct Read {
    std::vector<presentation::Difference> differences;
    std::size_t rivals = 0;
  };
  std::string titleOf(const presentation::BoardLine& line) const;
  void tell(const std::string& text);
  wxButton* button(const char* label, std::function<void()> BoardDetail::*action);
  void makeRest();
  void fitColumns();
  void take(const presentation::BoardLine& line, const Read& read);

  Workspace& workspace_;
  Inquiry reading_;
  wxStaticText* text_ = nullptr;
  wxSizer* buttons_ = nullptr;
  wxButton *accept_ = nullptr, *return_ = nullptr, *open_ = nullptr, *keep_ = nullptr, *reopen_ = nullptr,
           *choose_ = nullptr;
  wxListView* differences_ = nullptr;
  bool compares_ = true;  // with a revision before
};

}  // namespace cchc::shell
