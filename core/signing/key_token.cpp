// A key on a PKCS#11 token, such as a USB stick or a smart card. The token itself signs.
#include <libp11.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <utility>

#include "core/signing/key.h"

namespace cchc {
namespace {

// An open module with its slots. It lives as long as one of its keys is in use.
class Token {
 public:
  ~Token() {
    if (slots_ != nullptr) PKCS11_release_all_slots(context_, slots_, count_);
    if (loaded_) PKCS11_CTX_unload(context_);
    PKCS11_CTX_free(context_);
    ERR_clear_error();
  }
  Token() : context_(PKCS11_CTX_new()) {}
  Token(const Token&) = delete;
  Token& operator=(const Token&) = delete;

  Status load(const std::string& module) {
    loaded_ = PKCS11_CTX_load(context_, module.c_str()) == 0;
    if (!loaded_ || PKCS11_enumerate_slots(context_, &slots_, &count_) != 0) {
      ERR_clear_error();
      return fail("token.module", module);
    }
    return {};
  }

  // Finds the token with this label; without a label, the only token.
  Result<PKCS11_SLOT*> slot(const TokenAddress& address) {
    PKCS11_SLOT* found = nullptr;
    std::string known;
    int matching = 0;
    for (unsigned i = 0; i < count_; ++i) {
      const auto* token = slots_[i].token;
      if (token == nullptr || token->initialized == 0) continue;
      known += (known.empty() ? "" : ", ") + std::string(token->label);
      if (!address.token.empty() && address.token != token->label) continue;
      found = &slots_[i];
      ++matching;
    }
    if (known.empty()) return fail("token.none", address.module);
    if (matching != 1) return fail("token.which", address.module, {{"given", address.token}, {"known", known}});
    return found;
  }

 private:
  PKCS11_CTX* context_;
  PKCS11_SLOT* slots_ = nullptr;
  unsigned count_ = 0;
  bool loaded_ = false;
};

Status logIn(PKCS11_SLOT* slot, const std::string& pin) {
  const std::string label = slot->token->label;
  if (slot->token->userPinLocked != 0) return fail("token.locked", label);
  if (PKCS11_login(slot, 0, pin.c_str()) == 0) return {};
  ERR_clear_error();
  return fail("token.pin", label);
}

// Finds the certificate with this label whose private key is on the token; without a label, the only such certificate.
Result<PKCS11_CERT*> certificateOf(PKCS11_SLOT* slot, const std::string& label) {
  PKCS11_CERT* certificates = nullptr;
  unsigned count = 0;
  if (PKCS11_enumerate_certs(slot->token, &certificates, &count) != 0) count = 0;
  PKCS11_CERT* found = nullptr;
  std::string known;
  int matching = 0;
  for (unsigned i = 0; i < count; ++i) {
    if (certificates[i].x509 == nullptr || PKCS11_find_key(&certificates[i]) == nullptr) continue;
    const std::string name = certificates[i].label == nullptr ? "" : certificates[i].label;
    known += (known.empty() ? "" : ", ") + name;
    if (!label.empty() && label != name) continue;
    found = &certificates[i];
    ++matching;
  }
  ERR_clear_error();
  if (matching != 1) return fail("token.key", slot->token->label, {{"given", label}, {"known", known}});
  return found;
}

}  // namespace

Result<SigningKey> SigningKey::fromToken(const TokenAddress& address, const std::string& pin) {
  auto token = std::make_shared<Token>();
  CCHC_CHECK(token->load(address.module));
  CCHC_TRY(auto* const slot, token->slot(address));
  CCHC_CHECK(logIn(slot, pin));
  CCHC_TRY(auto* const certificate, certificateOf(slot, address.key));
  auto* const key = PKCS11_get_private_key(PKCS11_find_key(certificate));
  ERR_clear_error();
  if (key == nullptr) return fail("token.key", slot->token->label, {{"given", address.key}, {"known", ""}});
  X509_up_ref(certificate->x509);
  SigningKey result(key, Certificate(certificate->x509));
  // The token is closed after its key has been freed.
  result.key_ = std::shared_ptr<evp_pkey_st>(key, [token, held = result.key_](evp_pkey_st*) mutable {
    held.reset();
    token.reset();
  });
  if (!result.certificate_.keyAllowed()) return fail("key.not-allowed", address.module);
  return result;
}

}  // namespace cchc
