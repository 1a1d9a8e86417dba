#include "core/shell/board_view.h"

#include <wx/button.h>
#include <wx/choicdlg.h>
#include <wx/clipbrd.h>
#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/textdlg.h>

#include <algorithm>
#include <numeric>

#include "core/app/receive.h"
#include "core/app/review.h"
#include "core/app/section_content.h"
#include "core/base/vietnamese.h"
#include "core/shell/accessible_name.h"
#include "core/shell/colours.h"
#include "core/shell/convert.h"
#include "core/shell/reason_dialog.h"
#include "core/shell/scale.h"
#include "core/shell/submit_dialog.h"

namespace cchc::shell {

using presentation::BoardFilter;

namespace {

constexpr BoardFilter filters[] = {BoardFilter::all, BoardFilter::missing, BoardFilter::late, BoardFilter::toReview, BoardFilter::withErrors, BoardFilter::accepted};

class DropTarget final : public wxFileDropTarget {
 public:
  explicit DropTarget(BoardView& board) : board_(board) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
    std::vector<std::filesystem::path> files;
    for (const auto& name : names) files.emplace_back(utf8(name));
    board_.receive(std::move(files));
    return true;
  }

 private:
  BoardView& board_;
};

}  // namespace

class BoardView::List final : public wxListView {
 public:
  List(BoardView& board, wxWindow* parent) : wxListView(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_VIRTUAL), board_(board) {}

  wxString OnGetItemText(long row, long column) const override {
    const auto words = board_.workspace_.words();
    const auto& line = board_.board_.lines[board_.shown_[static_cast<std::size_t>(row)]];
    switch (column) {
      case 0: return wx(line.reporterName);
      case 1: return wx(line.title);
      case 2: return wx(std::string(presentation::stateShape(line.state, line.received)) + " " +
                        (line.received ? presentation::stateText(line.state, line.revision, true, words) : std::string(words("Chưa gửi", "Missing"))));
      case 3: return line.deadline ? wx(vietnamese::date(*line.deadline)) : wxString();
      case 4: return line.daysLeft ? wx(presentation::daysLeftText(*line.daysLeft, words)) : wxString();
      case 5: {
        std::string text;
        if (line.errors > 0) text += std::string(presentation::severityShape(Severity::error)) + std::to_string(line.errors) + " ";
        if (line.warnings > 0) text += std::string(presentation::severityShape(Severity::warning)) + std::to_string(line.warnings);
        return wx(text);
      }
      case 6: return wx(line.signer);
      case 7: return wx(line.lastChange.empty() ? "" : line.lastChange.substr(8, 2) + "/" + line.lastChange.substr(5, 2) + " " + line.lastChange.substr(11, 5));
      default: return {};
    }
  }

 private:
  BoardView& board_;
};

BoardView::BoardView(wxWindow* parent, Workspace& workspace, Background& background) : wxPanel(parent), workspace_(workspace), background_(background) {
  const auto words = workspace.words();
  auto* splitter = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  auto* left = new wxPanel(splitter);
  auto* leftSizer = new wxBoxSizer(wxHORIZONTAL);
  filters_ = new wxListBox(left, wxID_ANY, wxDefaultPosition, wxSize(scaled(*this, 160), -1));
  setAccessibleName(*filters_, words("Lọc bảng theo dõi", "Filter the board"));
  list_ = new List(*this, left);
  setAccessibleName(*list_, words("Bảng theo dõi các phần", "Board of sections"));
  const std::pair<const char*, int> columns[] = {{words("Đơn vị", "Unit"), 170},          {words("Phần", "Section"), 200},     {words("Trạng thái", "State"), 150},
                                                 {words("Hạn", "Deadline"), 82},          {words("Còn lại", "Left"), 120},       {words("Lỗi", "Findings"), 66},
                                                 {words("Người gửi", "Sent by"), 120},    {words("Nhận lúc", "Received"), 100}};
  for (const auto& [title, width] : columns) list_->AppendColumn(wx(title), wxLIST_FORMAT_LEFT, scaled(*this, width));
  leftSizer->Add(filters_, 0, wxEXPAND | wxRIGHT, FromDIP(4));
  leftSizer->Add(list_, 1, wxEXPAND);
  left->SetSizer(leftSizer);

  auto* right = new wxPanel(splitter);
  auto* rightSizer = new wxBoxSizer(wxVERTICAL);
  detail_ = new wxStaticText(right, wxID_ANY, "");
  differences_ = new wxListView(right, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*differences_, words("Khác với lần gửi trước", "Differences from the last revision"));
  differences_->AppendColumn(wx(words("Chỉ tiêu", "Indicator")), wxLIST_FORMAT_LEFT, scaled(*this, 140));
  differences_->AppendColumn(wx(words("Lần trước", "Before")), wxLIST_FORMAT_LEFT, scaled(*this, 90));
  differences_->AppendColumn(wx(words("Lần này", "Now")), wxLIST_FORMAT_LEFT, scaled(*this, 90));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  accept_ = new wxButton(right, wxID_ANY, wx(words("Chấp nhận", "Accept")));
  return_ = new wxButton(right, wxID_ANY, wx(words("Trả lại…", "Return…")));
  auto* see = new wxButton(right, wxID_ANY, wx(words("Xem phần", "Open")));
  for (auto* button : {accept_, return_, see}) buttons->Add(button, 0, wxRIGHT, FromDIP(4));
  choose_ = new wxButton(right, wxID_ANY, wx(words("Chọn bản gửi…", "Choose package…")));
  choose_->Hide();
  rightSizer->Add(detail_, 0, wxEXPAND | wxALL, FromDIP(6));
  rightSizer->Add(buttons, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  rightSizer->Add(choose_, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  rightSizer->Add(differences_, 1, wxEXPAND);
  right->SetSizer(rightSizer);
  splitter->SetMinimumPaneSize(FromDIP(220));
  splitter->SetSashGravity(1.0);
  splitter->SplitVertically(left, right, -FromDIP(340));

  summary_ = new wxStaticText(this, wxID_ANY, "");
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(summary_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(splitter, 1, wxEXPAND);
  SetSizer(sizer);
  SetDropTarget(new DropTarget(*this));

  filters_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
    filter_ = filters[std::max(0, event.GetSelection())];
    filter();
  });
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { showDetail(); });
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this, see](wxListEvent&) {
    const auto chosen = selected();
    if (!chosen.empty() && open) open(board_.lines[chosen.front()].key);
    static_cast<void>(see);
  });
  list_->Bind(wxEVT_LIST_COL_CLICK, [this](wxListEvent& event) { sort(event.GetColumn()); });
  accept_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { acceptSelected(); });
  choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { choosePackage(); }); });
  return_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { returnSelected(); }); });
  see->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto chosen = selected();
    if (!chosen.empty() && open) open(board_.lines[chosen.front()].key);
  });
}

wxListView* BoardView::list() const { return list_; }

void BoardView::reload() {
  if (!workspace_.isOpen()) return;
  const auto words = workspace_.words();
  auto board = presentation::readBoard(workspace_.suite(), workspace_.period().id, workspace_.today(), words);
  if (!board) return tellError ? tellError(board.error()) : void();
  board_ = std::move(*board);
  const int chosen = std::max(0, filters_->GetSelection());
  wxArrayString names;
  for (const auto each : filters) names.Add(wx(presentation::filterText(each, words) + "  " + std::to_string(presentation::countOf(board_, each))));
  filters_->Set(names);
  filters_->SetSelection(chosen);
  summary_->SetLabelText(wx(words("Đã nhận ", "Received ") + std::to_string(board_.received) + "/" + std::to_string(board_.sections) + words(" phần; đủ ", " sections; complete: ") +
                            std::to_string(board_.unitsComplete) + "/" + std::to_string(board_.units) + words(" đơn vị. Kéo thả gói .cchc vào đây để nhận.", " units. Drop .cchc packages here to receive them.")));
  sorted_ = -1;
  filter();
}

void BoardView::filter() {
  shown_.clear();
  for (std::size_t i = 0; i < board_.lines.size(); ++i) {
    if (presentation::shows(filter_, board_.lines[i])) shown_.push_back(i);
  }
  for (long row = list_->GetFirstSelected(); row >= 0; row = list_->GetNextSelected(row)) list_->Select(row, false);
  list_->SetItemCount(static_cast<long>(shown_.size()));
  list_->Refresh();
  showDetail();
}

void BoardView::sort(int column) {
  ascending_ = sorted_ != column || !ascending_;
  sorted_ = column;
  std::stable_sort(shown_.begin(), shown_.end(), [&](std::size_t a, std::size_t b) {
    const auto& one = board_.lines[a];
    const auto& other = board_.lines[b];
    switch (column) {
      case 0: return one.reporter < other.reporter;
      case 1: return one.title < other.title;
      case 2: return std::pair(one.received, one.state) < std::pair(other.received, other.state);
      case 3: return one.deadline < other.deadline;
      case 4: return one.daysLeft.value_or(100000) < other.daysLeft.value_or(100000);
      case 5: return std::pair(one.errors, one.warnings) < std::pair(other.errors, other.warnings);
      case 6: return one.signer < other.signer;
      default: return one.changedAt < other.changedAt;
    }
  });
  if (!ascending_) std::reverse(shown_.begin(), shown_.end());
  list_->Refresh();
}

std::vector<std::size_t> BoardView::selected() const {
  std::vector<std::size_t> lines;
  for (long row = list_->GetFirstSelected(); row >= 0; row = list_->GetNextSelected(row)) {
    if (static_cast<std::size_t>(row) < shown_.size()) lines.push_back(shown_[static_cast<std::size_t>(row)]);
  }
  return lines;
}

void BoardView::select(const SectionKey& key) {
  for (long row = list_->GetFirstSelected(); row >= 0; row = list_->GetNextSelected(row)) list_->Select(row, false);
  for (std::size_t row = 0; row < shown_.size(); ++row) {
    if (board_.lines[shown_[row]].key != key) continue;
    list_->Select(static_cast<long>(row));
    list_->EnsureVisible(static_cast<long>(row));
  }
  showDetail();
}

void BoardView::showDetail() {
  const auto chosen = selected();
  const auto words = workspace_.words();
  differences_->DeleteAllItems();
  const auto can = [&](SectionAction action) {
    return !chosen.empty() && std::all_of(chosen.begin(), chosen.end(), [&](std::size_t i) { return board_.lines[i].received && transition(board_.lines[i].state, action, workspace_.suite().options.actor.roles); });
  };
  accept_->Enable(can(SectionAction::accept));
  return_->Enable(chosen.size() == 1 && can(SectionAction::giveBack));
  std::string text;
  bool rivals = false;
  if (chosen.empty()) text = words("Chọn một hay nhiều phần ở bảng.", "Select one or more sections.");
  else if (chosen.size() > 1) text = std::to_string(chosen.size()) + words(" phần đang chọn", " sections selected");
  else {
    const auto& line = board_.lines[chosen.front()];
    text = line.reporterName + "\n" + line.title;
    if (line.revision > 1) text += std::string("\n") + words("So với lần gửi ", "Compared with revision ") + std::to_string(line.revision - 1) + ":";
    else if (line.received) text += std::string("\n") + words("Lần gửi đầu, mọi số liệu:", "First revision, all figures:");
    if (line.received) {
      const auto packages = presentation::rivalPackages(workspace_.suite(), line.key, words);
      rivals = packages && !packages->empty();
      if (rivals) text = line.reporterName + "\n" + line.title + "\n▲ " + words("Có ", "") + std::to_string(packages->size()) + words(" bản gửi khác nhau cùng một lần: chọn bản được dùng.", " different packages of one revision: choose which counts.") + text.substr(text.find(line.title) + line.title.size());
      const auto all = presentation::differences(workspace_.suite(), line.key, line.revision, words);
      if (!all && tellError) tellError(all.error());
      if (all) {
        for (std::size_t i = 0; i < all->size(); ++i) {
          const auto row = static_cast<long>(i);
          differences_->InsertItem(row, wx((*all)[i].label));
          differences_->SetItem(row, 1, wx((*all)[i].before));
          differences_->SetItem(row, 2, wx((*all)[i].after));
        }
        if (all->empty()) text += std::string("\n") + words("Không có số liệu nào khác.", "No figure differs.");
      }
    }
  }
  choose_->Show(rivals);
  detail_->SetLabelText(wx(text));
  detail_->Wrap(std::max(FromDIP(150), detail_->GetParent()->GetClientSize().GetWidth() - FromDIP(14)));
  detail_->GetParent()->Layout();
}

void BoardView::choosePackage() {
  const auto chosen = selected();
  if (chosen.size() != 1) return;
  const auto words = workspace_.words();
  const auto key = board_.lines[chosen.front()].key;
  const auto packages = presentation::rivalPackages(workspace_.suite(), key, words);
  if (!packages) return tellError ? tellError(packages.error()) : void();
  wxArrayString names;
  int present = 0;
  for (const auto& package : *packages) {
    if (package.counts) present = static_cast<int>(names.size());
    names.Add(wx(package.text + (package.counts ? words(" (đang dùng)", " (counts now)") : "")));
  }
  wxSingleChoiceDialog dialog(this, wx(words("Bản nào được dùng? Bản kia vẫn được giữ; phần trở về “chờ duyệt”.", "Which package counts? The other is kept; the section waits for review again.")),
                              wx(words("Chọn bản gửi", "Choose a package")), names);
  dialog.SetSelection(present);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto done = chooseSubmission(workspace_.suite(), key, (*packages)[static_cast<std::size_t>(dialog.GetSelection())].digest);
  if (!done && tellError) tellError(done.error());
  reload();
  select(key);
  if (changed) changed();
}

void BoardView::chooseAndReceive() {
  const auto words = workspace_.words();
  wxFileDialog dialog(this, wx(words("Chọn các gói gửi của đơn vị", "Choose the packages")), wx(workspace_.settings.outbox), "",
                      wx(words("Gói gửi (*.cchc)|*.cchc|Mọi tệp|*", "Packages (*.cchc)|*.cchc|All files|*")), wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  dialog.GetPaths(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) files.emplace_back(utf8(name));
  receive(std::move(files));
}

void BoardView::receive(std::vector<std::filesystem::path> files) {
  const auto words = workspace_.words();
  struct Told {
    std::size_t stored = 0, known = 0, rival = 0, returned = 0;
    std::vector<Error> refused;
  };
  const auto told = std::make_shared<Told>();
  const bool started = background_.start(
      workspace_.suiteOptions(),
      [files = std::move(files), told](Background::Work& work) {
        return receiveFiles(work.suite, files, 1, [&](const ReceivedFile& file) {
          if (file.refusal) told->refused.push_back(*file.refusal);
          told->stored += file.result == ReceiveResult::stored ? 1 : 0;
          told->known += file.result == ReceiveResult::known ? 1 : 0;
          told->returned += file.result == ReceiveResult::returned ? 1 : 0;
          told->rival += file.result == ReceiveResult::rival ? 1 : 0;
          work.progress(file.file.filename().string());
        });
      },
      [this](const std::string& what) { if (tellNote) tellNote(what); },
      [this, told, words](Status done) {
        if (!done && tellError) tellError(done.error());
        workspace_.log().note("receive", std::to_string(told->stored) + " stored, " + std::to_string(told->known) + " known, " + std::to_string(told->refused.size()) + " refused");
        if (tellNote) {
          tellNote(words("Đã nhận ", "Received ") + std::to_string(told->stored) + words(" gói mới, ", " new packages, ") + std::to_string(told->known) + words(" gói đã có, ", " known, ") +
                   (told->returned > 0 ? std::to_string(told->returned) + words(" phần bị trả lại, ", " returned, ") : "") +
                   (told->rival > 0 ? std::to_string(told->rival) + words(" gói tranh chấp, ", " rivals, ") : "") + std::to_string(told->refused.size()) + words(" gói bị từ chối", " refused"));
        }
        // After the note, which takes an older message away; the first refusal is shown, all are in the log.
        for (auto refusal = told->refused.rbegin(); refusal != told->refused.rend(); ++refusal) {
          if (tellError) tellError(*refusal);
        }
        reload();
        if (changed) changed();
      });
  if (!started && tellNote) tellNote(words("Đang làm việc khác, chờ xong rồi nhận.", "Another task is running; wait for it."));
}

void BoardView::acceptSelected() {
  for (const auto line : selected()) {
    const auto done = acceptSection(workspace_.suite(), board_.lines[line].key);
    if (!done && tellError) tellError(done.error());
  }
  reload();
  if (changed) changed();
}

void BoardView::returnSelected() {
  const auto chosen = selected();
  if (chosen.size() != 1) return;
  const auto key = board_.lines[chosen.front()].key;
  const auto definition = definitionFor(workspace_.suite(), key);
  if (!definition) {
    if (tellError) tellError(definition.error());
    return;
  }
  ReasonDialog dialog(this, workspace_.words(), board_.lines[chosen.front()].reporterName + " · " + board_.lines[chosen.front()].title, (*definition)->definition());
  if (dialog.ShowModal() != wxID_OK) return;
  const auto done = returnSection(workspace_.suite(), key, dialog.reason(), dialog.remarks());
  if (!done && tellError) tellError(done.error());
  if (done && !isSharedStore(workspace_.settings.store)) {
    // For a department with no network: the reason as a file, beside the store.
    const auto folder = std::filesystem::path(workspace_.settings.store).parent_path() / "tra-lai";
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const auto file = folder / ("tra-lai-" + packageName(key, board_.lines[chosen.front()].revision));
    const auto written = writeReturnFile(workspace_.suite(), key, file);
    if (!written && tellError) tellError(written.error());
    if (written && tellNote) tellNote(workspace_.words()("Đã trả lại. Gửi tệp này cho đơn vị: ", "Returned. Send this file to the unit: ") + file.string());
  }
  reload();
  select(key);
  if (changed) changed();
}

void BoardView::remind() {
  const auto text = presentation::reminderText(board_, workspace_.period());
  if (!wxTheClipboard->Open()) return;
  wxTheClipboard->SetData(new wxTextDataObject(wx(text)));
  wxTheClipboard->Close();
  if (tellNote) tellNote(workspace_.words()("Đã chép lời nhắc; dán vào Zalo hay thư điện tử.", "Reminder copied; paste it into a message."));
}

}  // namespace cchc::shell
