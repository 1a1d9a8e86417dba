// Files dropped on a window.
#pragma once
#include <wx/dnd.h>
#include <wx/window.h>

#include <functional>
#include <string>
#include <vector>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {

class FileDrop final : public wxFileDropTarget {
 public:
  FileDrop(wxWindow& window, std::function<void(const std::vector<std::string>&)> take)
      : window_(window), take_(std::move(take)) {}

  // After the drop is over: whoever dropped waits for an answer until then.
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
    std::vector<std::string> files;
    for (const auto& name : names) files.push_back(utf8(name));
    window_.CallAfter([take = take_, files] { take(files); });
    return true;
  }

 private:
  wxWindow& window_;
  std::function<void(const std::vector<std::string>&)> take_;
};

}  // namespace cchc::shell
