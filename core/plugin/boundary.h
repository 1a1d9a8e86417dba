// Everything that a plugin gives to the host, or asks of it, is checked here once: pointers, sizes, ids, values of
// enumerations, dates, numbers and texts (kit/cchc/plugin.h states the rules). `what` names the member in the error:
// "cchc_finding.code". A pointer that is not null and points nowhere cannot be noticed. Private to plugin/.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/document_reference.h"
#include "core/base/reading/reading.h"
#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/plugin/kit/cchc/plugin.h"

namespace cchc::boundary {

// What one call may give at most. A larger count is an error of the plugin.
inline constexpr std::uint64_t mostBytes = std::uint64_t(16) << 20U, mostPlaces = 1'000, mostArguments = 100,
                               mostOthers = 1'000, mostRegistrations = 1'000, mostTitle = 500, mostArgument = 10'000,
                               mostFindings = 10'000, mostRows = 50'000, mostFigures = 100'000;

// Errors of the functions below, without a place:
//   plugin.null             a pointer is null, or points nowhere that can be noticed
//   plugin.size             a structure is smaller than its first version, or absurdly large
//   plugin.number-of        there are more elements than one call may have
//   plugin.enumeration      a value is not in its enumeration
//   plugin.wrong-id         an id or code is empty, or has other characters than it may have
//   plugin.wrong-text       a text is not UTF-8, has control characters, is too long, or has two lines where it is one
//   plugin.wrong-number     a number has a scale beyond 0..18, or is too large
//   plugin.wrong-date       there is no such day or month

Error nullPointer(std::string_view what);
Error wrongSize(std::string_view what, std::uint64_t given, std::uint64_t least);

// Whether something can lie there: not null, not among the lowest addresses, where a number that was taken for a
// pointer points, and not between the addresses that the machine reads.
bool pointsSomewhere(const void* pointer, std::size_t alignment);

// `structure` has at least the members of this version of the interface, and not absurdly many.
template <class Structure>
Status sized(const Structure* structure, std::string_view what) {
  constexpr std::uint32_t most = 4096;
  if (!pointsSomewhere(structure, alignof(Structure))) return fail(nullPointer(what));
  if (structure->size < sizeof(Structure) || structure->size > most || structure->size % alignof(Structure) != 0)
    return fail(wrongSize(what, structure->size, sizeof(Structure)));
  return {};
}
Status atMost(std::uint64_t count, std::uint64_t most, std::string_view what);
// An array of `count` elements.
template <class Element>
Status array(const Element* elements, std::uint64_t count, std::uint64_t most, std::string_view what) {
  CCHC_CHECK(atMost(count, most, what));
  if (count != 0 && !pointsSomewhere(elements, alignof(Element))) return fail(nullPointer(what));
  return {};
}
Status inEnumeration(std::int32_t value, std::int32_t last, std::string_view what);

Result<std::string> text(const cchc_text& text, std::string_view what);   // NFC, with newlines
Result<std::string> line(const cchc_text& text, std::string_view what);   // NFC
Result<std::string> title(const cchc_text& text, std::string_view what);  // a short line without spaces around it
// An id of the suite: words of lower-case letters, digits and '_', separated by dots; none begins with a digit.
Result<std::string> id(const cchc_text& text, std::string_view what);
Result<std::string> code(const cchc_text& text, std::string_view what);  // a code of messages.tsv, which may have '-'
Result<Decimal> number(const cchc_number& number, std::string_view what);
Result<std::optional<Date>> date(const cchc_date& date, std::string_view what);
Result<std::vector<Parameter>> arguments(const cchc_argument* arguments, std::uint64_t count, std::string_view what);
// Its parts are lines; the errors of checkDocument (exchange/values/value_check.h) are those of its caller.
Result<DocumentReference> document(const cchc_document* document);
Result<Language> language(const cchc_text& text);
// Its unit is a view of the plugin's bytes.
Result<reading::Context> readingContext(const cchc_reading_context* context);

// For looking something up, where a text that is wrong is simply not found. Valid as long as the argument's bytes.
std::string_view wanted(const cchc_text& text);
// A place of the right size and with texts, for looking it up.
bool usable(const cchc_place* place);

// --- from the host to the plugin
inline cchc_text view(std::string_view text) { return {text.data(), text.size()}; }
cchc_number numberOf(const Decimal& value);
inline cchc_date dateOf(const Date& date) { return {date.year, date.month, date.day}; }
// The views are of `document` and `symbol`.
cchc_document documentOf(const DocumentReference& document, const std::string& symbol);
// Fills the members that `out->size` reaches, and leaves that size; false: `out` is null or too small.
bool give(const cchc_document& document, cchc_document* out);
bool give(const cchc_place& place, cchc_place* out);
bool give(const cchc_cell& cell, cchc_cell* out);

}  // namespace cchc::boundary
