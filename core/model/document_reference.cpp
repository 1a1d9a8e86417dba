#include "core/model/document_reference.h"

#include <array>

#include "core/base/text.h"

namespace cchc {
namespace {

struct TypeWord {
  std::string_view code, name;
};
// The names are a grammar: typeCodeAt recognises them in typed text.
constexpr std::array types = {TypeWord{"QCPH", "Quy chế phối hợp"},
                              TypeWord{"NQLT", "Nghị quyết liên tịch"},
                              TypeWord{"TTLT", "Thông tư liên tịch"},
                              TypeWord{"NQ", "Nghị quyết"},
                              TypeWord{"NĐ", "Nghị định"},
                              TypeWord{"QĐ", "Quyết định"},
                              TypeWord{"CT", "Chỉ thị"},
                              TypeWord{"KH", "Kế hoạch"},
                              TypeWord{"BC", "Báo cáo"},
                              TypeWord{"TB", "Thông báo"},
                              TypeWord{"HD", "Hướng dẫn"},
                              TypeWord{"TTr", "Tờ trình"},
                              TypeWord{"TT", "Thông tư"},
                              TypeWord{"CV", "Công văn"},
                              TypeWord{"CĐ", "Công điện"},
                              TypeWord{"KL", "Kết luận"},
                              TypeWord{"ĐA", "Đề án"},
                              TypeWord{"PA", "Phương án"},
                              TypeWord{"QC", "Quy chế"},
                              TypeWord{"QyĐ", "Quy định"},
                              TypeWord{"CTr", "Chương trình"},
                              TypeWord{"LUAT", "Luật"},
                              TypeWord{"PL", "Pháp lệnh"},
                              TypeWord{"GM", "Giấy mời"},
                              TypeWord{"BB", "Biên bản"},
                              TypeWord{"HĐ", "Hợp đồng"},
                              TypeWord{"TC", "Thông cáo"}};

bool digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

bool knownType(std::string_view code) {
  for (const auto& type : types) {
    if (type.code == code) return true;
  }
  return false;
}

}  // namespace

std::string symbolOf(const DocumentReference& document) {
  if (document.numberState != NumberState::known || document.number.empty()) return "…";
  auto symbol = document.number;
  if (!document.year.empty()) symbol += "/" + document.year;
  // The symbol of an official letter has its issuer and unit, but no type code.
  const bool coded = !document.type.empty() && document.type != "CV" && document.type != "LUAT";
  if (coded) symbol += "/" + document.type;
  if (!document.issuerCode.empty()) {
    // Documents of the Party have the issuer after a slash: 18-NQ/TW.
    const bool party = document.issuerCode == "TW" || document.issuerCode == "TU" || document.issuerCode == "HU";
    if (party && coded) return document.number + "-" + document.type + "/" + document.issuerCode;
    symbol += (coded ? "-" : "/") + document.issuerCode;
  }
  return symbol;
}

std::string typeName(std::string_view typeCode) {
  for (const auto& type : types) {
    if (type.code == typeCode) return std::string(type.name);
  }
  return std::string(typeCode);
}

std::string typeCodeAt(std::string_view text, std::size_t* length) {
  const TypeWord* longest = nullptr;
  std::size_t bytes = 0;
  for (const auto& type : types) {
    if (type.name.size() <= bytes || text.size() < type.name.size()) continue;
    const auto start = text.substr(0, type.name.size());
    if (start == type.name || lowerFirst(start) == lowerFirst(type.name)) longest = &type, bytes = type.name.size();
  }
  if (length != nullptr) *length = bytes;
  return longest == nullptr ? std::string() : std::string(longest->code);
}

std::optional<DocumentReference> parseSymbol(std::string_view symbol) {
  symbol = trim(symbol);
  const auto slash = symbol.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  DocumentReference document;
  auto head = symbol.substr(0, slash);
  auto rest = symbol.substr(slash + 1);
  if (const auto hyphen = head.find('-'); hyphen != std::string_view::npos) {  // 18-NQ/TW
    if (!digits(head.substr(0, hyphen)) || rest.empty()) return std::nullopt;
    document.number = head.substr(0, hyphen);
    document.type = head.substr(hyphen + 1);
    document.issuerCode = rest;
    return document;
  }
  if (!digits(head)) return std::nullopt;
  document.number = head;
  if (rest.size() > 5 && rest[4] == '/' && digits(rest.substr(0, 4))) {  // 01/2023/QĐ-UBND
    document.year = rest.substr(0, 4);
    rest.remove_prefix(5);
  }
  if (rest.empty() || digits(rest.substr(0, 1))) return std::nullopt;
  const auto hyphen = rest.find('-');
  const auto first = rest.substr(0, hyphen);
  if (knownType(first)) {
    document.type = first;
    if (hyphen != std::string_view::npos) document.issuerCode = rest.substr(hyphen + 1);
  } else {
    document.type = "CV";
    document.issuerCode = rest;
  }
  return document;
}

}  // namespace cchc
