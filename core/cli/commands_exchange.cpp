// submit, receive, accept, return: the round between a department and the office.
#include <nlohmann/json.hpp>

#include "core/app/receive.h"
#include "core/app/review.h"
#include "core/app/submit.h"
#include "core/cli/session.h"

namespace cchc::cli {
namespace {

int submit(Session& session, const SectionArguments& arguments, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  std::vector<Finding> blocking;
  const auto outcome = submitSection(*suite, *key, file, blocking);
  if (!outcome) {
    for (const auto& finding : blocking) std::fprintf(stderr, "%s\n", findingLine(finding, session.language()).c_str());
    return session.tell(outcome.error());
  }
  for (const auto& finding : outcome->findings) {
    if (finding.severity == Severity::warning && finding.comment.empty()) std::fprintf(stderr, "%s\n", findingLine(finding, session.language()).c_str());
  }
  if (session.options.json) {
    session.say(nlohmann::json{{"section", keyText(*key)}, {"revision", outcome->header.revision}, {"digest", outcome->header.contentDigest},
                               {"file", file}, {"unchanged", outcome->unchanged}}.dump(1));
    return 0;
  }
  session.say(keyText(*key) + ": " + session.word("Đã gửi (lần ", "Submitted (rev. ") + std::to_string(outcome->header.revision) + ") → " + file +
              (outcome->unchanged ? session.word(" (không đổi so với lần gửi trước)", " (unchanged since the last time)") : ""));
  return 0;
}

const char* resultName(ReceiveResult result) {
  switch (result) {
    case ReceiveResult::stored: return "stored";
    case ReceiveResult::known: return "known";
    case ReceiveResult::rival: return "rival";
    case ReceiveResult::refused: break;
  }
  return "refused";
}

int receive(Session& session, const std::vector<std::string>& paths, unsigned threads) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  std::size_t stored = 0, known = 0, refused = 0, rivals = 0;
  auto all = nlohmann::json::array();
  const std::vector<std::filesystem::path> files(paths.begin(), paths.end());
  const auto done = receiveFiles(*suite, files, threads, [&](const ReceivedFile& file) {
    switch (file.result) {
      case ReceiveResult::stored: ++stored; break;
      case ReceiveResult::known: ++known; break;
      case ReceiveResult::refused: ++refused, session.tell(*file.refusal); break;
      case ReceiveResult::rival:
        ++rivals;
        session.tell(Error{"package.rival", file.file.string(), {{"section", keyText(file.header.key)}, {"revision", std::to_string(file.header.revision)}}});
        break;
    }
    if (!session.options.json) return;
    all.push_back({{"file", file.file.string()}, {"result", resultName(file.result)},
                   {"section", file.refusal ? "" : keyText(file.header.key)}, {"revision", file.header.revision}, {"errors", file.errors}, {"warnings", file.warnings},
                   {"refusal", file.refusal ? messageLine(*file.refusal, session.language()) : ""}});
  });
  if (!done) return session.tell(done.error());
  if (session.options.json) session.say(all.dump(1));
  else session.say(std::string(session.word("Đã nhận ", "Received ")) + std::to_string(stored) + session.word(", đã có từ trước ", ", already there ") +
                   std::to_string(known) + session.word(", từ chối ", ", refused ") + std::to_string(refused) +
                   (rivals == 0 ? "" : session.word(", chờ chọn ", ", to be chosen ") + std::to_string(rivals)));
  return refused + rivals == 0 ? 0 : 1;
}

int accept(Session& session, const SectionArguments& arguments, bool all) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  if (all) {
    const auto count = acceptAll(*suite, OrgUnitId(arguments.unit), PeriodId(arguments.period));
    if (!count) return session.tell(count.error());
    session.say(std::string(session.word("Đã chấp nhận ", "Accepted ")) + std::to_string(*count) + session.word(" phần", " sections"));
    return 0;
  }
  if (arguments.section.empty()) return session.tell({"section.or-all", "accept", {}, ErrorKind::usage});
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  if (const auto done = acceptSection(*suite, *key); !done) return session.tell(done.error());
  session.say(keyText(*key) + ": " + session.word("Đã chấp nhận", "accepted"));
  return 0;
}

int giveBack(Session& session, const SectionArguments& arguments, const std::string& reason) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  if (const auto done = returnSection(*suite, *key, reason); !done) return session.tell(done.error());
  session.say(keyText(*key) + ": " + session.word("Đã trả lại", "returned"));
  return 0;
}

}  // namespace

void addExchangeCommands(CLI::App& app, Session& session, Commands& commands) {
  struct Arguments : SectionArguments {
    std::string file, reason;
    std::vector<std::string> paths;
    unsigned threads = 0;
    bool all = false;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* submitCommand = app.add_subcommand("submit", "Gửi Văn phòng, thành một tệp · submit, as a package");
  addSectionArguments(*submitCommand, *arguments, true);
  submitCommand->add_option("-o,--output", arguments->file, "Tệp bản gửi, đuôi .cchc")->required();
  commands.push_back({submitCommand, [&session, arguments] { return submit(session, *arguments, arguments->file); }});

  auto* receiveCommand = app.add_subcommand("receive", "Nhận bản gửi từ tệp hoặc thư mục · take packages in");
  receiveCommand->add_option("paths", arguments->paths)->required();
  receiveCommand->add_option("--threads", arguments->threads, "Số luồng đọc (0: theo máy)");
  commands.push_back({receiveCommand, [&session, arguments] { return receive(session, arguments->paths, arguments->threads); }});

  auto* acceptCommand = app.add_subcommand("accept", "Chấp nhận · accept");
  addSectionArguments(*acceptCommand, *arguments, false);
  acceptCommand->add_flag("--all", arguments->all, "Mọi bản gửi của đơn vị và cấp dưới · all of the unit and below it");
  commands.push_back({acceptCommand, [&session, arguments] { return accept(session, *arguments, arguments->all); }});

  auto* returnCommand = app.add_subcommand("return", "Trả lại, có lý do · return, with the reason");
  addSectionArguments(*returnCommand, *arguments, true);
  returnCommand->add_option("--reason", arguments->reason)->required();
  commands.push_back({returnCommand, [&session, arguments] { return giveBack(session, *arguments, arguments->reason); }});
}

}  // namespace cchc::cli
