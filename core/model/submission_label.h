// What a person calls the states of a submission.
#pragma once
#include <string_view>

#include "core/base/texts.h"
#include "core/model/submission.h"

namespace cchc {

std::string_view submissionStateLabel(SubmissionState state, Language language = Language::vi);  // "đã chấp nhận"

}  // namespace cchc
