// The text of a package as the store keeps it, compressed to about a sixth of its size. Private to store/.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc::store {

// An LZ4 frame with size and checksum, in base64 because the column is text on every database.
std::string packed(std::string_view package);

// The text that was given to `packed`. A text that begins like XML was stored before packages were packed, and is
// returned unchanged. Error store.damaged, at `address`: `stored` was not made by `packed`, or its checksum is wrong.
Result<std::string> unpacked(std::string stored, const std::string& address);

}  // namespace cchc::store
