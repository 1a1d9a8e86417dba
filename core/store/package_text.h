// How a package's text lies in the store: XML of one form repeats itself, so it is kept compressed, at a sixth of its
// size. Private to store/.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc::store {

// LZ4 frame with size and checksum, as base64: the column is text on every database.
std::string packed(std::string_view package);

// What `packed` was given. Text that begins as XML was stored before packages were packed, and is answered as it
// stands. Error store.damaged at `address`: not what `packed` made, or its checksum does not fit.
Result<std::string> unpacked(std::string stored, const std::string& address);

}  // namespace cchc::store
