#include "core/shell/widgets/fitted_list.h"

#include <utility>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

FittedList::FittedList(wxWindow* parent, const std::string& name, std::initializer_list<ListColumn> columns,
                       Source source)
    : wxListView(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(120, 60)),
                 wxLC_REPORT | wxLC_SINGLE_SEL | wxLC_VIRTUAL),
      source_(std::move(source)) {
  for (const auto& column : columns) AppendColumn(wx(column.title), column.format, scaled(*this, column.width));
  setAccessibleName(*this, name);
  showCutTexts(*this, {}, source_.text);
}

void FittedList::showRows(std::size_t count) {
  for (long row = GetFirstSelected(); row >= 0; row = GetNextSelected(row)) Select(row, false);
  SetItemCount(static_cast<long>(count));
  Refresh();
}

void FittedList::selectRow(std::size_t row) {
  const auto at = static_cast<long>(row);
  if (at >= GetItemCount()) return;
  Select(at);
  Focus(at);
}

// The toolkit would measure a text that is too long letter by letter each time it paints.
wxString FittedList::OnGetItemText(long row, long column) const {
  const auto at = static_cast<int>(column);
  return cells_.fit(*this, source_.text(row, at), GetColumnWidth(at) - scaled(*this, 12));
}

wxListItemAttr* FittedList::OnGetItemAttr(long row) const {
  if (!source_.style) return nullptr;
  attribute_ = wxListItemAttr();
  source_.style(row, attribute_);
  return &attribute_;
}

}  // namespace cchc::shell
