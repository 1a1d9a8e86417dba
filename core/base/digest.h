// SHA-256 and base64, through OpenSSL.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cchc {

std::string sha256(std::string_view bytes);                    // 64 lower-case hexadecimal digits
std::string base64(std::string_view bytes);                    // one line
std::optional<std::string> fromBase64(std::string_view text);  // white space is ignored
std::string newId();                                           // a random UUID, for the ids of changes
std::string idOf(std::string_view text);                       // a UUID that is the same for the same text

}  // namespace cchc
