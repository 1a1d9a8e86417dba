// The stories of key_days.cpp that day.h does not name.
#pragma once
#include <filesystem>

namespace cchc::test {

int selectedOnBoard(int argc, char** argv, const std::filesystem::path& folder);

}  // namespace cchc::test
