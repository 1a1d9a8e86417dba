// The outcome of receiving one file.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/submission.h"

namespace cchc {

enum class ReceiveResult : unsigned char {
  stored,         // a package: its submission is now in the store
  known,          // it was received before; nothing has changed
  rival,          // a package: see SubmissionState::rival
  refused,        // nothing has changed, and the file stays where it is
  waiting,        // a package that came too early (early_packages.h) and is kept
  returned,       // a return from the office: its section can now be corrected
  receipt,        // the office's receipt of what was sent
  returnAsked,    // a department asks for its submission back
  returnRefused,  // the office refuses to return it
  passedOver      // no file: what else is in the folder or ZIP `file`, which by its names is no package; see `note`
};
std::string_view receiveResultName(ReceiveResult result);  // "return-asked", as in receipts and the JSON output

struct ReceivedFile {
  std::filesystem::path file;
  ReceiveResult result = ReceiveResult::refused;
  // Unless refused; of notices and receipts only key and revision. Also of an early package, if it can be read.
  SubmissionHeader header;
  int errors = 0, warnings = 0;  // of a package: from its own rules and the checks of its plugin
  std::optional<Error> refusal;  // set if and only if it was refused or waits
  std::string unpacked;  // bytes of a refused file from a zip, which exist nowhere else; `file` is then ZIP/NAME
  // Something that a person should know about it: return.unsigned, package.after-issue, package.now-signed,
  // receipt.waiting; for a package that waits, package.kept-waiting; what was passed over, package.passed-over.
  std::optional<Error> note;
};

// What was passed over in a folder or ZIP: names that are not those of packages, of which there is one.
ReceivedFile passedOverIn(std::filesystem::path file, const std::vector<std::filesystem::path>& names);

}  // namespace cchc
