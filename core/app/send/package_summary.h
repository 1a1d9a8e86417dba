// What a package says, without taking it in: for whoever is to sign it, or was asked whose it is.
#pragma once
#include "core/app/check/checks.h"
#include "core/app/section/section_content.h"

namespace cchc {

struct PackageContent {
  SubmissionHeader header;                         // `signer`: who signed, by a signature that holds; empty: unsigned
  std::string unitName, reporterName, periodName;  // their ids where the store does not know them
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  Evaluation evaluation;
  std::vector<Finding> findings;  // by its own rules and its plugin's checks
};
// The reader's errors, and signerOf's where it is signed; plugin.missing.
Result<PackageContent> lookAtPackage(Suite& suite, const std::filesystem::path& file);

}  // namespace cchc
