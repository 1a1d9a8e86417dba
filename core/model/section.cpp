#include "core/model/section.h"

#include <array>

namespace cchc {
namespace {

constexpr std::array<std::string_view, 7> names = {"draft", "submitted", "return-asked", "accepted", "returned", "in-report", "issued"};
constexpr std::array<std::string_view, 7> labels = {"Đang nhập",     "Đã gửi",      "Đề nghị trả lại", "Đã chấp nhận",
                                                    "Bị trả lại", "Đã đưa vào báo cáo", "Đã phát hành"};
constexpr std::array<std::string_view, 9> actions = {"edit", "submit", "receive", "ask-return", "accept", "return", "consolidate", "issue", "reopen"};

}  // namespace

std::string keyText(const SectionKey& key) { return key.definition.value + "/" + key.unit.value + "/" + key.period.value; }
std::string_view stateName(SectionState state) { return names[static_cast<std::size_t>(state)]; }
std::string_view stateLabel(SectionState state) { return labels[static_cast<std::size_t>(state)]; }
std::optional<SectionState> stateOf(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<SectionState>(i);
  }
  return std::nullopt;
}
std::string_view actionName(SectionAction action) { return actions[static_cast<std::size_t>(action)]; }

}  // namespace cchc
