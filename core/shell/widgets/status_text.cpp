#include "core/shell/widgets/status_text.h"

#include <algorithm>

#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

void showStatusText(wxStaticText& line, const std::string& text, bool wrong) {
  auto& dialog = *line.GetParent();
  line.SetForegroundColour(wrong ? colours::of(Severity::error) : wxNullColour);
  line.SetLabelText(wx(text));
  line.Wrap(std::max(dialog.FromDIP(300), dialog.GetClientSize().GetWidth() - dialog.FromDIP(28)));
  dialog.Layout();
}

}  // namespace cchc::shell
