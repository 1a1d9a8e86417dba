#include "core/base/reading/citation/mentions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/reading/citation/numbers.h"
#include "core/base/reading/citation/parts.h"
#include "core/base/reading/citation/scan.h"
#include "core/base/reading/symbol.h"
#include "core/base/text.h"

namespace cchc::reading::citation {
namespace {

// In bytes. Between the name of a type and its symbol there is at most the title of a law.
constexpr std::size_t nameWithin = 200, mostWordsBetween = 60;
constexpr std::size_t mostLetters = 12;  // of the code of a type, in bytes

class MentionReader {
 public:
  explicit MentionReader(std::string_view text, const Context& context) : text_(text), context_(context) {}

  std::vector<Mention> read() {
    std::vector<Mention> mentions;
    for (std::size_t at = 0; at < text_.size();) {
      const bool digit = isDigit(text_[at]);
      const auto dots = digit ? 0 : scan::ellipsis(text_, at);
      if (!digit && dots == 0) {
        ++at;
        continue;
      }
      auto mention = !digit ? missingAt(at, at + dots) : inside(at) ? std::nullopt : mentionAt(at);
      at = mention ? mention->end : digit ? scan::skipDigits(text_, at) : at + dots;
      if (!mention) continue;
      previousEnd_ = at = std::max(at, mention->end);
      mentions.push_back(std::move(*mention));
    }
    return mentions;
  }

 private:
  // Digits that belong to a figure, a date or a code.
  bool inside(std::size_t at) const {
    if (at == 0) return false;
    const char before = text_[at - 1];
    return before == '/' || (before == '.' && at > 1 && isDigit(text_[at - 2])) || !scan::beginsWord(text_, at);
  }
  // The second part of "97,2", unless it is the last number of "số 11,12/KH-UBND".
  bool afterComma(std::size_t at) const { return at > 1 && text_[at - 1] == ',' && isDigit(text_[at - 2]); }

  // What stands before a number, from the last name of a type on.
  struct Before {
    std::size_t begin = 0;                  // where the reference begins
    std::size_t numbersBegin = 0;           // where "số" or the first number stands
    bool first = false;                     // nothing stands before it in the clause
    const DocumentType* type = nullptr;     // nullptr: none is named
    bool named = false, worded = false;     // "văn bản" or a type; "số"
    std::string_view words;                 // between the name and "số"
    std::vector<std::string_view> numbers;  // "11, 12, " before the number that has the symbol
  };
  Before before(std::size_t at) const {
    Before found;
    found.begin = at;
    const auto from = std::max(previousEnd_, at > nameWithin ? at - nameWithin : 0);
    auto start = from;  // of the clause
    for (auto next = clauseEnd(text_.substr(0, at), start); next < at; next = clauseEnd(text_.substr(0, at), start))
      start = next + 1;
    std::size_t nameEnd = start;
    for (auto next = start; next < at; ++next) {
      if (!scan::beginsWord(text_, next)) continue;
      // Small letters in the title of a law name no document: "Luật Ban hành văn bản quy phạm pháp luật số
      // 64/2025/QH15".
      if (found.type != nullptr && found.type->named && scan::capital(text_, next) == 0) continue;
      const auto window = text_.substr(0, at);
      const auto name = typeNameAt(window, next);
      const auto type = name ? name : typeCode(next, at);
      if (!type) continue;
      found.type = type->type, found.named = true, found.begin = next;
      next = (nameEnd = type->end) - 1;
    }
    found.numbersBegin = readNumbers(nameEnd, at, found);
    found.words = scan::trimmed(text_.substr(nameEnd, found.numbersBegin - nameEnd), ",");
    if (!found.named) found.begin = found.numbersBegin, found.words = {};
    found.first = scan::trimmed(text_.substr(start, found.begin - start), ",-+*").empty();
    return found;
  }
  std::optional<FoundType> typeCode(std::size_t at, std::size_t limit) const {
    if (scan::capital(text_, at) == 0) return std::nullopt;
    auto type = typeCodeAt(text_, at);
    return type && type->end < limit ? type : std::nullopt;
  }
  // Reads "số 11, 12, " or "11, 12, " before `at`; where that begins; `at` if there is neither.
  std::size_t readNumbers(std::size_t from, std::size_t at, Before& found) const {
    for (auto word = from; word <= at; ++word) {
      if (!scan::beginsWord(text_, word)) continue;
      auto after = afterNumberWord(text_, word);
      if (after && !found.named && endsDigitalPhrase(scan::trimmed(text_.substr(from, word - from)))) after.reset();
      const bool list = !after && scan::digitAt(text_, word) && !inside(word) && !afterComma(word) && !afterDash(word);
      if (!after && !list) continue;
      std::vector<std::string_view> numbers;
      auto next = after.value_or(word);
      while (next < at) {
        const auto length = documentNumberAt(text_, next);
        const auto separator = length == 0 ? std::nullopt : afterSeparator(text_, next + length);
        if (!separator) break;
        numbers.push_back(text_.substr(next, length));
        next = afterNumberWord(text_, *separator).value_or(*separator);
      }
      if (next != at || (list && numbers.empty())) continue;
      // Directly after the name of the type numbers are those of documents.
      const bool named = found.named && scan::skipSpaces(text_, from) == word;
      if (list && !named && isFigures(from, word, at, numbers)) return at;
      found.worded = after.has_value();
      found.numbers = std::move(numbers);
      return word;
    }
    return at;
  }
  bool afterDash(std::size_t at) const {
    const auto before = text_.substr(0, at);
    return before.ends_with('-') || before.ends_with("–") || before.ends_with("—") || before.ends_with("−");
  }
  // Whether the numbers in text_[list, at) are figures of the sentence: "năm 2022, 2023, 13/KH-UBND", "97,2,
  // 13/KH-UBND".
  bool isFigures(std::size_t from, std::size_t list, std::size_t at, const std::vector<std::string_view>& all) const {
    if (countsBefore(list)) return true;
    for (const auto number : all) {
      const auto dot = number.find('.');
      if (dot != std::string_view::npos && number.size() - dot == 4) return true;  // 1.348
    }
    bool decimal = false;
    for (auto comma = list; comma < at; ++comma)
      decimal = decimal || (text_[comma] == ',' && scan::digitAt(text_, comma + 1));
    if (!decimal) return false;
    const auto before = scan::trimmed(text_.substr(from, list - from));
    if (before.empty() || before.ends_with(':') || before.ends_with('(')) return false;
    constexpr std::array<std::string_view, 8> leading = {"theo", "tại", "các", "những", "cứ", "hiện", "hành", "gồm"};
    return std::none_of(leading.begin(), leading.end(), [&](auto word) { return endsWithWord(before, word); });
  }
  // Whether the word before `at` says that the number there is none of a document: "năm 2023", "đạt 97", "Điều 2".
  bool countsBefore(std::size_t at) const {
    constexpr std::array<std::string_view, 37> words = {
        "năm", "tháng",  "quý",  "ngày", "tuần", "kỳ",  "đợt",   "lần",  "khóa", "vòng", "điều", "khoản", "điểm",
        "mục", "phần",   "bảng", "biểu", "mẫu",  "lục", "trang", "câu",  "đạt",  "tăng", "giảm", "còn",   "gần",
        "hơn", "khoảng", "dưới", "bằng", "số",   "lệ",  "lớp",   "nhóm", "loại", "mức",  "thứ"};
    const auto from = std::max(previousEnd_, at > mostWordsBetween ? at - mostWordsBetween : 0);
    const auto before = scan::trimmed(text_.substr(from, at - from));
    return std::any_of(words.begin(), words.end(), [&](auto word) { return endsWithWord(before, word); });
  }
  static bool endsWithWord(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    const auto at = text.size() - word.size();
    return scan::beginsWord(text, at) && scan::word(text, at, word) == word.size();
  }

  std::optional<Mention> mentionAt(std::size_t at) const {
    if (!mayBegin(at)) return std::nullopt;
    auto found = before(at);
    if (afterComma(at) && found.numbers.empty()) return std::nullopt;
    const auto code = found.type == nullptr ? std::string_view() : found.type->code;
    if (auto symbol = bestSymbol(at, found, code)) return ofSymbol(*symbol, found);
    if (found.type == nullptr || !found.words.empty()) return ofNamedLaw(at);
    return ofNumber(at, found);
  }
  // The symbol as it is written in running text; as it is typed where the words before it, or nothing else in the
  // clause, say that it is a reference.
  std::optional<FoundSymbol> bestSymbol(std::size_t at, const Before& found, std::string_view code) const {
    const bool named = found.named && found.words.empty();
    auto symbol = symbolAt(text_, at, SymbolForm::running, code);
    auto typed = symbolAt(text_, at, SymbolForm::typed, code);
    if (typed && (!symbol || symbol->end < typed->end)) {
      const auto next = scan::skipBlanks(text_, typed->end);
      const bool ends = clauseEnd(text_.substr(0, next + mostLetters), typed->end) == next ||
                        dateAt(text_, skipComma(typed->end), true, context_);
      // "số 12/tt" may be a house, and "Báo cáo 12 HĐ/QĐ" counts contracts.
      const bool initials = typed->document.issuerCode.empty() && scan::capital(typed->tail, 1) == 0;
      const bool ofName = symbol || !typed->party || found.type == nullptr ||
                          commonType(*found.type, typed->document.type, true).has_value();
      const bool meant = (found.first && ends) || (named && ofName) || (!named && found.worded && !initials);
      if (meant && (!symbol || ends)) symbol = std::move(typed);
    }
    // "năm 2025 - KH/TH", "Biểu số 3 - BC/UBND"
    const bool open = symbol && symbol->spaced &&
                      (symbol->party || symbol->document.issuerCode.empty() || symbol->document.type == "CV");
    if (open && !named && countsBefore(found.numbersBegin)) symbol.reset();
    return symbol;
  }
  // Whether a number is worth a look at the words before it: a mark of a symbol or a date follows, or it is a date.
  bool mayBegin(std::size_t at) const {
    const auto end = at + documentNumberAt(text_, at), mark = scan::skipBlanks(text_, end);
    if (end == at || mark >= text_.size()) return false;
    auto letters = mark;  // "15 KH/ĐTN"
    while (const auto length = letters < mark + mostLetters ? scan::letter(text_, letters) : 0) letters += length;
    const auto slash = scan::skipBlanks(text_, letters);
    const bool code = letters > mark && slash < text_.size() && text_[slash] == '/';
    return code || text_[mark] == '/' || text_[mark] == '.' || scan::dash(text_, mark) != 0 ||
           dateAt(text_, skipComma(end), true, context_) || wordOfDate(at) != at;
  }
  // Where the word "ngày" before the day at `at` begins; `at` if it does not stand there.
  std::size_t wordOfDate(std::size_t at) const {
    constexpr std::string_view word = "ngày";
    auto end = at;
    while (end > previousEnd_ && scan::space(text_, end - 1) == 1) --end;
    const bool there = end >= word.size() + previousEnd_ && scan::exactWord(text_, end - word.size(), word) != 0;
    return there ? end - word.size() : at;
  }

  std::optional<Mention> ofSymbol(const FoundSymbol& symbol, const Before& found) const {
    Mention mention;
    mention.end = symbol.end;
    mention.begin = found.begin;
    std::optional<std::string> type = symbol.document.type;
    const bool named = found.type != nullptr && found.type->named;
    const auto most = named && scan::capital(found.words, 0) != 0 ? nameWithin : mostWordsBetween;
    const bool joined = found.words.empty() ||
                        (found.worded && found.words.size() <= most &&
                         found.words.find_first_of(named ? "0123456789(" : "0123456789,(") == std::string_view::npos &&
                         !continuesSentence(found.words, 0));
    if (found.type != nullptr && joined) {
      type = commonType(*found.type, symbol.document.type, symbol.party);
      mention.titleBefore = foldSpace(found.words);
    }
    if (found.named && !(joined && type)) mention.begin = found.numbersBegin, mention.titleBefore.clear();
    mention.documents = documentsOf(symbol, found.numbers);
    for (auto& document : mention.documents) setType(document, type.value_or(document.type));
    return mention;
  }

  // "Công văn số … ngày 12/01/2023", "số …/KH-UBND": the number was left out.
  std::optional<Mention> missingAt(std::size_t at, std::size_t end) const {
    const auto found = before(at);
    const bool named = found.named && found.words.empty();
    if (!found.numbers.empty() || !(named || found.worded)) return std::nullopt;
    auto numbers = numbersAt(text_, at, true, named ? found.type : nullptr);
    if (!numbers) return std::nullopt;
    // Without "số" and a code the dots may stand for other words.
    const bool dated = found.first && dateAt(text_, skipComma(end), true, context_);
    if (numbers->end == end && !found.worded && !dated) return std::nullopt;
    return Mention{named ? found.begin : found.numbersBegin, numbers->end, std::move(numbers->documents), {}};
  }

  // "Quyết định 1957 ngày 29/12/2025": a number without symbol needs a date at once.
  std::optional<Mention> ofNumber(std::size_t at, const Before& found) const {
    auto numbers = numbersAt(text_, at, true, found.type);
    if (!numbers || !dateAt(text_, skipComma(numbers->end), true, context_)) return std::nullopt;
    return Mention{found.begin, numbers->end, std::move(numbers->documents), {}};
  }

  // "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"; `at` is the day.
  std::optional<Mention> ofNamedLaw(std::size_t at) const {
    const auto wordBegin = wordOfDate(at);
    if (wordBegin == at || !dateAt(text_, wordBegin, true, context_)) return std::nullopt;
    auto found = before(wordBegin);
    const bool law = found.type != nullptr && found.type->named && scan::capital(found.words, 0) != 0 &&
                     found.words.find_first_of("0123456789(") == std::string_view::npos;
    if (!law) return std::nullopt;
    DocumentReference document;
    document.type = found.type->code;
    document.numberState = NumberState::notCited;
    auto title = foldSpace(found.words);
    for (const std::string_view issued : {" ký", " ban hành", " được"}) {
      if (title.ends_with(issued)) title.resize(title.size() - issued.size());
    }
    return Mention{found.begin, wordBegin, {std::move(document)}, std::move(title)};
  }

  std::size_t skipComma(std::size_t at) const {
    at = scan::skipSpaces(text_, at);
    return at < text_.size() && text_[at] == ',' ? scan::skipSpaces(text_, at + 1) : at;
  }

  std::string_view text_;
  const Context& context_;
  std::size_t previousEnd_ = 0;
};

}  // namespace

std::vector<Mention> mentionsIn(std::string_view text, const Context& context) {
  return MentionReader(text, context).read();
}

std::size_t clauseEnd(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ';' || c == '\n' || c == ')') return at;
    if (c == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '/' || text[at + 1] == '\n'))
      return at;
    if (c != ',' || scan::space(text, at + 1) == 0 || scan::capital(text, scan::skipSpaces(text, at + 1)) == 0)
      continue;
    if (!joinsPosts(text, at)) return at;
  }
  return text.size();
}

bool joinsPosts(std::string_view text, std::size_t comma) {
  const auto before = text.substr(0, comma);
  return before.ends_with("Bộ trưởng") || before.ends_with("Chủ tịch");
}

bool continuesSentence(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"và",  "đã",  "được", "là", "để",    "nhằm", "tại", "trên", "theo", "có", "đến",
                                      "thì", "cho", "với",  "do", "trong", "hoặc", "nêu", "này",  "đang", "sẽ", "bị"}) {
    if (scan::exactWord(text, at, word) != 0) return true;
  }
  return false;
}

}  // namespace cchc::reading::citation
