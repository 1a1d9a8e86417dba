#include "core/cli/received_lines.h"

#include <string>
#include <utility>

#include "core/app/receive/early_packages.h"

namespace cchc::cli {
namespace {

bool waits(const ReceivedFile& file) { return file.refusal && waitsForUpdate(*file.refusal); }

}  // namespace

void ReceivedLines::report(const ReceivedFile& file) {
  if (file.note) session_.printError(*file.note);
  switch (file.result) {
    case ReceiveResult::stored:
      ++stored_;
      break;
    case ReceiveResult::known:
      ++known_;
      break;
    case ReceiveResult::returned:
      ++returns_;
      printNotice("cli.receive.returned", file);
      break;
    case ReceiveResult::returnAsked:
      ++requests_;
      printNotice("cli.receive.return-asked", file);
      break;
    case ReceiveResult::returnRefused:
      ++refusals_;
      printNotice("cli.receive.return-refused", file);
      break;
    case ReceiveResult::receipt:
      ++receipts_;
      printNotice("cli.receive.receipt", file);
      break;
    case ReceiveResult::refused:
    case ReceiveResult::waiting:
      ++(waits(file) ? early_ : refused_);
      session_.printError(*file.refusal);
      break;
    case ReceiveResult::passedOver:
      break;  // its note says it
    case ReceiveResult::rival:
      ++rivals_;
      session_.printError({"package.rival", file.file.string(), parametersOf(file)});
      break;
  }
  if (session_.options.json) addJson(file);
}

int ReceivedLines::printSummary() const {
  if (session_.options.json) {
    session_.printJson(json_);
  } else {
    std::string line;
    const auto add = [&](std::string_view code, std::size_t count) {
      line += (line.empty() ? "" : ", ") + session_.text(code, {{"count", std::to_string(count)}});
    };
    add("cli.receive.count.stored", stored_);
    add("cli.receive.count.known", known_);
    add("cli.receive.count.refused", refused_);
    for (const auto& [code, count] :
         {std::pair("cli.receive.count.early", early_), std::pair("cli.receive.count.undecided", rivals_),
          std::pair("cli.receive.count.receipts", receipts_), std::pair("cli.receive.count.returns", returns_),
          std::pair("cli.receive.count.return-requests", requests_),
          std::pair("cli.receive.count.return-refusals", refusals_)}) {
      if (count > 0) add(code, count);
    }
    session_.printLine(line);
  }
  return refused_ + rivals_ + early_ == 0 ? 0 : 1;
}

std::vector<Parameter> ReceivedLines::parametersOf(const ReceivedFile& file) {
  return {{"section", keyText(file.header.key)}, {"revision", std::to_string(file.header.revision)}};
}

void ReceivedLines::printNotice(std::string_view code, const ReceivedFile& file) const {
  if (!session_.options.json) session_.printText(code, parametersOf(file));
}

void ReceivedLines::addJson(const ReceivedFile& file) {
  json_.push_back(
      {{"note", file.note ? messageLine(*file.note, session_.language()) : ""},
       {"file", file.file.string()},
       {"result", waits(file) ? "waiting" : receiveResultName(file.result)},
       {"section", file.refusal || file.result == ReceiveResult::passedOver ? "" : keyText(file.header.key)},
       {"revision", file.header.revision},
       {"errors", file.errors},
       {"warnings", file.warnings},
       {"refusal", file.refusal ? messageLine(*file.refusal, session_.language()) : ""}});
}

}  // namespace cchc::cli
