// The dialog by which the office itself submits a section: it enters for the unit that reports it, or amends the
// heading of its report (app/send/enter_for.h). Single figures are chosen and typed; for more, a file of values is
// named.
#pragma once
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/threads/task.h"
#include "core/model/permits.h"
#include "core/rules/compiled_definition.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/signing/key_picker.h"

namespace cchc::shell {

class OfficeEntryDialog final : public wxDialog {
 public:
  struct Section {
    std::string name;
    std::shared_ptr<const CompiledDefinition> definition;
  };
  // `command`: enterFor or amendHeading. The section is checked, signed and stored in the background; the dialog ends
  // with wxID_OK once it is stored.
  OfficeEntryDialog(wxWindow* parent, Workspace& workspace, DeskCommand command, const SectionKey& key,
                    Section section);
  // The package for the unit; empty if none was written.
  const std::filesystem::path& written() const { return written_; }
  // Chooses the field of the next figure, as if it were chosen.
  void goTo(const std::string& field);

 private:
  struct Figure {
    std::size_t field = 0;
    Value value;
  };
  void addRow(const std::string& label, wxWindow* control);
  void addAsking();
  void addFigures();
  void addFile();
  void addSigning();
  wxSizer* buttonRow();
  const FieldDefinition* chosenField() const;
  void showPresent();
  bool addFigure();
  void removeFigure();
  void save();
  void setBusy(bool busy);
  void showProblem(const std::string& text);

  Workspace& workspace_;
  DeskCommand command_;
  SectionKey key_;
  Section section_;
  std::vector<Value> present_;  // by field of the definition; empty if it cannot be read
  wxTextCtrl *askedBy_ = nullptr, *askedOn_ = nullptr, *reason_ = nullptr, *value_ = nullptr, *file_ = nullptr;
  wxChoice* field_ = nullptr;
  std::vector<std::size_t> fields_;  // indexes of fields, for the lines of field_
  wxListBox* list_ = nullptr;        // of figures_, in the same order
  std::vector<Figure> figures_;
  wxCheckBox* sign_ = nullptr;
  KeyPicker* signer_ = nullptr;
  wxStaticText* problem_ = nullptr;
  wxButton *save_ = nullptr, *cancel_ = nullptr;
  std::filesystem::path written_;
  Task task_{workspace_.tasks()};
};

}  // namespace cchc::shell
