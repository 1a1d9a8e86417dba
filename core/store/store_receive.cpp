// Receives submissions: what each does to its section, with its journal entry.
#include "core/store/received_section.h"
#include "core/store/submissions/reception.h"

namespace cchc {

Result<std::vector<Store::Received>> Store::receiveSubmissions(std::span<const StoredSubmission> submissions,
                                                               const Actor& who, DeskCommand command) {
  if (submissions.empty()) return std::vector<Received>();
  return store::written(*session_, [&]() -> Result<std::vector<Received>> {
    std::vector<Received> outcomes;
    store::lockSectionsWithoutRow(*session_);
    store::Reception reception(*session_, who, command);
    for (const auto& submission : submissions) {
      CCHC_TRY(const auto outcome, reception.receive(submission));
      outcomes.push_back(outcome);
    }
    return outcomes;
  });
}

}  // namespace cchc
