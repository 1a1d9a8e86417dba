// The dialog that imports a file into the open section. It shows the file, the meaning of its columns above a preview,
// and line by line what cannot be imported, what would change, and what is left out. One button imports the rest.
#pragma once
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/grid.h>
#include <wx/listctrl.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/section/import.h"
#include "core/base/threads/task.h"
#include "core/presentation/import/import_words.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class ImportDialog final : public wxDialog {
 public:
  // Imports into the section that is open. Files are read and dry runs made in the background.
  ImportDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file);

  // The undo step that imports the lines. Valid once the dialog has ended with wxID_OK.
  const EditStep& step() const { return plan_.step; }
  const std::vector<AttachmentBytes>& attachments() const { return plan_.run.values.attachments; }
  std::size_t lines() const { return plan_.run.right; }
  // True once a dry run has ended: the dialog shows what would be imported.
  bool ready() const { return ready_; }
  const DryRun& run() const { return plan_.run; }
  const std::vector<ImportChange>& changes() const { return plan_.changes; }

 private:
  // The outcome of a dry run, or why it could not be made.
  struct Outcome {
    ImportPlan plan;
    std::optional<Error> problem;
  };
  // A file that was read, and the files that the section's journal names.
  struct Opened {
    ImportSource source;
    std::map<std::string, ImportedFile> imported;
  };
  // import_dialog.cpp: the controls
  wxSizer* fileRow();
  wxSizer* optionRow();
  void makePreview();
  void makeList();
  wxSizer* buttonRow();
  // import_dialog_mapping.cpp: what the columns mean, and the preview
  void chooseKind();
  void guess();  // the meaning of the columns of the chosen sheet
  void chooseTarget(std::optional<std::size_t> table);
  void showMapping();
  int columnWidth() const;
  void showPreview();
  void readChoices();  // from the controls into the mapping
  // Whether the user chooses the meaning of the columns.
  bool mapped() const { return kind_->GetSelection() == 0 && source_ && source_->kind == ImportSource::Kind::sheets; }
  const Sheet& sheet() const;
  // import_dialog_run.cpp: reading the file, the dry run, and its outcome
  void load(const std::filesystem::path& file, OldTexts old = OldTexts::refuse);
  void sourceOpened(Result<Opened> opened);
  ImportChoices choices() const;
  void startDryRun();
  void showOutcome(const Outcome& outcome);
  std::string outcomeText(bool own) const;
  void showStatus(const std::string& text, bool wrong);
  void updateImportButton();

  Workspace& workspace_;
  std::shared_ptr<const CompiledDefinition> definition_;
  std::shared_ptr<const SectionData> present_;
  std::vector<std::string> importers_;  // of the plugins, in the order of the choice box
  std::filesystem::path path_;          // of the file, and what the user has decided about its texts
  OldTexts oldTexts_ = OldTexts::refuse;
  std::shared_ptr<const ImportSource> source_;
  std::map<std::string, ImportedFile> imported_;
  SheetMapping mapping_;
  std::vector<presentation::MeaningChoice> meanings_;
  ImportPlan plan_;
  bool ready_ = false;
  wxStaticText *file_ = nullptr, *state_ = nullptr, *unitLabel_ = nullptr, *marksLabel_ = nullptr;
  wxChoice *kind_ = nullptr, *sheet_ = nullptr, *target_ = nullptr, *heading_ = nullptr, *unit_ = nullptr,
           *marks_ = nullptr, *rows_ = nullptr;
  wxCheckBox *replace_ = nullptr, *hidden_ = nullptr, *partly_ = nullptr;
  wxScrolledWindow* preview_ = nullptr;
  wxBoxSizer* choices_ = nullptr;
  std::vector<wxChoice*> columns_;
  wxGrid* grid_ = nullptr;
  wxListCtrl* list_ = nullptr;
  wxButton* import_ = nullptr;
  Task task_{workspace_.tasks()};
};

// Asks for a file to import; "" when the user chose none.
std::filesystem::path chooseImportFile(wxWindow* parent, presentation::Words words);

}  // namespace cchc::shell
