// The form of a section. Its rows are painted; one native editor moves to the field that is being filled in.
#pragma once
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/shell/frame/workspace.h"
#include "core/shell/section/reason_tip.h"
#include "core/shell/table/choice_list.h"
#include "core/shell/widgets/text_fit.h"

namespace cchc::shell {

class FormView final : public wxScrolledCanvas {
 public:
  FormView(wxWindow* parent, Workspace& workspace);

  std::function<void(std::size_t table, const std::string& row, const std::string& column)> openTable;
  std::function<void(const Place&)> openAttachment;
  std::function<void(const Error&)> showError;
  std::function<void(const std::string&)> showNote;  // the status bar's text about the focused field

  void sectionChanged();          // another section is open, or none
  void sectionEdited();           // values, findings or rows of the open section changed
  void goTo(const Place& place);  // opens the editor of a field
  // Shows a field or a cell as it was left: scrolled as it was (scrolled()), and without an editor.
  void comeBack(const Place& place, int scroll);
  int scrolled() const { return GetViewStart().y; }  // in half rows
  void goToNextProblem();
  // Saves the text in the editor. If it is refused, the editor stays open, the reason is shown next to it and false is
  // returned.
  bool commit();
  std::optional<std::size_t> current() const { return current_; }
  wxWindow* editor() const { return editor_; }
  // The choices below the editor; nullptr while none are shown.
  ChoiceList* choices() const { return choices_->list()->IsShown() ? choices_->list() : nullptr; }
  // The tip at the current row: why its text was refused, or how its value is computed; "" if there is none.
  std::string tipText() const { return tip_->text(); }
  // The comparisons that currently have a column: 0 previous period, 1 same period last year, 2 target.
  const std::vector<std::size_t>& comparisonColumns() const { return sizes_.shown; }
  wxRect areaOf(std::size_t row) const;  // in pixels of the window, at its current scroll position

 private:
  struct Columns {
    int label = 0, value = 0, unit = 0, compare = 0;
    std::vector<std::size_t> shown;  // comparisons that have a column
  };
  presentation::Form* form() const { return workspace_.form(); }
  int scaled(int units) const;
  // form_view.cpp: the rows, their positions, and which one is the current one
  std::string labelOf(std::size_t field) const;
  int labelRoom() const;
  int labelStart() const { return scaled(21); }
  int labelSpace() const { return sizes_.label - labelStart() - FromDIP(6); }
  int unitRoom() const;
  Columns columns() const;
  int rowHeight() const { return rowHeight_; }
  int scrollUnit() const { return rowHeight_ / 2; }
  // Of a row, in pixels of the unscrolled form. The heading is above the first row.
  int top(std::size_t row) const { return tops_[std::min(row, tops_.size() - 1)]; }
  int height(std::size_t row) const { return top(row + 1) - top(row); }
  int halvesOf(std::size_t row) const;  // the row's height, in halves of an ordinary row
  std::optional<std::size_t> rowAt(const wxPoint& point) const;
  std::optional<presentation::FormRow> currentRow() const;
  void layOut();
  void layOutAround();
  void makeTall(std::optional<std::size_t> row);
  void select(std::optional<std::size_t> row, bool open);
  void bringIntoView();
  void bringEditorIntoView();
  // form_view_painting.cpp
  void paint(wxDC& dc);
  void paintHeader(wxDC& dc, int width);
  void paintRow(wxDC& dc, std::size_t row, int width);
  void paintField(wxDC& dc, std::size_t row, const wxRect& area, bool current);
  void paintKept(wxDC& dc, const presentation::FormRow& row, const wxRect& area);
  std::string rowTitle(const presentation::FormRow& row) const;
  // form_view_editing.cpp: the editor, keys and the mouse
  void bindEditing();
  void openEditor(std::size_t field);
  void positionEditor();
  void closeEditor();
  void moveToNextField(bool forward);  // to the next or previous field that can be filled in
  void moveToNextRow(bool forward);    // to the next or previous row of any kind
  bool opensInPassing(std::size_t row) const;
  void activate(std::size_t row);
  void showFormula();
  void sayWhyNotTyped(std::size_t field);
  void toggleNothing(std::size_t group);
  void showAmountInWords();
  bool onKey(wxKeyEvent& event);
  bool onGroupKey(std::size_t group, int key);
  void onChar(wxKeyEvent& event);
  void onMouse(wxMouseEvent& event);
  void onHover(wxMouseEvent& event);
  std::string typed() const;
  // form_view_pasting.cpp
  bool pasteCells();
  void pasteFields(const std::string& text);
  bool openAndPaste();

  static constexpr int tallRows = 4;  // the height of a row whose long text is being edited, in ordinary rows

  Workspace& workspace_;
  int rowHeight_ = 28;
  Columns sizes_;
  // The section and the font height for which labelRoom_ and labelWidths_ were measured.
  mutable std::optional<std::pair<SectionKey, int>> labelsOf_;
  mutable int labelRoom_ = 0;
  mutable std::vector<int> labelWidths_;  // of each field's label; -1 until it is measured
  TextFit texts_, smallTexts_;
  std::vector<presentation::FormRow> rows_;
  std::vector<int> tops_ = {0};  // the top of each row, and the end of the last one
  // What was painted last, by row, so that only the rows that an edit has changed are repainted.
  std::unordered_map<std::size_t, presentation::FieldLine> painted_;
  std::optional<std::size_t> current_, tall_;
  std::optional<std::size_t> field_;  // the field that is being edited
  wxTextCtrl* line_ = nullptr;
  wxTextCtrl* text_ = nullptr;
  wxTextCtrl* choice_ = nullptr;
  std::unique_ptr<ChoiceTyping> choices_;  // of choice_
  wxWindow* editor_ = nullptr;             // line_, text_ or choice_; nullptr while no field is edited
  ReasonTip* tip_ = nullptr;
  std::size_t hovered_ = static_cast<std::size_t>(-1);
  bool committing_ = false;
  // Where comeBack scrolled to. A new window gets its size bit by bit, so this is repeated until the user does
  // something.
  std::optional<int> comeBackScroll_;
};

}  // namespace cchc::shell
