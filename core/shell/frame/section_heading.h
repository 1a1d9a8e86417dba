// The lines above the view: the title of what is shown and, for a section that was returned or is locked, the reason.
#pragma once
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <string>

#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/on_demand.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class SectionHeading {
 public:
  // Creates the title in the panel. The control for the reason is created when there is one.
  SectionHeading(wxPanel& panel, Workspace& workspace);
  SectionHeading(const SectionHeading&) = delete;
  SectionHeading& operator=(const SectionHeading&) = delete;

  wxSizer* sizer() const { return sizer_; }  // to be added to the panel's sizer
  bool hasReason() const { return reason_.made() != nullptr; }
  // Shows the texts for this view. Lays out the panel only if the texts or the width have changed.
  void update(FrameView view);

 private:
  struct Shown {
    std::string title, reason;
    int width = -1;
    bool operator==(const Shown&) const = default;
  };
  Shown sectionTexts(const presentation::Form& form) const;

  wxPanel& panel_;
  Workspace& workspace_;
  wxBoxSizer* sizer_ = nullptr;
  wxStaticText* title_ = nullptr;
  OnDemand<wxStaticText> reason_;
  Shown shown_;
};

}  // namespace cchc::shell
