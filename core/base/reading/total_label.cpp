#include "core/base/reading/total_label.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/reading/words.h"
#include "core/base/text.h"

namespace cchc::reading {
namespace {

constexpr auto whole =
    std::to_array<std::string_view>({"cộng", "tổng", "tổng cộng", "tổng số", "toàn huyện", "toàn thành phố",
                                     "toàn thị xã", "toàn tỉnh", "toàn xã", "toàn phường", "toàn đặc khu", "total"});
// Other words may follow these: "Tổng cộng nguồn vốn", "Tổng số (I+II)", "Cộng nhóm I", but not "Cộng đồng dân cư".
constexpr auto beginnings =
    std::to_array<std::string_view>({"tổng cộng", "tổng số", "cộng nhóm", "cộng mục", "cộng phần", "cộng khối"});

}  // namespace

bool isTotalLabel(std::string_view given) {
  const auto line = prepared(given);
  if (!line) return false;
  std::string_view text = *line;
  // A remark in brackets and a colon say nothing about what the row is.
  text = text.substr(0, text.find_first_of("(:"));
  while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == '\n')) text.remove_suffix(1);
  if (text.empty()) return false;
  if (std::any_of(whole.begin(), whole.end(), [&](std::string_view words) { return areWords(text, words); }))
    return true;
  // Without diacritics "tong cong ty" may be a corporation.
  return !isAscii(text) && std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view words) {
    auto rest = text;
    return takeWords(rest, words);
  });
}

}  // namespace cchc::reading
