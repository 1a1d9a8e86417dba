#include "core/plugin/host_table.h"

#include <utility>

#include "core/base/text.h"
#include "core/base/version.h"
#include "core/base/vietnamese.h"
#include "core/plugin/boundary.h"
#include "core/plugin/host_readers.h"

namespace cchc {
namespace {

using boundary::view;
using host_readers::answered;
using host_readers::giveText;

thread_local std::string lastError;

void log(void* self, int32_t level, cchc_text message) {
  answered([&] {
    auto text = boundary::text(message, "message");
    if (self == nullptr || !text || !boundary::inEnumeration(level, CCHC_LOG_ERROR, "level")) return 0;
    if (level == CCHC_LOG_ERROR) lastError = *text;
    static_cast<HostTable*>(self)->addToLog(level, std::move(*text));
    return 1;
  });
}

int32_t message(void* self, cchc_text code, cchc_text language, const cchc_argument* arguments, uint64_t count,
                cchc_text* out) {
  return answered([&] {
    const auto known = boundary::language(language);
    const auto parameters = boundary::arguments(arguments, count, "arguments");
    if (self == nullptr || !known || !parameters) return 0;
    const auto& messages = static_cast<const HostTable*>(self)->messages();
    const auto found = messages.find(boundary::wanted(code));
    if (found == messages.end()) return 0;
    return giveText(fillPlaceholders(*known == Language::en ? found->second.en : found->second.vi, *parameters), out);
  });
}

// A function of one text, which `change` makes into another.
template <class Change>
int32_t changed(cchc_text given, cchc_text* out, const Change& change) noexcept {
  return answered([&] {
    const auto text = boundary::text(given, "text");
    return text ? giveText(change(*text), out) : 0;
  });
}

int32_t fold(void* /*self*/, cchc_text text, cchc_text* out) {
  return changed(text, out, [](const std::string& given) { return foldForSearch(foldSpace(given)); });
}
int32_t normalise(void* /*self*/, cchc_text text, cchc_text* out) {
  return changed(text, out, [](const std::string& given) { return std::string(trim(given)); });
}
int32_t bodyKeyOf(void* /*self*/, cchc_text name, cchc_text* out) {
  return changed(name, out, [](const std::string& given) { return bodyKey(given); });
}
int32_t lowered(void* /*self*/, cchc_text text, cchc_text* out) {
  return changed(text, out, [](const std::string& given) { return lowerFirst(given); });
}

int32_t giveNumber(const std::optional<Decimal>& number, cchc_number* out) {
  if (!number || out == nullptr) return 0;
  *out = boundary::numberOf(*number);
  return 1;
}

int32_t numberFromText(void* /*self*/, cchc_text text, cchc_number* out) {
  return answered([&] { return giveNumber(Decimal::parse(boundary::wanted(text)), out); });
}

// A function of one number.
template <class Write>
int32_t written(const cchc_number* number, cchc_text* out, const Write& write) noexcept {
  return answered([&] {
    const auto value = number == nullptr ? fail("plugin.null") : boundary::number(*number, "number");
    return value ? giveText(write(*value), out) : 0;
  });
}
int32_t numberToText(void* /*self*/, const cchc_number* number, cchc_text* out) {
  return written(number, out, [](const Decimal& value) { return value.toText(); });
}
int32_t numberShown(void* /*self*/, const cchc_number* number, cchc_text* out) {
  return written(number, out, [](const Decimal& value) { return vietnamese::number(value); });
}
int32_t moneyShown(void* /*self*/, const cchc_number* dong, cchc_text* out) {
  return written(dong, out, [](const Decimal& value) { return vietnamese::money(value); });
}

int32_t dateShown(void* /*self*/, cchc_date date, cchc_text* out) {
  return answered([&] {
    const auto value = boundary::date(date, "date");
    return value && *value ? giveText(vietnamese::date(**value), out) : 0;
  });
}

// A function of two numbers.
template <class Calculate>
int32_t calculated(const cchc_number* a, const cchc_number* b, const Calculate& calculate) noexcept {
  return answered([&] {
    if (a == nullptr || b == nullptr) return 0;
    const auto first = boundary::number(*a, "a"), second = boundary::number(*b, "b");
    return first && second ? calculate(*first, *second) : 0;
  });
}
int32_t added(void* /*self*/, const cchc_number* a, const cchc_number* b, cchc_number* out) {
  return calculated(a, b, [&](const Decimal& x, const Decimal& y) { return giveNumber(add(x, y), out); });
}
int32_t subtracted(void* /*self*/, const cchc_number* a, const cchc_number* b, cchc_number* out) {
  return calculated(a, b, [&](const Decimal& x, const Decimal& y) { return giveNumber(subtract(x, y), out); });
}
int32_t multiplied(void* /*self*/, const cchc_number* a, const cchc_number* b, cchc_number* out) {
  return calculated(a, b, [&](const Decimal& x, const Decimal& y) { return giveNumber(multiply(x, y), out); });
}
int32_t divided(void* /*self*/, const cchc_number* a, const cchc_number* b, int32_t decimals, cchc_number* out) {
  if (decimals < 0 || decimals > Decimal::maximumScale) return 0;
  return calculated(a, b, [&](const Decimal& x, const Decimal& y) { return giveNumber(divide(x, y, decimals), out); });
}
int32_t compared(void* /*self*/, const cchc_number* a, const cchc_number* b, int32_t* out) {
  return calculated(a, b, [&](const Decimal& x, const Decimal& y) {
    if (out == nullptr) return 0;
    const auto order = x <=> y;
    *out = order < 0 ? -1 : order > 0 ? 1 : 0;
    return 1;
  });
}

}  // namespace

HostTable::HostTable(PluginMessages messages) : messages_(std::move(messages)) {
  raw_.size = sizeof raw_;
  raw_.api = CCHC_PLUGIN_API;
  raw_.api_minimum = CCHC_PLUGIN_API_MINIMUM;
  raw_.self = this;
  raw_.name = view("CCHC Suite");
  raw_.version = view(version());
  raw_.log = &log;
  raw_.message = &message;
  raw_.fold = &fold;
  raw_.normalise = &normalise;
  raw_.number_from_text = &numberFromText;
  raw_.number_to_text = &numberToText;
  raw_.number_shown = &numberShown;
  raw_.add = &added;
  raw_.subtract = &subtracted;
  raw_.multiply = &multiplied;
  raw_.divide = &divided;
  raw_.compare = &compared;
  raw_.body_key = &bodyKeyOf;
  raw_.lower_first = &lowered;
  raw_.money_shown = &moneyShown;
  raw_.date_shown = &dateShown;
  host_readers::addTo(raw_);
}

std::vector<HostTable::Logged> HostTable::takeLog() {
  const std::scoped_lock lock(logging_);
  return std::exchange(log_, {});
}

void HostTable::addToLog(std::int32_t level, std::string text) {
  constexpr std::size_t most = 100;
  const std::scoped_lock lock(logging_);
  if (log_.size() < most) log_.push_back({level, std::move(text)});
}

std::string HostTable::takeError() { return std::exchange(lastError, {}); }

}  // namespace cchc
