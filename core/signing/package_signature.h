// A package signed and verified. What is verified is exactly what is read: the digest is of the content's octets as
// they lie in the file, which the package reader reads, and the one signature is the root's last child.
#pragma once
#include <optional>

#include "core/model/submission.h"
#include "core/signing/signature_element.h"

namespace cchc {

// The package with its signature. signature.present when it has one; the reader's errors for what is no package.
Result<std::string> signPackage(std::string_view package, std::string_view file, const SigningKey& key);

// Something stands behind the content and its attachments: a signature. Of a package that the reader has taken.
bool isSigned(std::string_view package);
// Of a package that the reader has taken, with the digest that it worked out; the signer's certificate first. Errors as
// verifyPackage.
Result<std::vector<Certificate>> verifySignature(std::string_view package, std::string_view file,
                                                 const std::string& contentDigest);

struct VerifiedPackage {
  SubmissionHeader header;
  std::vector<Certificate> certificates;  // the signer's first; empty: not signed
};
// The reader's errors; signature.structure, signature.algorithm, signature.digest (the content was changed),
// signature.value (the signature is not one of this certificate), certificate.unreadable, certificate.weak. Says
// nothing on whether the signer may sign: trust.h.
Result<VerifiedPackage> verifyPackage(std::string_view package, std::string_view file);

}  // namespace cchc
