// Charts, drawn to be read: labelled values, units, colours that the colour-blind can tell; saved as PNG or SVG.
#pragma once
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>

#include <filesystem>
#include <functional>
#include <vector>

#include "core/presentation/office/charts.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class OverviewView final : public wxPanel {
 public:
  OverviewView(wxWindow* parent, Workspace& workspace);
  std::function<void(const Error&)> tellError;
  std::function<void(const std::string&)> tellNote;
  void reload();
  void select(std::size_t chart);
  // .png or .svg, by the name.
  bool save(const std::filesystem::path& file);
  const std::vector<presentation::Chart>& charts() const { return charts_; }

 private:
  void saveAs();
  void take(std::vector<presentation::Chart> charts);
  const presentation::Chart* current() const;

  Workspace& workspace_;
  Inquiry reading_;
  std::vector<presentation::Chart> charts_;
  wxChoice* choice_ = nullptr;
  wxScrolledCanvas* canvas_ = nullptr;
};

}  // namespace cchc::shell
