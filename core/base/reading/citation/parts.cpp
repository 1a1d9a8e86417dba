#include "core/base/reading/citation/parts.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/base/reading/citation/scan.h"
#include "core/base/text.h"

namespace cchc::reading::citation {
namespace {

// Words of which one begins a title. The name of a body is taken to end before one of the first group.
constexpr std::string_view strongTitleWords =
    "về|quy định|sửa đổi|ban hành|phê duyệt|hướng dẫn|thực hiện|triển khai|tổ chức|công bố|giao|xây dựng|"
    "đẩy mạnh|tiếp tục|tuyên truyền|kiểm soát|quyết định|hành động";
constexpr std::string_view otherTitleWords =
    "bổ sung|kiểm tra|rà soát|tăng cường|thành lập|kiện toàn|phân công|phân cấp|phân bổ|điều chỉnh|"
    "bãi bỏ|thay thế|đính chính|công nhận|khen thưởng|bổ nhiệm|cho|chấp thuận|thông báo|báo cáo|tổng kết|"
    "sơ kết|đánh giá|phát động|đề nghị|đề xuất|kiến nghị|trả lời|góp ý|cung cấp|đăng ký|mời|quyết toán|"
    "đào tạo|bồi dưỡng|tuyển dụng|quản lý|phối hợp|phòng|ứng dụng|chuyển đổi|cải cách|nâng cao|khắc phục|"
    "xử lý|thẩm định|theo dõi|chỉ đạo|đôn đốc|tập huấn|kết luận|chi tiết|phát triển|phổ biến|thi hành|"
    "năm|hỗ trợ|giải quyết|khảo sát|tham gia|cấp|thu hồi|chuẩn bị|sử dụng|bảo đảm|đảm bảo|duy trì|"
    "cắt giảm|đơn giản hóa|số hóa|sắp xếp|tinh giản|tinh gọn|giám sát|gia hạn|ứng phó|xác định|ủy quyền|"
    "phân loại|xếp loại|tiếp nhận|trình|lấy ý kiến|đối thoại|thí điểm|chấn chỉnh|quán triệt|học tập|"
    "thông qua|miễn nhiệm|điều động|đẩy nhanh|cải thiện|thi đua|tổng hợp|cập nhật|phúc đáp|xác minh|"
    "khẩn trương|định kỳ|quy hoạch";

// Bodies that are called after their task: a word of a title directly after one of these belongs to the name.
constexpr std::string_view taskBodies =
    "Ban Chỉ đạo|Ban chỉ đạo|Ban Tổ chức|Ban tổ chức|Hội đồng|Tổ công tác|Đoàn|Trung tâm|Ban quản lý|"
    "Ban Quản lý|Công ty|Ban";

// How the name of a body begins, where no "của" stands before it.
constexpr std::string_view bodies =
    "UBND|HĐND|UBMTTQ|Ủy ban|Uỷ ban|Hội đồng|Chính phủ|Thủ tướng|Quốc hội|Bộ|Sở|Ban|Phòng|Tỉnh ủy|"
    "Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy|Tỉnh uỷ|Thành uỷ|Huyện uỷ|Đảng uỷ|Văn phòng|Chủ tịch|Cục|"
    "Tổng cục|Chi cục|Kiểm toán|Kho bạc|Thanh tra|Tòa án|Viện|Mặt trận|Liên đoàn|Trung ương|Đại hội|Đoàn|"
    "Hội|Trung tâm|Công an|Bảo hiểm|Ngân hàng|Trường|Chi bộ|Liên minh";

constexpr std::string_view places = "tỉnh|thành phố|huyện|quận|thị xã|phường|thị trấn|xã|đặc khu|TP";

// The length of the longest of the words that stands at `at`; 0: none does.
std::size_t anyOf(std::string_view text, std::size_t at, std::string_view words, bool anyCase) {
  std::size_t longest = 0;
  anyInList(words, [&](std::string_view each) {
    longest = std::max(longest, anyCase ? scan::word(text, at, each) : scan::exactWord(text, at, each));
    return false;
  });
  return longest;
}

bool opensQuote(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 6> quotes = {"“", "‘", "«", "\"", "'", "”"};
  return std::any_of(quotes.begin(), quotes.end(), [&](auto quote) { return text.substr(at).starts_with(quote); });
}

std::size_t shortAbout(std::string_view text, std::size_t at) {  // "V/v", "v/v:"
  if (at + 3 > text.size() || (text[at] | 0x20) != 'v' || text[at + 1] != '/' || (text[at + 2] | 0x20) != 'v') return 0;
  return scan::letter(text, at + 3) == 0 ? 3 : 0;
}

// Reads the numbers of a date, and rebuilds it in the form that readDate takes in one way only.
struct DateNumbers {
  std::string_view text;
  std::size_t at;

  void skip() { at = scan::skipSpaces(text, at); }
  std::string digits(std::size_t most) {
    skip();
    const auto end = scan::skipDigits(text, at);
    if (end == at || end - at > most) return {};
    auto found = std::string(text.substr(at, end - at));
    at = end;
    return found;
  }
  bool takeWord(std::string_view word) {
    const auto from = scan::skipSpaces(text, at);
    const auto length = scan::word(text, from, word);
    if (length != 0) at = from + length;
    return length != 0;
  }
  bool takeMark(std::string_view marks) {
    const auto from = scan::skipSpaces(text, at);
    if (from < text.size() && marks.find(text[from]) != std::string_view::npos) return at = from + 1, true;
    const auto dash = marks.find('-') == std::string_view::npos ? 0 : scan::dash(text, from);
    if (dash != 0) at = from + dash;
    return dash != 0;
  }

  // "8/2023", "8 năm 2023"
  std::string month() {
    const auto number = digits(2);
    if (number.empty() || !(takeWord("năm") || takeMark("/-."))) return {};
    const auto year = digits(4);
    return year.size() == 4 ? number + "/" + year : std::string();
  }
  // "10/01/2023", "28 tháng 8 năm 2023", "28/8/23", "28/8"
  std::string day(bool named) {
    const auto start = at;
    const auto first = digits(4);
    if (first.size() == 4 && takeMark("-")) {  // 2023-01-10
      const auto month = digits(2);
      const auto day = takeMark("-") ? digits(2) : std::string();
      return month.size() == 2 && day.size() == 2 ? first + "-" + month + "-" + day : std::string();
    }
    const bool worded = takeWord("tháng");
    if (first.empty() || first.size() > 2 || !(worded || takeMark("/-."))) return {};
    const auto month = digits(2);
    if (month.empty()) return {};
    const auto afterMonth = at;
    if (takeWord("năm") || takeMark("/-.")) {
      const auto from = at;
      auto year = digits(4);
      const bool whole = (year.size() == 4 || (year.size() == 2 && named)) && scan::letter(text, at) == 0;
      if (whole) return first + "/" + month + "/" + year;
      at = from;
      if (!named) return at = start, std::string();
    }
    at = afterMonth;
    const bool more = at < text.size() && (text[at] == '/' || text[at] == '.') && scan::digitAt(text, at + 1);
    return named && !more && scan::letter(text, at) == 0 ? first + "/" + month : std::string();
  }
};

// "được ban hành ", "ký " before the word "ngày".
std::size_t afterIssuedWords(std::string_view text, std::size_t at) {
  const auto start = at;
  for (const std::string_view each : {"được", "ký", "ban hành", "ký ban hành", "ký"}) {
    if (const auto length = scan::word(text, at, each)) at = scan::skipSpaces(text, at + length);
  }
  return scan::word(text, at, "ngày") != 0 ? at : start;
}

// The end of a body's name that begins at `at`.
std::size_t issuerEnd(std::string_view text, std::size_t at, std::size_t limit) {
  const auto begin = at;
  for (; at < limit; ++at) {
    if (at == begin) continue;
    const char c = text[at];
    if (c == ';' || c == '\n' || c == '(' || c == ')' || c == ':' || opensQuote(text, at)) return at;
    if (!scan::beginsWord(text, at) || scan::letter(text, at) == 0) continue;
    if (scan::word(text, at, "ngày") != 0 && dateAt(text, at, true, {Marks::vietnamese, 0, 2000})) return at;
    if (shortAbout(text, at) != 0 || scan::word(text, at, "về") != 0) return at;
    if (afterNumberWord(text, at) && scan::digitAt(text, *afterNumberWord(text, at))) return at;
    if (scan::exactWord(text, at, "ban hành") != 0) return at;
    if (anyOf(text, at, strongTitleWords, false) == 0) continue;
    const auto name = scan::trimmed(text.substr(begin, at - begin));
    const bool ofTask = anyInList(taskBodies, [&](std::string_view body) { return body == name; });
    if (!ofTask) return at;
  }
  return limit;
}

}  // namespace

std::optional<FoundType> typeNameAt(std::string_view text, std::size_t at) {
  if (scan::letter(text, at) == 0 || !scan::beginsWord(text, at)) return std::nullopt;
  FoundType found;
  for (const auto& type : documentTypes()) {
    const auto length = scan::word(text, at, type.name);
    if (length != 0 && at + length > found.end) found = {&type, at + length};
  }
  if (const auto length = scan::word(text, at, "văn bản"); length != 0 && at + length > found.end)
    found = {nullptr, at + length};
  return found.end == 0 ? std::nullopt : std::optional(found);
}

std::optional<FoundType> typeCodeAt(std::string_view text, std::size_t at) {
  if (!scan::beginsWord(text, at)) return std::nullopt;
  for (const auto& type : documentTypes()) {
    if (type.code.size() < 2 || type.use == DocumentType::onlyNamed) continue;
    const auto length = scan::exactWord(text, at, type.code);
    if (length == 0) continue;
    const auto next = scan::skipSpaces(text, at + length);
    if (scan::digitAt(text, next) || afterNumberWord(text, next)) return FoundType{&type, at + length};
  }
  return std::nullopt;
}

std::optional<std::size_t> afterNumberWord(std::string_view text, std::size_t at) {
  const auto length = scan::word(text, at, "số");
  if (length == 0) return std::nullopt;
  at = scan::skipSpaces(text, at + length);
  if (at < text.size() && (text[at] == ':' || (text[at] == '.' && text.substr(at, 2) != "..")))
    at = scan::skipSpaces(text, at + 1);
  return at;
}

bool endsDigitalPhrase(std::string_view words) {
  for (const std::string_view phrase : {"chuyển đổi", "công nghệ", "kinh tế", "xã hội", "chính quyền", "chính phủ",
                                        "hạ tầng", "dữ liệu", "kỹ năng", "văn hóa", "chữ ký", "dân", "thiểu", "tổng"}) {
    const bool there = words.size() >= phrase.size() && scan::word(words, words.size() - phrase.size(), phrase) != 0;
    if (there) return true;
  }
  return false;
}

std::optional<FoundDate> dateAt(std::string_view text, std::size_t at, bool named, const Context& context) {
  const bool bracket = at < text.size() && text[at] == '(';
  if (bracket) at = scan::skipSpaces(text, at + 1);
  at = afterIssuedWords(text, at);
  DateNumbers numbers{text, at};
  const bool day = numbers.takeWord("ngày");
  const auto dots = day ? scan::ellipsis(text, scan::skipSpaces(text, numbers.at)) : 0;
  if (dots != 0) numbers.at = scan::skipSpaces(text, numbers.at) + dots;
  std::string written;
  const auto numbersBegin = numbers.at;
  const bool month = numbers.takeWord("tháng");
  if (month) {
    written = numbers.month();
  } else if (dots == 0 && (day || !named || bracket)) {
    written = numbers.day(day);
  }
  if (written.empty()) {
    if (!day || dots != 0) return std::nullopt;
    // "ngày" must be followed by a date: all up to the next space or comma is named as wrong.
    const auto from = scan::skipSpaces(text, numbersBegin);
    if (!scan::digitAt(text, from)) return std::nullopt;
    const auto end = std::min(text.find_first_of(" ,;)\n", from), text.size());
    return FoundDate{end, readDate(text.substr(from, end - from), context)};
  }
  auto end = numbers.at;
  if (bracket) {
    end = scan::skipSpaces(text, end);
    if (end >= text.size() || text[end] != ')') return std::nullopt;
    ++end;
  }
  return FoundDate{end, readDate(written, context)};
}

bool beginsTitle(std::string_view text, std::size_t at, TitleWords words) {
  if (at >= text.size()) return false;
  const bool anyCase = words == TitleWords::all;
  return opensQuote(text, at) || shortAbout(text, at) != 0 || anyOf(text, at, strongTitleWords, anyCase) != 0 ||
         (words != TitleWords::afterIssuer && anyOf(text, at, otherTitleWords, anyCase) != 0);
}

std::optional<FoundIssuer> issuerAt(std::string_view text, std::size_t at, std::size_t limit, std::string_view code) {
  limit = std::min(limit, text.size());
  const auto of = scan::word(text, at, "của"), by = scan::word(text, at, "do");
  auto begin = scan::skipSpaces(text, at + of + by);
  std::string owner;
  if (of == 0 && by == 0) {
    const auto body = code.substr(0, code.find('-'));
    const bool local = body == "UBND" || body == "HĐND";
    if (local && anyOf(text, at, places, false) != 0)
      owner = std::string(body) + " ";
    else if (anyOf(text, at, bodies, false) == 0 || scan::word(text, at, "ban hành") != 0)
      return std::nullopt;
  }
  if (scan::letter(text, begin) == 0) return std::nullopt;
  auto end = issuerEnd(text, begin, limit);
  FoundIssuer found{owner + foldSpace(scan::trimmed(text.substr(begin, end - begin), ",-")), end};
  if (const auto issued = scan::word(text, end, "ban hành"); by != 0 && issued != 0) found.end = end + issued;
  return found.name.empty() ? std::nullopt : std::optional(std::move(found));
}

std::optional<int> plannedYear(std::string_view type, std::string_view title) {
  constexpr std::string_view word = "năm ";
  const auto at = type == "KH" || type == "CTr" ? title.rfind(word) : std::string_view::npos;
  if (at == std::string_view::npos) return std::nullopt;
  const auto from = at + word.size(), end = scan::skipDigits(title, from);
  if (end != from + 4 || title[from] == '0') return std::nullopt;
  int year = 0;
  for (const char digit : title.substr(from, 4)) year = year * 10 + (digit - '0');
  return year;
}

}  // namespace cchc::reading::citation
