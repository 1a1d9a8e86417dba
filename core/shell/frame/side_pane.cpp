#include "core/shell/frame/side_pane.h"

#include <utility>

#include "core/shell/frame/notice_bar.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

SidePane::SidePane(const FrameContext& context, wxWindow& parent, Callbacks callbacks)
    : context_(context), parent_(parent), callbacks_(std::move(callbacks)) {
  notebook_.make = [this] { return make(); };
}

wxNotebook* SidePane::make() {
  const auto words = context_.workspace.words();
  auto* notebook = new wxNotebook(&parent_, wxID_ANY);
  findings_ = new FindingsView(notebook, context_.workspace);
  text_ = new TextView(notebook, context_.workspace);
  notebook->AddPage(findings_, wx(words("pane.findings")));
  notebook->AddPage(text_, wx(words("pane.text")));
  findings_->goTo = callbacks_.goTo;
  findings_->openSection = callbacks_.openSection;
  findings_->showError = [this](const Error& error) { context_.notices.showError(error); };
  text_->showError = findings_->showError;
  findings_->reload();
  text_->reload();
  return notebook;
}

void SidePane::reload() {
  if (!isMade()) return;
  findings_->reload();
  text_->reload();
}

void SidePane::updateCounts() {
  if (!isMade()) return;
  std::size_t errors = 0, warnings = 0;
  if (const auto* form = context_.workspace.form(); form != nullptr) {
    for (const auto& finding : form->editing().findings()) {
      errors += finding.severity == Severity::error ? 1 : 0;
      warnings += finding.severity == Severity::warning ? 1 : 0;
    }
  }
  const auto label = wx(context_.workspace.words()(
      "pane.findings-counted", {{"errors", std::to_string(errors)}, {"warnings", std::to_string(warnings)}}));
  if (notebook_->GetPageText(0) != label) notebook_->SetPageText(0, label);
}

bool SidePane::commit() { return !isMade() || (findings_->commit() && text_->commit()); }

}  // namespace cchc::shell
