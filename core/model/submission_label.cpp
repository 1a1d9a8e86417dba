#include "core/model/submission_label.h"

namespace cchc {

std::string_view submissionStateLabel(SubmissionState state, Language language) {
  switch (state) {
    case SubmissionState::submitted:
      return text("submission-state.submitted", language);
    case SubmissionState::accepted:
      return text("submission-state.accepted", language);
    case SubmissionState::returned:
      return text("submission-state.returned", language);
    case SubmissionState::discarded:
      return text("submission-state.discarded", language);
    case SubmissionState::withdrawn:
      return text("submission-state.withdrawn", language);
    case SubmissionState::rival:
      break;
  }
  return text("submission-state.rival", language);
}

}  // namespace cchc
