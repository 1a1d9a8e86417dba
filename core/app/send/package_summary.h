// The contents of a package, without receiving it: for a person who is to sign it, or was asked about it.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/model/finding.h"
#include "core/model/submission.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/evaluation.h"

namespace cchc {

struct PackageContent {
  SubmissionHeader header;                         // `signer` has been verified; empty: not signed
  std::string unitName, reporterName, periodName;  // ids, if the store does not know the names
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  Evaluation evaluation;
  std::vector<Finding> findings;  // from its own rules and the checks of its plugin, errors first
};
// Errors: those of readPackage with definitionLookup; those of signerOf (trusting.h) if it is signed.
Result<PackageContent> summarizePackage(Suite& suite, const std::filesystem::path& file);

}  // namespace cchc
