// Commands for files: importing into the open section, writing its workbook and its values, attachments, and files that
// are dropped on the window or named on the command line.
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

  // Imports a file into the open section. If `file` is empty, a dialog asks for one.
  void importFile(std::filesystem::path file = {});
  // A single sheet is imported into the open section; anything else is received on the board.
  void open(const std::vector<std::string>& files);
  // Shows the attachment of a field or cell of the open section.
  void openAttachment(const Place& place);
  // Asks for a file and writes a workbook there, for filling in the open section without the suite.
  void saveWorkbook();
  // Asks for a file and writes the values of the open section there, as XML.
  void exportValues();

 private:
  void applyImported(const EditStep& step, const std::filesystem::path& file);

  const FrameContext& context_;
  ViewSwitcher& views_;
};

}  // namespace cchc::shell
