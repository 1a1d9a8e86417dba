// The editor of a cell that takes one of a list of choices. What is typed narrows the list, with case and diacritics
// ignored; the field itself always shows what would be saved.
#pragma once
#include <wx/grid.h>
#include <wx/vlbox.h>
#include <wx/weakref.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace cchc::shell {

// The list below the cell. It takes no keyboard focus, so that clicking on it does not close the editor.
class ChoiceList final : public wxVListBox {
 public:
  ChoiceList(wxWindow* parent, const std::string& name);
  bool AcceptsFocus() const override { return false; }
  std::function<void(int)> clicked;  // with the line under the pointer

  void show(std::vector<wxString> lines, int selected, const wxRect& cell);
  const std::vector<wxString>& lines() const { return lines_; }

 private:
  void OnDrawItem(wxDC& dc, const wxRect& rectangle, std::size_t line) const override;
  wxCoord OnMeasureItem(std::size_t line) const override;

  std::vector<wxString> lines_;
};

class ChoiceCellEditor final : public wxGridCellTextEditor {
 public:
  // `listName` is the name of the list for assistive technology.
  ChoiceCellEditor(std::vector<std::string> labels, std::string listName)
      : labels_(std::move(labels)), listName_(std::move(listName)) {}

  // Called after a click on a choice, which is in the field by then.
  std::function<void()> picked;

  // Puts the choice that is marked in the list into the field, if something was typed and one is marked. Without one
  // the field keeps what was typed, which the cell then refuses.
  void takeMarked();
  ChoiceList* list() const { return list_; }

  void Create(wxWindow* parent, wxWindowID id, wxEvtHandler* handler) override;
  void SetSize(const wxRect& cell) override;
  void Show(bool show, wxGridCellAttr* attribute) override;
  void BeginEdit(int row, int column, wxGrid* grid) override;
  void Reset() override;
  wxGridCellEditor* Clone() const override { return new ChoiceCellEditor(labels_, listName_); }

 private:
  ~ChoiceCellEditor() override;
  void showAll();
  void narrow();
  bool moveMark(int key);
  void put(int line);

  std::vector<std::string> labels_;
  std::string listName_;
  wxWeakRef<ChoiceList> list_;  // the grid may have destroyed it before the editor is released
  wxRect cell_;
  bool typed_ = false;    // what the field shows was typed, and not taken from the list
  bool filling_ = false;  // the field is being filled by this class
};

}  // namespace cchc::shell
