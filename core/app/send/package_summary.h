// What a package says, without receiving it: for a person who is to sign it, or who was asked about it.
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
  SubmissionHeader header;                         // `signer` is verified; empty: not signed
  std::string unitName, reporterName, periodName;  // the ids, where the store does not know them
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  Evaluation evaluation;
  std::vector<Finding> findings;  // by its own rules and the checks of its plugin, errors first
};
// Errors: those of readPackage; those of signerOf (trusting.h) where it is signed; plugin.missing.
Result<PackageContent> summarizePackage(Suite& suite, const std::filesystem::path& file);

}  // namespace cchc
