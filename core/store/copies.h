// The daily copies that lie beside a store: STORE.backups/2023-08-28.sqlite.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc {

std::filesystem::path copiesFolder(const std::string& store);
// The copies, oldest first. Other files in the folder are left out: they are not ours to remove.
std::vector<std::filesystem::path> dailyCopies(const std::string& store);
// The newest copy that passes SQLite's own check. Reads it whole, so it is for when something is wrong.
std::optional<std::filesystem::path> newestSoundCopy(const std::string& store);
// Where a sound copy exists, store.damaged and store.not-a-store become store.damaged-with-backup, which names the
// newest one and how to restore it. Other errors, and those of a shared store, stay as they are.
Error withNewestCopy(Error error, const std::string& store);

}  // namespace cchc
