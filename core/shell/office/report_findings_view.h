// What remains to be said of the report; of the finding selected, every section that it is about, side by side.
#pragma once
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <functional>
#include <vector>

#include "core/app/report/report_findings.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class ReportFindingsView final : public wxPanel {
 public:
  ReportFindingsView(wxWindow* parent, Workspace& workspace);
  std::function<void(const SectionKey&, const std::string& place)> open;

  void take(std::vector<ReportFinding> findings);
  void clear();  // there is no report
  const std::vector<ReportFinding>& findings() const { return findings_; }
  wxListView& sources() { return *sources_; }
  void select(std::size_t finding);

 private:
  class List;
  void showSelected();

  Workspace& workspace_;
  std::vector<ReportFinding> findings_;
  bool checked_ = false;
  wxStaticText* title_ = nullptr;
  List* list_ = nullptr;
  wxStaticText* detail_ = nullptr;
  wxListView* sources_ = nullptr;  // a line for each section
};

}  // namespace cchc::shell
