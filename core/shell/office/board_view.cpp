#include "core/shell/office/board_view.h"

#include <wx/choicdlg.h>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/textdlg.h>

#include <algorithm>

#include "core/app/receive/receive.h"
#include "core/app/receive/review.h"
#include "core/app/section/section_content.h"
#include "core/app/send/return_request.h"
#include "core/base/text.h"
#include "core/shell/office/reason_dialog.h"
#include "core/shell/office/received_dialog.h"
#include "core/shell/section/submit_dialog.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/file_drop.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/search_box.h"

namespace cchc::shell {

using presentation::BoardFilter;
using presentation::BoardLine;

namespace {

constexpr BoardFilter filters[] = {BoardFilter::all,      BoardFilter::missing,    BoardFilter::late,
                                   BoardFilter::toReview, BoardFilter::withErrors, BoardFilter::accepted};

}  // namespace

BoardView::BoardView(wxWindow* parent, Workspace& workspace, Background& background)
    : wxPanel(parent), workspace_(workspace), background_(background), inbox_(workspace) {
  auto* splitter =
      new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  auto* left = makeLeft(splitter);
  detail_ = new BoardDetail(splitter, workspace);
  detail_->tellError = [this](const Error& error) {
    if (tellError) tellError(error);
  };
  detail_->accept = [this] { acceptSelected(); };
  detail_->giveBack = [this] { returnSelected(); };
  detail_->reopen = [this] { reopenSelected(); };
  detail_->keep = [this] { keepSelected(); };
  detail_->choose = [this] { choosePackage(); };
  detail_->open = [this] {
    const auto chosen = list_->selected();
    if (!chosen.empty() && open) open(chosen.front().key);
  };
  splitter->SetMinimumPaneSize(FromDIP(220));
  splitter->SetSashGravity(1.0);
  splitter->SplitVertically(left, detail_, -scaled(*this, 320));
  summary_ = new wxStaticText(this, wxID_ANY, "");
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(summary_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(splitter, 1, wxEXPAND);
  SetSizer(sizer);
  SetDropTarget(new FileDrop(*this, [this](const std::vector<std::string>& files) {
    receive({files.begin(), files.end()});
  }));
  inbox_.looked = [this](const InboxLook& look) { onInbox(look); };
  inbox_.watch(workspace.settings.inbox);
  list_->SetFocus();
}

wxWindow* BoardView::makeLeft(wxWindow* parent) {
  const auto words = workspace_.words();
  auto* left = new wxPanel(parent);
  auto* search = makeSearchBox(left, words("Đơn vị, phần", "Unit, section"),
                               words("Tìm đơn vị, phần ở bảng theo dõi", "Search the board for a unit or section"),
                               wxSize(scaled(*this, 152), -1));
  filters_ = new wxListBox(left, wxID_ANY, wxDefaultPosition, wxSize(scaled(*this, 152), scaled(*this, 100)));
  setAccessibleName(*filters_, words("Lọc bảng theo dõi", "Filter the board"));
  list_ = new BoardList(left, words);
  auto* choice = new wxBoxSizer(wxVERTICAL);
  choice->Add(search, 0, wxEXPAND | wxBOTTOM, FromDIP(4));
  choice->Add(filters_, 1, wxEXPAND);
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(choice, 0, wxEXPAND | wxRIGHT, FromDIP(4));
  sizer->Add(list_, 1, wxEXPAND);
  left->SetSizer(sizer);
  search->Bind(wxEVT_TEXT, [this, search](wxCommandEvent& event) {
    event.Skip();
    list_->search(utf8(search->GetValue()));
    detail_->show(list_->selected());
  });
  filters_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
    list_->filter(filters[std::max(0, event.GetSelection())]);
    detail_->show(list_->selected());
  });
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { detail_->show(list_->selected()); });
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { detail_->open(); });
  return left;
}

void BoardView::reload() {
  if (!workspace_.isOpen()) return;
  if (auto ahead = workspace_.takeBoard()) return take(std::move(*ahead));
  const auto board = std::make_shared<presentation::Board>();
  reading_.ask(
      workspace_.suite().options,
      [board, period = workspace_.period().id, today = workspace_.today(),
       words = workspace_.words()](Background::Work& work) -> Status {
        CCHC_TRY(*board, presentation::readBoard(work.suite, period, today, words));
        return {};
      },
      [this, board](const Status& done) {
        if (!done) return tellError ? tellError(done.error()) : void();
        take(std::move(*board));
      });
}

void BoardView::take(presentation::Board board) {
  list_->take(std::move(board));
  const auto words = workspace_.words();
  const int chosen = std::max(0, filters_->GetSelection());
  wxArrayString names;
  for (const auto each : filters)
    names.Add(
        wx(presentation::filterText(each, words) + "  " + std::to_string(presentation::countOf(list_->board(), each))));
  filters_->Set(names);
  filters_->SetSelection(chosen);
  showSummary();
  detail_->show(list_->selected());
}

void BoardView::showSummary() {
  const auto words = workspace_.words();
  const auto& board = list_->board();
  summary_->SetLabelText(
      wx(words("Đã nhận ", "Received ") + std::to_string(board.received) + "/" + std::to_string(board.sections) +
         words(" phần; đủ ", " sections; complete: ") + std::to_string(board.unitsComplete) + "/" +
         std::to_string(board.units) +
         words(" đơn vị. Kéo thả gói .cchc vào đây để nhận.", " units. Drop .cchc packages here to receive them.") +
         (inbox_.folder().empty() ? "" : words(" Đang canh thư mục ", " Watching ") + inbox_.folder().string())));
}

void BoardView::select(const SectionKey& key) {
  for (long row = list_->GetFirstSelected(); row >= 0; row = list_->GetNextSelected(row)) list_->Select(row, false);
  list_->select(key);
  detail_->show(list_->selected());
}

void BoardView::tellBusy() {
  if (tellNote)
    tellNote(workspace_.words()("Việc trước chưa xong; chờ một chút rồi làm lại, hoặc bấm Dừng.",
                                "Another task is running; wait for it, or stop it."));
}

void BoardView::decide(std::function<Status(Background::Work&)> work, std::function<void()> done) {
  const bool started = background_.start(workspace_.suite().options, std::move(work),
                                         [this, done = std::move(done)](const Status& outcome) {
                                           if (!outcome && tellError) tellError(outcome.error());
                                           if (outcome && done) done();
                                           reload();
                                           if (changed) changed();
                                         });
  if (!started) tellBusy();
}

void BoardView::choosePackage() {
  const auto chosen = list_->selected();
  if (chosen.size() != 1) return;
  const auto words = workspace_.words();
  const auto key = chosen.front().key;
  const auto packages = std::make_shared<std::vector<presentation::RivalPackage>>();
  reading_.ask(
      workspace_.suite().options,
      [packages, key, words](Background::Work& work) -> Status {
        CCHC_TRY(*packages, presentation::rivalPackages(work.suite, key, words));
        return {};
      },
      [this, packages, key](const Status& read) {
        if (!read) return tellError ? tellError(read.error()) : void();
        if (!packages->empty()) choosePackage(key, *packages);
      });
}

void BoardView::choosePackage(const SectionKey& key, const std::vector<presentation::RivalPackage>& packages) {
  const auto words = workspace_.words();
  wxArrayString names;
  int present = 0;
  for (const auto& package : packages) {
    if (package.counts) present = static_cast<int>(names.size());
    names.Add(wx(package.text + (package.counts ? words(" (đang dùng)", " (counts now)") : "")));
  }
  wxSingleChoiceDialog dialog(this,
                              wx(words("Bản nào được dùng? Bản kia vẫn được giữ; phần trở về “chờ xem xét”.",
                                       "Which package counts? The other is kept; the section waits for review again.")),
                              wx(words("Chọn bản gửi", "Choose a package")), names);
  dialog.SetSelection(present);
  if (dialog.ShowModal() != wxID_OK) return;
  decide([key, digest = packages[static_cast<std::size_t>(dialog.GetSelection())].digest](Background::Work& work) {
    return chooseSubmission(work.suite, key, digest);
  });
}

void BoardView::chooseAndReceive() {
  const auto words = workspace_.words();
  wxFileDialog dialog(this, wx(words("Chọn các gói gửi của đơn vị", "Choose the packages")),
                      wx(workspace_.settings.outbox), "",
                      wx(words("Gói gửi (*.cchc)|*.cchc|Mọi tệp|*", "Packages (*.cchc)|*.cchc|All files|*")),
                      wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  dialog.GetPaths(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) files.emplace_back(utf8(name));
  receive(std::move(files));
}

void BoardView::receive(std::vector<std::filesystem::path> files) {
  const auto words = workspace_.words();
  const auto told = std::make_shared<Received>();
  const bool started = background_.start(
      workspace_.suite().options,
      [files = std::move(files), told, words](Background::Work& work) {
        std::size_t done = 0;
        return receiveFiles(work.suite, files, 1, [&](const ReceivedFile& file) {
          told->add(file, words);
          work.watch(++done, 0);
        });
      },
      [this, told, words](const Status& done) {
        workspace_.log().note("receive", told->logged());
        if (tellNote) tellNote(told->summary(words));
        if (!told->toLookAt.empty()) showReceived(this, words, told->summary(words), told->toLookAt);
        if (!done && tellError) tellError(done.error());
        reload();
        if (changed) changed();
      });
  if (!started) tellBusy();
}

void BoardView::acceptSelected() {
  std::vector<SectionKey> keys;
  for (const auto& line : list_->selected()) keys.push_back(line.key);
  decide([keys](Background::Work& work) -> Status {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      CCHC_CHECK(goOn(work.watch, i, keys.size()));
      CCHC_CHECK(acceptSection(work.suite, keys[i]));
    }
    return {};
  });
}

void BoardView::returnSelected() {
  const auto chosen = list_->selected();
  if (chosen.size() != 1) return;
  const auto& line = chosen.front();
  const auto definition = definitionFor(workspace_.suite(), line.key);
  if (!definition) return tellError ? tellError(definition.error()) : void();
  ReasonDialog dialog(this, workspace_.words(), line.reporterName + " · " + line.title, (*definition)->definition());
  if (dialog.ShowModal() != wxID_OK) return;
  const bool shared = isSharedStore(workspace_.settings.store);
  // For a department with no network: the reason as a file, beside the store.
  const auto file = returnFolder() / ("tra-lai-" + packageName(line.key, line.revision));
  decide(
      [key = line.key, reason = dialog.reason(), remarks = dialog.remarks(), shared,
       file](Background::Work& work) -> Status {
        CCHC_CHECK(returnSection(work.suite, key, reason, remarks));
        if (shared) return {};
        std::error_code ignored;
        std::filesystem::create_directories(file.parent_path(), ignored);
        return writeReturnFile(work.suite, key, file);
      },
      [this, shared, file] {
        if (!shared && tellNote)
          tellNote(
              workspace_.words()("Đã trả lại. Gửi tệp này cho đơn vị: ", "Returned. Send this file to the unit: ") +
              file.string());
      });
}

void BoardView::askWhy(const char* question, const char* title,
                       std::function<Status(Suite&, const SectionKey&, const std::string&)> action) {
  const auto chosen = list_->selected();
  if (chosen.size() != 1) return;
  wxTextEntryDialog dialog(this, wx(question), wx(title), "", wxTextEntryDialogStyle | wxTE_MULTILINE);
  if (dialog.ShowModal() != wxID_OK) return;
  decide([key = chosen.front().key, reason = utf8(dialog.GetValue()),
          action = std::move(action)](Background::Work& work) { return action(work.suite, key, reason); });
}

void BoardView::reopenSelected() {
  const auto words = workspace_.words();
  askWhy(words("Lý do mở lại phần đã phát hành (ghi vào nhật ký của phần):",
               "Why the issued section is reopened (kept in its journal):"),
         words("Mở lại", "Reopen"), &reopenSection);
}

void BoardView::keepSelected() {
  const auto words = workspace_.words();
  const auto chosen = list_->selected();
  if (chosen.size() != 1) return;
  const bool shared = isSharedStore(workspace_.settings.store);
  const auto file =
      shared ? std::filesystem::path()
             : returnFolder() / ("khong-tra-lai-" + packageName(chosen.front().key, chosen.front().revision));
  askWhy(words("Lý do không trả lại (đơn vị sẽ đọc):", "Why it is not given back (the unit will read it):"),
         words("Không trả lại", "Refuse"), [file](Suite& suite, const SectionKey& key, const std::string& reason) {
           std::error_code ignored;
           if (!file.empty()) std::filesystem::create_directories(file.parent_path(), ignored);
           return refuseReturn(suite, key, reason, file);
         });
}

// For departments with no network: what is told them lies beside the store.
std::filesystem::path BoardView::returnFolder() const {
  return std::filesystem::path(workspace_.settings.store).parent_path() / "tra-lai";
}

void BoardView::chooseInbox() {
  const auto words = workspace_.words();
  if (!inbox_.folder().empty()) {
    const auto stop = wx(words("Thôi canh thư mục ", "Stop watching ") + inbox_.folder().string());
    wxArrayString choices;
    choices.Add(stop);
    choices.Add(wx(words("Canh thư mục khác…", "Watch another folder…")));
    wxSingleChoiceDialog dialog(this, wx(words("Thư mục nhận gói:", "Inbox folder:")),
                                wx(words("Thư mục nhận gói", "Inbox folder")), choices);
    if (dialog.ShowModal() != wxID_OK) return;
    if (dialog.GetSelection() == 0) {
      workspace_.settings.inbox.clear();
      workspace_.saveSettings();
      inbox_.watch({});
      return showSummary();
    }
  }
  wxDirDialog dialog(this,
                     wx(words("Thư mục mà các đơn vị gửi gói vào; gói đến được nhận tự động",
                              "The folder that packages arrive in; they are taken in by themselves")),
                     wx(workspace_.settings.inbox));
  if (dialog.ShowModal() != wxID_OK) return;
  workspace_.settings.inbox = utf8(dialog.GetPath());
  workspace_.saveSettings();
  inbox_.watch(workspace_.settings.inbox);
  showSummary();
}

void BoardView::onInbox(const InboxLook& look) {
  const auto words = workspace_.words();
  if (look.trouble && tellError) tellError(*look.trouble);
  if (look.passed && tellNote) tellNote(words("Thư mục nhận gói hoạt động trở lại.", "The inbox folder works again."));
  if (look.files.empty()) return;
  Received received;
  for (const auto& file : look.files) received.add(file, words);
  workspace_.log().note("inbox", received.logged());
  if (tellNote) tellNote(words("Thư mục nhận gói: ", "Inbox: ") + received.summary(words));
  if (!received.toLookAt.empty()) showReceived(this, words, received.summary(words), received.toLookAt);
  reload();
  if (changed) changed();
}

void BoardView::remind() {
  const auto board = std::make_shared<presentation::Board>();
  const auto selected = list_->selected();
  reading_.ask(
      workspace_.suite().options,
      [board, period = workspace_.period().id, today = workspace_.today(),
       words = workspace_.words()](Background::Work& work) -> Status {
        CCHC_TRY(*board, presentation::readBoard(work.suite, period, today, words));
        return {};
      },
      [this, board, selected](const Status& done) {
        if (!done) return tellError ? tellError(done.error()) : void();
        auto text = presentation::reminderText(*board, workspace_.period(), selected);
        take(std::move(*board));
        if (!wxTheClipboard->Open()) return;
        wxTheClipboard->SetData(new wxTextDataObject(wx(text)));
        wxTheClipboard->Close();
        if (tellNote)
          tellNote(workspace_.words()("Đã chép lời nhắc; dán vào Zalo hay thư điện tử.",
                                      "Reminder copied; paste it into a message."));
      });
}

}  // namespace cchc::shell
