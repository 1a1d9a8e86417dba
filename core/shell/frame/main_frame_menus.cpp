// Menus, toolbar and shortcuts of the window: which commands there are, when each is possible, and what undo would
// undo.
#include <wx/menu.h>
#include <wx/toolbar.h>

#include "core/shell/frame/icons.h"
#include "core/shell/frame/main_frame.h"
#include "core/shell/frame/translations.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

// After the event is over: a dialogue that opens inside the press of a screen reader would keep it waiting for an
// answer, and deaf to the dialogue.
bool MainFrame::run(int id) {
  const auto found = commands_.find(id);
  if (found == commands_.end()) return false;
  translateToolkit(workspace_.settings.language);
  CallAfter([command = found->second] {
    if (!command.possible || command.possible()) command.action();
  });
  return true;
}

void MainFrame::greyOut(bool all) {
  for (const auto& [id, command] : commands_) {
    if (command.item != nullptr && command.possible) command.item->Enable(all || command.possible());
  }
}

wxMenuItem* MainFrame::command(wxMenu& menu, const std::string& text, std::function<void()> action,
                               std::function<bool()> possible) {
  auto* item = menu.Append(wxID_ANY, wx(text));
  commands_[item->GetId()] = {std::move(action), std::move(possible), item};
  return item;
}

void MainFrame::makeMenus() {
  const auto words = workspace_.words();
  auto* menus = new wxMenuBar;
  // One for all, tools too: the window looks through what is bound to it at every event.
  Bind(wxEVT_MENU, [this](wxCommandEvent& event) { event.Skip(!run(event.GetId())); });
  const auto section = [this] { return workspace_.form() != nullptr; };
  const auto editable = [this] { return workspace_.form() != nullptr && !workspace_.form()->editing().locked(); };
  const auto inTable = [this] { return view_ == View::table; };

  auto* file = new wxMenu;
  command(
      *file, words("&Nhập từ Excel, CSV…\tCtrl+I", "&Import from Excel, CSV…\tCtrl+I"), [this] { importFile(); },
      editable);
  command(
      *file, words("Ghi &bảng tính Excel để điền…", "Write an Excel &workbook to fill in…"), [this] { saveWorkbook(); },
      section);
  command(
      *file, words("&Xuất số liệu của phần…", "&Export this section's values…"), [this] { exportValues(); }, section);
  file->AppendSeparator();
  command(*file, words("Nhận bản &gửi, bản trả lại…\tCtrl+O", "&Receive packages, returns…\tCtrl+O"), [this] {
    showView(View::board);
    board_->chooseAndReceive();
  });
  command(*file, words("&Thư mục nhận gói…", "In&box folder…"), [this] {
    showView(View::board);
    board_->chooseInbox();
  });
  file->AppendSeparator();
  command(*file, words("&Ký gói của người khác…", "Sign a pac&kage…"), [this] { signPackageFile(); });
  command(*file, words("Kiểm tra &chữ ký…", "&Verify signatures…"), [this] { verifyFiles(); });
  file->AppendSeparator();
  command(*file, words("&Sao lưu, chuyển sang máy khác…", "&Back up, move to another PC…"), [this] { backup(); });
  command(*file, words("Sao lưu &hằng ngày ra ổ khác…", "&Daily backup to another drive…"),
          [this] { chooseDailyBackup(); });
  command(*file, words("Đổi &kho, kỳ, đơn vị…", "Change s&tore, period, unit…"), [this] {
    if (leave()) restart_();
  });
  command(*file, words("Đổi &người nhập…", "Switch &person…"), [this] { switchPerson(); });
  file->AppendSeparator();
  command(*file, words("&Thoát\tCtrl+Q", "&Quit\tCtrl+Q"), [this] { Close(); });
  menus->Append(file, wx(words("&Tệp", "&File")));

  auto* edit = new wxMenu;
  undoItem_ = command(
      *edit, words("&Hoàn tác\tCtrl+Z", "&Undo\tCtrl+Z"), [this] { undo(false); },
      [this] { return workspace_.form() != nullptr && workspace_.form()->editing().undoable() != nullptr; });
  redoItem_ = command(
      *edit, words("&Làm lại\tCtrl+Y", "&Redo\tCtrl+Y"), [this] { undo(true); },
      [this] { return workspace_.form() != nullptr && workspace_.form()->editing().redoable() != nullptr; });
  edit->AppendSeparator();
  command(*edit, words("&Tìm…\tCtrl+F", "&Find…\tCtrl+F"), [this] {
    if (!outer_->IsSplit()) showView(View::form);
    navigator_->focusSearch();
  });
  menus->Append(edit, wx(words("&Sửa", "&Edit")));

  auto* part = new wxMenu;
  command(
      *part, words("&Lưu\tCtrl+S", "&Save\tCtrl+S"),
      [this] {
        if (leave())
          tellNote(workspace_.words()("Đã lưu. Mọi thay đổi được lưu ngay khi nhập.",
                                      "Saved. Every change is saved as it is made."));
      },
      section);
  command(
      *part, words("Đến lỗi &tiếp theo\tF8", "&Next problem\tF8"),
      [this] {
        showView(View::form);
        form_->goToNextProblem();
      },
      section);
  command(
      *part, words("&In phiếu…", "&Print the sheet…"), [this] { printSheet(); }, section);
  command(
      *part, words("&Gửi Văn phòng…\tF9", "&Submit to the Office…\tF9"), [this] { submit(); }, section);
  command(
      *part, words("Đề nghị &trả lại…", "&Ask for return…"), [this] { askForReturn(); },
      [this] { return mayAskForReturn(); });
  menus->Append(part, wx(words("&Phần", "&Section")));

  auto* table = new wxMenu;
  command(
      *table, words("&Thêm dòng\tF5", "&Add row\tF5"), [this] { table_->addRow(); }, inTable);
  command(
      *table, words("&Xóa dòng\tF6", "&Remove row\tF6"), [this] { table_->removeRows(); }, inTable);
  command(
      *table, words("&Sửa dòng…\tF7", "&Edit row…\tF7"), [this] { table_->editRow(); }, inTable);
  command(
      *table, words("&Điền xuống (Ctrl+D)", "&Fill down (Ctrl+D)"), [this] { table_->fillDown(); }, inTable);
  command(
      *table, words("Chuyển dòng &lên (Ctrl+↑)", "Move row &up (Ctrl+↑)"), [this] { table_->moveRow(false); }, inTable);
  command(
      *table, words("Chuyển dòng x&uống (Ctrl+↓)", "Move row &down (Ctrl+↓)"), [this] { table_->moveRow(true); },
      inTable);
  command(
      *table, words("&Xếp theo cột này\tF4", "&Sort by this column\tF4"), [this] { table_->sortByCurrent(); }, inTable);
  command(
      *table, words("&Lọc dòng…\tCtrl+L", "Fi&lter rows…\tCtrl+L"), [this] { table_->focusFilter(); }, inTable);
  table->AppendSeparator();
  command(
      *table, words("&Chép (Ctrl+C)", "&Copy (Ctrl+C)"), [this] { table_->copy(); }, inTable);
  command(
      *table, words("&Dán từ Excel (Ctrl+V)", "&Paste from Excel (Ctrl+V)"), [this] { table_->paste(); }, inTable);
  menus->Append(table, wx(words("&Bảng", "&Table")));

  auto* report = new wxMenu;
  command(*report, words("&Tổng hợp", "&Consolidate"), [this] {
    showView(View::report);
    report_->consolidate();
  });
  command(*report, words("&In dự thảo trình ký…\tCtrl+P", "&Print draft for signature…\tCtrl+P"), [this] {
    showView(View::report);
    report_->print();
  });
  command(
      *report, words("&Lưu báo cáo thành…", "&Save the report as…"),
      [this] {
        showView(View::report);
        report_->saveAs();
      },
      [this] { return report_.made() != nullptr && report_->hasReport(); });
  report->AppendSeparator();
  command(*report, words("&Số, ngày, nơi nhận, người ký…", "Num&ber, date, recipients, signer…"), [this] {
    showView(View::report);
    report_->openHeading();
  });
  command(*report, words("&Chép lời nhắc các đơn vị", "Copy &reminder to the units"), [this] { board_->remind(); });
  command(
      *report, words("&Phát hành và khóa…", "&Issue and lock…"),
      [this] {
        showView(View::report);
        report_->issue(false);
      },
      [this] { return report_.made() != nullptr && report_->hasReport(); });
  menus->Append(report, wx(words("Báo &cáo", "&Report")));

  auto* see = new wxMenu;
  command(*see, words("&Biểu mẫu\tCtrl+1", "&Form\tCtrl+1"), [this] { showView(View::form); });
  command(*see, words("Bảng &theo dõi\tCtrl+2", "Boa&rd\tCtrl+2"), [this] { showView(View::board); });
  command(*see, words("Báo &cáo\tCtrl+3", "Re&port\tCtrl+3"), [this] { showView(View::report); });
  command(*see, words("Tổng &quan\tCtrl+4", "&Overview\tCtrl+4"), [this] { showView(View::overview); });
  see->AppendSeparator();
  command(*see, words("&English", "&Tiếng Việt"), [this] {
    if (!leave()) return;
    workspace_.settings.language = workspace_.settings.language == Language::vi ? Language::en : Language::vi;
    workspace_.saveSettings();
    restart_();
  });
  menus->Append(see, wx(words("&Xem", "&View")));

  auto* help = new wxMenu;
  command(*help, words("&Hướng dẫn\tF1", "&Help\tF1"), [this] { showHelp(); });
  command(*help, words("&Phím tắt", "&Shortcuts"), [this] { showShortcuts(); });
  command(*help, words("Các &plugin", "Plu&gins"), [this] { showPlugins(); });
  command(*help, words("&Lưu nhật ký để gửi người hỗ trợ…", "Save the &log for support…"), [this] { saveLog(); });
  command(*help, words("&Giới thiệu", "&About"), [this] { showAbout(); });
  menus->Append(help, wx(words("Trợ &giúp", "&Help")));
  SetMenuBar(menus);
}

void MainFrame::makeToolbar() {
  const auto words = workspace_.words();
  auto* bar = CreateToolBar(wxTB_HORIZONTAL | wxTB_TEXT | wxTB_HORZ_LAYOUT | wxTB_FLAT);
  const auto tool = [&](const char* text, Icon picture, std::function<void()> action) {
    auto* made = bar->AddTool(wxID_ANY, wx(text), icon(picture));
    commands_[made->GetId()] = {std::move(action), {}, nullptr};
  };
  tool(words("Biểu mẫu", "Form"), Icon::form, [this] { showView(View::form); });
  tool(words("Bảng theo dõi", "Board"), Icon::board, [this] { showView(View::board); });
  tool(words("Báo cáo", "Report"), Icon::report, [this] { showView(View::report); });
  tool(words("Tổng quan", "Overview"), Icon::overview, [this] { showView(View::overview); });
  bar->AddSeparator();
  if (office()) {
    tool(words("Nhận bản gửi", "Receive"), Icon::receive, [this] {
      showView(View::board);
      board_->chooseAndReceive();
    });
    tool(words("Nhắc đơn vị", "Remind"), Icon::remind, [this] { board_->remind(); });
    tool(words("TỔNG HỢP", "CONSOLIDATE"), Icon::consolidate, [this] {
      showView(View::report);
      report_->consolidate();
    });
  } else {
    tool(words("Nhập Excel", "Import"), Icon::import, [this] { importFile(); });
    tool(words("Đến lỗi F8", "Next problem F8"), Icon::problem, [this] {
      showView(View::form);
      form_->goToNextProblem();
    });
    tool(words("GỬI VĂN PHÒNG F9", "SUBMIT F9"), Icon::submit, [this] { submit(); });
  }
  bar->Realize();
}

// "Hoàn tác: Thu ngân sách thực hiện: 177.357 → 178.000"
void MainFrame::nameUndo() {
  const auto words = workspace_.words();
  const auto* form = workspace_.form();
  const auto name = [&](wxMenuItem* item, const char* verb, const EditStep* step, const char* key) {
    auto what = wx(step == nullptr ? std::string() : ": " + step->name.in(words.language));
    if (what.length() > 70) what = what.Left(70) + wx("…");
    what.Replace("&", "&&");
    what.Replace("\t", " ");
    const auto label = wx(verb) + what + "\t" + key;
    if (item->GetItemLabel() != label) item->SetItemLabel(label);
  };
  name(undoItem_, words("&Hoàn tác", "&Undo"), form == nullptr ? nullptr : form->editing().undoable(), "Ctrl+Z");
  name(redoItem_, words("&Làm lại", "&Redo"), form == nullptr ? nullptr : form->editing().redoable(), "Ctrl+Y");
}

}  // namespace cchc::shell
