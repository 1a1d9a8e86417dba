#include "core/base/reading/citation/numbers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/reading/citation/parts.h"
#include "core/base/reading/citation/scan.h"

namespace cchc::reading::citation {
namespace {

constexpr std::size_t mostNumbers = 100;

// What may follow a number without symbol, where no "số" says that it is one: "Kế hoạch 5 năm" is none.
bool endsNumber(std::string_view text, std::size_t at) {
  const auto next = scan::skipSpaces(text, at);
  if (next >= text.size() || std::string_view(",;:(").find(text[next]) != std::string_view::npos) return true;
  if (next + 1 == text.size() && text[next] == '.') return true;
  if (scan::word(text, next, "năm") != 0) return false;
  if (beginsTitle(text, next, TitleWords::all)) return true;
  for (const std::string_view word : {"ngày", "của", "ký", "do"}) {
    if (scan::word(text, next, word) != 0) return true;
  }
  return false;
}

DocumentReference numbered(const DocumentType* type, std::string_view number) {
  DocumentReference document;
  if (type != nullptr) document.type = type->code;
  document.number = number;
  return document;
}

// "1957", "30/2020", "43-CP" after the name of a type.
std::optional<FoundNumbers> bareNumber(std::string_view text, std::size_t at, bool worded, const DocumentType& type) {
  const auto length = documentNumberAt(text, at);
  if (length == 0) return std::nullopt;
  FoundNumbers found;
  auto document = numbered(&type, text.substr(at, length));
  std::string written = document.number;
  found.end = at + length;
  const auto mark = scan::skipBlanks(text, found.end);
  const bool slash = mark < text.size() && text[mark] == '/';
  if (slash && (worded || type.legal)) {
    const auto from = scan::skipBlanks(text, mark + 1), to = scan::skipDigits(text, from);
    const auto year = text.substr(from, to - from);
    if (year.size() != 4 || (year[0] != '1' && year[0] != '2')) return std::nullopt;
    document.year = year;
    written += "/" + document.year;
    found.end = to;
  } else if (const auto dash = scan::dash(text, mark); dash != 0) {
    auto end = mark + dash;
    while (const auto capital = scan::capital(text, end)) end += capital;
    const bool code = end >= mark + dash + 2 && scan::letter(text, end) == 0;
    if (!code) return std::nullopt;
    document.issuerCode = text.substr(mark + dash, end - mark - dash);
    written += "-" + document.issuerCode;
    found.end = end;
  }
  const auto next = found.end;
  const bool more = next < text.size() && (text[next] == '/' || text[next] == '%' || scan::dash(text, next) != 0 ||
                                           scan::letter(text, next) != 0 || scan::digitAt(text, next));
  if (more || (!worded && document.issuerCode.empty() && !endsNumber(text, next))) return std::nullopt;
  setSymbol(document, written);
  found.documents.push_back(std::move(document));
  return found;
}

// "số …", "số …/KH-UBND": the number was left out.
std::optional<FoundNumbers> missingNumber(std::string_view text, std::size_t at, const DocumentType* type) {
  const auto dots = scan::ellipsis(text, at);
  if (dots == 0) return std::nullopt;
  FoundNumbers found;
  DocumentReference document;
  found.end = at + dots;
  const auto slash = scan::skipBlanks(text, found.end);
  if (slash < text.size() && text[slash] == '/') {
    // The code is read as that of a number.
    const auto rest = "1" + std::string(text.substr(slash));
    const auto symbol = symbolAt(rest, 0, SymbolForm::typed, type == nullptr ? std::string_view() : type->code);
    if (!symbol) return std::nullopt;
    document = symbol->document;
    found.end = slash + symbol->end - 1;
  }
  if (document.type.empty() && type == nullptr) return std::nullopt;
  if (type != nullptr && (document.type.empty() || document.type == "CV")) document.type = type->code;
  document.number.clear();
  document.symbol.clear();
  document.numberState = NumberState::missing;
  found.documents.push_back(std::move(document));
  return found;
}

// Decides the type of all documents of one symbol.
void decideType(const DocumentType* named, bool party, FoundNumbers& found) {
  const auto symbolType = found.documents.front().type;
  const auto issuerCode = found.documents.front().issuerCode;
  std::string type = symbolType;
  if (named == nullptr) {
    if (symbolType.empty()) found.openTypes = assemblyTypes(issuerCode);
  } else if (const auto common = commonType(*named, symbolType, party)) {
    type = *common;
  } else {
    found.openTypes = {symbolType, std::string(named->code)};
  }
  for (auto& document : found.documents) {
    const auto written = symbolOf(document);
    // The code that was taken for a type is the first part of the issuer of an official letter.
    if (type == "CV" && symbolType != "CV" && !party)
      document.issuerCode = symbolType + (issuerCode.empty() ? "" : "-" + issuerCode);
    document.type = type;
    setSymbol(document, written);
  }
}

}  // namespace

std::optional<std::size_t> afterSeparator(std::string_view text, std::size_t at) {
  at = scan::skipSpaces(text, at);
  const bool comma = at < text.size() && text[at] == ',';
  if (comma) at = scan::skipSpaces(text, at + 1);
  const auto conjunction = scan::word(text, at, "và");
  if (!comma && conjunction == 0) return std::nullopt;
  return scan::skipSpaces(text, at + conjunction);
}

std::vector<DocumentReference> documentsOf(const FoundSymbol& symbol, const std::vector<std::string_view>& numbers) {
  std::vector<DocumentReference> documents;
  for (const auto number : numbers) {
    auto& document = documents.emplace_back(symbol.document);
    document.number = number;
    setSymbol(document, document.number + symbol.tail);
  }
  documents.push_back(symbol.document);
  return documents;
}

std::optional<std::string> commonType(const DocumentType& named, const std::string& symbolType, bool party) {
  const auto* type = documentType(symbolType);
  if (symbolType.empty() || symbolType == named.code) return std::string(named.code);
  if (named.code == "CV") return symbolType == "TC" ? "CV" : symbolType;  // "45/TC-KH" is of a Phòng Tài chính
  if (type == nullptr || (symbolType == "CV" && !party)) return std::string(named.code);
  if (type->name == named.name || type->name.starts_with(named.name)) return symbolType;
  if (named.name.starts_with(type->name)) return std::string(named.code);
  // Regulations of the Party are numbered as decisions, announcements of conclusions either way.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> pairs = {{{"QyĐ", "QĐ"},
                                                                                   {"QC", "QĐ"},
                                                                                   {"KL", "TB"},
                                                                                   {"TB", "KL"},
                                                                                   {"ĐA", "KH"},
                                                                                   {"PA", "KH"},
                                                                                   {"CTr", "KH"},
                                                                                   {"CĐ", "CT"}}};
  for (const auto& [name, code] : pairs) {
    if (name == named.code && code == symbolType) return std::string(party && name == "QyĐ" ? "QĐi" : name);
  }
  return std::nullopt;
}

std::vector<std::string> assemblyTypes(std::string_view issuerCode) {
  return issuerCode.starts_with("UBTVQH") ? std::vector<std::string>{"NQ", "PL"}
                                          : std::vector<std::string>{"LUAT", "NQ"};
}

std::optional<FoundNumbers> numbersAt(std::string_view text, std::size_t at, bool named, const DocumentType* type) {
  const auto word = afterNumberWord(text, at);
  at = word.value_or(at);
  if (named || word) {
    if (auto missing = missingNumber(text, at, type)) return missing;
  }
  const std::string_view code = type == nullptr ? std::string_view() : type->code;
  FoundNumbers found;
  std::vector<std::string_view> numbers;  // before the one that has the symbol
  for (auto next = at; numbers.size() < mostNumbers;) {
    if (const auto symbol = symbolAt(text, next, SymbolForm::typed, code)) {
      found.documents = documentsOf(*symbol, numbers);
      found.end = symbol->end;
      decideType(type, symbol->party, found);
      return found;
    }
    const auto length = documentNumberAt(text, next);
    const auto separator = length == 0 ? std::nullopt : afterSeparator(text, next + length);
    if (!separator) break;
    numbers.push_back(text.substr(next, length));
    next = afterNumberWord(text, *separator).value_or(*separator);
  }
  return type == nullptr ? std::nullopt : bareNumber(text, at, word.has_value(), *type);
}

}  // namespace cchc::reading::citation
