// Who may sign for whom in the store that is open, by the trust list of this workstation.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/model/submission.h"
#include "core/signing/certificate.h"
#include "core/signing/trust.h"

namespace cchc {

// Follows the name of a signer where there is no trust list that knows the signer.
inline constexpr std::string_view unknownMark = " (?)";

// STORE.trust beside a SQLite file; trust/ in the user's data folder for a shared store.
std::filesystem::path trustFolder(const std::string& store);
// nullopt: there is no trust list; signatures are then verified, but no signer is known.
// Errors: those of Trust::read.
Result<std::optional<Trust>> trustOf(const std::string& store);

// The name of the signer of a package that was read without error; "" when it is not signed; with unknownMark where
// there is no trust list. `at`: when the package was received. Errors, with `file` as their place:
//   signature.missing   the trust list requires a signature
//   and those of verifySignature and Trust::maySign
Result<std::string> signerOf(const std::optional<Trust>& trust, std::string_view package, std::string_view file,
                             const SubmissionHeader& header, Time at);
// The same for any file whose signature was verified. `certificates`: of the signature; empty when there is none.
// `unit`: the unit for which the file is signed.
Result<std::string> signerOf(const std::optional<Trust>& trust, const std::vector<Certificate>& certificates,
                             std::string_view file, const OrgUnitId& unit, Time at);

// The same for a return or a receipt of the office: the signer must be permitted to sign for a unit above the one that
// reports the section. Where there is no such unit, the reporting unit is its own office.
Result<std::string> officeSigner(Suite& suite, const std::vector<Certificate>& certificates, std::string_view file,
                                 const SectionKey& section);

}  // namespace cchc
