// The form of a section: painted rows, and one native editor that moves to the field that is being filled in.
#pragma once
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>

#include "core/shell/frame/workspace.h"
#include "core/shell/section/reason_tip.h"
#include "core/shell/widgets/text_fit.h"

namespace cchc::shell {

class FormView final : public wxScrolledCanvas {
 public:
  FormView(wxWindow* parent, Workspace& workspace);

  std::function<void(std::size_t table, const std::string& row, const std::string& column)> openTable;
  std::function<void(const Place&)> openAttachment;
  std::function<void(const Error&)> tellError;
  std::function<void(const std::string&)> tellNote;  // what the status bar says of the field in focus

  void sectionChanged();  // another section, or none
  void sectionEdited();   // values, findings or rows changed
  void goTo(const std::string& place);
  void goToNextProblem();
  // Saves what stands in the editor. False when it cannot be taken: the editor stays, with the reason beside it.
  bool commit();
  std::optional<std::size_t> current() const { return current_; }
  wxWindow* editor() const { return editor_; }
  // What is told beside the current row: why its text cannot be taken, or how it is worked out.
  std::string told() const { return tip_->text(); }
  // Which comparisons have a column now: 0 previous period, 1 same period last year, 2 target.
  const std::vector<std::size_t>& comparisonColumns() const { return sizes_.shown; }
  wxRect areaOf(std::size_t row) const;  // on the window

 private:
  struct Columns {
    int label = 0, value = 0, unit = 0, compare = 0;
    std::vector<std::size_t> shown;  // comparisons that have a column
  };
  presentation::Form* form() const { return workspace_.form(); }
  int scaled(int units) const;
  // form_view.cpp: rows, where they lie, which is the current one
  std::string labelOf(std::size_t field) const;
  int labelRoom() const;
  int labelStart() const { return scaled(21); }
  int labelSpace() const { return sizes_.label - labelStart() - FromDIP(6); }
  int unitRoom() const;
  Columns columns() const;
  int rowHeight() const { return rowHeight_; }
  int scrollUnit() const { return rowHeight_ / 2; }
  int top(std::size_t row) const {
    return tops_[std::min(row, tops_.size() - 1)];
  }  // of a row, on the whole form: the heading is above the first
  int height(std::size_t row) const { return top(row + 1) - top(row); }
  int halvesOf(std::size_t row) const;  // how many halves of a row's height it takes
  std::optional<std::size_t> rowAt(const wxPoint& point) const;
  std::optional<presentation::FormRow> currentRow() const;
  void layOut();
  void layOutAround();
  void makeTall(std::optional<std::size_t> row);
  void select(std::optional<std::size_t> row, bool open);
  void bringIntoView();
  // form_painting.cpp
  void paint(wxDC& dc);
  void paintHeader(wxDC& dc, int width);
  void paintRow(wxDC& dc, std::size_t row, int width);
  void paintField(wxDC& dc, std::size_t row, const wxRect& area, bool current);
  // form_editing.cpp: the editor, keys and the mouse
  void bindEditing();
  void openEditor(std::size_t field);
  void placeEditor();
  void closeEditor();
  void move(bool forward);  // to the next figure to fill in
  void walk(bool forward);  // to the next row, whatever it is
  void activate(std::size_t row);
  void explain();
  void toggleNothing(std::size_t group);
  void readAloud();
  bool onKey(wxKeyEvent& event);
  bool onGroupKey(std::size_t group, int key);
  void onChar(wxKeyEvent& event);
  void onMouse(wxMouseEvent& event);
  void onHover(wxMouseEvent& event);
  std::string typed() const;

  static constexpr int tallRows = 4;  // of the row whose long text is being edited

  Workspace& workspace_;
  // As the window has it now, and what was painted: an edit paints again only the rows that it changed.
  int rowHeight_ = 28;
  Columns sizes_;
  mutable std::optional<std::pair<SectionKey, int>> labelsOf_;  // what labelRoom_ was measured for: section and font
  mutable int labelRoom_ = 0;
  mutable std::vector<int> labelWidths_;  // of each field's, -1 until it is measured
  TextFit texts_, smallTexts_;
  std::vector<presentation::FormRow> rows_;
  std::vector<int> tops_ = {0};  // of each row, and where the next would begin
  std::unordered_map<std::size_t, presentation::FieldLine> painted_;
  std::optional<std::size_t> current_, tall_;
  std::optional<std::size_t> field_;  // that the editor stands at
  wxTextCtrl* line_ = nullptr;
  wxTextCtrl* text_ = nullptr;
  wxChoice* choice_ = nullptr;
  wxWindow* editor_ = nullptr;  // one of the three, or none
  ReasonTip* tip_ = nullptr;
  std::size_t hovered_ = static_cast<std::size_t>(-1);
  bool committing_ = false;
};

}  // namespace cchc::shell
