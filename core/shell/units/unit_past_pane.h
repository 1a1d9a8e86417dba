// One unit over time, beside the tree: its states, what it was made of, what it became, and who else had its code.
#pragma once
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>

#include "core/presentation/units/unit_past.h"
#include "core/shell/widgets/fitted_list.h"

namespace cchc::shell {

class UnitPastPane final : public wxPanel {
 public:
  UnitPastPane(wxWindow* parent, presentation::Words words);
  // Called when the user chooses a unit of the list, with the day to look at it.
  std::function<void(const presentation::UnitPlace&)> go;
  std::function<void()> back;

  // nullopt: no unit is chosen.
  void show(const UnitHistory& units, const std::optional<presentation::UnitPlace>& place);
  void allowBack(bool possible) { back_->Enable(possible); }
  const presentation::UnitPast& past() const { return past_; }
  FittedList* list() const { return list_; }

 private:
  std::string cell(long row, int column) const;
  const presentation::UnitPastRow* selectedRow() const;
  void showSelected();
  void goToSelected();

  presentation::Words words_;
  presentation::UnitPast past_;
  wxStaticText *title_ = nullptr, *absence_ = nullptr;
  FittedList* list_ = nullptr;
  wxTextCtrl* detail_ = nullptr;  // the selected row in full
  wxButton *back_ = nullptr, *go_ = nullptr;
};

}  // namespace cchc::shell
