#include "core/plugin/section_functions.h"

#include "core/plugin/boundary.h"
#include "core/plugin/live_self.h"
#include "core/plugin/section_view_reader.h"

namespace cchc {
namespace {

// What a call answers with the reader of `self`; 0 for a reader that it may not use, or if the call throws.
template <class Body>
auto withReader(void* self, const Body& body) noexcept -> decltype(body(*static_cast<const SectionViewReader*>(self))) {
  if (!LiveSelf::mayUse(self)) return 0;
  try {
    return body(*static_cast<const SectionViewReader*>(self));
  } catch (...) {
    return 0;
  }
}
template <class Body>
int32_t answerOf(void* self, const Body& body) noexcept {
  return withReader(self, [&](const SectionViewReader& reader) -> int32_t { return body(reader) ? 1 : 0; });
}

int32_t sectionText(void* self, const cchc_place* place, cchc_text* out) {
  return answerOf(self, [&](const auto& reader) { return reader.text(place, out); });
}
int32_t sectionNumber(void* self, const cchc_place* place, cchc_number* out) {
  return answerOf(self, [&](const auto& reader) { return reader.number(place, out); });
}
int32_t sectionDate(void* self, const cchc_place* place, cchc_date* out) {
  return answerOf(self, [&](const auto& reader) { return reader.date(place, out); });
}
int32_t sectionRange(void* self, const cchc_place* place, cchc_date* from, cchc_date* to) {
  return answerOf(self, [&](const auto& reader) { return reader.range(place, from, to); });
}
int32_t sectionStated(void* self, const cchc_place* place, cchc_number* out) {
  return answerOf(self, [&](const auto& reader) { return reader.stated(place, out); });
}
int32_t sectionQualifier(void* self, const cchc_place* place) {
  return withReader(self, [&](const SectionViewReader& reader) -> int32_t {
    const auto* found = reader.effective(place);
    return found == nullptr ? CCHC_EXACT : static_cast<int32_t>(found->value().qualifier);
  });
}
int32_t sectionDenominator(void* self, const cchc_place* place) {
  return withReader(self, [&](const SectionViewReader& reader) -> int32_t {
    const auto* value = reader.entered(place);
    return value == nullptr ? CCHC_DENOMINATOR_UNSPECIFIED : static_cast<int32_t>(value->denominator);
  });
}
uint64_t sectionDocumentCount(void* self, const cchc_place* place) {
  return withReader(self, [&](const auto& reader) -> uint64_t { return reader.documentCount(place); });
}
int32_t sectionDocument(void* self, const cchc_place* place, uint64_t index, cchc_document* out) {
  return answerOf(self, [&](const auto& reader) { return reader.document(place, index, out); });
}
uint64_t sectionRowCount(void* self, cchc_text table) {
  return withReader(self, [&](const auto& reader) -> uint64_t { return reader.rowCount(boundary::wanted(table)); });
}
int32_t sectionRowId(void* self, cchc_text table, uint64_t row, cchc_text* out) {
  return answerOf(self, [&](const auto& reader) { return reader.rowId(boundary::wanted(table), row, out); });
}
uint64_t sectionDocumentPlaceCount(void* self) {
  return withReader(self, [&](const auto& reader) -> uint64_t { return reader.documentPlaceCount(); });
}
int32_t sectionDocumentPlace(void* self, uint64_t index, cchc_place* out) {
  return answerOf(self, [&](const auto& reader) { return reader.documentPlace(index, out); });
}
int32_t sectionLabel(void* self, const cchc_place* place, cchc_text language, cchc_text* out) {
  return answerOf(self, [&](const auto& reader) { return reader.labelText(place, language, out); });
}

}  // namespace

cchc_section sectionFunctions() {
  cchc_section functions{};
  functions.size = sizeof functions;
  functions.text = &sectionText;
  functions.number = &sectionNumber;
  functions.date = &sectionDate;
  functions.range = &sectionRange;
  functions.stated = &sectionStated;
  functions.qualifier = &sectionQualifier;
  functions.denominator = &sectionDenominator;
  functions.document_count = &sectionDocumentCount;
  functions.document = &sectionDocument;
  functions.row_count = &sectionRowCount;
  functions.row_id = &sectionRowId;
  functions.document_place_count = &sectionDocumentPlaceCount;
  functions.document_place = &sectionDocumentPlace;
  functions.label = &sectionLabel;
  return functions;
}

}  // namespace cchc
