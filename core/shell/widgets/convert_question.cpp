#include "core/shell/widgets/convert_question.h"

#include <wx/msgdlg.h>

#include "core/base/texts.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

bool mayConvert(wxDialog& dialog, presentation::Words words, const Error& problem, OldTexts tried) {
  if (problem.code != "values.old-encoding" || tried == OldTexts::convert) return false;
  wxMessageDialog question(
      &dialog, wx(message(problem, words.language).what + ". " + words("import-dialog.convert-text.question")),
      dialog.GetTitle(), wxYES_NO | wxICON_QUESTION);
  return question.ShowModal() == wxID_YES;
}

}  // namespace cchc::shell
