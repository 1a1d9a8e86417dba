// The text of an exception, for a message and a log.
#pragma once
#include <string>

namespace cchc {

// Call this in a catch block: what() of the exception that is being handled, or the text itself if a text was thrown;
// "unknown" for anything else.
std::string currentExceptionText();

}  // namespace cchc
