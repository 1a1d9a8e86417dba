// Loads the departments: shared libraries (Boost.DLL) with their definitions and texts, and folders of definitions and
// texts alone. Runs the checks and importers that the libraries register. What cannot be used is quarantined with the
// reason, a definition alone; everything else works.
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/sheets/sheet_file.h"
#include "core/exchange/values/values_file.h"
#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

// A definition, or what a library registered for a definition that it should have and has not.
struct QuarantinedPart {
  std::filesystem::path file;
  std::vector<Error> reasons;  // one at least
};

struct OfferedImporter {
  DefinitionId definition;
  std::string name;
  Label title;  // the text "importer.NAME" of its plugin; the name itself if there is no such text
};

struct PluginState {
  std::string id;  // the name of its folder or file until the library has given its id
  std::string version;
  Label title;
  std::filesystem::path file;  // the library; the folder of a department without one
  bool library = false;
  std::vector<DefinitionId> definitions;
  std::vector<QuarantinedPart> wrongParts;  // left out alone
  std::vector<OfferedImporter> importers;
  std::string texts;  // its messages.tsv as it was read; empty: it has none
  std::optional<Error> quarantined;
};

struct OfferedDefinition {
  std::string department;  // the id of the department that it must belong to; empty: any
  std::string xml, file;
};
struct AnsweredDefinition {
  DefinitionId id;
  std::vector<Error> reasons;  // why it is quarantined; empty: it is admitted
};
// Checks the definitions of all departments together, and adds those that are right. An answer for each.
using AdmitDefinitions = std::function<std::vector<AnsweredDefinition>(const std::vector<OfferedDefinition>&)>;

// What an importer found in the input.
struct Imported {
  ValuesFile values;               // without the rows of which something was refused
  std::vector<std::size_t> lines;  // of the rows in `values`, in order; 0: not known
  std::vector<Error> refused;      // the lines and cells that were not imported, with the reason
  bool ofCells = true;             // false: the importer reads running text
  std::vector<bool> columns;       // of the sheet: whether it looked at the column in a line that it imported
};

struct PluginFolder {
  enum class Kind : unsigned char {
    withLibraries,    // of the installation, or of a developer
    definitionsOnly,  // of the machine or the user: a library in it is not loaded, and named
  };
  std::filesystem::path path;
  Kind kind = Kind::withLibraries;
};

// What a plugin wrote to the log.
struct PluginLogEntry {
  std::string plugin;
  enum class Level : unsigned char { information, warning, error } level = Level::information;
  std::string text;
};

class PluginHost {
 public:
  PluginHost();
  ~PluginHost();
  PluginHost(PluginHost&&) noexcept;
  PluginHost& operator=(PluginHost&&) noexcept;

  // Loads the department in each sub-folder, and the one in the folder itself, in the order of their names. A
  // department is a folder with definitions (*.xml), their texts (messages.tsv), or a library: <folder's name>.so
  // (.dll), or the only one in the folder. The folder itself may also hold several libraries. A folder that is not
  // there has none. `marks`: where the host notes which library it is loading, so that one that ends the program is
  // left out the next time; empty, or a folder that cannot be written to: it is not noted. Errors that quarantine a
  // department:
  //   plugin.not-regular        the library is a folder, a pipe, a device or a link to nothing
  //   plugin.not-a-library      it is not a library for this system, or it cannot be loaded
  //   plugin.truncated          a part of the file is missing
  //   plugin.folder-unreadable  the folder, or a link to it, cannot be read
  //   plugin.stray-call         it used what it was given on another thread, or after the call
  //   plugin.no-symbols         it lacks one of the two exported functions
  //   plugin.other-version      it was made for another version of the interface
  //   plugin.ended-the-program  the program ended while this file was loaded before
  //   plugin.ignored-library    a library that is not loaded: in a folder for definitions, or with another name
  //   plugin.library-missing    of a part alone: the department was installed with a library (library.txt beside the
  //                             definitions says so, see cchc_add_plugin), and it is not there
  //   plugin.duplicate-id       another department has the same id
  //   plugin.threw              one of its two functions threw an exception
  //   plugin.refused            its registration failed
  //   plugin.registered-twice   it registered a check or an importer twice for one version of a definition
  //   the errors of boundary.h  what it says of itself or registers is wrong
  //   plugin.not-regular, file.read, file.too-large, and the errors of readTexts   of messages.tsv
  void load(const PluginFolder& folder, const std::filesystem::path& marks);

  // Offers the definitions of all departments, once all folders are loaded. Errors of a part alone:
  //   plugin.unknown-definition                        see QuarantinedPart
  //   plugin.importer-taken                            another department has registered this importer
  //   plugin.not-regular, file.read, file.too-large    of a definition
  //   and the reasons that `admit` gives
  void admitDefinitions(const AdmitDefinitions& admit);

  const std::vector<PluginState>& plugins() const;
  // The definitions that the checks of a definition read besides their own.
  std::vector<std::string> othersOf(const DefinitionId& definition) const;

  // Runs every check that is registered for the definition of the section. If a check fails, or gives a wrong finding,
  // that is a finding, plugin.check-failed, and not an error; so is a check that was not written for the version of the
  // definition, plugin.check-other-version. May be called from several threads at once.
  std::vector<Finding> check(const SectionKey& key, const SectionView& section, const Surroundings& surroundings) const;

  // The same plugins with other texts, by the id of the plugin: those that an issued report kept. A text that they lack
  // is the plugin's own. Both hosts share the libraries.
  // Errors: those of readTexts.
  Result<PluginHost> withTexts(const std::map<std::string, std::string>& texts) const;

  // What the plugins logged since the last call, at most 100 messages of each. May be called from any thread.
  std::vector<PluginLogEntry> takeLog() const;

  // Runs an importer over one sheet of a file, or over its running text. `parts`: what is in force for the section;
  // values elsewhere are refused, and the others imported. `period`: of the section; null: not known.
  // Errors:
  //   plugin.no-importer             no plugin has registered an importer of that name for the definition
  //   plugin.importer-other-version  it was not written for the version of the definition
  //   plugin.importer-failed         the importer failed, for the reason that the plugin logged
  //   plugin.nothing-imported        it found nothing in the input
  Result<Imported> import(const SectionDefinition& definition, const PartsInForce& parts, const std::string& name,
                          const SheetFile& file, std::size_t sheet, const Period* period = nullptr) const;

 private:
  struct Registered;
  std::unique_ptr<Registered> registered_;
};

}  // namespace cchc
