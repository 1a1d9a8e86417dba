#include "core/plugin/host_readers.h"

#include <string_view>
#include <utility>
#include <vector>

#include "core/base/reading/citation.h"
#include "core/base/reading/date.h"
#include "core/base/reading/figure.h"
#include "core/base/reading/money.h"
#include "core/base/reading/total_label.h"
#include "core/plugin/boundary.h"

namespace cchc::host_readers {
namespace {

template <class T>
std::string meaningsOf(const reading::Doubt<T>& doubt) {
  std::string all;
  for (const auto& meaning : doubt.meanings) all += (all.empty() ? "" : "; ") + meaning.text;
  return all;
}

// Reads the text by `read`; `give` puts the value out and answers CCHC_READ_VALUE or CCHC_READ_BLANK.
template <class T, class Read, class Give>
int32_t readBy(cchc_text text, const cchc_reading_context* context, cchc_text* meanings, const Read& read,
               const Give& give) noexcept {
  return answered([&]() -> int32_t {
    const auto with = boundary::readingContext(context);
    const auto given = boundary::text(text, "text");
    if (!with || !given) return CCHC_READ_REFUSED;
    const reading::Reading<T> result = read(*given, *with);
    if (const auto* value = std::get_if<T>(&result)) return give(*value);
    const auto* doubt = std::get_if<reading::Doubt<T>>(&result);
    if (doubt == nullptr) return CCHC_READ_REFUSED;
    if (meanings != nullptr) giveText(meaningsOf(*doubt), meanings);
    return CCHC_READ_DOUBT;
  });
}

int32_t giveFigure(const std::optional<Decimal>& number, Qualifier read, cchc_number* out, int32_t* qualifier) {
  if (!number) return CCHC_READ_BLANK;
  *out = boundary::numberOf(*number);
  if (qualifier != nullptr) *qualifier = static_cast<int32_t>(read);
  return CCHC_READ_VALUE;
}

int32_t readFigureText(void* /*self*/, cchc_text text, int32_t quantity, const cchc_reading_context* context,
                       cchc_number* out, int32_t* qualifier, cchc_text* meanings) {
  if (out == nullptr || quantity < 0 || quantity > CCHC_QUANTITY_PERCENT) return CCHC_READ_REFUSED;
  return readBy<reading::Figure>(
      text, context, meanings,
      [&](std::string_view given, const reading::Context& with) {
        return reading::readFigure(given, static_cast<reading::Quantity>(quantity), with);
      },
      [&](const reading::Figure& figure) { return giveFigure(figure.number, figure.qualifier, out, qualifier); });
}

int32_t readMoneyText(void* /*self*/, cchc_text text, const cchc_reading_context* context, cchc_number* out,
                      int32_t* qualifier, cchc_text* meanings) {
  if (out == nullptr) return CCHC_READ_REFUSED;
  return readBy<reading::Money>(
      text, context, meanings,
      [](std::string_view given, const reading::Context& with) { return reading::readMoney(given, with); },
      [&](const reading::Money& money) { return giveFigure(money.dong, money.qualifier, out, qualifier); });
}

int32_t readDateText(void* /*self*/, cchc_text text, const cchc_reading_context* context, cchc_date* out,
                     cchc_text* meanings) {
  if (out == nullptr) return CCHC_READ_REFUSED;
  return readBy<Date>(
      text, context, meanings,
      [](std::string_view given, const reading::Context& with) { return reading::readDate(given, with); },
      [&](const Date& date) -> int32_t {
        *out = boundary::dateOf(date);
        return CCHC_READ_VALUE;
      });
}

int32_t moneyPower(void* /*self*/, cchc_text heading, int32_t* out) {
  return answered([&]() -> int32_t {
    const auto given = boundary::text(heading, "heading");
    const auto power = given ? reading::namedPower(*given) : std::nullopt;
    if (!power || out == nullptr) return 0;
    *out = *power;
    return 1;
  });
}

int32_t marksOf(void* /*self*/, const cchc_text* block, uint64_t count, int32_t* out) {
  return answered([&]() -> int32_t {
    if (out == nullptr || !boundary::array(block, count, boundary::mostFigures, "block")) return 0;
    std::vector<std::string> texts;
    texts.reserve(count);
    for (uint64_t i = 0; i < count; ++i) {
      auto given = boundary::text(block[i], "block");
      if (!given) return 0;
      texts.push_back(std::move(*given));
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const auto marks = reading::marksOf(views);
    if (!marks) return 0;
    *out = *marks == reading::Marks::english ? CCHC_MARKS_ENGLISH : CCHC_MARKS_VIETNAMESE;
    return 1;
  });
}

// The places are those of the plugin's own text, which is NFC: reading must not move them.
uint64_t findCitations(void* /*self*/, cchc_text text, const cchc_reading_context* context, void* foundSelf,
                       void (*found)(void*, uint64_t, uint64_t, const cchc_document*)) {
  try {
    const auto with = boundary::readingContext(context);
    const auto given = boundary::text(text, "text");
    if (!with || !given || found == nullptr || given->size() != text.size) return 0;
    uint64_t calls = 0;
    for (const auto& citation : reading::findCitations(*given, *with)) {
      if (citation.documents.empty()) found(foundSelf, citation.begin, citation.end, nullptr), ++calls;
      for (const auto& document : citation.documents) {
        const auto symbol = symbolOf(document);
        const auto raw = boundary::documentOf(document, symbol);
        found(foundSelf, citation.begin, citation.end, &raw);
        ++calls;
      }
    }
    return calls;
  } catch (...) {
    return 0;
  }
}

int32_t totalLabel(void* /*self*/, cchc_text text) {
  return answered([&]() -> int32_t {
    const auto given = boundary::text(text, "text");
    return given && reading::isTotalLabel(*given) ? 1 : 0;
  });
}

}  // namespace

void addTo(cchc_host& host) {
  host.read_figure = &readFigureText;
  host.read_money = &readMoneyText;
  host.read_date = &readDateText;
  host.money_power = &moneyPower;
  host.marks_of = &marksOf;
  host.find_citations = &findCitations;
  host.is_total_label = &totalLabel;
}

int32_t giveText(std::string text, cchc_text* out) {
  // Each thread has its own, as the interface says.
  thread_local std::string kept;
  if (out == nullptr) return 0;
  kept = std::move(text);
  *out = boundary::view(kept);
  return 1;
}

}  // namespace cchc::host_readers
