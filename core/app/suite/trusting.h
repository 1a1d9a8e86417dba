// Who may sign for whom in the open store, according to the trust list of this workstation.
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

// Appended to the name of a signer who is not vouched for by a trust list.
inline constexpr std::string_view unknownMark = " (?)";

// STORE.trust next to a SQLite file; trust/ in the user's data folder for a shared store. Error app.no-home.
Result<std::filesystem::path> trustFolder(const std::string& store);
// nullopt: there is no trust list; signatures are then verified, but the signers are unknown.
// Errors: those of Trust::read and of the store, and
//   file.read       there may be a list, but it cannot be read
//   trust.no-table  the folder has files, but no trust.tsv
Result<std::optional<Trust>> trustOf(Suite& suite);

// Whether the signer may sign the package: for its reporter, or for what the office entered for the reporter, as the
// office (Trust::maySignAbove). `at`: when the package was received.
Status maySignPackage(const Trust& trust, const std::vector<Certificate>& certificates, const SubmissionHeader& header,
                      Time at);
// The name of the signer of a package that was read without error; "" if it is not signed; with unknownMark if there is
// no trust list. `at`: when the package was received. Errors, with `file` as the place:
//   signature.missing   the trust list requires a signature
//   and those of verifySignature and maySignPackage
Result<std::string> signerOf(const std::optional<Trust>& trust, std::string_view package, std::string_view file,
                             const SubmissionHeader& header, Time at);
// The same for any file whose signature was verified. `certificates`: of the signature; empty if there is none. `unit`:
// the unit for which the file is signed.
Result<std::string> signerOf(const std::optional<Trust>& trust, const std::vector<Certificate>& certificates,
                             std::string_view file, const OrgUnitId& unit, Time at);

// The same for a return or a receipt of the office: the signer must be permitted to sign for a unit above the one that
// reports the section. If there is no such unit, the reporting unit is its own office.
Result<std::string> officeSigner(Suite& suite, const std::vector<Certificate>& certificates, std::string_view file,
                                 const SectionKey& section);

}  // namespace cchc
