// The consolidated report: made beside the window, previewed, printed, saved, issued.
#pragma once
#include <wx/button.h>
#include <wx/html/htmlwin.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>

#include "core/shell/background.h"
#include "core/shell/workspace.h"

namespace cchc::shell {

class ReportView final : public wxPanel {
 public:
  ReportView(wxWindow* parent, Workspace& workspace, Background& background);
  std::function<void(const Error&)> tellError;
  std::function<void(const std::string&)> tellNote;
  std::function<void()> changed;

  void consolidate();
  void print();
  void saveAs();
  void saveTo(const std::filesystem::path& target);
  void issue(bool asked);
  void showLast();                                   // the report that was made last, if any
  std::filesystem::path reportFile() const;
  bool hasReport() const;

 private:
  void show();

  Workspace& workspace_;
  Background& background_;
  wxHtmlWindow* page_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton *make_ = nullptr, *print_ = nullptr, *save_ = nullptr, *issue_ = nullptr, *cancel_ = nullptr;
  std::string html_;
};

}  // namespace cchc::shell
