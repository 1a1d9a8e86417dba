// How long-running work reports its progress and is cancelled.
#pragma once
#include <cstddef>
#include <functional>

#include "core/base/result.h"

namespace cchc {

// Called from time to time on the working thread. `all` is 0 if the amount is not known. Returns false to cancel the
// work. May be empty.
using ProgressCallback = std::function<bool(std::size_t done, std::size_t all)>;

// Errors:
//   work.cancelled   the callback returned false
inline Status reportProgress(const ProgressCallback& progress, std::size_t done, std::size_t all) {
  return !progress || progress(done, all) ? Status() : fail("work.cancelled");
}

}  // namespace cchc
