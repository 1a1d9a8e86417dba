// Pasted text with citations -> rows of the register `documents`.
#pragma once
#include <string_view>

#include "core/plugin/plugin_support.h"
#include "plugins/justice/citation_text.h"

namespace cchc::justice {

// The topic that the register files a document under, by the words of its title; "other" when none fits.
std::string_view topicOf(const Citation& citation);

// Importer "citations". Refuses a citation whose date is no day of the calendar (justice.import-date) and one that
// repeats an earlier one of the text (justice.import-repeated).
bool importCitations(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::justice
