// Work on one file of many.
#pragma once
#include <filesystem>

#include "core/base/result.h"
#include "core/base/threads/exception_text.h"

namespace cchc {

// Calls `work`, which returns a Status, so that an exception, as when there is no memory for this file, gives up this
// file and not the others.
// Errors: those of `work`, and
//   app.internal   it threw
template <class Work>
Status guardedFile(const std::filesystem::path& file, const Work& work) {
  try {
    return work();
  } catch (...) {
    return fail("app.internal", file.string(), {{"detail", currentExceptionText()}}, ErrorKind::failure);
  }
}

}  // namespace cchc
