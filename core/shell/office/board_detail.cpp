#include "core/shell/office/board_detail.h"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "core/base/vietnamese.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

using presentation::BoardLine;

BoardDetail::BoardDetail(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  text_ = new wxStaticText(this, wxID_ANY, "");
  buttons_ = new wxWrapSizer(wxHORIZONTAL, 0);
  accept_ = button(words("Chấp nhận", "Accept"), &BoardDetail::accept);
  return_ = button(words("Trả lại…", "Return…"), &BoardDetail::giveBack);
  open_ = button(words("Xem phần", "Open"), &BoardDetail::open);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(text_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(buttons_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(6));
  SetSizer(sizer);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitColumns();
  });
}

wxButton* BoardDetail::button(const char* label, std::function<void()> BoardDetail::*action) {
  auto* made = new wxButton(this, wxID_ANY, wx(label));
  // After the press is over: what it does may open a dialogue.
  made->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) {
    CallAfter([this, action] {
      if (this->*action) (this->*action)();
    });
  });
  buttons_->Add(made, 0, wxRIGHT | wxBOTTOM, FromDIP(4));
  return made;
}

// What only a selected section needs.
void BoardDetail::makeRest() {
  if (differences_ != nullptr) return;
  const auto words = workspace_.words();
  keep_ = button(words("Không trả lại…", "Refuse…"), &BoardDetail::keep);
  choose_ = button(words("Chọn bản gửi…", "Choose package…"), &BoardDetail::choose);
  reopen_ = button(words("Mở lại…", "Reopen…"), &BoardDetail::reopen);
  differences_ = new wxListView(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*differences_, words("Khác với lần gửi trước", "Differences from the last revision"));
  differences_->AppendColumn(wx(words("Chỉ tiêu", "Indicator")), wxLIST_FORMAT_LEFT, scaled(*this, 130));
  differences_->AppendColumn(wx(words("Lần trước", "Before")), wxLIST_FORMAT_LEFT, scaled(*this, 90));
  differences_->AppendColumn(wx(words("Lần này", "Now")), wxLIST_FORMAT_LEFT, scaled(*this, 90));
  GetSizer()->Add(differences_, 1, wxEXPAND);
  tellCutTexts(*differences_);
  Layout();
  fitColumns();
}

// A first revision has nothing before it, and needs no column for that.
void BoardDetail::fitColumns() {
  if (differences_ == nullptr) return;
  const int width = std::max(scaled(*this, 240), differences_->GetClientSize().GetWidth());
  differences_->SetColumnWidth(0, width * (compares_ ? 4 : 5) / 10);
  differences_->SetColumnWidth(1, compares_ ? width * 3 / 10 : 0);
  differences_->SetColumnWidth(2, width * (compares_ ? 3 : 5) / 10);
}

std::string BoardDetail::titleOf(const BoardLine& line) const {
  const auto words = workspace_.words();
  auto text = line.reporterName + "\n" + line.title;
  if (line.deadline)
    text += std::string("\n") + words("Hạn ", "Deadline ") + vietnamese::numericDate(*line.deadline) +
            (line.daysLeft ? " · " + presentation::daysLeftText(*line.daysLeft, words) : "");
  if (line.received && !line.signer.empty())
    text += std::string("\n") + words("Nhận lúc ", "Received ") + line.lastChange +
            words(", người gửi: ", ", sent by: ") + line.signer;
  if (line.reason.empty()) return text;
  if (line.state == SectionState::returnAsked)
    text += std::string("\n↩ ") + words("Đơn vị đề nghị trả lại: ", "The unit asks for it back: ") + line.reason;
  if (line.state == SectionState::returned)
    text += std::string("\n↩ ") + words("Đã trả lại vì: ", "Returned: ") + line.reason;
  return text;
}

void BoardDetail::tell(const std::string& text) {
  text_->SetLabelText(wx(text));
  text_->Wrap(std::max(FromDIP(150), GetClientSize().GetWidth() - FromDIP(14)));
  Layout();
}

void BoardDetail::show(const std::vector<BoardLine>& lines) {
  const auto words = workspace_.words();
  const auto roles = workspace_.suite().options.actor.roles;
  const auto can = [&](SectionAction action) {
    return !lines.empty() && std::all_of(lines.begin(), lines.end(), [&](const BoardLine& line) {
      return line.received && transition(line.state, action, roles);
    });
  };
  accept_->Enable(can(SectionAction::accept));
  return_->Enable(lines.size() == 1 && can(SectionAction::giveBack));
  open_->Enable(lines.size() == 1);
  if (!lines.empty()) makeRest();
  if (differences_ != nullptr) {
    keep_->Show(lines.size() == 1 && can(SectionAction::refuseReturn));
    reopen_->Show(lines.size() == 1 && can(SectionAction::reopen));
    choose_->Hide();
    differences_->DeleteAllItems();
  }
  reading_.forget();
  if (lines.empty()) return tell(words("Chọn một hay nhiều phần ở bảng.", "Select one or more sections."));
  if (lines.size() > 1) return tell(std::to_string(lines.size()) + words(" phần đang chọn", " sections selected"));
  const auto& line = lines.front();
  tell(titleOf(line));
  if (!line.received) return;
  const auto read = std::make_shared<Read>();
  reading_.ask(
      workspace_.suite().options,
      [read, line, words](Background::Work& work) -> Status {
        CCHC_TRY(const auto rivals, presentation::rivalPackages(work.suite, line.key, words));
        read->rivals = rivals.size();
        CCHC_TRY(read->differences, presentation::differences(work.suite, line.key, line.revision, words));
        return {};
      },
      [this, read, line](const Status& done) {
        if (!done && tellError) tellError(done.error());
        take(line, *read);
      });
}

void BoardDetail::take(const BoardLine& line, const Read& read) {
  const auto words = workspace_.words();
  auto text = titleOf(line);
  if (read.rivals > 0) {
    text += "\n▲ " + std::string(words("Có ", "")) + std::to_string(read.rivals) +
            words(" bản gửi khác nhau cùng một lần: chọn bản được dùng.",
                  " different packages of one revision: choose which counts.");
  }
  if (read.differences.empty())
    text += std::string("\n") + words("Không có số liệu nào khác.", "No figure differs.");
  else if (line.revision > 1)
    text += std::string("\n") + words("So với lần gửi trước:", "Compared with the revision before:");
  else
    text += std::string("\n") + words("Lần gửi đầu, mọi số liệu:", "First revision, all figures:");
  choose_->Show(read.rivals > 0);
  compares_ = line.revision > 1;
  fitColumns();
  for (std::size_t i = 0; i < read.differences.size(); ++i) {
    const auto row = static_cast<long>(i);
    differences_->InsertItem(row, wx(read.differences[i].label));
    differences_->SetItem(row, 1, wx(read.differences[i].before));
    differences_->SetItem(row, 2, wx(read.differences[i].after));
  }
  tell(text);
}

}  // namespace cchc::shell
