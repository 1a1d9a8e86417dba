#include "core/shell/frame/section_heading.h"

#include <algorithm>
#include <utility>

#include "core/base/texts.h"
#include "core/base/vietnamese.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

SectionHeading::SectionHeading(wxPanel& panel, Workspace& workspace) : panel_(panel), workspace_(workspace) {
  title_ = new wxStaticText(&panel_, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  auto bold = title_->GetFont();
  title_->SetFont(bold.MakeBold().MakeLarger());
  sizer_ = new wxBoxSizer(wxVERTICAL);
  sizer_->Add(title_, 0, wxEXPAND | wxALL, panel_.FromDIP(6));
  reason_.make = [this] {
    auto* reason = new wxStaticText(&panel_, wxID_ANY, "");
    reason->SetBackgroundColour(colours::notice());
    sizer_->Add(reason, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, panel_.FromDIP(6));
    return reason;
  };
}

SectionHeading::Shown SectionHeading::sectionTexts(const presentation::Form& form) const {
  const auto words = workspace_.words();
  const auto& editing = form.editing();
  const auto& header = editing.header();
  const auto count = form.completeness();
  const bool begun = header.revision > 0 || !header.headDigest.empty();
  Shown shown;
  shown.title = presentation::sectionTitle(editing.definition(), words) + "   " + std::to_string(count.filled) + "/" +
                std::to_string(count.required) + "   " + presentation::stateShape(header.state, begun) + " " +
                presentation::stateText(header.state, header.revision, begun, words);
  const bool open = header.state == SectionState::returned || header.state == SectionState::draft;
  if (open && !header.reason.empty()) {
    shown.reason = words("heading.returned", {{"reason", header.reason}});
  } else if (editing.locked()) {
    shown.reason = sentences(*editing.locked(), words.language);
    if (const auto& receipt = editing.receipt()) {
      const auto* const code = receipt->result == "waiting" ? "heading.waiting" : "heading.received";
      shown.reason =
          words(code, {{"time", vietnamese::moment(receipt->at)}, {"person", receipt->by}}) + " " + shown.reason;
    }
  }
  return shown;
}

void SectionHeading::update(FrameView view) {
  Shown next;
  const std::vector<Parameter> period{{"period", workspace_.period().name}};
  switch (view) {
    case FrameView::form:
    case FrameView::table:
      if (const auto* form = workspace_.form(); form != nullptr)
        next = sectionTexts(*form);
      else
        next.title = workspace_.period().name;
      break;
    case FrameView::board:
      next.title = workspace_.words()("heading.board", period);
      break;
    case FrameView::report:
      next.title = workspace_.words()("heading.report", period);
      break;
    case FrameView::overview:
      next.title = workspace_.words()("heading.overview", period);
      break;
    case FrameView::units:
      next.title = workspace_.words()("heading.units");
      break;
  }
  // Laying the window out again is the slowest part, so it is done only if something has changed.
  next.width = panel_.GetClientSize().GetWidth();
  if (next == shown_) return;
  shown_ = std::move(next);
  title_->SetLabelText(wx(shown_.title));
  if (!shown_.reason.empty() || reason_.made() != nullptr) {
    reason_->SetLabelText(wx(shown_.reason));
    reason_->Wrap(std::max(panel_.FromDIP(300), shown_.width - panel_.FromDIP(16)));
    reason_->Show(!shown_.reason.empty());
  }
  panel_.Layout();
}

}  // namespace cchc::shell
