// Commands of the window on help, plugins and the person at work.
#include <wx/menu.h>
#include <wx/statusbr.h>
#include <wx/textdlg.h>

#include "core/base/text.h"
#include "core/shell/frame/main_frame.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

using presentation::HelpTopic;

namespace {

bool within(const wxWindow* window, const wxWindow* whole) {
  while (window != nullptr && window != whole) window = window->GetParent();
  return window != nullptr && whole != nullptr;
}

}  // namespace

void MainFrame::showPage(const std::string& html) {
  if (help_ == nullptr) help_ = new HelpWindow(this, workspace_.words());
  help_->show(html);
}

// Of the view, or of what is beside it when that has the focus.
void MainFrame::showHelp() {
  auto topic = HelpTopic::form;
  switch (view_) {
    case View::form:
      break;
    case View::table:
      topic = HelpTopic::table;
      break;
    case View::board:
      topic = HelpTopic::board;
      break;
    case View::report:
      topic = HelpTopic::report;
      break;
    case View::overview:
      topic = HelpTopic::overview;
      break;
  }
  const auto* focus = wxWindow::FindFocus();
  if (pane_.made() != nullptr && within(focus, findings_)) topic = HelpTopic::findings;
  if (pane_.made() != nullptr && within(focus, text_)) topic = HelpTopic::text;
  showPage(presentation::helpHtml(topic, workspace_.words()));
}

void MainFrame::showShortcuts() { showPage(presentation::helpHtml(HelpTopic::shortcuts, workspace_.words())); }

void MainFrame::showPlugins() {
  showPage(presentation::pluginsHtml(workspace_.suite().catalogue.plugins.plugins(), workspace_.words()));
}

void MainFrame::tellQuarantined() {
  const auto ids = presentation::quarantined(workspace_.suite().catalogue.plugins.plugins());
  if (ids.empty()) return;
  const auto words = workspace_.words();
  tellWith(words("Plugin bị cách ly, các phần của nó chỉ xem được: ",
                 "Quarantined plugin; its sections can only be looked at: ") +
               ids,
           words("Xem lý do", "See why"), [this] { showPlugins(); });
}

void MainFrame::switchPerson() {
  const auto words = workspace_.words();
  if (!leave()) return;
  wxTextEntryDialog dialog(this,
                           wx(words("Họ tên người nhập; mỗi thay đổi ghi lại ai đã làm:",
                                    "Name of who is at work; each change records it:")),
                           wx(words("Đổi người nhập", "Switch person")), wx(workspace_.settings.person));
  if (dialog.ShowModal() != wxID_OK) return;
  switchPersonTo(std::string(trim(utf8(dialog.GetValue()))));
}

void MainFrame::switchPersonTo(const std::string& name) {
  if (name.empty() || !leave()) return;
  workspace_.setPerson(name);
  showStatus();
}

// A click on the person in the status bar offers who was here lately.
void MainFrame::clickStatus(wxMouseEvent& event) {
  event.Skip();
  wxRect field;
  if (!GetStatusBar()->GetFieldRect(2, field) || !field.Contains(event.GetPosition())) return;
  CallAfter([this] { offerPeople(); });
}

void MainFrame::offerPeople() {
  wxMenu menu;
  const auto people = workspace_.settings.recentPeople;
  for (const auto& name : people) {
    auto* item = menu.AppendRadioItem(wxID_ANY, wx(name));
    item->Check(name == workspace_.settings.person);
    menu.Bind(
        wxEVT_MENU, [this, name](wxCommandEvent&) { switchPersonTo(name); }, item->GetId());
  }
  if (!people.empty()) menu.AppendSeparator();
  const auto* other = menu.Append(wxID_ANY, wx(workspace_.words()("Người khác…", "Somebody else…")));
  menu.Bind(
      wxEVT_MENU, [this](wxCommandEvent&) { CallAfter([this] { switchPerson(); }); }, other->GetId());
  PopupMenu(&menu);
}

}  // namespace cchc::shell
