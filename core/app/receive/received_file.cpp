#include "core/app/receive/received_file.h"

#include <cstddef>
#include <string>
#include <utility>

#include "core/base/names.h"

namespace cchc {
namespace {

constexpr Names<ReceiveResult, 10> receiveResults{{{{ReceiveResult::stored, "stored"},
                                                    {ReceiveResult::known, "known"},
                                                    {ReceiveResult::rival, "rival"},
                                                    {ReceiveResult::refused, "refused"},
                                                    {ReceiveResult::waiting, "waiting"},
                                                    {ReceiveResult::returned, "returned"},
                                                    {ReceiveResult::receipt, "receipt"},
                                                    {ReceiveResult::returnAsked, "return-asked"},
                                                    {ReceiveResult::returnRefused, "return-refused"},
                                                    {ReceiveResult::passedOver, "passed-over"}}}};

}  // namespace

std::string_view receiveResultName(ReceiveResult result) { return receiveResults.name(result); }

ReceivedFile passedOverIn(std::filesystem::path file, const std::vector<std::filesystem::path>& names) {
  constexpr std::size_t shown = 20;
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < shown; ++i) all += (i == 0 ? "" : ", ") + names[i].string();
  if (names.size() > shown) all += ", …";
  ReceivedFile passed;
  passed.result = ReceiveResult::passedOver;
  passed.note =
      Error{"package.passed-over", file.string(), {{"count", std::to_string(names.size())}, {"files", std::move(all)}}};
  passed.file = std::move(file);
  return passed;
}

}  // namespace cchc
