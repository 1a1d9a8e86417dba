#include "core/shell/frame/notice_bar.h"

#include <wx/sizer.h>

#include <utility>

#include "core/app/suite/definition_set.h"
#include "core/app/suite/suite.h"
#include "core/base/texts.h"
#include "core/presentation/section/form.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

namespace {

// A longer place, such as the path of a deeply nested file, would hide the message.
constexpr std::size_t longestPlace = 120;

}  // namespace

NoticeBar::NoticeBar(wxWindow& panel, Workspace& workspace) : panel_(panel), workspace_(workspace) {
  bar_.make = [this] {
    auto* bar = new wxInfoBar(&panel_);
    // The toolkit's own close button would be in the system's language.
    bar->AddButton(wxID_CLOSE, wx(workspace_.words()("common.close")));
    bar->Bind(
        wxEVT_BUTTON,
        [this](wxCommandEvent&) {
          if (action_) panel_.CallAfter(action_);
        },
        wxID_OPEN);
    panel_.GetSizer()->Insert(0, bar, wxSizerFlags().Expand());
    return bar;
  };
}

void NoticeBar::showError(const Error& error) {
  workspace_.log().note(error);
  const auto place = nameOf(error.place);
  removeActionButton();
  bar_->ShowMessage(wx((place.empty() ? "" : place + ": ") + sentences(error, workspace_.settings.language)),
                    wxICON_WARNING);
}

// Ids mean nothing to people, so a section is named by its title, and a field of the open section by its label.
std::string NoticeBar::nameOf(const std::string& place) const {
  if (place.size() >= longestPlace) return {};
  const auto language = workspace_.settings.language;
  if (const auto* form = workspace_.form()) {
    const auto label = placeLabel(form->editing().definition(), place).in(language);
    if (label != place) return label;
  }
  if (!workspace_.isOpen()) return place;
  // The title of the newest version, since the place may be without a period.
  const auto form = workspace_.suite().definitions->newest(DefinitionId(place.substr(0, place.find('/'))));
  return form ? form->definition().title.in(language) : place;
}

void NoticeBar::showInformation(const std::string& text) {
  removeActionButton();
  bar_->ShowMessage(wx(text), wxICON_INFORMATION);
}

void NoticeBar::showWithButton(const std::string& text, const std::string& button, std::function<void()> action) {
  removeActionButton();
  action_ = std::move(action);
  bar_->RemoveButton(wxID_CLOSE);  // the close button must stay the last one
  bar_->AddButton(wxID_OPEN, wx(button));
  bar_->AddButton(wxID_CLOSE, wx(workspace_.words()("common.close")));
  bar_->ShowMessage(wx(text), wxICON_INFORMATION);
}

void NoticeBar::dismiss() {
  if (bar_.made() != nullptr && bar_->IsShown()) bar_->Dismiss();
}

void NoticeBar::removeActionButton() {
  if (!action_) return;
  action_ = {};
  bar_->RemoveButton(wxID_OPEN);
}

}  // namespace cchc::shell
