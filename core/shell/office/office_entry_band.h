// The band above the form while the office enters for a unit, or amends the heading of its report
// (app/send/enter_for.h): for whom, who asked and when, or for what reason; and the buttons that submit what was
// entered or leave without storing it. The section itself is in the form and its tables, as a unit sees it; what the
// office has changed is marked there.
#pragma once
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>

#include "core/base/date.h"
#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/on_demand.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class OfficeEntryBand {
 public:
  struct Callbacks {
    std::function<void(const Place&)> showField;
    // The office has submitted or has left, and the section is closed: shows the view from which the command came.
    std::function<void(DeskCommand)> left;
    std::function<void()> storeChanged;
  };
  // The band becomes the item of the panel's sizer before `view`.
  OfficeEntryBand(const FrameContext& context, wxPanel& panel, wxWindow& view, Callbacks callbacks);
  OfficeEntryBand(const OfficeEntryBand&) = delete;
  OfficeEntryBand& operator=(const OfficeEntryBand&) = delete;

  // Shows the band for the open section if the office enters into it, and hides it otherwise. Call this after another
  // section was opened, and after an edit or a change of the view.
  void update(FrameView view);
  // Submits what was entered, in the dialog for it. If who asked, or the day, or the reason is missing, says so.
  void submit();
  // Leaves without storing anything, after confirmation if something was entered.
  void leave();
  // Whether the open section may be replaced: asks if something was entered. It is then lost.
  bool mayLeave();
  wxPanel* panel() { return band_.made(); }

 private:
  wxPanel* makeBand();
  void labelBand();
  const SectionEditing* editing() const;  // nullptr: the office does not enter
  std::string meaning() const;
  Status readAsking(Date& day);
  void finish(DeskCommand command);

  const FrameContext& context_;
  wxPanel& parent_;
  wxWindow& view_;
  Callbacks callbacks_;
  OnDemand<wxPanel> band_;
  const SectionEditing* shown_ = nullptr;  // for which the text boxes are labelled
  wxStaticText *text_ = nullptr, *askedByLabel_ = nullptr, *askedOnLabel_ = nullptr;
  wxTextCtrl *askedBy_ = nullptr, *askedOn_ = nullptr;  // the first is the reason, if the heading is amended
  wxButton *submit_ = nullptr, *leave_ = nullptr;
};

}  // namespace cchc::shell
