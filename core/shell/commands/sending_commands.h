// Commands for sending to the office: submit, print, sign, verify, and ask for a section to be returned.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/view_switcher.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

class SendingCommands {
 public:
  // `storeChanged` is called after the state of a section has changed; `submitAsOffice` instead of submitting, if the
  // office enters into the open section (office/office_entry_band.h).
  SendingCommands(const FrameContext& context, ViewSwitcher& views, std::function<void()> storeChanged,
                  std::function<void()> submitAsOffice);

  void submit();
  void printSheet();
  // Signs a package that another person made. Without a file, a dialog asks for one.
  void signPackage();
  void signPackageFile(const std::filesystem::path& file);
  // Asks for packages and reports, and shows who signed them.
  void verifyFiles();
  // Takes the last submission of the open section back, after confirmation.
  void withdraw();
  // Asks for the reason and, without a shared store, for the file of the request.
  void askForReturn();
  // Records the request in a shared store (`file` is empty), or writes it to a file that is sent to the office like the
  // package. A section must be open.
  void requestReturn(const std::string& reason, const SaveFile& target);

 private:
  void showWithFolderButton(const std::string& text, const std::filesystem::path& file);

  const FrameContext& context_;
  ViewSwitcher& views_;
  std::function<void()> storeChanged_, submitAsOffice_;
};

}  // namespace cchc::shell
