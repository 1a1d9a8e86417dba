// An installation of one's own, to take things away from: the programs of this build with copies of what they read.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/command.h"

namespace cchc::test {

class Installation {
 public:
  Installation();

  // cchc --store STORE arguments..., of this installation and for a user without definitions of his own.
  Outcome run(const std::filesystem::path& store, std::vector<std::string> arguments) const;
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  std::filesystem::path plugins() const { return folder_ / "lib/cchc/plugins"; }
  std::filesystem::path schemas() const { return folder_ / "share/cchc/schemas"; }
  // The definition's file: that which states this id.
  std::filesystem::path definition(const std::string& id) const;
  // Replaces the first occurrence in a file, which must have it.
  static void replace(const std::filesystem::path& file, const std::string& from, const std::string& to);
  // Moves the definition, and its groups that have a place of their own, to another place of the outline.
  void misplace(const std::string& id, const std::string& place) const;
  // The ids of all definitions, sorted.
  std::vector<std::string> definitions() const;

 private:
  TemporaryFolder folder_;
};

}  // namespace cchc::test
