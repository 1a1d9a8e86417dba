// The overview: one chart at a time, with labelled values and units; the chart can be saved as a picture.
#pragma once
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/presentation/office/charts.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class OverviewView final : public wxPanel {
 public:
  OverviewView(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> showError;
  std::function<void(const std::string&)> showNote;
  // Computes the charts on a thread, and then shows them.
  void reload();
  void select(std::size_t chart);
  // Saves the selected chart as SVG if the file's extension is .svg, otherwise as PNG. Returns false if that failed.
  bool save(const std::filesystem::path& file);
  const std::vector<presentation::Chart>& charts() const { return charts_; }

 private:
  void saveAs();
  void setCharts(std::vector<presentation::Chart> charts);
  const presentation::Chart* current() const;

  Workspace& workspace_;
  Task reading_{workspace_.tasks()};
  std::vector<presentation::Chart> charts_;
  wxChoice* choice_ = nullptr;
  wxScrolledCanvas* canvas_ = nullptr;
};

}  // namespace cchc::shell
