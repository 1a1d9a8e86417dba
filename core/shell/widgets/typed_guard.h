// What somebody has typed into a dialog is not lost by one key.
#pragma once
#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/textctrl.h>

#include <functional>
#include <utility>

#include "core/presentation/window/words.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

inline bool holdsTypedText(const wxWindow& window) {
  for (const auto* child : window.GetChildren()) {
    const auto* text = dynamic_cast<const wxTextCtrl*>(child);
    if (text != nullptr ? text->IsModified() : holdsTypedText(*child)) return true;
  }
  return false;
}

// Esc and the cross of the window ask before they give up what was typed, or what `more` knows of. The dialog's own
// button does not ask, since it says what it does.
inline void askBeforeLosing(wxDialog& dialog, presentation::Words words, std::function<bool()> more = {}) {
  const auto mayClose = [&dialog, words, more = std::move(more)] {
    if (!holdsTypedText(dialog) && !(more && more())) return true;
    wxMessageDialog question(&dialog, wx(words("common.lose-typed")), dialog.GetTitle(),
                             wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    question.SetYesNoLabels(wx(words("common.lose-typed.yes")), wx(words("common.lose-typed.no")));
    return question.ShowModal() == wxID_YES;
  };
  dialog.Bind(wxEVT_CHAR_HOOK, [mayClose](wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_ESCAPE || mayClose()) event.Skip();
  });
  dialog.Bind(wxEVT_CLOSE_WINDOW, [mayClose](wxCloseEvent& event) {
    if (event.CanVeto() && !mayClose()) return event.Veto();
    event.Skip();
  });
}

}  // namespace cchc::shell
