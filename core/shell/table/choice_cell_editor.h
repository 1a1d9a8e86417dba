// The editor of a cell that takes one of a list of choices.
#pragma once
#include <wx/grid.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/shell/table/choice_list.h"

namespace cchc::shell {

class ChoiceCellEditor final : public wxGridCellTextEditor {
 public:
  // `listName` is the name of the list for assistive technology.
  ChoiceCellEditor(std::vector<std::string> labels, std::string listName)
      : labels_(std::move(labels)), listName_(std::move(listName)) {}

  // Called after a click on a choice, which is in the field by then.
  std::function<void()> picked;

  void takeMarked();
  ChoiceList* list() const { return typing_ == nullptr ? nullptr : typing_->list(); }

  void Create(wxWindow* parent, wxWindowID id, wxEvtHandler* handler) override;
  void SetSize(const wxRect& cell) override;
  void Show(bool show, wxGridCellAttr* attribute) override;
  void BeginEdit(int row, int column, wxGrid* grid) override;
  void Reset() override;
  wxGridCellEditor* Clone() const override { return new ChoiceCellEditor(labels_, listName_); }

 private:
  ~ChoiceCellEditor() override = default;

  std::vector<std::string> labels_;
  std::string listName_;
  std::unique_ptr<ChoiceTyping> typing_;
};

}  // namespace cchc::shell
