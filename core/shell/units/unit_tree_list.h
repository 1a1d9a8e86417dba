// The tree of units on a day as a list: Right and Left open and close what is below a unit, as a click on its triangle
// and Enter do.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/presentation/units/unit_tree.h"
#include "core/shell/widgets/fitted_list.h"

namespace cchc::shell {

class UnitTreeList final : public FittedList {
 public:
  UnitTreeList(wxWindow* parent, presentation::Words words);
  // Called when the user selects a unit.
  std::function<void(const presentation::UnitPlace&)> chosen;

  const presentation::UnitTree& tree() const { return tree_; }
  // The selected unit stays selected if it is still shown.
  void show(std::shared_ptr<const UnitHistory> units, const Date& day);
  void search(const std::string& text);
  // Selects a unit, and opens what is above it, with `open` the unit too. Returns false if the unit does not exist on
  // the day. `chosen` is not called.
  bool select(const OrgUnitId& unit, bool open = false);
  // Selects the first unit that was searched for, as the user would.
  void chooseFirstMatch();
  std::optional<presentation::UnitPlace> selected() const;

 private:
  std::string cell(long row, int column) const;
  void updateRows(const std::optional<OrgUnitId>& selected);
  void setOpen(long row, bool open);
  void moveTo(std::size_t row);
  bool onKey(int key);  // returns false if the key is the list's own
  void onClick(const wxPoint& at);
  void notifyChosen();

  presentation::UnitTree tree_;
  bool updating_ = false;  // the selection changes without the user
};

}  // namespace cchc::shell
