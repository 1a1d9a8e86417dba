// Commands on files: import into the open section, its workbook and its values, attached files, and files that are
// dropped on the window or named on the command line.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/app/section/edits.h"
#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/view_switcher.h"

namespace cchc::shell {

class FileCommands {
 public:
  FileCommands(const FrameContext& context, ViewSwitcher& views) : context_(context), views_(views) {}

  // Imports a file into the open section. Without one, a dialogue asks for it.
  void importFile(std::filesystem::path file = {});
  // A single sheet is imported into the open section; anything else is received on the board.
  void open(const std::vector<std::string>& files);
  // Shows what is attached to a field or cell of the open section.
  void openAttachment(const Place& place);
  // Asks for a file and writes a workbook there, in which the open section can be filled in without the suite.
  void saveWorkbook();
  // Asks for a file and writes the values of the open section there, as XML.
  void exportValues();

 private:
  void applyImported(const EditStep& step, const std::filesystem::path& file);

  const FrameContext& context_;
  ViewSwitcher& views_;
};

}  // namespace cchc::shell
