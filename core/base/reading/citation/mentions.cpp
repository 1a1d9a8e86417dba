#include "core/base/reading/citation/mentions.h"

#include <algorithm>
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

class MentionReader {
 public:
  explicit MentionReader(std::string_view text, const Context& context) : text_(text), context_(context) {}

  std::vector<Mention> read() {
    std::vector<Mention> mentions;
    for (std::size_t at = 0; at < text_.size();) {
      if (!isDigit(text_[at])) {
        ++at;
        continue;
      }
      auto mention = inside(at) ? std::nullopt : mentionAt(at);
      at = mention ? mention->end : scan::skipDigits(text_, at);
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
    const auto numbersBegin = readNumbers(nameEnd, at, found);
    const auto words = text_.substr(nameEnd, numbersBegin - nameEnd);
    found.words = scan::trimmed(words, ",");
    if (!found.named) found.begin = found.worded || !found.numbers.empty() ? numbersBegin : at, found.words = {};
    return found;
  }
  std::optional<FoundType> typeCode(std::size_t at, std::size_t limit) const {
    if (scan::capital(text_, at) == 0) return std::nullopt;
    auto type = typeCodeAt(text_, at);
    return type && type->end < limit ? type : std::nullopt;
  }
  // Reads "số 11, 12, " before `at`; where that begins; `at` if there is neither.
  std::size_t readNumbers(std::size_t from, std::size_t at, Before& found) const {
    for (auto word = from; word <= at; ++word) {
      const auto after = scan::beginsWord(text_, word) ? afterNumberWord(text_, word) : std::nullopt;
      // Without "số" a list of numbers must follow the name of the type at once.
      const bool list = !after && found.named && word == from;
      if (!after && !list) continue;
      std::vector<std::string_view> numbers;
      auto next = after ? *after : scan::skipSpaces(text_, word);
      while (next < at) {
        const auto length = documentNumberAt(text_, next);
        const auto mark = scan::skipSpaces(text_, next + length);
        const bool comma = length != 0 && mark < at && text_[mark] == ',';
        const auto conjunction =
            length == 0 ? 0 : scan::word(text_, comma ? scan::skipSpaces(text_, mark + 1) : mark, "và");
        if (!comma && conjunction == 0) break;
        numbers.push_back(text_.substr(next, length));
        next = scan::skipSpaces(text_, (comma ? scan::skipSpaces(text_, mark + 1) : mark) + conjunction);
      }
      if (next != at) continue;
      found.worded = after.has_value();
      found.numbers = std::move(numbers);
      return word;
    }
    return at;
  }

  std::optional<Mention> mentionAt(std::size_t at) const {
    if (!mayBegin(at)) return std::nullopt;
    auto found = before(at);
    if (afterComma(at) && found.numbers.empty()) return std::nullopt;
    const auto code = found.type == nullptr ? std::string_view() : found.type->code;
    auto symbol = symbolAt(text_, at, SymbolForm::running, code);
    if (!symbol && found.named && found.words.empty()) symbol = symbolAt(text_, at, SymbolForm::typed, code);
    if (symbol) return ofSymbol(std::move(*symbol), at, std::move(found));
    if (found.type == nullptr || !found.words.empty()) return ofNamedLaw(at);
    return ofNumber(at, found);
  }
  // Whether a number is worth a look at the words before it: a mark of a symbol or a date follows, or it is a date.
  bool mayBegin(std::size_t at) const {
    const auto end = at + documentNumberAt(text_, at), mark = scan::skipBlanks(text_, end);
    if (end == at || mark >= text_.size()) return false;
    return text_[mark] == '/' || text_[mark] == '.' || scan::dash(text_, mark) != 0 ||
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

  std::optional<Mention> ofSymbol(FoundSymbol symbol, std::size_t at, Before found) const {
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
    if (found.named && !(joined && type)) mention.begin = at, mention.titleBefore.clear();
    for (const auto number : found.numbers) {
      auto document = symbol.document;
      document.number = number;
      setSymbol(document, document.number + symbol.tail);
      mention.documents.push_back(std::move(document));
    }
    mention.documents.push_back(std::move(symbol.document));
    for (auto& document : mention.documents) {
      const auto written = symbolOf(document);
      document.type = type.value_or(document.type);
      setSymbol(document, written);
    }
    return mention;
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
    if (!text.substr(0, at).ends_with("Bộ trưởng") && !text.substr(0, at).ends_with("Chủ tịch")) return at;
  }
  return text.size();
}

bool continuesSentence(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"và",  "đã",  "được", "là", "để",    "nhằm", "tại", "trên", "theo", "có", "đến",
                                      "thì", "cho", "với",  "do", "trong", "hoặc", "nêu", "này",  "đang", "sẽ", "bị"}) {
    if (scan::exactWord(text, at, word) != 0) return true;
  }
  return false;
}

}  // namespace cchc::reading::citation
