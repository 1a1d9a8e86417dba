// One program a target: CCHC_FUZZ_TARGET is its name.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto target = cchc::fuzz::targets().at(CCHC_FUZZ_TARGET);
  target({reinterpret_cast<const char*>(data), size});
  return 0;
}
