#include "core/signing/certificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <ctime>

#include "core/base/digest.h"

namespace cchc {

Time timeOf(const asn1_string_st& moment) {
  const auto* time = &moment;
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return Time{};
  const auto day = std::chrono::sys_days(std::chrono::year_month_day(
      std::chrono::year(parts.tm_year + 1900), std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
      std::chrono::day(static_cast<unsigned>(parts.tm_mday))));
  return Time(day) + std::chrono::hours(parts.tm_hour) + std::chrono::minutes(parts.tm_min) +
         std::chrono::seconds(parts.tm_sec);
}

bool pemEnded() {
  const auto error = ERR_peek_last_error();
  ERR_clear_error();
  return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

Certificate::Certificate(x509_st* owned) : handle_(owned, X509_free) {}

Result<Certificate> Certificate::fromDer(std::string_view der) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
  const auto* end = bytes + der.size();
  auto* parsed = d2i_X509(nullptr, &bytes, static_cast<long>(der.size()));
  ERR_clear_error();
  if (parsed == nullptr) return fail("certificate.unreadable");
  Certificate certificate(parsed);
  if (bytes != end) return fail("certificate.unreadable");  // followed by other bytes
  return certificate;
}

Result<std::vector<Certificate>> Certificate::fromPem(std::string_view pem, std::string_view file) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> input(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                        BIO_free);
  std::vector<Certificate> all;
  while (auto* one = PEM_read_bio_X509(input.get(), nullptr, nullptr, nullptr)) all.emplace_back(one);
  if (!pemEnded() || all.empty()) return fail("certificate.unreadable", file);
  return all;
}

std::string Certificate::der() const {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509(handle_.get(), &bytes);
  std::string der(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(std::max(size, 0)));
  OPENSSL_free(bytes);
  return der;
}

std::string Certificate::fingerprint() const { return sha256(der()); }

std::string Certificate::name() const {
  auto* subject = X509_get_subject_name(handle_.get());
  const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (at >= 0) {
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (size > 0) {
      std::string name(reinterpret_cast<char*>(text), static_cast<std::size_t>(size));
      OPENSSL_free(text);
      return name;
    }
  }
  std::array<char, 256> line{};
  X509_NAME_oneline(subject, line.data(), static_cast<int>(line.size()));
  return line.data();
}

Time Certificate::from() const { return timeOf(*X509_get0_notBefore(handle_.get())); }
Time Certificate::until() const { return timeOf(*X509_get0_notAfter(handle_.get())); }

bool Certificate::isIssuerOf(const Certificate& other) const {
  const bool named =
      X509_NAME_cmp(X509_get_subject_name(handle_.get()), X509_get_issuer_name(other.handle_.get())) == 0;
  const bool holds = named && X509_verify(other.handle_.get(), X509_get0_pubkey(handle_.get())) == 1;
  ERR_clear_error();
  return holds;
}

Status Certificate::mayIssue(const Certificate& other, Time at) const {
  const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), X509_STORE_free);
  const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(),
                                                                                X509_STORE_CTX_free);
  if (store == nullptr || context == nullptr || X509_STORE_add_cert(store.get(), handle_.get()) != 1 ||
      X509_STORE_CTX_init(context.get(), store.get(), other.handle_.get(), nullptr) != 1)
    return fail("certificate.invalid", {}, {{"reason", "OpenSSL"}});
  auto* parameters = X509_STORE_CTX_get0_param(context.get());
  // It need not be a root: a list may name the authority below it.
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_time(parameters,
                             std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count());
  // The validity of the other one is judged by whoever asks; everything else ends the verification.
  X509_STORE_CTX_set_verify_cb(context.get(), [](int holds, X509_STORE_CTX* of) {
    const auto error = X509_STORE_CTX_get_error(of);
    const bool time = error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
    return holds == 1 || (time && X509_STORE_CTX_get_error_depth(of) == 0) ? 1 : 0;
  });
  const bool holds = X509_verify_cert(context.get()) == 1;
  const auto error = X509_STORE_CTX_get_error(context.get());
  ERR_clear_error();
  if (holds) return {};
  switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return fail("certificate.authority-expired");
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_INVALID_NON_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:  // OpenSSL passes over an issuer whose key is not for issuing
      return fail("certificate.not-authority");
    default:
      return fail("certificate.invalid", {}, {{"reason", X509_verify_cert_error_string(error)}});
  }
}

bool Certificate::maySignDocuments() const {
  // Without the extension all bits are set.
  return (X509_get_key_usage(handle_.get()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

bool Certificate::maySignLists() const { return (X509_get_key_usage(handle_.get()) & KU_CRL_SIGN) != 0; }

bool Certificate::isEcdsa() const { return EVP_PKEY_get_base_id(X509_get0_pubkey(handle_.get())) == EVP_PKEY_EC; }

bool Certificate::keyAllowed() const {
  auto* key = X509_get0_pubkey(handle_.get());
  if (key == nullptr) return false;
  if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA)
    return EVP_PKEY_get_bits(key) >= 2048 && EVP_PKEY_get_bits(key) <= 4096;
  if (!isEcdsa()) return false;
  std::array<char, 64> group{};
  std::size_t size = 0;
  return EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
         std::string_view(group.data(), size) == "prime256v1";
}

}  // namespace cchc
