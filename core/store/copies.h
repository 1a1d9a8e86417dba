// The daily copies next to a store: STORE.backups/2023-08-28.sqlite.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc {

std::filesystem::path copiesFolder(const std::string& store);
// The copies, oldest first. Other files in the folder are ignored, since they are not ours to remove.
std::vector<std::filesystem::path> dailyCopies(const std::string& store);
// The newest copy that passes SQLite's own check. Reads whole copies, so call it only when something is wrong.
std::optional<std::filesystem::path> newestSoundCopy(const std::string& store);
// If a sound copy exists, turns store.damaged and store.not-a-store into store.damaged-with-backup, which names the
// newest copy and how to restore it. Other errors, and those of a shared store, are returned unchanged.
Error withNewestCopy(Error error, const std::string& store);

}  // namespace cchc
