// The readers of figures, money, dates and references, as functions of the host table. Private to plugin/.
#pragma once
#include <string>

#include "core/plugin/kit/cchc/plugin.h"

namespace cchc::host_readers {

// What a function of the host table answers: 0 if something throws, which only a lack of memory does.
template <class Body>
int32_t answered(const Body& body) noexcept {
  try {
    return body();
  } catch (...) {
    return 0;
  }
}

// Adds read_figure, read_money, read_date, money_power, marks_of, find_citations and is_total_label.
void addTo(cchc_host& host);

// Keeps the text for this thread until the next call, and sets `out` to it. Answers 0 if `out` is null.
int32_t giveText(std::string text, cchc_text* out);

}  // namespace cchc::host_readers
