#include "core/shell/office/receive_summary.h"

#include "core/app/receive/early_packages.h"

namespace cchc::shell {

void ReceiveSummary::add(const ReceivedFile& file, presentation::Words words) {
  const auto name = file.file.filename().string();
  switch (file.result) {
    case ReceiveResult::stored:
      ++stored;
      break;
    case ReceiveResult::known:
      ++known;
      break;
    case ReceiveResult::returned:
    case ReceiveResult::returnRefused:
      ++returned;
      break;
    case ReceiveResult::returnAsked:
      ++returnAsked;
      needAttention.push_back({name, words("received.return-asked")});
      break;
    case ReceiveResult::rival:
      ++rival;
      needAttention.push_back({name, words("received.rival")});
      break;
    case ReceiveResult::receipt:
      ++receipts;
      break;
    case ReceiveResult::refused:
    case ReceiveResult::waiting:
    case ReceiveResult::passedOver:
      break;
  }
  if (file.note) needAttention.push_back({name, sentences(*file.note, words.language)});
  if (!file.refusal) return;
  const bool wait = waitsForUpdate(*file.refusal);
  ++(wait ? waiting : refused);
  const std::vector<Parameter> problem = {{"problem", sentences(*file.refusal, words.language)}};
  needAttention.push_back({name, wait ? words("received.waiting", problem) : words("received.refused", problem)});
}

std::string ReceiveSummary::counts(presentation::Words words) const {
  const auto counted = [&](const char* code, std::size_t count) {
    return words(code, {{"count", std::to_string(count)}});
  };
  auto text = counted("received.count.new", stored);
  const auto addUnlessNone = [&](const char* code, std::size_t count) {
    if (count > 0) text += ", " + counted(code, count);
  };
  addUnlessNone("received.count.known", known);
  addUnlessNone("received.count.returned", returned);
  addUnlessNone("received.count.return-asked", returnAsked);
  addUnlessNone("received.count.receipts", receipts);
  addUnlessNone("received.count.rival", rival);
  addUnlessNone("received.count.waiting", waiting);
  return text + ", " + counted("received.count.refused", refused);
}

std::string ReceiveSummary::logLine() const {
  return std::to_string(stored) + " stored, " + std::to_string(known) + " known, " + std::to_string(refused) +
         " refused";
}

}  // namespace cchc::shell
