// One row of a table as an ordinary form: for long texts, and for users of a screen reader.
#pragma once
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <cstddef>
#include <utility>
#include <vector>

#include "core/presentation/section/table.h"

namespace cchc::shell {

class RowDialog final : public wxDialog {
 public:
  RowDialog(wxWindow* parent, presentation::Table& table, std::size_t row, presentation::Words words);

 private:
  // Returns false if a cell is refused: the reason is shown and the cell gets the focus.
  bool save();

  presentation::Table& table_;
  std::size_t row_;
  presentation::Words words_;
  std::vector<std::pair<std::size_t, wxTextCtrl*>> fields_;  // each column that can be edited, with its editor
  wxStaticText* problem_ = nullptr;
};

}  // namespace cchc::shell
