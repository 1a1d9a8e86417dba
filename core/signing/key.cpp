#include "core/signing/key.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/base/vietnamese.h"

namespace cchc {
namespace {

constexpr std::size_t half = 32;  // bytes of r and of s in an ECDSA signature on P-256

// XMLDSig has r and s one after the other, OpenSSL has a DER sequence of both.
std::string toRaw(const std::string& der) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> parts(
      d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())), ECDSA_SIG_free);
  std::string raw(2 * half, '\0');
  BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), reinterpret_cast<unsigned char*>(raw.data()), half);
  BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), reinterpret_cast<unsigned char*>(raw.data()) + half, half);
  return raw;
}

std::string toDer(std::string_view raw) {
  if (raw.size() != 2 * half) return {};
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> parts(ECDSA_SIG_new(), ECDSA_SIG_free);
  const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
  ECDSA_SIG_set0(parts.get(), BN_bin2bn(bytes, half, nullptr), BN_bin2bn(bytes + half, half, nullptr));
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(parts.get(), &der);
  std::string text(reinterpret_cast<char*>(der), static_cast<std::size_t>(std::max(size, 0)));
  OPENSSL_free(der);
  return text;
}

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

}  // namespace

SigningKey::SigningKey(evp_pkey_st* key, Certificate certificate)
    : key_(key, EVP_PKEY_free), certificate_(std::move(certificate)) {}

Result<SigningKey> SigningKey::fromPkcs12(std::string_view bytes, const std::string& password, std::string_view file) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> input(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())),
                                                        BIO_free);
  const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> parsed(d2i_PKCS12_bio(input.get(), nullptr), PKCS12_free);
  if (!parsed) return ERR_clear_error(), fail("key.unreadable", file);
  if (PKCS12_verify_mac(parsed.get(), password.c_str(), static_cast<int>(password.size())) != 1)
    return ERR_clear_error(), fail("key.password", file);
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* others = nullptr;
  const int done = PKCS12_parse(parsed.get(), password.c_str(), &key, &certificate, &others);
  ERR_clear_error();
  if (done != 1 || key == nullptr || certificate == nullptr) {
    EVP_PKEY_free(key);
    X509_free(certificate);
    sk_X509_pop_free(others, X509_free);
    return fail("key.unreadable", file);
  }
  SigningKey result(key, Certificate(certificate));
  for (int i = 0; others != nullptr && i < sk_X509_num(others); ++i) {
    X509_up_ref(sk_X509_value(others, i));
    result.authorities_.emplace_back(sk_X509_value(others, i));
  }
  sk_X509_pop_free(others, X509_free);
  if (!result.certificate_.keyAllowed()) return fail("key.not-allowed", file);
  return result;
}

Status SigningKey::validAt(Time at) const {
  const std::vector<Parameter> which = {{"from", vietnamese::moment(certificate_.from())},
                                        {"until", vietnamese::moment(certificate_.until())}};
  if (at < certificate_.from()) return fail("key.not-yet-valid", certificate_.name(), which);
  if (at > certificate_.until()) return fail("key.expired", certificate_.name(), which);
  return {};
}

Result<std::string> SigningKey::sign(std::string_view bytes) const {
  const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::size_t size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  bool done = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
              EVP_DigestSign(context.get(), nullptr, &size, data, bytes.size()) == 1;
  std::string signature(size, '\0');
  done = done && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, data,
                                bytes.size()) == 1;
  ERR_clear_error();
  if (!done) return fail("key.failed", certificate_.name(), {}, ErrorKind::failure);
  signature.resize(size);
  return certificate_.isEcdsa() ? toRaw(signature) : signature;
}

bool signatureHolds(const Certificate& certificate, std::string_view bytes, std::string_view signature) {
  const std::string der = certificate.isEcdsa() ? toDer(signature) : std::string(signature);
  const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  const bool holds = !der.empty() &&
                     EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr,
                                          X509_get0_pubkey(certificate.handle())) == 1 &&
                     EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(der.data()), der.size(),
                                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) == 1;
  ERR_clear_error();
  return holds;
}

}  // namespace cchc
