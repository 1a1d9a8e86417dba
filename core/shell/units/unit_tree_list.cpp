#include "core/shell/units/unit_tree_list.h"

#include <utility>

#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"

namespace cchc::shell {

using presentation::UnitPlace;

namespace {

enum UnitTreeColumn : int { unitName, unitCode };  // and the form

// What stands before the name: the depth, and the triangle of a branch.
std::string indentOf(const presentation::UnitTreeRow& row) { return std::string(row.depth * 5, ' '); }
std::string triangleOf(const presentation::UnitTreeRow& row) { return !row.branch ? "     " : row.open ? "▾ " : "▸ "; }

}  // namespace

UnitTreeList::UnitTreeList(wxWindow* parent, presentation::Words words)
    : FittedList(parent, words("units-view.tree"),
                 {{words("units-view.tree.name"), 260},
                  {words("units-view.tree.code"), 100},
                  {words("units-view.tree.form"), 100}},
                 {[this](long row, int column) { return cell(row, column); },
                  [this](long row, wxItemAttr& attribute) {
                    // Of a search, what is only on the way to a match.
                    if (tree_.searching() && !tree_.row(static_cast<std::size_t>(row)).match)
                      attribute.SetTextColour(colours::quiet());
                  }}),
      tree_(words) {
  stretchColumn(*this, unitName);
  Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) {
    if (!updating_) notifyChosen();
  });
  Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent& event) {
    const auto row = event.GetIndex();
    if (static_cast<std::size_t>(row) < tree_.size()) setOpen(row, !tree_.row(static_cast<std::size_t>(row)).open);
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.HasAnyModifiers() || !onKey(event.GetKeyCode())) event.Skip();
  });
  rowsOf(*this)->Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    event.Skip();
    CallAfter([this, at = event.GetPosition()] { onClick(at); });
  });
}

std::string UnitTreeList::cell(long row, int column) const {
  const auto unit = tree_.row(static_cast<std::size_t>(row));
  switch (column) {
    case unitName:
      return indentOf(unit) + triangleOf(unit) + unit.name + (unit.span.empty() ? "" : " · " + unit.span);
    case unitCode:
      return unit.code;
    default:
      return unit.form;
  }
}

void UnitTreeList::updateRows(const std::optional<OrgUnitId>& selected) {
  updating_ = true;
  showRows(tree_.size());
  if (const auto row = selected ? tree_.rowOf(*selected) : std::nullopt) selectRow(*row);
  updating_ = false;
}

void UnitTreeList::show(std::shared_ptr<const UnitHistory> units, const Date& day) {
  const auto before = selected();
  tree_.show(std::move(units), day);
  updateRows(before ? std::optional(before->unit) : std::nullopt);
}

void UnitTreeList::search(const std::string& text) {
  const auto before = selected();
  tree_.search(text);
  // After a search its last unit is shown where it stands in the tree.
  if (before && !tree_.searching()) tree_.reveal(before->unit);
  updateRows(before ? std::optional(before->unit) : std::nullopt);
}

bool UnitTreeList::select(const OrgUnitId& unit, bool open) {
  const auto row = tree_.reveal(unit);
  if (row && open) tree_.setOpen(*row, true);
  updateRows(unit);
  return row.has_value();
}

void UnitTreeList::chooseFirstMatch() {
  if (const auto row = tree_.firstMatch()) moveTo(*row);
}

std::optional<UnitPlace> UnitTreeList::selected() const {
  const auto row = GetFirstSelected();
  if (row < 0 || static_cast<std::size_t>(row) >= tree_.size()) return std::nullopt;
  return tree_.row(static_cast<std::size_t>(row)).place;
}

void UnitTreeList::setOpen(long row, bool open) {
  const auto at = static_cast<std::size_t>(row);
  const auto unit = tree_.row(at).place.unit;
  if (!tree_.setOpen(at, open)) return;
  updateRows(unit);
  notifyChosen();
}

void UnitTreeList::moveTo(std::size_t row) {
  updating_ = true;
  showRows(tree_.size());
  selectRow(row);
  updating_ = false;
  notifyChosen();
}

bool UnitTreeList::onKey(int key) {
  const auto row = GetFirstSelected();
  if (row < 0 || (key != WXK_LEFT && key != WXK_RIGHT)) return false;
  const auto at = static_cast<std::size_t>(row);
  const auto unit = tree_.row(at);
  if (key == WXK_RIGHT && unit.branch) {
    if (unit.open)
      moveTo(at + 1);
    else
      setOpen(row, true);
  } else if (key == WXK_LEFT) {
    if (unit.open)
      setOpen(row, false);
    else if (const auto above = tree_.above(at))
      moveTo(*above);
  }
  return true;
}

void UnitTreeList::onClick(const wxPoint& at) {
  int flags = 0;
  const auto row = HitTest(at, flags);
  if (row < 0 || static_cast<std::size_t>(row) >= tree_.size()) return;
  const auto unit = tree_.row(static_cast<std::size_t>(row));
  if (!unit.branch) return;
  const int from = GetTextExtent(wx(indentOf(unit))).GetWidth();
  const int to = from + GetTextExtent(wx(triangleOf(unit))).GetWidth() + FromDIP(6);
  if (at.x >= from && at.x < to) setOpen(row, !unit.open);
}

void UnitTreeList::notifyChosen() {
  const auto place = selected();
  if (place && chosen) chosen(*place);
}

}  // namespace cchc::shell
