// The errors of files of values. For exchange/, and for the import in app/section.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc {

// A path as UTF-8.
std::string fileText(const std::filesystem::path& file);

// The error values.wrong-value at `position`. It names the field and contains `reason`, the error of the value itself,
// in both languages.
Error wrongValueError(const Error& reason, std::string position, std::string_view field, const Label& label);

}  // namespace cchc
