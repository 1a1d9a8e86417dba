// Packages that came too early: a newer program, or a newer version of a form, has made them. They wait beside the
// store until this program is updated.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/app/receive/received_file.h"

namespace cchc {

// The refusal is package.newer-definition or package.newer-format: nothing is wrong with the package, and it can be
// received after an update.
bool waitsForUpdate(const Error& refusal);

// STORE.waiting beside a file; waiting/ in the user's data folder for a shared store.
std::filesystem::path waitingFolder(const std::string& store);

class EarlyPackages {
 public:
  explicit EarlyPackages(const std::string& store) : folder_(waitingFolder(store)) {}

  // Those that wait, in order of name.
  std::vector<std::filesystem::path> files() const;
  // To be called for each file after it was received or refused: copies an early package into the folder, and removes
  // from there what is no longer early. A package that waited and is refused for another reason stays as
  // FILE.refused, and is not tried again. False when there is nothing new to report: the package goes on waiting.
  bool settle(ReceivedFile& file) const;

 private:
  void copyHere(ReceivedFile& file) const;

  std::filesystem::path folder_;
};

}  // namespace cchc
