// The form of a section: painted rows, and one native editor that moves to the field that is being filled in.
#pragma once
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>

#include "core/shell/text_fit.h"
#include "core/shell/workspace.h"

namespace cchc::shell {

class FormView final : public wxScrolledCanvas {
 public:
  FormView(wxWindow* parent, Workspace& workspace);

  std::function<void(std::size_t table, const std::string& row, const std::string& column)> openTable;
  std::function<void(const Place&)> openAttachment;
  std::function<void(const Error&)> tellError;
  std::function<void(const std::string&)> tellNote;  // what the status bar says of the field in focus

  void sectionChanged();     // another section, or none
  void sectionEdited();      // values, findings or rows changed
  void goTo(const std::string& place);
  void goToNextProblem();
  // Saves what stands in the editor. False when it cannot be taken: the editor stays, with the reason beside it.
  bool commit();
  std::optional<std::size_t> current() const { return current_; }
  wxWindow* editor() const { return editor_; }

 private:
  struct Columns {
    int label = 0, value = 0, unit = 0, compare = 0;
    int count = 0;  // of comparison columns shown
  };
  presentation::Form* form() const { return workspace_.form(); }
  Columns columns() const;
  wxRect areaOf(std::size_t row) const;  // on the window
  int scaled(int units) const;
  int rowHeight() const { return rowHeight_; }
  int top(std::size_t row) const { return static_cast<int>(row) * rowHeight(); }
  std::optional<std::size_t> rowAt(const wxPoint& point) const;
  void layOut();
  void paint(wxDC& dc);
  void paintHeader(wxDC& dc, int width);
  void paintRow(wxDC& dc, std::size_t row, int width);
  void paintField(wxDC& dc, std::size_t row, const wxRect& area, bool current);
  void select(std::optional<std::size_t> row, bool open);
  void openEditor(std::size_t field);
  void placeEditor();
  void bringIntoView();
  void closeEditor();
  void move(bool forward);
  void activate(std::size_t row);
  bool onKey(wxKeyEvent& event);
  void onChar(wxKeyEvent& event);
  void onMouse(wxMouseEvent& event);
  void onHover(wxMouseEvent& event);
  std::string typed() const;
  bool editorFits(std::size_t field) const;

  Workspace& workspace_;
  // As the window has it now, and what was painted: an edit paints again only the rows that it changed.
  int rowHeight_ = 28;
  Columns sizes_;
  TextFit texts_;
  std::vector<presentation::FormRow> rows_;
  std::unordered_map<std::size_t, presentation::FieldLine> painted_;
  std::optional<std::size_t> current_;
  std::optional<std::size_t> field_;     // that the editor stands at
  wxTextCtrl* line_ = nullptr;
  wxTextCtrl* text_ = nullptr;
  wxChoice* choice_ = nullptr;
  wxWindow* editor_ = nullptr;           // one of the three, or none
  std::string refused_;                  // why what stands in the editor cannot be taken
  std::size_t hovered_ = static_cast<std::size_t>(-1);
  bool committing_ = false;
};

}  // namespace cchc::shell
