// Receives submissions: what each does to its section, with its journal entry.
#include <set>

#include "core/store/received_section.h"
#include "core/store/submissions/reception.h"

namespace cchc {

Result<std::vector<Store::Received>> Store::receiveSubmissions(std::span<const StoredSubmission> submissions,
                                                               const Actor& who, DeskCommand command) {
  if (submissions.empty()) return std::vector<Received>();
  return store::written(*session_, [&]() -> Result<std::vector<Received>> {
    std::vector<Received> outcomes;
    if (session_->postgres) {
      // In one order, so that two that receive do not wait for each other.
      std::set<SectionKey> keys;
      for (const auto& submission : submissions) keys.insert(submission.header.key);
      for (const auto& key : keys) store::lockSectionWithoutRow(*session_, key);
    }
    store::Reception reception(*session_, who, command);
    for (const auto& submission : submissions) {
      CCHC_TRY(const auto outcome, reception.receive(submission));
      outcomes.push_back(outcome);
    }
    return outcomes;
  });
}

}  // namespace cchc
