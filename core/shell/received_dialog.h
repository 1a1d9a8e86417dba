// What came of taking files in, where not all of it was plain: a line for each file, with the reason and how to mend it. It asks nothing and stays beside
// the work until it is closed.
#pragma once
#include <wx/dialog.h>

#include <string>
#include <vector>

#include "core/presentation/words.h"

namespace cchc::shell {

struct ReceivedLine {
  std::string file, outcome;  // "budget.cchc", "bị từ chối: …"
};
void showReceived(wxWindow* parent, presentation::Words words, const std::string& summary, const std::vector<ReceivedLine>& lines);

}  // namespace cchc::shell
