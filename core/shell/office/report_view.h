// The consolidated report: consolidated on a thread, shown as it will be printed, with its findings next to it;
// printed, saved and issued.
// All members are used on the window's thread.
#pragma once
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/app/report/report_findings.h"
#include "core/app/suite/suite_work.h"
#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/office/report_findings_view.h"
#include "core/shell/paper/pages_view.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

class ReportView final : public wxPanel {
 public:
  ReportView(wxWindow* parent, Workspace& workspace, Task& task);
  std::function<void(const Error&)> showError;
  std::function<void(const std::string&)> showNote;
  std::function<void(const SectionKey&, const Place& place)> open;
  std::function<void(const SectionKey&)> amend;  // opens the section for the office to amend it
  std::function<void()> changed;  // called after consolidating or issuing, since states of sections have changed

  void consolidate();
  void print();
  void saveAs();
  void saveTo(const SaveFile& target);  // .html or .xml
  void issue();                         // locks the sections of the report after confirmation
  void openHeading();                   // the section with number, date, recipients and signer
  void amendHeading();                  // changes it in a report that is not issued
  void updateButtons();                 // call this after the desk or the state of a section has changed
  void showLast();                      // shows the last report, or what to do if there is none
  // Next to the store, one file per unit and period. The report of a shared store is in the user's data folder.
  std::filesystem::path reportFile() const;
  bool hasReport() const;
  bool reading() const { return reading_.running(); }
  ReportFindingsView& findings() { return *findings_; }
  PagesView& pages() { return *pages_; }

 private:
  struct Content {
    std::vector<std::string> html;  // in pieces, for PagedDocument
    std::vector<ReportFinding> findings;
  };
  std::function<Result<Content>(SuiteWork&)> contentReader() const;
  void showContent(Content content);
  // Runs `work` on a thread, and then `done` if it succeeded.
  void runTask(std::function<Status(SuiteWork&)> work, std::function<void()> done);
  // The same; `failed` gets the error instead of showError.
  void runTask(std::function<Status(SuiteWork&)> work, std::function<void()> done,
               std::function<void(const Error&)> failed);
  // Consolidates after `before`, and shows the report and `note`, a text with {summary}.
  void consolidateAfter(std::function<Status(SuiteWork&)> before, const std::string& note);
  // Shows what is missing; once a person has confirmed it, consolidates again.
  void askMissing();

  Workspace& workspace_;
  Task& task_;
  Task reading_{workspace_.tasks()};
  PagesView* pages_ = nullptr;
  ReportFindingsView* findings_ = nullptr;
  wxStaticText* summary_ = nullptr;
  wxButton *consolidate_ = nullptr, *print_ = nullptr, *save_ = nullptr, *issue_ = nullptr, *amend_ = nullptr;
};

}  // namespace cchc::shell
