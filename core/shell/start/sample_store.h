// The sample, which a user can open to try the suite.
#pragma once
#include <filesystem>

#include "core/app/suite/suite.h"

namespace cchc::shell {

// The folder of the sample, in the user's data folder. It contains suite.sqlite (the office) and departments.sqlite.
std::filesystem::path sampleFolder();
// Makes the sample in a folder next to `folder` and then renames it, so that `folder` is never incomplete. Takes a few
// seconds. May be called on any thread.
// Errors:
//   file.write   the folder could not be renamed
//   and those of runDemo
Status makeSample(const Resources& resources, const std::filesystem::path& folder);

}  // namespace cchc::shell
