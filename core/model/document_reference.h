// A document reference: number / [year /] type-issuer, with date, issuer and title. Source: Nghị định 30/2020/NĐ-CP,
// Phụ lục III.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace cchc {

enum class DocumentRole { unspecified, basis, issued, received };
// missing: the document has a number that was left out by mistake. notCited: the number is left out on purpose.
enum class NumberState { known, missing, notCited };

struct DocumentReference {
  std::string type;        // "KH", "QĐ", "NĐ", "CV" (no code in the number), "LUAT"
  std::string number;      // digits as written, "04"; empty unless the number is known
  std::string year;        // inside the number, "01/2023/QĐ-UBND"; otherwise empty
  std::string issuerCode;  // "UBND", "CP", "UBND-TCKH", "KV VI"
  std::optional<Date> date;
  std::string issuer;  // as worded: "UBND huyện Bình Giang"
  std::string title;
  std::optional<int> forYear;  // the year that a plan is for
  DocumentRole role = DocumentRole::unspecified;
  NumberState numberState = NumberState::known;
  std::string implements;  // symbol of the document that it implements
  bool operator==(const DocumentReference&) const = default;
};

// "04/KH-UBND", "01/2023/QĐ-UBND", "67/UBND-TCKH"; "…" for an unknown number.
std::string symbolOf(const DocumentReference& document);
// "Kế hoạch", "Quyết định", "Công văn"; the code itself if it is unknown.
std::string typeName(std::string_view typeCode);
// The type code of the longest type name that the text starts with ("Kế hoạch số …" -> "KH"); empty if there is none.
// `length`: set to the length of the name in bytes.
std::string typeCodeAt(std::string_view text, std::size_t* length = nullptr);
// Reads a symbol, "111/KH-UBND", into type, number, year and issuerCode; nullopt if the text is not a symbol.
std::optional<DocumentReference> parseSymbol(std::string_view symbol);

}  // namespace cchc
