// What came of taking files in, where not all of it was plain: a line for each file, with the reason and how to mend
// it. It asks nothing and stays beside the work until it is closed.
#pragma once
#include <wx/dialog.h>

#include <string>
#include <vector>

#include "core/app/receive/receive.h"
#include "core/presentation/window/words.h"

namespace cchc::shell {

struct ReceivedLine {
  std::string file, outcome;  // "budget.cchc", "bị từ chối: …"
};
// What a reception came to, file by file.
struct Received {
  std::size_t stored = 0, known = 0, rival = 0, returned = 0, asked = 0, later = 0, refused = 0;
  std::vector<ReceivedLine> toLookAt;

  void add(const ReceivedFile& file, presentation::Words words);
  std::string summary(presentation::Words words) const;
  std::string logged() const;
};
void showReceived(wxWindow* parent, presentation::Words words, const std::string& summary,
                  const std::vector<ReceivedLine>& lines);

}  // namespace cchc::shell
