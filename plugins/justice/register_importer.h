// Imports the citations in a pasted text into the register `documents`.
#pragma once
#include <string_view>

#include "core/plugin/plugin_support.h"
#include "plugins/justice/citation_text.h"

namespace cchc::justice {

// The topic of a document in the register, from the words of its title; "other" if none fits.
std::string_view topicOf(const Citation& citation);

// Importer "citations". Refusals, each with the number of its line:
//   justice.import-date       there is no such day
//   justice.import-repeated   the document is cited earlier in the text
bool importCitations(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::justice
