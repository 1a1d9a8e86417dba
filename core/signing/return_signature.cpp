#include "core/signing/return_signature.h"

#include "core/signing/enveloped_signature.h"

namespace cchc {
namespace {

constexpr std::string_view returnEnd = "</return>";

}  // namespace

Result<std::string> signReturn(std::string_view notice, std::string_view file, const SigningKey& key) {
  return signEnveloped(notice, file, returnEnd, key);
}
Result<std::vector<Certificate>> verifyReturn(std::string_view notice, std::string_view file) {
  return verifyEnveloped(notice, file, returnEnd);
}

}  // namespace cchc
