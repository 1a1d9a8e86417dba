// Signatures of packages. What is verified is exactly what is read: the digest is that of the content's octets in the
// file, and the package reader reads these same octets. The only signature is the root's last child.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/submission.h"
#include "core/model/units/unit_codes.h"
#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// Returns the package with a signature.
// Errors:
//   those of readPackageHeader (exchange/package/package.h) and SigningKey::sign
//   signature.present  the package is already signed
Result<std::string> signPackage(std::string_view package, std::string_view file, const SigningKey& key);

// Whether an element follows the content and the attachments; in a package that the package reader has accepted, that
// can only be a signature.
bool isSigned(std::string_view package);
// Verifies the signature of a package that the package reader has accepted, with the contentDigest that it computed.
// Returns the certificates, the signer's first. Errors as verifyPackage.
Result<std::vector<Certificate>> verifySignature(std::string_view package, std::string_view file,
                                                 const std::string& contentDigest);

struct VerifiedPackage {
  SubmissionHeader header;
  std::vector<Certificate> certificates;  // the signer's first; empty: not signed
};
// Reads the header of a package and verifies its signature, if it has one. Whether the signer may sign for the unit is
// not checked here (trust.h).
// Errors:
//   those of readPackageHeader (exchange/package/package.h)
//   signature.structure                             a signature has another form, or is in another position
//   signature.algorithm                             it uses an algorithm that is not allowed
//   signature.digest                                the content was changed after it was signed
//   signature.value                                 the signature was not made by the certificate's key
//   certificate.unreadable, certificate.weak        the certificate cannot be read, or its key is not allowed
Result<VerifiedPackage> verifyPackage(std::string_view package, std::string_view file, const UnitCodes& codes);

}  // namespace cchc
