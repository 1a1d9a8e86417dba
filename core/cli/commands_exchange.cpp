// submit, receive, accept, return: the round between a department and the office.
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/app/receive/inbox_watch.h"
#include "core/app/receive/review.h"
#include "core/app/send/return_request.h"
#include "core/app/send/submit.h"
#include "core/app/upkeep/backups.h"
#include "core/base/platform.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

int submit(Session& session, const SectionArguments& arguments, const std::string& file,
           const SigningOptions& signing) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  std::vector<Finding> blocking;
  std::optional<SigningKey> signer;
  if (signing.given()) {
    auto read = signingKey(signing);
    if (!read) return session.tell(read.error());
    signer = std::move(*read);
  }
  const auto outcome = submitSection(*suite, *key, file, blocking, signer ? &*signer : nullptr);
  if (!outcome) {
    for (const auto& finding : blocking) std::fprintf(stderr, "%s\n", findingLine(finding, session.language()).c_str());
    return session.tell(outcome.error());
  }
  for (const auto& finding : outcome->findings) {
    if (finding.severity == Severity::warning && finding.comment.empty())
      std::fprintf(stderr, "%s\n", findingLine(finding, session.language()).c_str());
  }
  if (session.options.json) {
    session.say(nlohmann::json{{"section", keyText(*key)},
                               {"revision", outcome->header.revision},
                               {"digest", outcome->header.contentDigest},
                               {"file", file},
                               {"unchanged", outcome->unchanged}}
                    .dump(1));
    return 0;
  }
  session.say(keyText(*key) + ": " + session.word("Đã gửi (lần ", "Submitted (rev. ") +
              std::to_string(outcome->header.revision) + ") → " + file +
              (outcome->unchanged
                   ? session.word(" (không đổi so với lần gửi trước)", " (unchanged since the last time)")
                   : ""));
  return 0;
}

const char* resultName(ReceiveResult result) {
  switch (result) {
    case ReceiveResult::stored:
      return "stored";
    case ReceiveResult::known:
      return "known";
    case ReceiveResult::rival:
      return "rival";
    case ReceiveResult::returned:
      return "returned";
    case ReceiveResult::receipt:
      return "receipt";
    case ReceiveResult::asked:
      return "return-asked";
    case ReceiveResult::kept:
      return "return-refused";
    case ReceiveResult::refused:
      break;
  }
  return "refused";
}

// Counts what is received and tells what a person must know.
class Reception {
 public:
  explicit Reception(Session& session) : session_(session) {}

  void take(const ReceivedFile& file) {
    if (file.note) session_.tell(*file.note);
    switch (file.result) {
      case ReceiveResult::stored:
        ++stored_;
        break;
      case ReceiveResult::known:
        ++known_;
        break;
      case ReceiveResult::returned:
        ++returned_;
        if (!session_.options.json)
          session_.say(
              keyText(file.header.key) + ": " +
              session_.word("Văn phòng trả lại, sửa rồi gửi lại", "returned by the office; mend it and submit again"));
        break;
      case ReceiveResult::asked:
        ++returned_;
        if (!session_.options.json)
          session_.say(keyText(file.header.key) + ": " +
                       session_.word("Đơn vị đề nghị trả lại; trả lại (return) hoặc không đồng ý (refuse-return)",
                                     "the department asks for it back; return it or refuse-return"));
        break;
      case ReceiveResult::kept:
        ++returned_;
        if (!session_.options.json)
          session_.say(keyText(file.header.key) + ": " +
                       session_.word("Văn phòng không trả lại", "the office does not return it"));
        break;
      case ReceiveResult::receipt:
        ++receipts_;
        if (!session_.options.json) {
          session_.say(keyText(file.header.key) + ": " +
                       session_.word("Văn phòng đã nhận lần gửi ", "the office has received revision ") +
                       std::to_string(file.header.revision));
        }
        break;
      case ReceiveResult::refused:
        ++(isForLater(*file.refusal) ? early_ : refused_), session_.tell(*file.refusal);
        break;
      case ReceiveResult::rival:
        ++rivals_;
        session_.tell(
            Error{"package.rival",
                  file.file.string(),
                  {{"section", keyText(file.header.key)}, {"revision", std::to_string(file.header.revision)}}});
        break;
    }
    if (!session_.options.json) return;
    all_.push_back({{"note", file.note ? messageLine(*file.note, session_.language()) : ""},
                    {"file", file.file.string()},
                    {"result", file.refusal && isForLater(*file.refusal) ? "waiting" : resultName(file.result)},
                    {"section", file.refusal ? "" : keyText(file.header.key)},
                    {"revision", file.header.revision},
                    {"errors", file.errors},
                    {"warnings", file.warnings},
                    {"refusal", file.refusal ? messageLine(*file.refusal, session_.language()) : ""}});
  }
  std::size_t count() const { return early_ + stored_ + known_ + refused_ + rivals_ + returned_ + receipts_; }

  int finish() const {
    if (session_.options.json)
      session_.say(all_.dump(1));
    else
      session_.say(std::string(session_.word("Đã nhận ", "Received ")) + std::to_string(stored_) +
                   session_.word(", đã có từ trước ", ", already there ") + std::to_string(known_) +
                   session_.word(", từ chối ", ", refused ") + std::to_string(refused_) +
                   (early_ == 0 ? ""
                                : session_.word(", chờ cập nhật chương trình ", ", waiting for an update ") +
                                      std::to_string(early_)) +
                   (rivals_ == 0 ? "" : session_.word(", chờ chọn ", ", to be chosen ") + std::to_string(rivals_)));
    return refused_ + rivals_ + early_ == 0 ? 0 : 1;
  }

 private:
  Session& session_;
  std::size_t early_ = 0, stored_ = 0, known_ = 0, refused_ = 0, rivals_ = 0, returned_ = 0, receipts_ = 0;
  nlohmann::json all_ = nlohmann::json::array();
};

int receive(Session& session, const std::vector<std::string>& paths, unsigned threads, const std::string& receipts,
            const SigningKey* key) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  session.tellTrustNotes();
  Reception reception(session);
  const std::vector<std::filesystem::path> files(paths.begin(), paths.end());
  Status written;
  const auto done = receiveFiles(*suite, files, threads, [&](const ReceivedFile& file) {
    reception.take(file);
    if (receipts.empty() || !written) return;
    written = writeReceiptFor(*suite, file, receipts, key);
  });
  if (!done) return session.tell(done.error());
  if (!written) return session.tell(written.error());
  return reception.finish();
}

// Looks into the folder every so many milliseconds. `once`: until nothing waits there any more but files that end in
// the middle, which the next run looks at again. A fault that may pass is told when it comes and when it is over; at
// the first look, and with `once`, it ends the command.
int watch(Session& session, const std::vector<std::string>& paths, unsigned threads, unsigned every, bool once,
          const SigningKey* key) {
  if (paths.size() != 1) return session.tell({"inbox.one-folder", "receive", {}, ErrorKind::usage});
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  InboxWatch inbox(paths.front(), key);
  Reception reception(session);
  DailyCopies copies;
  const auto note = [&](const char* vi, const char* en) { std::fprintf(stderr, "%s\n", session.word(vi, en)); };
  for (bool first = true;; std::this_thread::sleep_for(std::chrono::milliseconds(every))) {
    const auto seen = inbox.look(*suite, threads);
    if (seen.busy) continue;
    for (const auto& file : seen.files) reception.take(file);
    if (seen.trouble) {
      const auto status = session.tell(*seen.trouble);
      if (once || first || !mayPass(*seen.trouble)) return status;
      note("Vẫn canh thư mục; hết lỗi sẽ tự nhận tiếp", "still watching; goes on by itself when that has passed");
    }
    if (seen.passed) note("Đã hết lỗi, nhận tiếp", "that has passed; going on");
    if (once && !first && seen.growing == seen.unfinished) {
      if (seen.unfinished > 0)
        session.tell({"inbox.unfinished", paths.front(), {{"count", std::to_string(seen.unfinished)}}});
      return std::max(reception.finish(), seen.unfinished > 0 ? 1 : 0);
    }
    if (!once && !seen.files.empty()) reception.finish();
    if (const auto uncopied = copies.look(*suite)) session.tell(*uncopied);
    std::fflush(nullptr);
    first = false;
  }
}

int accept(Session& session, const SectionArguments& arguments, bool all) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  session.tellTrustNotes();
  if (all) {
    std::vector<Error> refused;
    const auto count = acceptAll(*suite, OrgUnitId(arguments.unit), PeriodId(arguments.period), &refused);
    for (const auto& error : refused) session.tell(error);
    if (!count) return session.tell(count.error());
    session.say(std::string(session.word("Đã chấp nhận ", "Accepted ")) + std::to_string(*count) +
                session.word(" phần", " sections"));
    return refused.empty() ? 0 : 1;
  }
  if (arguments.section.empty()) return session.tell({"section.or-all", "accept", {}, ErrorKind::usage});
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  if (const auto done = acceptSection(*suite, *key); !done) return session.tell(done.error());
  session.say(keyText(*key) + ": " + session.word("Đã chấp nhận", "accepted"));
  return 0;
}

int giveBack(Session& session, const SectionArguments& arguments, const std::string& reason,
             const std::vector<std::string>& at, const std::string& file, const SigningOptions& signing) {
  std::vector<Remark> remarks;
  for (const auto& text : at) {
    const auto equals = text.find('=');
    if (equals == std::string::npos)
      return session.tell({"remark.form", arguments.section, {{"given", text}}, ErrorKind::usage});
    remarks.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  if (signing.given() && file.empty())
    return session.tell({"return.file-and-key", arguments.section, {}, ErrorKind::usage});
  std::optional<SigningKey> signer;
  if (signing.given()) {
    auto read = signingKey(signing);
    if (!read) return session.tell(read.error());
    signer = std::move(*read);
  }
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  // Returned before, and the file could not be written then: it can be had again.
  const auto present = suite->store.section(*key);
  if (!present) return session.tell(present.error());
  const bool again =
      !file.empty() && *present && (*present)->state == SectionState::returned && (*present)->reason == reason;
  if (!again) {
    if (const auto done = returnSection(*suite, *key, reason, std::move(remarks)); !done)
      return session.tell(done.error());
  }
  if (!file.empty()) {
    if (const auto written = writeReturnFile(*suite, *key, file, signer ? &*signer : nullptr); !written)
      return session.tell(written.error());
  }
  session.say(keyText(*key) + ": " + session.word("Đã trả lại", "returned") + (file.empty() ? "" : " → " + file));
  return 0;
}

// The department asks for its submission back (`asking`), or the office does not give it.
int requestReturn(Session& session, const SectionArguments& arguments, const std::string& reason,
                  const std::string& file, bool asking) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  if (const auto done = asking ? askReturn(*suite, *key, reason, file) : refuseReturn(*suite, *key, reason, file);
      !done)
    return session.tell(done.error());
  session.say(keyText(*key) + ": " +
              (asking ? session.word("Đã đề nghị trả lại", "asked for its return")
                      : session.word("Không trả lại", "not returned")) +
              (file.empty() ? "" : " → " + file));
  return 0;
}

int issue(Session& session, const SectionArguments& arguments, const std::string& report,
          const SigningOptions& signing) {
  if (report.empty() == signing.given()) return session.tell({"issue.report-and-key", report, {}, ErrorKind::usage});
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  std::optional<SigningKey> key;
  if (signing.given()) {
    auto read = signingKey(signing);
    if (!read) return session.tell(read.error());
    key = std::move(*read);
  }
  session.tellTrustNotes();
  const auto count =
      issueReport(*suite, OrgUnitId(arguments.unit), PeriodId(arguments.period), {report, key ? &*key : nullptr});
  if (!count) return session.tell(count.error());
  session.say(std::string(session.word("Đã phát hành và khóa ", "Issued and locked ")) + std::to_string(*count) +
              session.word(" phần", " sections"));
  if (!report.empty()) session.say(report + ": " + session.word("đã ký", "signed"));
  return 0;
}

int reopen(Session& session, const SectionArguments& arguments, const std::string& reason) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  if (const auto done = reopenSection(*suite, *key, reason); !done) return session.tell(done.error());
  session.say(keyText(*key) + ": " + session.word("Đã mở lại", "reopened"));
  return 0;
}

}  // namespace

void addExchangeCommands(CLI::App& app, Session& session, Commands& commands) {
  struct Arguments : SectionArguments {
    std::string file, reason;
    std::vector<std::string> paths;
    unsigned threads = 0;
    unsigned every = 1000;
    bool all = false, watch = false, once = false;
    SigningOptions signing;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* submitCommand = app.add_subcommand("submit", "Gửi Văn phòng, thành một tệp · submit, as a package");
  addSectionArguments(*submitCommand, *arguments, true);
  submitCommand->add_option("-o,--output", arguments->file, "Tệp bản gửi, đuôi .cchc")->required();
  addSigningOptions(*submitCommand, arguments->signing, "--sign");
  commands.push_back({submitCommand, [&session, arguments] {
                        return submit(session, *arguments, arguments->file, arguments->signing);
                      }});

  auto* receiveCommand = app.add_subcommand("receive", "Nhận bản gửi từ tệp hoặc thư mục · take packages in");
  receiveCommand->add_option("paths", arguments->paths)->required();
  receiveCommand->add_option("--threads", arguments->threads, "Số luồng đọc (0: theo máy)");
  receiveCommand->add_flag("--watch", arguments->watch,
                           "Canh một thư mục; nhận xong chuyển vào archive/, từ chối vào refused/ · watch a folder");
  receiveCommand->add_flag("--once", arguments->once,
                           "Cùng --watch: dừng khi thư mục hết gói · stop when nothing waits any more");
  receiveCommand
      ->add_option("--every", arguments->every,
                   "Cùng --watch: số mili giây giữa hai lần xem · milliseconds between looks")
      ->check(CLI::Range(10, 3600000));
  receiveCommand->add_option("--receipts", arguments->file,
                             "Thư mục ghi biên nhận (với --watch: receipts/ trong thư mục) · folder for receipts");
  addSigningOptions(*receiveCommand, arguments->signing, "--sign");
  commands.push_back({receiveCommand, [&session, arguments] {
                        std::optional<SigningKey> key;
                        if (arguments->signing.given()) {
                          auto read = signingKey(arguments->signing);
                          if (!read) return session.tell(read.error());
                          key = std::move(*read);
                        }
                        const auto* signer = key ? &*key : nullptr;
                        if (arguments->watch)
                          return watch(session, arguments->paths, arguments->threads, arguments->every, arguments->once,
                                       signer);
                        return receive(session, arguments->paths, arguments->threads, arguments->file, signer);
                      }});

  auto* acceptCommand = app.add_subcommand("accept", "Chấp nhận · accept");
  addSectionArguments(*acceptCommand, *arguments, false);
  acceptCommand->add_flag("--all", arguments->all, "Mọi bản gửi của đơn vị và cấp dưới · all of the unit and below it");
  commands.push_back({acceptCommand, [&session, arguments] { return accept(session, *arguments, arguments->all); }});

  auto* returnCommand = app.add_subcommand("return", "Trả lại, có lý do · return, with the reason");
  addSectionArguments(*returnCommand, *arguments, true);
  returnCommand->add_option("--reason", arguments->reason)->required();
  returnCommand->add_option("--at", arguments->paths,
                            "Nhận xét tại một trường: CHỖ=NỘI DUNG, lặp lại được · what to mend where: PLACE=TEXT");
  returnCommand->add_option(
      "-o,--output", arguments->file,
      "Tệp trả lại, gửi cho đơn vị nhận bằng lệnh receive · a file for the department to receive");
  addSigningOptions(*returnCommand, arguments->signing, "--sign");
  commands.push_back({returnCommand, [&session, arguments] {
                        return giveBack(session, *arguments, arguments->reason, arguments->paths, arguments->file,
                                        arguments->signing);
                      }});

  auto* askCommand = app.add_subcommand(
      "ask-return", "Đơn vị đề nghị trả lại bản đã gửi, có lý do · the department asks for its submission back");
  addSectionArguments(*askCommand, *arguments, true);
  askCommand->add_option("--reason", arguments->reason)->required();
  askCommand->add_option("-o,--output", arguments->file,
                         "Tệp đề nghị, gửi cho Văn phòng nhận bằng lệnh receive · a file for the office to receive");
  commands.push_back({askCommand, [&session, arguments] {
                        return requestReturn(session, *arguments, arguments->reason, arguments->file, true);
                      }});

  auto* refuseCommand = app.add_subcommand(
      "refuse-return", "Văn phòng không trả lại bản đã gửi, có lý do · the office does not return what is asked for");
  addSectionArguments(*refuseCommand, *arguments, true);
  refuseCommand->add_option("--reason", arguments->reason)->required();
  refuseCommand->add_option(
      "-o,--output", arguments->file,
      "Tệp trả lời, gửi cho đơn vị nhận bằng lệnh receive · a file for the department to receive");
  commands.push_back({refuseCommand, [&session, arguments] {
                        return requestReturn(session, *arguments, arguments->reason, arguments->file, false);
                      }});

  auto* issueCommand = app.add_subcommand(
      "issue", "Phát hành và khóa: mọi phần đã vào báo cáo · issue the report and lock its sections");
  issueCommand->add_option("--unit,-u", arguments->unit, "Mã đơn vị")->required();
  issueCommand->add_option("--period,-p", arguments->period, "Mã kỳ báo cáo")->required();
  issueCommand->add_option("--report", arguments->file, "report.xml để ký số khi phát hành · the report to sign");
  addSigningOptions(*issueCommand, arguments->signing, "--sign");
  commands.push_back({issueCommand, [&session, arguments] {
                        return issue(session, *arguments, arguments->file, arguments->signing);
                      }});

  auto* reopenCommand = app.add_subcommand(
      "reopen", "Mở lại một phần đã phát hành, có lý do · reopen an issued section, with the reason");
  addSectionArguments(*reopenCommand, *arguments, true);
  reopenCommand->add_option("--reason", arguments->reason)->required();
  commands.push_back({reopenCommand, [&session, arguments] { return reopen(session, *arguments, arguments->reason); }});
}

}  // namespace cchc::cli
