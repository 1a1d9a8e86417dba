// Taking packages in.
#pragma once
#include <functional>

#include "core/app/check/checks.h"
#include "core/app/section/section_content.h"

namespace cchc {

// rival: see SubmissionState. returned: the file is a return, and its section can be mended now. receipt: it is the
// office's receipt of what was sent. asked: a department asks for its submission back. kept: the office does not give
// it back.
enum class ReceiveResult : unsigned char { stored, known, rival, refused, returned, receipt, asked, kept };
struct ReceivedFile {
  std::filesystem::path file;
  ReceiveResult result = ReceiveResult::refused;
  SubmissionHeader header;       // unless refused
  int errors = 0, warnings = 0;  // of its own rules and its plugin's checks
  std::optional<Error> refusal;
  std::string unpacked;  // of a refused file out of a zip (`file` is then ZIP/NAME): its bytes, which lie nowhere else
  std::optional<Error> note;  // taken in, and what a person should know of it: return.unsigned, package.after-issue,
                              // package.now-signed; of one refused, package.kept-waiting
};
// Nothing is wrong with what was refused so: it was made by a newer program, or by a newer version of a form, and can
// be taken in after an update.
bool isForLater(const Error& refusal);

// Packages that came too early (isForLater): STORE.waiting beside a file, waiting/ in the user's data folder for a
// shared store.
std::filesystem::path waitingFolder(const std::string& store);

// Files, and the packages in folders and in the folders inside them (package_files.h), in order of name. Each is
// parsed, checked against its definition and assignment and stored; at most 256 in one transaction. `tell` is called
// for each file, after its commit, in order. Parsing and checking run on `threads` threads (0: as many as the machine
// has); the store is written by one. A refused file changes nothing and stays where it is. One that came too early is
// copied into waitingFolder too and tried again, first of all, whenever anything is received: told only when it has
// been taken in, or is refused after all. `keepEarly` false: neither, since whoever asks keeps such files himself. An
// error means that the store failed: what was told before it is stored.
Status receiveFiles(Suite& suite, const std::vector<std::filesystem::path>& paths, unsigned threads,
                    const std::function<void(const ReceivedFile&)>& tell, bool keepEarly = true);

}  // namespace cchc
