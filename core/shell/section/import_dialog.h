// Import in one window: the file on top, what its columns mean above a preview, what is wrong line by line below, and
// one button that takes the rest.
#pragma once
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/grid.h>
#include <wx/listctrl.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <memory>

#include "core/presentation/import/import_run.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/work/aside.h"

namespace cchc::shell {

class ImportDialog final : public wxDialog {
 public:
  // Of the section that is open. Reading and dry runs go on beside the window.
  ImportDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file);

  // Once it ended with wxID_OK.
  const EditStep& step() const { return step_; }
  const std::vector<AttachmentBytes>& attachments() const { return run_.values.attachments; }
  std::size_t lines() const { return run_.right; }
  // A dry run is done: the window says what would come in.
  bool ready() const { return ready_; }
  const presentation::DryRun& run() const { return run_; }

 private:
  // A file is read as a sheet with a mapping, as the section's own, or by a plugin's importer.
  struct Outcome {
    presentation::DryRun run;
    EditStep step;
    std::optional<Error> problem;
  };
  wxSizer* fileRow();
  wxSizer* optionRow();
  void makePreview();
  void makeList();
  wxSizer* buttonRow();
  void load(const std::filesystem::path& file);
  void take(Result<presentation::ImportSource> source);
  void chooseKind();
  void guess(std::optional<std::size_t> table);
  void showMapping();
  int columnWidth() const;
  void showPreview();
  void remap();
  void tryOut();
  void show(const Outcome& outcome);
  void tell(const std::string& text, bool wrong);
  void allow();
  bool mapped() const {
    return kind_->GetSelection() == 0 && source_ && source_->kind == presentation::ImportSource::Kind::sheets;
  }
  const Sheet& sheet() const;

  Workspace& workspace_;
  std::shared_ptr<const CompiledDefinition> definition_;
  std::shared_ptr<const SectionData> present_;
  std::vector<std::string> importers_;
  std::shared_ptr<const presentation::ImportSource> source_;
  presentation::ImportMapping mapping_;
  std::vector<presentation::MeaningChoice> meanings_;
  presentation::DryRun run_;
  EditStep step_;
  bool ready_ = false;
  wxStaticText *file_ = nullptr, *state_ = nullptr, *unitLabel_ = nullptr;
  wxChoice *kind_ = nullptr, *sheet_ = nullptr, *target_ = nullptr, *heading_ = nullptr, *unit_ = nullptr;
  wxCheckBox *replace_ = nullptr, *partly_ = nullptr;
  wxScrolledWindow* preview_ = nullptr;
  wxBoxSizer* choices_ = nullptr;
  std::vector<wxChoice*> columns_;
  wxGrid* grid_ = nullptr;
  wxListCtrl* list_ = nullptr;
  wxButton* import_ = nullptr;
  Aside aside_;
};

// What one chooses a file to import with; "" when none was.
std::filesystem::path chooseImportFile(wxWindow* parent, presentation::Words words);

}  // namespace cchc::shell
