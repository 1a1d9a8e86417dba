// A document reference: number / [year /] type-issuer, with date, issuer and title. Source: Nghị định 30/2020/NĐ-CP,
// Phụ lục III.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace cchc {

enum class DocumentRole { unspecified, basis, issued, received };
std::string_view documentRoleName(DocumentRole role);  // "basis", as in files; "" for unspecified
std::optional<DocumentRole> documentRoleOf(std::string_view name);
// missing: the document has a number that was left out by mistake. notCited: the number is left out on purpose.
enum class NumberState { known, missing, notCited };
std::string_view numberStateName(NumberState state);  // "not-cited", as in files
std::optional<NumberState> numberStateOf(std::string_view name);

struct DocumentReference {
  std::string type;        // "KH", "QĐ", "NĐ", "CV" (no code in the symbol), "LUAT"; empty: not known
  std::string number;      // as written, "04", "30c", "66.25"; empty unless the number is known
  std::string year;        // inside the number, "01/2023/QĐ-UBND"; otherwise empty
  std::string issuerCode;  // "UBND", "CP", "UBND-TCKH", "KV VI"
  std::optional<Date> date;
  std::string issuer;  // as worded: "UBND xã Mẫu"
  std::string title;
  std::optional<int> forYear;  // the year that a plan is for
  DocumentRole role = DocumentRole::unspecified;
  NumberState numberState = NumberState::known;
  std::string implements;  // symbol of the document that it implements
  // As written, with typed spaces and dashes made regular: "123-CV/HU"; empty if it is the composed one (setSymbol).
  std::string symbol;
  bool operator==(const DocumentReference&) const = default;
};

// The symbol as written: "04/KH-UBND", "01/2023/QĐ-UBND", "67/UBND-TCKH", "123-CV/HU"; "…" for an unknown number.
std::string symbolOf(const DocumentReference& document);
// The symbol that type, number, year and issuer code make.
std::string composedSymbol(const DocumentReference& document);
// Keeps the symbol as it was written, unless it is the composed one. Every reader of files and texts calls it, so that
// equal references compare equal.
void setSymbol(DocumentReference& document, std::string_view written);
// Changes the type, and keeps the symbol as it is written.
void setType(DocumentReference& document, std::string_view type);
// "Kế hoạch", "Quyết định", "Công văn"; the code itself if it is unknown.
std::string typeName(std::string_view typeCode);

// The kinds of documents. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III (administrative documents); Luật 64/2025/QH15,
// điều 4 (legal documents); Hướng dẫn 36-HD/VPTW (those of the Party).
struct DocumentType {
  enum Use : unsigned char {
    coded,      // the code is in the symbol: 04/KH-UBND
    uncoded,    // the symbol has no code: 67/UBND-TCKH, 72/2025/QH15
    onlyNamed,  // the code is in the symbol, but is taken for one only if the name of the type stands before it, since
                // many bodies have the same initials
  };
  std::string_view code, name;
  Use use = coded;
  bool legal = false;  // may be cited as number and year: "Nghị định 30/2020"
  bool named = false;  // known by its title, which follows the name of the type: "Luật Đất đai"
};

// Longer names precede the names that they begin with ("Thông tư liên tịch", "Thông tư"), and the usual code of a name
// precedes others.
std::span<const DocumentType> documentTypes();
// nullptr: the code is unknown.
const DocumentType* documentType(std::string_view code);

}  // namespace cchc
