// The pane next to or below the form, with the findings and the text of the open section. It is created when it is
// first shown.
#pragma once
#include <wx/notebook.h>
#include <wx/window.h>

#include <functional>
#include <string>

#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/on_demand.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/section/findings_view.h"
#include "core/shell/section/text_view.h"

namespace cchc::shell {

class SidePane {
 public:
  struct Callbacks {
    std::function<void(const Place& place)> goTo;                            // in the open section
    std::function<void(const SectionKey&, const Place& place)> openSection;  // another section
  };
  SidePane(const FrameContext& context, wxWindow& parent, Callbacks callbacks);
  SidePane(const SidePane&) = delete;
  SidePane& operator=(const SidePane&) = delete;

  wxNotebook* notebook() { return notebook_.get(); }
  FindingsView* findings() { return notebook_.get(), findings_; }
  TextView* text() { return notebook_.get(), text_; }
  bool isMade() const { return notebook_.made() != nullptr; }

  // These do nothing until the pane has been created.
  void reload();                // the open section or its values changed
  void updateCounts();          // errors and warnings, on the tab of the findings
  [[nodiscard]] bool commit();  // saves what is being typed; false if it was refused

 private:
  wxNotebook* make();

  const FrameContext& context_;
  wxWindow& parent_;
  Callbacks callbacks_;
  OnDemand<wxNotebook> notebook_;
  FindingsView* findings_ = nullptr;  // created with the notebook
  TextView* text_ = nullptr;          // created with the notebook
};

}  // namespace cchc::shell
