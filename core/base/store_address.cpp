#include "core/base/store_address.h"

#include <cctype>
#include <vector>

namespace cchc {
namespace {

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const auto lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// A '%' that does not begin an escape is kept as it is: the password was typed unescaped.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
    plain += escape ? static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return plain;
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) != 0) {
      safe += c;
      continue;
    }
    safe += '%';
    safe += "0123456789ABCDEF"[byte >> 4U];
    safe += "0123456789ABCDEF"[byte & 15U];
  }
  return safe;
}

// Where the name and password end: at the last '@' before the parameters. If there is none, the '?' may belong to an
// unescaped password; then the last '@' of all is the end, unless a port follows the first ':'.
std::size_t endOfCredentials(std::string_view rest) {
  const auto parameters = rest.find('?');
  const auto at = rest.substr(0, parameters).rfind('@');
  if (at != std::string_view::npos || parameters == std::string_view::npos) return at;
  const auto colon = rest.substr(0, parameters).find(':');
  const bool port = colon != std::string_view::npos && colon + 1 < parameters &&
                    std::isdigit(static_cast<unsigned char>(rest[colon + 1])) != 0;
  const auto path = rest.substr(0, parameters).find('/');
  return colon == std::string_view::npos || port || path < colon ? std::string_view::npos : rest.rfind('@');
}

// Whether what lies from `begin` to `end` stands where an address or a message has a password: "lan:a@host",
// "password=a", "'a'".
bool standsAsSecret(const std::string& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view before = ":='\"", after = "@&'\" \n";
  return begin > 0 && before.find(text[begin - 1]) != std::string_view::npos &&
         (end == text.size() || after.find(text[end]) != std::string_view::npos);
}

// A password of a few characters occurs by chance in any word, so it is replaced only where it can be the password.
void hideSecret(std::string& text, const std::string& secret) {
  constexpr std::size_t distinctive = 4;
  if (secret.empty()) return;
  const std::string hidden = "…";
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
    const bool hides = secret.size() >= distinctive || standsAsSecret(text, at, at + secret.size());
    if (hides) text.replace(at, secret.size(), hidden);
    at += hides ? hidden.size() : 1;
  }
}

}  // namespace

bool isSharedStore(std::string_view address) {
  return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

StoreAddress splitStoreAddress(std::string_view address) {
  StoreAddress split;
  if (!isSharedStore(address)) {
    split.shown = address;
    return split;
  }
  const auto begin = address.find("//") + 2;
  split.shown = address.substr(0, begin);
  auto rest = address.substr(begin);
  if (const auto at = endOfCredentials(rest); at != std::string_view::npos) {
    const auto credentials = rest.substr(0, at);
    const auto colon = credentials.find(':');
    split.shown += std::string(credentials.substr(0, colon)) + "@";
    if (colon != std::string_view::npos) split.password = unescaped(credentials.substr(colon + 1));
    rest.remove_prefix(at + 1);
  }
  const auto parameters = rest.find('?');
  split.shown += rest.substr(0, parameters);
  if (parameters == std::string_view::npos) return split;
  char mark = '?';
  for (rest.remove_prefix(parameters + 1); !rest.empty();) {
    const auto one = rest.substr(0, rest.find('&'));
    const auto equals = std::min(one.find('='), one.size());
    const auto name = unescaped(one.substr(0, equals));
    auto* secret = name == "password" ? &split.password : name == "sslpassword" ? &split.keyPassword : nullptr;
    if (secret != nullptr) {
      *secret = unescaped(one.substr(std::min(equals + 1, one.size())));
    } else if (!one.empty()) {
      split.shown += mark + std::string(one);
      mark = '&';
    }
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
  }
  return split;
}

std::string joinStoreAddress(const StoreAddress& address) {
  auto whole = address.shown;
  const auto add = [&](const char* name, const std::string& secret) {
    if (!secret.empty())
      whole += (whole.find('?') == std::string::npos ? "?" : "&") + std::string(name) + "=" + escaped(secret);
  };
  add("password", address.password);
  add("sslpassword", address.keyPassword);
  return whole;
}

std::string withoutSecrets(std::string text, const StoreAddress& address) {
  for (const auto& secret : {address.password, address.keyPassword}) {
    hideSecret(text, secret);
    hideSecret(text, escaped(secret));
  }
  return text;
}

}  // namespace cchc
