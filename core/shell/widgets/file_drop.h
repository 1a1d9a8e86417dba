// Receives the files that are dropped on a window.
#pragma once
#include <wx/dnd.h>
#include <wx/window.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {

class FileDrop final : public wxFileDropTarget {
 public:
  FileDrop(wxWindow& window, std::function<void(const std::vector<std::string>&)> receive)
      : window_(window), receive_(std::move(receive)) {}

  // `receive` is called after the drop, since the other program waits until then.
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
    std::vector<std::string> files;
    for (const auto& name : names) files.push_back(utf8(name));
    window_.CallAfter([receive = receive_, files] { receive(files); });
    return true;
  }

 private:
  wxWindow& window_;
  std::function<void(const std::vector<std::string>&)> receive_;
};

}  // namespace cchc::shell
