// One department: its library, if it has one, its definitions and texts. Private to plugin/.
#pragma once
#include <boost/dll/shared_library.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "core/plugin/lasting_host.h"
#include "core/plugin/library/loading_mark.h"
#include "core/plugin/plugin_host.h"
#include "core/plugin/registration.h"

namespace cchc {

// The files of a department, found in its folder.
struct DepartmentFiles {
  std::string name;  // of its folder or library
  std::filesystem::path folder;
  std::filesystem::path library;                   // empty: it has none
  std::vector<std::filesystem::path> definitions;  // in the order of their names
  std::filesystem::path messages;                  // empty: it has none
  std::filesystem::path libraryMark;               // library.txt of cchc_add_plugin: it has a library; empty: none
  // Whether its folder is the one that was searched, whose name need not be the department's.
  bool isSearched = false;
};

class Department {
 public:
  explicit Department(DepartmentFiles files);
  ~Department();
  Department(const Department&) = delete;
  Department& operator=(const Department&) = delete;

  // Loads the library, which registers. `isFree`: whether no other department has an id.
  // Errors: those that PluginHost::load lists.
  Status load(const LoadingMarks& marks, const std::function<bool(const std::string&)>& isFree);
  // The definitions that can be read.
  std::vector<OfferedDefinition> readDefinitions();
  void takeAnswer(const std::string& file, const AnsweredDefinition& answer);
  // Called once all definitions are answered. `before`: the departments that come first.
  void finish(const std::vector<const Department*>& before);

  const PluginState& state() const { return state_; }
  // Sets the department aside; its library stays loaded, since it may have begun something.
  void quarantine(Error reason);

  const PluginMessages& messages() const { return messages_; }
  std::vector<HostTable::Logged> takeLog() {
    return host_ == nullptr ? std::vector<HostTable::Logged>() : host_->takeLog();
  }
  const std::vector<RegisteredCheck>& checks() const { return checks_; }
  const std::vector<RegisteredImporter>& importers() const { return importers_; }
  Label titleOf(const RegisteredImporter& importer) const;  // see OfferedImporter

 private:
  Status readMessages();
  Status loadLibrary(const LoadingMarks& marks, const std::function<bool(const std::string&)>& isFree);
  Status readInformation(LoadingMark& mark);
  Status registerPlugin(LoadingMark& mark);
  void addWrongPart(const std::filesystem::path& file, std::vector<Error> reasons);
  void dropUnknownDefinitions();
  void dropTakenImporters(const std::vector<const Department*>& before);

  boost::dll::shared_library library_;
  DepartmentFiles files_;
  std::string folder_;
  PluginMessages messages_;
  HostTable* host_ = nullptr;  // of its library; nullptr: none was loaded
  PluginState state_;
  std::vector<RegisteredCheck> checks_;
  std::vector<RegisteredImporter> importers_;
};

}  // namespace cchc
