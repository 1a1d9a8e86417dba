#include "core/model/submission_label.h"

#include "core/base/names.h"

namespace cchc {
namespace {

using State = SubmissionState;

// The store has their numbers, so that they need no names.
constexpr Names<State, 6> submissionStates{{{{State::submitted, "", "submission-state.submitted"},
                                             {State::accepted, "", "submission-state.accepted"},
                                             {State::returned, "", "submission-state.returned"},
                                             {State::rival, "", "submission-state.rival"},
                                             {State::discarded, "", "submission-state.discarded"},
                                             {State::withdrawn, "", "submission-state.withdrawn"}}}};

}  // namespace

std::string_view submissionStateLabel(SubmissionState state, Language language) {
  return submissionStates.label(state, language);
}

}  // namespace cchc
