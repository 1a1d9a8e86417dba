// Packages that came too early: they were made by a newer program, or with a version or content of a form that is not
// here. They wait next to the store until this program is updated or gets the form.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/app/receive/received_file.h"

namespace cchc {

// The refusal is package.newer-definition, package.other-definition, package.no-definition or package.newer-format:
// nothing is wrong with the package, and it can be received after an update.
bool waitsForUpdate(const Error& refusal);

// STORE.waiting next to a file; waiting/ in the user's data folder for a shared store. Error app.no-home.
Result<std::filesystem::path> waitingFolder(const std::string& store);

class EarlyPackages {
 public:
  // `folder`: waitingFolder
  explicit EarlyPackages(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // The waiting packages, in order of name.
  std::vector<std::filesystem::path> files() const;
  // Call this for each file after it was received or refused: it copies an early package into the folder, and removes a
  // package that is no longer early. A package that was copied has the result `waiting`. A waiting package that is now
  // refused for another reason stays as FILE.refused, and is not tried again. Returns false when there is nothing new
  // to report: the package keeps waiting.
  bool settle(ReceivedFile& file) const;

 private:
  void copyHere(ReceivedFile& file) const;

  std::filesystem::path folder_;
};

}  // namespace cchc
