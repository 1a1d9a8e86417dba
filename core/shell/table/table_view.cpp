#include "core/shell/table/table_view.h"

#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "core/presentation/section/attachments.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/search_box.h"

namespace cchc::shell {

TableView::TableView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  auto* bar = new wxWrapSizer(wxHORIZONTAL);
  auto* back = new wxButton(this, wxID_ANY, wx(words("table-view.back")));
  add_ = new wxButton(this, wxID_ANY, wx(words("table-view.add-row")));
  remove_ = new wxButton(this, wxID_ANY, wx(words("table-view.remove-row")));
  nothing_ = new wxButton(this, wxID_ANY, wx(words("common.nothing-to-report")));
  auto* edit = new wxButton(this, wxID_ANY, wx(words("table-view.edit-row")));
  filter_ = makeSearchBox(this, words("table-view.filter"), words("table-view.filter"), FromDIP(wxSize(200, -1)));
  for (auto* button : {back, add_, remove_, edit, nothing_}) bar->Add(button, 0, wxRIGHT, FromDIP(4));
  title_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  auto bold = title_->GetFont();
  bold.MakeBold();
  title_->SetFont(bold);
  grid_ = new wxGrid(this, wxID_ANY);
  model_ = new TableModel(words);
  model_->cellTyped = [this](std::size_t row, std::size_t column, const std::string& text) {
    saveTyped(row, column, text);
  };
  model_->choicePicked = [this] {
    // Saving may release the editor and its list, which is still handling the click.
    CallAfter([this] {
      if (commit()) grid_->SetFocus();
    });
  };
  grid_->SetTable(model_, true);
  grid_->SetDefaultCellOverflow(false);
  grid_->EnableDragRowSize(false);
  grid_->SetRowLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
  grid_->SetTabBehaviour(wxGrid::Tab_Wrap);
  grid_->SetSelectionMode(wxGrid::wxGridSelectCells);
  setAccessibleName(*grid_, words("table-view.name"));
  tip_ = new ReasonTip(grid_->GetGridWindow());
  totals_ = new TotalsRow(this, grid_, words("table-view.total"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(bar, 0, wxEXPAND | wxALL, FromDIP(4));
  auto* caption = new wxBoxSizer(wxHORIZONTAL);
  caption->Add(title_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  caption->Add(filter_, 0, wxALIGN_CENTRE_VERTICAL);
  sizer->Add(caption, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  sizer->Add(grid_, 1, wxEXPAND);
  sizer->Add(totals_, 0, wxEXPAND);
  SetSizer(sizer);

  back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (commit() && goBack) goBack();
  });
  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addRow(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removeRows(); });
  edit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { editRow(); }); });
  nothing_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (!table_ || workspace_.form() == nullptr) return;
    const bool now = workspace_.form()->editing().data().tables[index_].nothing;
    finishEdit(workspace_.form()->setTableNothing(index_, !now));
  });
  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    if (!table_) return;
    table_->filter(utf8(filter_->GetValue()));
    grid_->ClearSelection();  // other rows are in these places now
    reload();
  });
  const auto openFile = [this](int row, int column) {
    if (!table_ || !openAttachment || row < 0 || column < 0 || static_cast<std::size_t>(row) >= table_->rowCount())
      return false;
    const auto& one = table_->column(static_cast<std::size_t>(column));
    if (!presentation::acceptsAttachment(one)) return false;
    CallAfter([this, place = Place::ofCell(table_->definition().id, table_->rowId(static_cast<std::size_t>(row)),
                                           one.id)] { openAttachment(place); });
    return true;
  };
  grid_->Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [openFile](wxGridEvent& event) {
    if (!openFile(event.GetRow(), event.GetCol())) event.Skip();
  });
  grid_->Bind(wxEVT_CHAR_HOOK, [this, openFile](wxKeyEvent& event) {
    if (grid_->IsCellEditControlEnabled() && event.GetUnicodeKey() != WXK_NONE) showCurrentCell();
    const bool opens =
        event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_F2 || event.GetKeyCode() == WXK_SPACE;
    if (!opens || event.HasAnyModifiers() || !openFile(grid_->GetGridCursorRow(), grid_->GetGridCursorCol()))
      event.Skip();
  });
  grid_->Bind(wxEVT_GRID_LABEL_LEFT_DCLICK, [this](wxGridEvent& event) {
    if (event.GetRow() >= 0) return editRow();
    event.Skip();
  });
  grid_->Bind(wxEVT_GRID_COL_SORT, [this](wxGridEvent& event) {
    event.Veto();  // the grid's own sort mark has no state for "not sorted"
    sort(event.GetCol());
  });
  const auto leaveFilter = [this](wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key != WXK_ESCAPE && key != WXK_RETURN && key != WXK_NUMPAD_ENTER && key != WXK_DOWN) return event.Skip();
    if (key == WXK_ESCAPE) filter_->Clear();
    grid_->SetFocus();
  };
  filter_->Bind(wxEVT_CHAR_HOOK, leaveFilter);
  // A text that is cut in its cell or in its row's heading is shown in full in a tooltip.
  grid_->GetGridWindow()->Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    event.Skip();
    const auto at = grid_->XYToCell(grid_->CalcGridWindowUnscrolledPosition(event.GetPosition(), nullptr));
    const bool cell = at.GetRow() >= 0 && at.GetCol() >= 0;
    showWholeText(*grid_->GetGridWindow(), cell ? grid_->GetCellValue(at) : wxString(),
                  cell ? grid_->GetColSize(at.GetCol()) : 0, grid_->GetDefaultCellFont());
  });
  grid_->GetGridRowLabelWindow()->Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    event.Skip();
    const int row = grid_->YToRow(grid_->CalcUnscrolledPosition(event.GetPosition()).y);
    showWholeText(*grid_->GetGridRowLabelWindow(), row < 0 ? wxString() : grid_->GetRowLabelValue(row),
                  grid_->GetRowLabelSize(), grid_->GetLabelFont());
  });
  bindEditing();
}

void TableView::showWholeText(wxWindow& window, const wxString& text, int room, const wxFont& font) {
  int width = 0, height = 0;
  window.GetTextExtent(text, &width, &height, nullptr, nullptr, &font);
  const auto wanted = width + FromDIP(6) > room ? text : wxString();
  if (window.GetToolTipText() == wanted) return;
  if (wanted.empty())
    window.UnsetToolTip();
  else
    window.SetToolTip(wanted);
}

void TableView::show(std::size_t table, const std::string& row, const std::string& column) {
  auto* form = workspace_.form();
  if (form == nullptr) return;
  index_ = table;
  sorted_ = -1;
  refused_.reset();
  tip_->dismiss();
  emptySearchBox(*filter_);
  if (grid_->IsCellEditControlEnabled()) grid_->HideCellEditControl();
  model_->show(nullptr, {});
  table_ = std::make_unique<presentation::Table>(form->editing(), table, workspace_.words());
  model_->setSorted(-1, true);
  model_->show(table_.get(), {});
  fitColumns();
  reload();
  const auto rowAt = table_->rowNamed(row);
  const auto columnAt = table_->columnNamed(column);
  if (table_->rowCount() > 0) {
    const int r = static_cast<int>(rowAt.value_or(0)), c = static_cast<int>(columnAt.value_or(0));
    grid_->SetGridCursor(r, c);
    grid_->MakeCellVisible(r, c);
  }
  grid_->SetFocus();
}

// Sets the columns' widths from their headings and first rows, within limits.
void TableView::fitColumns() {
  wxClientDC dc(grid_);
  dc.SetFont(grid_->GetLabelFont());
  int widest = 0;
  for (std::size_t row = 0; row < std::min<std::size_t>(table_->rowCount(), 200); ++row)
    widest = std::max(widest, dc.GetTextExtent(wx(table_->rowHeading(row))).GetWidth());
  grid_->SetRowLabelSize(std::clamp(widest + FromDIP(16), FromDIP(56),
                                    std::max(scaled(*this, 320), grid_->GetClientSize().GetWidth() * 9 / 20)));
  int lines = 1;
  std::vector<wxString> headings;
  for (std::size_t column = 0; column < table_->columnCount(); ++column) {
    dc.SetFont(grid_->GetDefaultCellFont());
    int width = scaled(*this, 70);
    for (std::size_t row = 0; row < std::min<std::size_t>(table_->rowCount(), 50); ++row)
      width = std::max(width, dc.GetTextExtent(wx(table_->text(row, column))).GetWidth() + FromDIP(16));
    dc.SetFont(grid_->GetLabelFont());
    auto heading = wx(table_->heading(column));
    if (heading.EndsWith(" *"))
      heading.replace(heading.length() - 2, 1, wxUniChar(0xa0));  // keeps the star with its word
    width = std::min(std::max(width, std::min(dc.GetTextExtent(heading).GetWidth() + FromDIP(16), scaled(*this, 150))),
                     scaled(*this, 360));
    // The grid does not wrap headings, so it is done here.
    wxString wrapped, line;
    int count = 1;
    for (const auto& word : wxSplit(heading, ' ', 0)) {
      const auto longer = line.empty() ? word : line + " " + word;
      if (!line.empty() && dc.GetTextExtent(longer).GetWidth() > width - FromDIP(12))
        wrapped += line + "\n", line = word, ++count;
      else
        line = longer;
    }
    headings.push_back(wrapped + line);
    lines = std::max(lines, count);
    grid_->SetColSize(static_cast<int>(column), width);
  }
  model_->setHeadings(std::move(headings));
  grid_->SetColLabelSize(std::min(lines, 6) * (dc.GetCharHeight() + FromDIP(2)) + FromDIP(10));
}

void TableView::reload() {
  if (!table_) return;
  model_->notifyRowCount();
  auto* form = workspace_.form();
  title_->SetLabelText(wx(form->tableTitle(index_)));
  std::vector<std::string> totals;
  for (std::size_t column = 0; column < table_->columnCount(); ++column) totals.push_back(table_->total(column));
  totals_->show(std::move(totals));
  const bool editable = table_->editable();
  add_->Enable(editable && !table_->fixed());
  remove_->Enable(editable && !table_->fixed() && table_->rowCount() > 0);
  nothing_->Show(table_->definition().mayBeNothing);
  nothing_->Enable(editable);
  Layout();
}

void TableView::finishEdit(const Status& status) {
  if (!status && showError) showError(status.error());
  workspace_.edited();
}

void TableView::sectionEdited() {
  if (!table_) return;
  table_->refresh();
  reload();
}

void TableView::sectionChanged() {
  if (grid_->IsCellEditControlEnabled()) grid_->HideCellEditControl();
  refused_.reset();
  tip_->dismiss();
  model_->show(nullptr, {});
  table_.reset();
}

std::vector<TableView::Block> TableView::selection() const {
  const auto at = [](int index) { return static_cast<std::size_t>(std::max(0, index)); };
  std::vector<Block> blocks;
  for (const auto& each : grid_->GetSelectedBlocks())
    blocks.push_back({at(each.GetTopRow()), at(each.GetLeftCol()), at(each.GetBottomRow()), at(each.GetRightCol())});
  const int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol();
  if (blocks.empty() && row >= 0) blocks.push_back({at(row), at(column), at(row), at(column)});
  return blocks;
}

std::optional<TableView::Block> TableView::oneBlock() const {
  const auto blocks = selection();
  if (blocks.size() == 1) return blocks.front();
  if (!blocks.empty() && showNote) showNote(workspace_.words()("table-view.several-blocks"));
  return std::nullopt;
}

void TableView::sort(int column) {
  if (column < 0 || !table_ || !commit()) return;
  const auto id = grid_->GetGridCursorRow() >= 0 && table_->rowCount() > 0
                      ? table_->rowId(static_cast<std::size_t>(grid_->GetGridCursorRow()))
                      : std::string();
  if (sorted_ != column)
    sorted_ = column, ascending_ = true;
  else if (ascending_)
    ascending_ = false;
  else
    sorted_ = -1;
  grid_->ClearSelection();  // a click on the heading selected the column
  table_->sort(sorted_ < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(sorted_)), ascending_);
  model_->setSorted(sorted_, ascending_);
  reload();
  // The cursor follows its row to the new position.
  if (const auto row = table_->rowNamed(id)) {
    grid_->SetGridCursor(static_cast<int>(*row), column);
    grid_->MakeCellVisible(static_cast<int>(*row), column);
  }
}

void TableView::focusFilter() {
  if (!table_ || !commit()) return;
  filter_->SetFocus();
  filter_->SelectAll();
}

}  // namespace cchc::shell
