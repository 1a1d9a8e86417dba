#include "core/plugin/boundary.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/text.h"

namespace cchc::boundary {
namespace {

Error wrong(std::string_view code, std::string_view what, std::string given = {}) {
  return {std::string(code), {}, {{"what", std::string(what)}, {"given", std::move(given)}}, ErrorKind::refusal};
}

// For messages: the text if it can be shown.
std::string shown(std::string_view text) {
  constexpr std::size_t most = 60;
  const auto normalised = text.size() <= most ? normaliseLine(text) : fail("");
  return normalised ? *normalised : "…";
}

Result<std::string_view> bytes(const cchc_text& text, std::string_view what) {
  if (text.size == 0) return std::string_view();
  if (!pointsSomewhere(text.data, 1)) return fail(nullPointer(what));
  CCHC_CHECK(atMost(text.size, mostBytes, what));
  return std::string_view(text.data, text.size);
}

Result<std::string> normalised(const cchc_text& text, std::string_view what, bool oneLine) {
  CCHC_TRY(const auto given, bytes(text, what));
  auto read = oneLine ? normaliseLine(given) : normaliseText(given);
  if (read) return std::move(*read);
  auto error = wrong("plugin.wrong-text", what);
  error.parameters.push_back({"reason", message(read.error(), Language::vi).what});
  error.parameters.push_back({"reason_en", message(read.error(), Language::en).what});
  return fail(std::move(error));
}

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

template <class Structure>
bool giveSized(const Structure& value, Structure* out) {
  if (!pointsSomewhere(out, alignof(Structure)) || out->size < sizeof(Structure)) return false;
  const auto size = out->size;
  std::memcpy(out, &value, sizeof(Structure));
  out->size = size;
  return true;
}

}  // namespace

Error nullPointer(std::string_view what) { return wrong("plugin.null", what); }

Error wrongSize(std::string_view what, std::uint64_t given, std::uint64_t least) {
  auto error = wrong("plugin.size", what, std::to_string(given));
  error.parameters.push_back({"least", std::to_string(least)});
  return error;
}

Status atMost(std::uint64_t count, std::uint64_t most, std::string_view what) {
  if (count <= most) return {};
  auto error = wrong("plugin.number-of", what, std::to_string(count));
  error.parameters.push_back({"most", std::to_string(most)});
  return fail(std::move(error));
}

bool pointsSomewhere(const void* pointer, std::size_t alignment) {
  constexpr std::uintptr_t lowest = 4096;
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  return address >= lowest && address % alignment == 0;
}

Status inEnumeration(std::int32_t value, std::int32_t last, std::string_view what) {
  if (value < 0 || value > last) return fail(wrong("plugin.enumeration", what, std::to_string(value)));
  return {};
}

Result<std::string> text(const cchc_text& text, std::string_view what) { return normalised(text, what, false); }
Result<std::string> line(const cchc_text& text, std::string_view what) { return normalised(text, what, true); }

Result<std::string> title(const cchc_text& text, std::string_view what) {
  CCHC_CHECK(atMost(text.size, mostTitle, what));
  CCHC_TRY(const auto given, line(text, what));
  return std::string(trim(given));
}

Result<std::string> id(const cchc_text& text, std::string_view what) {
  CCHC_TRY(const auto given, bytes(text, what));
  bool beginsWord = true, good = !given.empty() && given.size() <= 200;
  for (const char c : given) {
    if (beginsWord)
      good = good && c >= 'a' && c <= 'z';
    else
      good = good && (c == '.' || isLetterOrDigit(c));
    beginsWord = c == '.';
  }
  if (!good || beginsWord) return fail(wrong("plugin.wrong-id", what, shown(given)));
  return std::string(given);
}

Result<std::string> code(const cchc_text& text, std::string_view what) {
  CCHC_TRY(const auto given, bytes(text, what));
  const bool good = !given.empty() && given.size() <= 200 && std::all_of(given.begin(), given.end(), [](char c) {
    return c == '.' || c == '-' || isLetterOrDigit(c);
  });
  if (!good) return fail(wrong("plugin.wrong-id", what, shown(given)));
  return std::string(given);
}

Result<Decimal> number(const cchc_number& number, std::string_view what) {
  __extension__ typedef unsigned __int128 Bits;
  const auto mantissa =
      static_cast<Int128>((static_cast<Bits>(static_cast<std::uint64_t>(number.high)) << 64U) | number.low);
  const auto value = number.scale < 0 ? std::nullopt : Decimal::from(mantissa, number.scale);
  if (!value) return fail(wrong("plugin.wrong-number", what, "10^-" + std::to_string(number.scale)));
  return *value;
}

Result<std::optional<Date>> date(const cchc_date& date, std::string_view what) {
  if (date.year == 0 && date.month == 0 && date.day == 0) return std::optional<Date>();
  const Date value{date.year, date.month, date.day};
  if (!value.valid()) {
    return fail(wrong("plugin.wrong-date", what,
                      std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day)));
  }
  return std::optional(value);
}

Result<std::vector<Parameter>> arguments(const cchc_argument* arguments, std::uint64_t count, std::string_view what) {
  CCHC_CHECK(array(arguments, count, mostArguments, what));
  std::vector<Parameter> parameters;
  for (std::uint64_t i = 0; i < count; ++i) {
    CCHC_TRY(auto name, code(arguments[i].name, "cchc_argument.name"));
    CCHC_CHECK(atMost(arguments[i].value.size, mostArgument, "cchc_argument.value"));
    CCHC_TRY(auto value, text(arguments[i].value, "cchc_argument.value"));
    parameters.push_back({std::move(name), std::move(value)});
  }
  return parameters;
}

Result<DocumentReference> document(const cchc_document* document) {
  CCHC_CHECK(sized(document, "cchc_document"));
  CCHC_CHECK(inEnumeration(document->role, CCHC_ROLE_RECEIVED, "cchc_document.role"));
  CCHC_CHECK(inEnumeration(document->number_state, CCHC_NUMBER_NOT_CITED, "cchc_document.number_state"));
  DocumentReference reference;
  CCHC_TRY(reference.date, date(document->date, "cchc_document.date"));
  struct Part {
    const cchc_text& given;
    std::string& target;
    std::string_view what;
  };
  for (const auto& part : {Part{document->type, reference.type, "cchc_document.type"},
                           Part{document->number, reference.number, "cchc_document.number"},
                           Part{document->year, reference.year, "cchc_document.year"},
                           Part{document->issuer_code, reference.issuerCode, "cchc_document.issuer_code"},
                           Part{document->issuer, reference.issuer, "cchc_document.issuer"},
                           Part{document->title, reference.title, "cchc_document.title"},
                           Part{document->implements, reference.implements, "cchc_document.implements"}}) {
    CCHC_TRY(part.target, line(part.given, part.what));
  }
  CCHC_TRY(const auto symbol, line(document->symbol, "cchc_document.symbol"));
  setSymbol(reference, symbol);
  if (document->for_year != 0) reference.forYear = document->for_year;
  reference.role = static_cast<DocumentRole>(document->role);
  reference.numberState = static_cast<NumberState>(document->number_state);
  return reference;
}

Result<Language> language(const cchc_text& text) {
  const auto given = wanted(text);
  if (given == "vi") return Language::vi;
  if (given == "en") return Language::en;
  return fail(wrong("plugin.enumeration", "language", shown(given)));
}

Result<reading::Context> readingContext(const cchc_reading_context* context) {
  constexpr std::int32_t greatestPower = 12, lastYear = 9999;
  CCHC_CHECK(sized(context, "cchc_reading_context"));
  CCHC_CHECK(inEnumeration(context->marks, CCHC_MARKS_ENGLISH, "cchc_reading_context.marks"));
  CCHC_CHECK(inEnumeration(context->money_power, greatestPower, "cchc_reading_context.money_power"));
  CCHC_CHECK(inEnumeration(context->year, lastYear, "cchc_reading_context.year"));
  if (auto unit = line(context->unit, "cchc_reading_context.unit"); !unit) return fail(std::move(unit).error());
  return reading::Context{context->marks == CCHC_MARKS_ENGLISH ? reading::Marks::english : reading::Marks::vietnamese,
                          context->money_power, context->year, wanted(context->unit)};
}

std::string_view wanted(const cchc_text& text) {
  if (text.size > 1000 || !pointsSomewhere(text.data, 1)) return {};
  return {text.data, static_cast<std::size_t>(text.size)};
}

bool usable(const cchc_place* place) {
  return pointsSomewhere(place, alignof(cchc_place)) && place->size >= sizeof(cchc_place);
}

cchc_number numberOf(const Decimal& value) {
  __extension__ typedef unsigned __int128 Bits;
  const auto bits = static_cast<Bits>(value.mantissa());
  return {static_cast<std::int64_t>(bits >> 64U), static_cast<std::uint64_t>(bits), value.scale(), 0};
}

cchc_document documentOf(const DocumentReference& document, const std::string& symbol) {
  cchc_document out{};
  out.size = sizeof out;
  out.role = static_cast<std::int32_t>(document.role);
  out.number_state = static_cast<std::int32_t>(document.numberState);
  out.for_year = document.forYear.value_or(0);
  if (document.date) out.date = dateOf(*document.date);
  out.type = view(document.type);
  out.number = view(document.number);
  out.year = view(document.year);
  out.issuer_code = view(document.issuerCode);
  out.issuer = view(document.issuer);
  out.title = view(document.title);
  out.implements = view(document.implements);
  out.symbol = view(symbol);
  return out;
}

bool give(const cchc_document& document, cchc_document* out) { return giveSized(document, out); }
bool give(const cchc_place& place, cchc_place* out) { return giveSized(place, out); }
bool give(const cchc_cell& cell, cchc_cell* out) { return giveSized(cell, out); }

}  // namespace cchc::boundary
