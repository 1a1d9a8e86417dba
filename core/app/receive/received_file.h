// What became of one file that was received.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/model/submission.h"

namespace cchc {

enum class ReceiveResult : unsigned char {
  stored,         // a package: its submission is in the store now
  known,          // it was received before; nothing has changed
  rival,          // a package: see SubmissionState::rival
  refused,        // nothing has changed, and the file stays where it is
  returned,       // a return of the office: its section can be corrected now
  receipt,        // the office's receipt of what was sent
  returnAsked,    // a department asks for its submission back
  returnRefused,  // the office refuses to return it
};

struct ReceivedFile {
  std::filesystem::path file;
  ReceiveResult result = ReceiveResult::refused;
  SubmissionHeader header;       // unless refused; of notices and receipts only key and revision
  int errors = 0, warnings = 0;  // of a package: found by its own rules and the checks of its plugin
  std::optional<Error> refusal;  // set if and only if it was refused
  std::string unpacked;  // bytes of a refused file out of a zip, which exist nowhere else; `file` is then ZIP/NAME
  // What a person should know of it: return.unsigned, package.after-issue, package.now-signed; of a refused file
  // package.kept-waiting.
  std::optional<Error> note;
};

}  // namespace cchc
