#include "core/base/reading/symbol.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/document_reference.h"
#include "core/base/reading/citation/parts.h"
#include "core/base/reading/citation/scan.h"
#include "core/base/text.h"

namespace cchc::reading {
namespace {

constexpr std::size_t mostDigits = 5, mostCodeTokens = 12;

// Đ, and the letters that other keyboards and old encodings give for it.
constexpr std::string_view stroke = "Đ", eth = "\xc3\x90", africanD = "\xc6\x89", smallStroke = "đ",
                           smallEth = "\xc3\xb0";

bool baseCapital(std::string_view letter) {
  if (letter.size() == 1) return letter[0] >= 'A' && letter[0] <= 'Z';
  for (const std::string_view each :
       {stroke, eth, africanD, std::string_view("Ă"), std::string_view("Â"), std::string_view("Ê"),
        std::string_view("Ô"), std::string_view("Ơ"), std::string_view("Ư")}) {
    if (letter == each) return true;
  }
  return false;
}

// One token of a code, "UBND", "QĐi", "CCHC&PC", "BCĐ389", with Đ made regular.
struct Token {
  std::string text;
  std::size_t end = 0;
  int capitals = 0;
  bool code = false;   // of capital letters without tones, with few small letters among them: TTg, CTr, QĐi
  bool small = false;  // the same in small letters, as people type in haste
};

Token tokenAt(std::string_view text, std::size_t at) {
  Token token;
  token.end = at;
  int smallLetters = 0, run = 0, longestRun = 0, others = 0;
  while (token.end < text.size()) {
    const auto rest = text.substr(token.end);
    if (const auto length = scan::letter(text, token.end)) {
      const auto letter = rest.substr(0, length);
      if (baseCapital(letter)) {
        ++token.capitals, run = 0;
        token.text += letter == eth || letter == africanD ? stroke : letter;
      } else if ((length == 1 && letter[0] >= 'a') || letter == smallStroke || letter == smallEth) {
        ++smallLetters, longestRun = std::max(longestRun, ++run);
        token.text += letter == smallEth ? smallStroke : letter;
      } else {
        ++others;
        token.text += letter;
      }
      token.end += length;
    } else if (scan::digitAt(text, token.end) || (rest[0] == '&' && scan::letter(text, token.end + 1) != 0)) {
      if (token.end == at) break;
      token.text += rest[0];
      ++token.end;
    } else {
      break;
    }
  }
  const bool startsCapital = token.end > at && baseCapital(text.substr(at, scan::letter(text, at)));
  token.code = startsCapital && others == 0 && (smallLetters == 0 || (token.capitals >= 2 && longestRun <= 2));
  token.small = token.end > at && others == 0 && token.capitals <= 1 && smallLetters >= 2 && smallLetters <= 12;
  return token;
}

// Whether small letters are initials, and no syllable: "kh", "ubnd", "nd". Codes of the Party are taken for initials.
bool isInitials(const Token& token) {
  const auto folded = foldForSearch(token.text);
  if (folded == "tu" || folded == "hu" || folded == "du") return true;
  const auto vowel = folded.find_last_of("aeiouy");
  if (vowel == std::string::npos) return true;
  const auto rest = std::string_view(folded).substr(vowel + 1);
  constexpr std::array<std::string_view, 9> ends = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  return std::find(ends.begin(), ends.end(), rest) == ends.end();
}

// Whether a token may be part of a code.
bool fits(const Token& token, SymbolForm form) {
  return token.code || (token.small && (form == SymbolForm::typed || isInitials(token)));
}

std::size_t romanAt(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && std::string_view("IVX").find(text[end]) != std::string_view::npos) ++end;
  return end > at && scan::letter(text, end) == 0 && !scan::digitAt(text, end) ? end : at;
}

// The type that a token names; nullptr: none. People also write QD, ND and, in haste, kh.
const DocumentType* typeOfToken(const Token& token, SymbolForm form) {
  const auto isCode = [](const DocumentType& type) {
    return type.code != "LUAT" && type.code != "BOLUAT" && type.code != "HP";
  };
  if (const auto* type = documentType(token.text)) return isCode(*type) ? type : nullptr;
  if (token.text.size() < 2) return nullptr;
  const auto named = [&](const auto& same) -> const DocumentType* {
    for (const auto& type : documentTypes()) {
      if (isCode(type) && type.use == DocumentType::coded && same(type.code)) return &type;
    }
    return nullptr;
  };
  const bool anyCase = form == SymbolForm::typed || token.small;
  if (anyCase) {
    const auto upper = upperCase(token.text);
    if (const auto* type = named([&](std::string_view code) { return upperCase(code) == upper; })) return type;
  }
  const auto folded = foldForSearch(token.text);
  const bool plain = token.text.find(stroke) == std::string::npos && (anyCase || token.code);
  return plain ? named([&](std::string_view code) {
    return code.find(stroke) != std::string_view::npos && foldForSearch(code) == folded;
  })
               : nullptr;
}

// The National Assembly and its committee number their documents without a type: QH15, UBTVQH15.
bool isAssembly(std::string_view code) {
  for (const std::string_view body : {"UBTVQH", "QH"}) {
    if (!code.starts_with(body)) continue;
    const auto term = code.substr(body.size());
    return !term.empty() && term.size() <= 2 && scan::skipDigits(term, 0) == term.size();
  }
  return false;
}

bool placeFollows(std::string_view text, std::size_t end) {
  const auto next = scan::skipSpaces(text, end);
  if (next == end) return false;
  for (const std::string_view place :
       {"tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã", "đặc khu"}) {
    if (scan::word(text, next, place) != 0) return true;
  }
  return false;
}

// Whether a token that follows a spaced dash begins the name of a body: "04/KH-UBND - UBND xã Mẫu".
bool beginsName(std::string_view text, std::size_t end) {
  const auto next = scan::skipSpaces(text, end);
  if (next == end) return false;
  if (placeFollows(text, end)) return true;
  const auto capital = scan::capital(text, next);
  return capital != 0 && text.substr(next + capital, 1) != "/";  // "V/v" begins a title
}

// Whether a symbol may end there: no word of a sentence follows that the last token would be the subject of.
bool endsSymbol(std::string_view text, std::size_t end) {
  const auto next = scan::skipSpaces(text, end);
  if (scan::letter(text, next) == 0) return true;
  for (const std::string_view word : {"ngày", "của", "do", "ký", "và", "tại"}) {
    if (scan::word(text, next, word) != 0) return true;
  }
  return citation::beginsTitle(text, next, citation::TitleWords::afterIssuer);
}

class CodeReader {
 public:
  CodeReader(std::string_view text, SymbolForm form) : text_(text), form_(form) {}

  // Reads tokens and marks from `at` on. False: no code begins there.
  bool read(std::size_t at) {
    auto token = tokenAt(text_, at);
    if (!fits(token, form_)) return false;
    add(std::move(token), {});
    while (tokens_.size() < mostCodeTokens && readNext()) {
    }
    return true;
  }
  const std::vector<Token>& tokens() const { return tokens_; }
  std::size_t end() const { return tokens_.back().end; }
  // The code from the n-th token on, regular.
  std::string from(std::size_t n) const {
    std::string code;
    for (auto i = n; i < tokens_.size(); ++i) code += (i == n ? std::string() : marks_[i]) + tokens_[i].text;
    return code;
  }
  const std::string& markBefore(std::size_t n) const { return marks_[n]; }

 private:
  void add(Token token, std::string mark) {
    tokens_.push_back(std::move(token));
    marks_.push_back(std::move(mark));
  }

  bool readNext() {
    const auto at = end(), mark = scan::skipBlanks(text_, at);
    if (tokens_.back().text.ends_with("KV") && scan::space(text_, at) != 0) {  // a region: "KV VI"
      const auto from = scan::skipBlanks(text_, at), to = romanAt(text_, from);
      if (to > from) {
        tokens_.back().text += " " + std::string(text_.substr(from, to - from));
        tokens_.back().end = to;
        return true;
      }
    }
    if (mark >= text_.size()) return false;
    if (text_[mark] == '/' || text_[mark] == '&' || text_[mark] == '.') {
      const bool dot = text_[mark] == '.';
      auto token = tokenAt(text_, dot ? mark + 1 : scan::skipBlanks(text_, mark + 1));
      // A dot in a code joins capital letters; after a space or before a word it ends the sentence.
      if (!fits(token, form_) || (dot && (mark != at || !token.code || token.capitals < 2))) return false;
      add(std::move(token), std::string(1, text_[mark]));
      return true;
    }
    const auto dash = scan::dash(text_, mark);
    if (dash == 0) return false;
    const auto next = scan::skipBlanks(text_, mark + dash);
    auto token = tokenAt(text_, next);
    if (!fits(token, form_) || isOther(token, next, mark > at, next > mark + dash)) return false;
    add(std::move(token), "-");
    return true;
  }

  // Whether the token after a dash begins the next reference or the name of a body, and is no part of the code.
  bool isOther(const Token& token, std::size_t at, bool spaceBefore, bool spaceAfter) const {
    if (!spaceBefore && !spaceAfter) return false;
    if (spaceAfter && citation::typeCodeAt(text_, at)) return true;  // "04/KH-UBND - QĐ số 05/QĐ-UBND"
    const bool typed = typeOfToken(tokens_.front(), form_) != nullptr;
    if (typed && tokens_.size() == 1) return false;
    const bool body = token.text == "UBND" || token.text == "HĐND";
    if (!spaceBefore || !spaceAfter) return body && placeFollows(text_, token.end);
    if (!token.code || beginsName(text_, token.end)) return true;
    return form_ == SymbolForm::running && typed && !endsSymbol(text_, token.end);
  }

  std::string_view text_;
  SymbolForm form_;
  std::vector<Token> tokens_;
  std::vector<std::string> marks_;  // before each token
};

// "60-NQ/TW", "15 KH/ĐTN": the type is behind the number.
std::optional<FoundSymbol> partySymbol(std::string_view text, std::size_t at, std::size_t afterNumber,
                                       SymbolForm form) {
  const auto mark = scan::skipBlanks(text, afterNumber);
  const auto dash = scan::dash(text, mark);
  if (dash == 0 && (form != SymbolForm::typed || mark == afterNumber)) return std::nullopt;
  const auto tokenBegin = scan::skipBlanks(text, mark + dash);
  const auto token = tokenAt(text, tokenBegin);
  const auto* type = typeOfToken(token, form);
  const auto slash = scan::skipBlanks(text, token.end);
  if (!fits(token, form) || slash >= text.size() || text[slash] != '/') return std::nullopt;
  if (type == nullptr && (dash == 0 || form == SymbolForm::running || token.text.size() < 2)) return std::nullopt;
  CodeReader code(text, form);
  if (!code.read(scan::skipBlanks(text, slash + 1))) return std::nullopt;
  FoundSymbol found;
  found.party = true;
  found.spaced = mark > afterNumber || tokenBegin > mark + dash;
  found.end = code.end();
  found.document.number = text.substr(at, afterNumber - at);
  found.document.type = type == nullptr ? token.text : std::string(type->code);
  found.document.issuerCode = code.from(0);
  found.tail = "-" + token.text + "/" + code.from(0);
  return found;
}

}  // namespace

std::size_t documentNumberAt(std::string_view text, std::size_t at) {
  auto end = scan::skipDigits(text, at);
  if (end == at || end - at > mostDigits) return 0;
  if (end + 1 < text.size() && text[end] == '.' && scan::digitAt(text, end + 1)) {  // 66.25, 1.957
    const auto decimals = scan::skipDigits(text, end + 1);
    if (decimals - end - 1 > 3) return 0;
    end = decimals;
  } else if (const auto suffix = scan::letter(text, end)) {  // 30c, 15đ
    const auto last = text.substr(end, suffix);
    const bool plain = suffix == 1 || last == smallStroke || last == stroke;
    if (!plain || scan::letter(text, end + suffix) != 0 || scan::digitAt(text, end + suffix)) return 0;
    end += suffix;
  }
  return end - at;
}

std::optional<FoundSymbol> symbolAt(std::string_view text, std::size_t at, SymbolForm form,
                                    std::string_view namedType) {
  const auto numberLength = documentNumberAt(text, at);
  if (numberLength == 0) return std::nullopt;
  if (auto party = partySymbol(text, at, at + numberLength, form)) {
    setSymbol(party->document, party->document.number + party->tail);
    return party;
  }
  auto slash = scan::skipBlanks(text, at + numberLength);
  if (slash >= text.size() || text[slash] != '/') return std::nullopt;
  FoundSymbol found;
  auto& document = found.document;
  document.number = text.substr(at, numberLength);
  auto codeBegin = scan::skipBlanks(text, slash + 1);
  found.spaced = slash > at + numberLength || codeBegin > slash + 1;
  if (const auto yearEnd = scan::skipDigits(text, codeBegin); yearEnd == codeBegin + 4) {
    slash = scan::skipBlanks(text, yearEnd);
    if (slash >= text.size() || text[slash] != '/' || (text[codeBegin] != '1' && text[codeBegin] != '2'))
      return std::nullopt;
    document.year = text.substr(codeBegin, 4);
    codeBegin = scan::skipBlanks(text, slash + 1);
  }
  CodeReader code(text, form);
  if (!code.read(codeBegin)) return std::nullopt;
  const auto& tokens = code.tokens();
  const auto* type = typeOfToken(tokens.front(), form);
  const bool alone = tokens.size() == 1;
  // "L" and the codes that bodies have too are types only with an issuer, or with the name of the type before the
  // symbol.
  if (type != nullptr && type->use == DocumentType::onlyNamed && type->code != namedType) type = nullptr;
  if (type != nullptr && alone && tokens.front().text.size() == 1) type = nullptr;
  const bool running = form == SymbolForm::running, small = tokens.front().small && !tokens.front().code;
  if (running && alone && (small || (found.spaced && document.year.empty()))) return std::nullopt;
  if (type == nullptr) {
    // Of letters without capitals only a known type, or a code of several parts, is a symbol.
    if (small && alone) return std::nullopt;
    if (running && (small ? tokens.front().text.size() < 3 : tokens.front().capitals < 2)) return std::nullopt;
  }
  // "17.107/KH" is a figure before a unit in running text.
  const bool dotted = document.number.find('.') != std::string::npos;
  if (dotted && alone && document.year.empty() && running) return std::nullopt;
  found.end = code.end();
  if (type != nullptr) {
    document.type = type->code;
    if (!alone) document.issuerCode = code.from(1);
  } else {
    document.issuerCode = code.from(0);
    if (!alone || !isAssembly(document.issuerCode)) document.type = "CV";
  }
  found.tail = (document.year.empty() ? std::string() : "/" + document.year) + "/" + code.from(0);
  setSymbol(document, document.number + found.tail);
  return found;
}

}  // namespace cchc::reading
