#include "core/app/receive/received_file.h"

#include "core/base/names.h"

namespace cchc {
namespace {

constexpr Names<ReceiveResult, 9> receiveResults{{{{ReceiveResult::stored, "stored"},
                                                   {ReceiveResult::known, "known"},
                                                   {ReceiveResult::rival, "rival"},
                                                   {ReceiveResult::refused, "refused"},
                                                   {ReceiveResult::waiting, "waiting"},
                                                   {ReceiveResult::returned, "returned"},
                                                   {ReceiveResult::receipt, "receipt"},
                                                   {ReceiveResult::returnAsked, "return-asked"},
                                                   {ReceiveResult::returnRefused, "return-refused"}}}};

}  // namespace

std::string_view receiveResultName(ReceiveResult result) { return receiveResults.name(result); }

}  // namespace cchc
