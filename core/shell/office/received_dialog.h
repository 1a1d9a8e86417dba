// Lists the received files that need attention, each with its outcome and how to correct it.
#pragma once
#include <wx/window.h>

#include <string>
#include <vector>

#include "core/presentation/window/words.h"
#include "core/shell/office/receive_summary.h"

namespace cchc::shell {

// The window is not modal: it asks nothing, and stays open until the user closes it. `summary` is shown above the list.
void showReceived(wxWindow* parent, presentation::Words words, const std::string& summary,
                  const std::vector<ReceivedLine>& lines);

}  // namespace cchc::shell
