// The dialog that imports a list of units. It shows unit by unit what the import would do and which rows are refused;
// nothing is saved before the user presses the button, which is available if nothing is refused.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/presentation/units/unit_import_preview.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/widgets/fitted_list.h"

namespace cchc::shell {

class UnitImportDialog final : public wxDialog {
 public:
  // The file is read, and the units are saved, in the background. The dialog ends with wxID_OK once they are saved.
  UnitImportDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file);

  const presentation::UnitImportPreview& preview() const { return *preview_; }
  // True once the dialog shows what would be imported.
  bool ready() const { return ready_; }
  FittedList* list() const { return list_; }
  void filter(std::optional<presentation::UnitImportResult> result);  // nullopt: all lines

 private:
  using Preview = std::shared_ptr<const presentation::UnitImportPreview>;
  struct Outcome {
    Result<presentation::UnitImportPreview> preview;
    std::filesystem::path copy;  // the newest daily copy of the store; empty: there is none
  };
  wxSizer* fileRow();
  wxSizer* previewRow();
  wxSizer* buttonRow();
  void load(const std::filesystem::path& file, OldTexts old = OldTexts::refuse);
  void showOutcome(Outcome outcome);
  void showPreview();
  std::string outcomeText() const;
  std::string undoText() const;
  void showSelected();
  void save();
  void saved(const Status& status);
  void stopOrClose();
  void showStatus(const std::string& text, bool wrong);
  void updateButtons();
  std::string cell(long row, int column) const;

  Workspace& workspace_;
  std::filesystem::path path_, copy_;
  OldTexts oldTexts_ = OldTexts::refuse;
  Preview preview_ = std::make_shared<const presentation::UnitImportPreview>();
  std::optional<presentation::UnitImportResult> filter_;
  std::vector<std::size_t> shown_;  // indexes of lines of the preview, one per row
  std::string problem_;             // why the last attempt to save failed
  bool ready_ = false, saving_ = false;
  wxStaticText *file_ = nullptr, *state_ = nullptr, *undo_ = nullptr;
  wxGauge* gauge_ = nullptr;
  wxListBox* filters_ = nullptr;
  FittedList* list_ = nullptr;
  wxTextCtrl* detail_ = nullptr;
  wxButton *other_ = nullptr, *import_ = nullptr, *cancel_ = nullptr;
  wxTimer pulse_;
  Task task_{workspace_.tasks()};
};

// Asks for a list of units; "" when the user chose none.
std::filesystem::path chooseUnitList(wxWindow* parent, presentation::Words words);

}  // namespace cchc::shell
