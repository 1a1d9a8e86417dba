// The office's board: the sections of the period as they arrive, and the office's decisions on them.
// All members are used on the window's thread; the store is read and written on other threads.
#pragma once
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/app/suite/suite_work.h"
#include "core/base/threads/task.h"
#include "core/presentation/office/board.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/office/board_detail.h"
#include "core/shell/office/board_list.h"
#include "core/shell/work/inbox_timer.h"

namespace cchc::shell {

class BoardView final : public wxPanel {
 public:
  BoardView(wxWindow* parent, Workspace& workspace, Task& task);
  std::function<void(const Error&)> showError;
  std::function<void(const std::string&)> showNote;
  std::function<void(const SectionKey&)> open;
  std::function<void(const SectionKey&)> enterFor;  // opens the section for the office to enter into it
  std::function<void()> changed;                    // called after sections were received or their states changed

  // Reads the board from the store on a thread, and then shows it.
  void reload();
  bool reading() const { return reading_.running() || choosing_.running() || detail_->reading(); }
  const presentation::Board& board() const { return list_->board(); }
  BoardList* list() const { return list_; }
  BoardDetail& detail() { return *detail_; }
  void select(const SectionKey& key);  // selects only this section

  // Receiving (board_view_receiving.cpp).
  void chooseAndReceive();
  void receive(std::vector<std::filesystem::path> files);
  void chooseInbox();

  // Decisions on the selected section (board_view_decisions.cpp). Each asks for what it needs in a dialog, and does
  // nothing unless exactly one section is selected; acceptSelected accepts any number of sections without asking.
  void acceptSelected();
  void returnSelected();
  void reopenSelected();
  void refuseReturnOfSelected();
  void choosePackage();  // chooses which of several packages of the latest revision counts
  void discardSelected();
  void enterForSelected();  // opens the section; the rest is on the form's page

  // Copies a reminder to the clipboard. It covers the selected sections that are still to be submitted or, if there are
  // none, all such sections on the board.
  void copyReminder();

 private:
  wxWindow* makeListPanel(wxWindow* parent);
  void readBoardThen(std::function<void(presentation::Board)> done);
  void setBoard(presentation::Board board);
  void showSummary();
  void showBusy();
  void showPackageChoice(const SectionKey& key, const std::vector<presentation::RivalPackage>& packages);
  // Runs `work` on a thread, calls `done` if it succeeded, and reloads the board.
  void runDecision(std::function<Status(SuiteWork&)> work, std::function<void()> done = {});
  // Asks for a reason, then runs `action` with it for the selected section.
  void askReason(const std::string& question, const std::string& title,
                 std::function<Status(Suite&, const SectionKey&, const std::string&)> action);
  void inboxScanned(const InboxScan& scan);
  std::filesystem::path returnFolder() const;

  Workspace& workspace_;
  Task& task_;
  Task reading_{workspace_.tasks()};   // the board
  Task choosing_{workspace_.tasks()};  // the packages of one section
  InboxTimer inbox_;
  wxListBox* filters_ = nullptr;
  BoardList* list_ = nullptr;
  BoardDetail* detail_ = nullptr;
  wxStaticText* summary_ = nullptr;
};

}  // namespace cchc::shell
