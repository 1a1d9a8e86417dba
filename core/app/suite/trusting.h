// Who may sign for whom, for the store that is open: the folder STORE.trust beside a SQLite file, or trust/ in the
// user's data folder for a shared store.
#pragma once
#include "core/app/suite/suite.h"
#include "core/signing/package_signature.h"
#include "core/signing/trust.h"

namespace cchc {

// Stands behind the name of a signer where no trust list was there to know them by.
inline constexpr std::string_view unknownMark = " (?)";

std::filesystem::path trustFolder(const std::string& store);
// nullopt: no trust list was given out yet; signatures are then verified, but nobody is known.
Result<std::optional<Trust>> trustOf(const std::string& store);

// Name of who signed a package that the reader has taken, "" when it is not signed; with " (?)" where there is no trust
// list to know them by. signature.missing where signatures are required; the errors of verifySignature and
// Trust::maySign, with the file as place.
Result<std::string> signerOf(const std::optional<Trust>& trust, std::string_view package, std::string_view file,
                             const SubmissionHeader& header, Time at);
// The same of anything that was verified: `certificates` of its signature, none when it has none; `unit` that it speaks
// for.
Result<std::string> signerOf(const std::optional<Trust>& trust, const std::vector<Certificate>& certificates,
                             std::string_view file, const OrgUnitId& unit, Time at);

// The same of what the office says of a section: its signer may sign for a unit above the one that reports the section.
// That one itself is not its own office, unless nothing is above it.
Result<std::string> officeSigner(Suite& suite, const std::vector<Certificate>& certificates, std::string_view file,
                                 const SectionKey& section);

}  // namespace cchc
