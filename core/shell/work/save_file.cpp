#include "core/shell/work/save_file.h"

#include <wx/filedlg.h>
#include <wx/msgdlg.h>

#include <algorithm>
#include <cstddef>
#include <system_error>

#include "core/base/store_address.h"
#include "core/base/texts.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {
namespace {

namespace fs = std::filesystem;

std::string fileTypes(const SaveQuestion& question, presentation::Words words) {
  std::string types;
  for (const auto& type : question.types)
    types += (types.empty() ? "" : "|") + type.name + " (*." + type.ending + ")|*." + type.ending;
  return types.empty() ? words("common.all-files") : types;
}

// The ending follows the type that was chosen below the list of files.
fs::path withEnding(fs::path file, const SaveQuestion& question, int chosen) {
  if (question.types.empty()) return file;
  const auto at = std::min(static_cast<std::size_t>(std::max(0, chosen)), question.types.size() - 1);
  const auto ending = "." + question.types[at].ending;
  if (file.extension().empty()) return file += ending;
  // The name that was proposed has the ending of the first type.
  if (at > 0 && file.extension() == "." + question.types.front().ending) file.replace_extension(ending);
  return file;
}

bool isStore(const fs::path& file, const std::string& store) {
  if (isSharedStore(store)) return false;
  std::error_code ignored;
  for (const auto* side : {"", "-wal", "-shm", "-journal"}) {
    if (fs::equivalent(file, store + side, ignored)) return true;
  }
  return false;
}

}  // namespace

bool mayReplace(wxWindow* parent, const wxString& title, const std::string& question, presentation::Words words) {
  wxMessageDialog dialog(parent, wx(question), title, wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  dialog.SetYesNoLabels(wx(words("save-file.replace-yes")), wx(words("common.cancel")));
  return dialog.ShowModal() == wxID_YES;
}

std::optional<SaveFile> askForFile(wxWindow* parent, presentation::Words words, const std::string& store,
                                   const SaveQuestion& question) {
  auto folder = wx(question.folder), name = wx(question.name);
  int type = 0;
  for (;;) {
    // The toolkit's own question is not used: its answer is "yes" for a second Enter, and it is asked before the name
    // has its ending.
    wxFileDialog dialog(parent, wx(question.title), folder, name, wx(fileTypes(question, words)), wxFD_SAVE);
    dialog.SetFilterIndex(type);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    type = dialog.GetFilterIndex();
    const auto file = withEnding(utf8(dialog.GetPath()), question, type);
    folder = wx(file.parent_path().string()), name = wx(file.filename().string());
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return SaveFile{file, false};
    if (isStore(file, store)) {
      wxMessageDialog refusal(parent, wx(sentences(Error{"save-file.is-store", file.string(), {}}, words.language)),
                              wx(question.title), wxOK | wxICON_ERROR);
      refusal.ShowModal();
      continue;
    }
    const auto asked = words("save-file.replace", {{"file", file.filename().string()}});
    if (mayReplace(parent, wx(question.title), asked, words)) return SaveFile{file, true};
  }
}

Status checkStillFree(const SaveFile& file) {
  std::error_code ignored;
  if (file.replaces || !fs::exists(file.path, ignored)) return {};
  return fail("save-file.appeared", file.path.string());
}

}  // namespace cchc::shell
