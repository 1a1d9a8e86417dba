// The stories of save_days.cpp and row_days.cpp.
#pragma once
#include <filesystem>

namespace cchc::test {

int savedOver(int argc, char** argv, const std::filesystem::path& folder);
int typedDialogs(int argc, char** argv, const std::filesystem::path& folder);
int typedRow(int argc, char** argv, const std::filesystem::path& folder);
int selectedRows(int argc, char** argv, const std::filesystem::path& folder);
int startedWithoutAnswer(int argc, char** argv, const std::filesystem::path& folder);
int formChoices(int argc, char** argv, const std::filesystem::path& folder);

}  // namespace cchc::test
