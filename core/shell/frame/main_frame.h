// The window: menus, toolbar, navigator, the view in the middle, findings and text beside it, status bar.
#pragma once
#include <wx/frame.h>
#include <wx/infobar.h>
#include <wx/notebook.h>
#include <wx/simplebook.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <memory>

#include "core/shell/frame/help_window.h"
#include "core/shell/frame/on_demand.h"
#include "core/shell/frame/task_strip.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/office/board_view.h"
#include "core/shell/office/overview_view.h"
#include "core/shell/office/report_view.h"
#include "core/shell/section/findings_view.h"
#include "core/shell/section/form_view.h"
#include "core/shell/section/navigator_view.h"
#include "core/shell/section/table_view.h"
#include "core/shell/section/text_view.h"
#include "core/shell/work/background.h"
#include "core/shell/work/daily_backup.h"
#include "core/shell/work/outbox_sender.h"

namespace cchc::shell {

class MainFrame final : public wxFrame {
 public:
  // The workspace is open. `restart`: asked for when the language, the store or the person's unit changes; the frame is
  // made anew.
  MainFrame(Workspace& workspace, std::function<void()> restart);
  ~MainFrame() override;

  enum class View : unsigned char { form, table, board, report, overview };
  void showView(View view);
  View view() const { return view_; }
  // Read beside the window, and shown when it has been; of several asked for, the last.
  void openSection(const SectionKey& key, const std::string& place);
  bool reading() const { return opening_.asking() || refreshing_.asking(); }
  void submit();
  void tellError(const Error& error);
  void tellNote(const std::string& note);
  // Files dropped, or given on the command line: a sheet is imported into the open section, all else is received.
  void openFiles(const std::vector<std::string>& files);

  // What their commands do once a file, a reason or a name was chosen.
  void signPackageFile(const std::filesystem::path& file);
  void askForReturn(const std::string& reason, const std::filesystem::path& file);
  void switchPersonTo(const std::string& name);
  void printSheet();
  void showHelp();
  void showPlugins();
  HelpWindow* help() { return help_; }
  wxInfoBar* bar() { return bar_.get(); }

  FormView* form() { return form_.get(); }
  TableView* table() { return table_.get(); }
  BoardView* board() { return board_.get(); }
  ReportView* report() { return report_.get(); }
  OverviewView* overview() { return overview_.get(); }
  NavigatorView* navigator() { return navigator_.get(); }
  FindingsView* findings() { return pane_.get(), findings_; }
  TextView* text() { return pane_.get(), text_; }
  wxNotebook* pane() { return pane_.get(); }
  Background& background() { return background_; }
  Workspace& workspace() { return workspace_; }

 private:
  void makeMenus();
  void makeToolbar();
  bool run(int id);  // false: not a command of the window
  void greyOut(bool all);
  wxMenuItem* command(wxMenu& menu, const std::string& text, std::function<void()> action,
                      std::function<bool()> possible = {});
  void makeViews();
  wxNotebook* makePane();
  void onWorkspace(Workspace::Event event);
  void showSaved();
  void showSection();
  void readAgain();  // beside the window: the sections' states, and the open section, which may have been returned,
                     // accepted or issued
  void goTo(const std::string& place);
  void showHeading();
  void showStatus();
  void onSent(const OutboxSender::Sent& sent);
  void countFindings();
  void undo(bool forward);
  void nameUndo();
  void importFile(std::filesystem::path file = {});
  void takeImported(const EditStep& step, const std::filesystem::path& file);
  void saveWorkbook();
  void signPackageFile();
  void verifyFiles();
  void askForReturn();
  void offerPeople();
  void openAttachment(const Place& place);
  void showPage(const std::string& html);
  bool mayAskForReturn() const;
  void clickStatus(wxMouseEvent& event);
  void tellQuarantined();
  // A message with one thing to do beside it, in the bar above the form.
  void tellWith(const std::string& text, const std::string& button, std::function<void()> action);
  void dropBarButton();
  void pressBar(wxCommandEvent& event);
  void saveLog();
  void exportValues();
  void backup();
  void chooseDailyBackup();
  void switchPerson();
  void showAbout();
  void showShortcuts();
  bool leave();
  std::string place() const;  // of what is in focus; empty: none
  void rememberPlace();
  void goBack();  // where one was when the window closed, or was killed
  void arrange();
  bool office() const { return workspace_.settings.role == presentation::Role::office; }

  Workspace& workspace_;
  std::function<void()> restart_;
  Background background_, counting_;
  Inquiry opening_, refreshing_;
  DailyBackup daily_;
  bool countAgain_ = false, counted_ = false;
  wxSplitterWindow *outer_ = nullptr, *inner_ = nullptr;
  OnDemand<NavigatorView> navigator_;
  wxPanel* middle_ = nullptr;
  wxSimplebook* book_ = nullptr;
  OnDemand<wxInfoBar> bar_;
  OnDemand<TaskStrip> strip_;
  wxStaticText* heading_ = nullptr;
  OnDemand<wxStaticText> reason_;  // why the section was returned, or is locked
  OnDemand<FormView> form_;
  OnDemand<TableView> table_;
  OnDemand<BoardView> board_;
  OnDemand<ReportView> report_;
  OnDemand<OverviewView> overview_;
  OnDemand<wxNotebook> pane_;  // with the two below
  FindingsView* findings_ = nullptr;
  TextView* text_ = nullptr;
  std::map<View, std::size_t> pages_;  // of the views that were made
  View view_ = View::form;
  struct Command {
    std::function<void()> action;
    std::function<bool()> possible;  // empty: always
    wxMenuItem* item = nullptr;      // none for a tool
  };
  std::map<int, Command> commands_;
  wxMenuItem *undoItem_ = nullptr, *redoItem_ = nullptr;
  struct {
    std::string title, reason;
    int width = -1;
  } shownHeading_;
  std::string saved_;
  std::function<void()> barAction_;
  HelpWindow* help_ = nullptr;
  wxTimer placeTimer_;                    // remembers where one is
  std::unique_ptr<OutboxSender> sender_;  // for a shared store
};

}  // namespace cchc::shell
