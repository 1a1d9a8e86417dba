// The consolidated report: made beside the window, shown as it will print, printed, saved, issued; with what remains to
// be said of it.
#pragma once
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>

#include "core/shell/frame/workspace.h"
#include "core/shell/office/report_findings_view.h"
#include "core/shell/paper/pages_view.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class ReportView final : public wxPanel {
 public:
  ReportView(wxWindow* parent, Workspace& workspace, Background& background);
  std::function<void(const Error&)> tellError;
  std::function<void(const std::string&)> tellNote;
  std::function<void(const SectionKey&, const std::string& place)> open;
  std::function<void()> changed;

  void consolidate();
  void print();
  void saveAs();
  void saveTo(const std::filesystem::path& target);
  void issue(bool asked);
  void openHeading();  // number, date, recipients, signer
  void showLast();     // the report that was made last, if any
  std::filesystem::path reportFile() const;
  bool hasReport() const;
  bool reading() const { return reading_.asking(); }
  ReportFindingsView& findings() { return *findings_; }
  PagesView& pages() { return *pages_; }

 private:
  struct Read {
    std::vector<std::string> html;  // in pieces
    std::vector<ReportFinding> findings;
  };
  std::function<Status(Background::Work&)> reader(const std::shared_ptr<Read>& read) const;
  void take(Read read);
  void enable();
  void run(std::function<Status(Background::Work&)> work, std::function<void()> done);

  Workspace& workspace_;
  Background& background_;
  Inquiry reading_;
  PagesView* pages_ = nullptr;
  ReportFindingsView* findings_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton *make_ = nullptr, *print_ = nullptr, *save_ = nullptr, *issue_ = nullptr;
};

}  // namespace cchc::shell
