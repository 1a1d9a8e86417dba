#include "core/shell/widgets/search_box.h"

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/icons.h"
#include "core/shell/widgets/toolkit.h"

namespace cchc::shell {

wxTextCtrl* makeSearchBox(wxWindow* parent, const std::string& hint, const std::string& name, const wxSize& size) {
  auto* box = new wxTextCtrl(parent, wxID_ANY, "", wxDefaultPosition, size, wxTE_PROCESS_ENTER);
  box->SetHint(wx(hint));
  setAccessibleName(*box, name);
  showInField(*box, FieldEnd::begin, icon(Icon::search).GetBitmap(wxSize(16, 16)));
  onFieldEnd(*box, [box] { box->Clear(); });
  box->Bind(wxEVT_TEXT, [box](wxCommandEvent& event) {
    event.Skip();
    showInField(*box, FieldEnd::end, box->IsEmpty() ? wxBitmap() : icon(Icon::clear).GetBitmap(wxSize(16, 16)));
  });
  box->Bind(wxEVT_CHAR_HOOK, [box](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE && !box->IsEmpty())
      box->Clear();
    else
      event.Skip();
  });
  return box;
}

void emptySearchBox(wxTextCtrl& box) {
  box.ChangeValue("");
  showInField(box, FieldEnd::end, {});
}

}  // namespace cchc::shell
