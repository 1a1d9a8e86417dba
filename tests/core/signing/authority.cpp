#include "tests/core/signing/authority.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <catch2/catch.hpp>

namespace cchc::test {
namespace {

EVP_PKEY* makeKey(KeyKind kind) {
  switch (kind) {
    case KeyKind::rsa2048:
      return EVP_RSA_gen(2048);
    case KeyKind::rsa3072:
      return EVP_RSA_gen(3072);
    case KeyKind::rsa1024:
      return EVP_RSA_gen(1024);
    case KeyKind::ecdsa:
      return EVP_EC_gen("P-256");
    case KeyKind::ecdsaP384:
      return EVP_EC_gen("P-384");
  }
  return nullptr;
}

X509* makeCertificate(const std::string& name, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey, long serial,
                      Validity validity, const std::string& constraints, const std::string& usage) {
  auto* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial);
  X509_gmtime_adj(X509_getm_notBefore(certificate), validity.fromDays * 86400);
  X509_gmtime_adj(X509_getm_notAfter(certificate), validity.untilDays * 86400);
  X509_set_pubkey(certificate, key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate,
                       issuer == nullptr ? X509_get_subject_name(certificate) : X509_get_subject_name(issuer));
  for (const auto& [kind, text] : {std::pair{NID_basic_constraints, &constraints}, {NID_key_usage, &usage}}) {
    if (text->empty()) continue;
    auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, text->c_str());
    REQUIRE(extension != nullptr);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
  }
  X509_sign(certificate, issuerKey == nullptr ? key : issuerKey, EVP_sha256());
  return certificate;
}

std::string drained(BIO* output) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(output, &data);
  std::string text(data, static_cast<std::size_t>(size));
  BIO_free(output);
  return text;
}

}  // namespace

Authority::Authority(const std::string& name, const Kind& kind) : key_(EVP_RSA_gen(2048), EVP_PKEY_free) {
  certificate_.reset(
      makeCertificate(name, key_.get(), nullptr, nullptr, 1, kind.validity, kind.constraints, kind.usage), X509_free);
}

std::string Authority::issue(const std::string& name, KeyKind kind, Validity validity) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(makeKey(kind), EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(
      makeCertificate(name, key.get(), certificate_.get(), key_.get(), ++serial_, validity, "", usage_), X509_free);
  const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> file(
      PKCS12_create("mat-khau", "test", key.get(), certificate.get(), nullptr, 0, 0, 0, 0, 0), PKCS12_free);
  auto* output = BIO_new(BIO_s_mem());
  i2d_PKCS12_bio(output, file.get());
  return drained(output);
}

SigningKey Authority::key(const std::string& name, KeyKind kind, Validity validity) {
  auto key = SigningKey::fromPkcs12(issue(name, kind, validity), "mat-khau", "test.p12");
  REQUIRE(key);
  return std::move(*key);
}

std::string Authority::pem() const {
  auto* output = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(output, certificate_.get());
  return drained(output);
}

std::string Authority::revoking(const std::vector<Certificate>& certificates, long renewedInDays,
                                long revokedBeforeSeconds) const {
  const std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)> list(X509_CRL_new(), X509_CRL_free);
  X509_CRL_set_version(list.get(), 1);
  X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(certificate_.get()));
  const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> now(X509_gmtime_adj(nullptr, -3600), ASN1_TIME_free);
  X509_CRL_set1_lastUpdate(list.get(), now.get());
  const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> next(X509_gmtime_adj(nullptr, renewedInDays * 86400),
                                                                   ASN1_TIME_free);
  X509_CRL_set1_nextUpdate(list.get(), next.get());
  const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> when(X509_gmtime_adj(nullptr, -revokedBeforeSeconds),
                                                                   ASN1_TIME_free);
  for (const auto& certificate : certificates) {
    auto* revoked = X509_REVOKED_new();
    X509_REVOKED_set_serialNumber(revoked, X509_get_serialNumber(certificate.handle()));
    X509_REVOKED_set_revocationDate(revoked, when.get());
    X509_CRL_add0_revoked(list.get(), revoked);
  }
  X509_CRL_sign(list.get(), key_.get(), EVP_sha256());
  auto* output = BIO_new(BIO_s_mem());
  PEM_write_bio_X509_CRL(output, list.get());
  return drained(output);
}

}  // namespace cchc::test
