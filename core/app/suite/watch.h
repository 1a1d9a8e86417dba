// What takes long tells how far it is, and asks whether it may go on.
#pragma once
#include <cstddef>
#include <functional>

#include "core/base/result.h"

namespace cchc {

// `all` is 0 where nobody knows. False: stop; whoever asked then answers work.cancelled and has changed nothing. Empty:
// nobody watches.
using Watch = std::function<bool(std::size_t done, std::size_t all)>;

inline Status goOn(const Watch& watch, std::size_t done, std::size_t all) {
  return !watch || watch(done, all) ? Status() : fail("work.cancelled");
}

}  // namespace cchc
