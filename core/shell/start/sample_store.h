// The sample of Bình Giang, which a person can open to try the suite.
#pragma once
#include <filesystem>

#include "core/app/suite/suite.h"

namespace cchc::shell {

// The folder of the sample, in the user's data folder. It has suite.sqlite (the office) and departments.sqlite.
std::filesystem::path sampleFolder();
// Makes the sample in a folder beside `folder` and then renames that, so that `folder` is never incomplete. Takes some
// seconds. May be called on any thread.
// Errors:
//   file.write   the folder could not be renamed
//   and those of runDemo
Status makeSample(const Resources& resources, const std::filesystem::path& folder);

}  // namespace cchc::shell
