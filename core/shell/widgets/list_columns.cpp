#include "core/shell/widgets/list_columns.h"

#include <algorithm>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

void setColumns(wxListCtrl& list, const std::string& name, std::initializer_list<ListColumn> columns) {
  for (const auto& column : columns) list.AppendColumn(wx(column.title), column.format, scaled(list, column.width));
  setAccessibleName(list, name);
  showCutTexts(list);
}

void stretchColumn(wxListCtrl& list, int column) {
  list.Bind(wxEVT_SIZE, [&list, column](wxSizeEvent& event) {
    event.Skip();
    int rest = list.GetClientSize().GetWidth() - list.FromDIP(4);
    for (int other = 0; other < list.GetColumnCount(); ++other)
      rest -= other == column ? 0 : list.GetColumnWidth(other);
    list.SetColumnWidth(column, std::max(scaled(list, 200), rest));
  });
}

}  // namespace cchc::shell
