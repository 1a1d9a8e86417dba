// A text field that takes one of a list of choices. What is typed narrows the list below the field, with case and
// diacritics ignored; the field itself always shows what would be saved.
#pragma once
#include <wx/textctrl.h>
#include <wx/vlbox.h>
#include <wx/weakref.h>

#include <functional>
#include <string>
#include <vector>

namespace cchc::shell {

// The list below the field. It takes no keyboard focus, so that clicking on it does not close the editor.
class ChoiceList final : public wxVListBox {
 public:
  ChoiceList(wxWindow* parent, const std::string& name);
  bool AcceptsFocus() const override { return false; }
  std::function<void(int)> clicked;  // with the line under the pointer

  void show(std::vector<wxString> lines, int selected, const wxRect& field);
  const std::vector<wxString>& lines() const { return lines_; }

 private:
  void OnDrawItem(wxDC& dc, const wxRect& rectangle, std::size_t line) const override;
  wxCoord OnMeasureItem(std::size_t line) const override;

  std::vector<wxString> lines_;
};

// Connects a field and its list.
class ChoiceTyping {
 public:
  // The list is shown in `parent`, which the field is in too. `listName` is its name for assistive technology.
  ChoiceTyping(wxWindow* parent, wxTextCtrl& field, const std::string& listName);
  ~ChoiceTyping();
  ChoiceTyping(const ChoiceTyping&) = delete;
  ChoiceTyping& operator=(const ChoiceTyping&) = delete;

  // Called after a click on a choice, which is in the field by then.
  std::function<void()> picked;

  void offer(const std::vector<std::string>& labels);
  // Runs what fills the field without anybody having typed.
  void fill(const std::function<void()>& filling);
  void place(const wxRect& field);  // where the field is, in pixels of `parent`
  void showAll();
  void hide();
  // Puts the choice that is marked in the list into the field, if something was typed and one is marked. Without one
  // the field keeps what was typed, which is then refused.
  void takeMarked();
  // The arrows put the choice that they reach into the field; what was typed is replaced by it. False for other keys.
  bool moveMark(int key);
  ChoiceList* list() const { return list_; }

 private:
  void narrow();
  void put(int line);

  wxTextCtrl& field_;
  wxWeakRef<ChoiceList> list_;  // its parent may have destroyed it before
  std::vector<wxString> labels_;
  wxRect place_;
  bool typed_ = false;    // what the field shows was typed, and not taken from the list
  bool filling_ = false;  // the field is not being typed into
};

}  // namespace cchc::shell
