// Where a person saves a file to. No other file is overwritten unasked, and the open store never.
#pragma once
#include <wx/window.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/presentation/window/words.h"

namespace cchc::shell {

struct SaveFile {
  std::filesystem::path path;
  bool replaces = false;  // the person has agreed to replace the file of this name
};

struct SaveQuestion {
  struct Type {
    std::string name, ending;  // "Excel", "xlsx"
  };
  std::string title, name;
  std::vector<Type> types;  // none: any file
  std::string folder = {};
};

// Asks for a file, and whether to replace the one that is there; "no" leads back to the question for the file. A name
// without an ending gets that of the chosen type. `store`: of the workspace. nullopt: cancelled
std::optional<SaveFile> askForFile(wxWindow* parent, presentation::Words words, const std::string& store,
                                   const SaveQuestion& question);
// Asks whether to replace the file that is there, if one is. False: no
bool mayReplace(wxWindow* parent, const wxString& title, const std::string& question, presentation::Words words);
// For the work that writes the file, just before it does: another file may have got this name since the question.
// Error file.appeared, with the file as the place
Status checkStillFree(const SaveFile& file);

}  // namespace cchc::shell
