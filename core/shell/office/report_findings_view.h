// The findings of the report; below them, the figures that the selected finding is about, from all their sections.
#pragma once
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/app/report/report_findings.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class ReportFindingsView final : public wxPanel {
 public:
  ReportFindingsView(wxWindow* parent, Workspace& workspace);
  std::function<void(const SectionKey&, const Place& place)> open;

  void setFindings(std::vector<ReportFinding> findings);
  void clear();  // for when there is no report
  const std::vector<ReportFinding>& findings() const { return findings_; }
  wxListView& sources() { return *sources_; }
  void select(std::size_t finding);

 private:
  class List;
  void openSource(std::size_t source);
  void showSelected();
  void showSources(const std::vector<FindingSource>& sources);

  Workspace& workspace_;
  std::vector<ReportFinding> findings_;
  bool hasReport_ = false;
  wxStaticText* title_ = nullptr;
  List* list_ = nullptr;
  wxStaticText* detail_ = nullptr;
  wxListView* sources_ = nullptr;  // one line per source of the selected finding
};

}  // namespace cchc::shell
