// The outcome of receiving files: counts, and a line for each file that needs attention.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/app/receive/received_file.h"
#include "core/presentation/window/words.h"

namespace cchc::shell {

struct ReceivedLine {
  std::string file, outcome;  // "budget.cchc", "Bị từ chối: …"
};

struct ReceiveSummary {
  std::size_t stored = 0, known = 0, rival = 0, returned = 0, returnAsked = 0, receipts = 0, waiting = 0, refused = 0;
  std::vector<ReceivedLine> needAttention;

  void add(const ReceivedFile& file, presentation::Words words);
  // "2 gói mới, 1 gói đã có, 0 gói bị từ chối". Only the first and the last count are included even if they are 0.
  std::string counts(presentation::Words words) const;
  std::string logLine() const;  // for the activity log, in English
};

}  // namespace cchc::shell
