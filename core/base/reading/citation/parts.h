// The parts of a citation besides its symbol: the kind of document, date, issuer, where a title begins. Private to
// reading/. All take NFC text and a place in it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/document_reference.h"
#include "core/base/reading/date.h"

namespace cchc::reading::citation {

struct FoundType {
  const DocumentType* type = nullptr;  // nullptr: "văn bản", which leaves the kind open
  std::size_t end = 0;
};
// The name of a type ("Kế hoạch"), the longest that stands there; nullopt: none.
std::optional<FoundType> typeNameAt(std::string_view text, std::size_t at);
// Its code in place of the name: "NQ 1669/NQ-UBTVQH15", "QĐ số 468/QĐ-TTg".
std::optional<FoundType> typeCodeAt(std::string_view text, std::size_t at);

// "số", "Số:"; the place after it and the spaces. nullopt: it is not there.
std::optional<std::size_t> afterNumberWord(std::string_view text, std::size_t at);

// Whether words end with a phrase of which "số" is the last word and no sign of a number: "Kế hoạch chuyển đổi" in "Kế
// hoạch chuyển đổi số 12/KH-UBND", "tổng" in "tổng số 12".
bool endsDigitalPhrase(std::string_view words);

struct FoundDate {
  std::size_t end = 0;
  Reading<Date> date;
};
// "ngày 10/01/2023", "(15.3.2026)", "ngày 09 tháng 6 năm 2025", "tháng 10/2017". named: a date without the word "ngày"
// is none. nullopt: no date is meant there. A day that does not exist gives the error of readDate.
std::optional<FoundDate> dateAt(std::string_view text, std::size_t at, bool named, const Context& context);

// Whether words that begin a title stand there: "về", "V/v", "quy định", "phê duyệt", an opening quotation mark.
// afterIssuer: those before which the name of a body ends. lower: others too. all: also with a capital, "Quy định".
enum class TitleWords : unsigned char { afterIssuer, lower, all };
bool beginsTitle(std::string_view text, std::size_t at, TitleWords words);

struct FoundIssuer {
  std::string name;  // "UBND xã Mẫu", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
  std::size_t end = 0;
};
// "của UBND xã Mẫu", "do Chính phủ ban hành", and a body's name without these. It ends before a title, a
// date, a number or `limit`. code: of the symbol before it, so that "xã Mẫu" after "04/KH-UBND" is the
// UBND's.
std::optional<FoundIssuer> issuerAt(std::string_view text, std::size_t at, std::size_t limit, std::string_view code);

// 2023, if the title of a plan or programme says "năm 2023"; nullopt: none, or the document is of another type.
std::optional<int> plannedYear(std::string_view type, std::string_view title);

}  // namespace cchc::reading::citation
