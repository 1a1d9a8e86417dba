// Imports the citations in a pasted text into the register `documents`.
#pragma once
#include <cchc/plugin.hpp>
#include <string_view>

namespace cchc::justice {

// The topic of a document in the register, from the words of its title; "other" if none fits.
std::string_view topicOf(const plugin::Document& document);

// Importer "citations"; false: the text cites no document. Refusals, each with the number of its line:
//   justice.import-unreadable   something looks like a citation and cannot be read, or there is no such day
//   justice.import-repeated     the document is cited earlier in the text
bool importCitations(const plugin::ImportContext& context, plugin::RowSink& sink);

}  // namespace cchc::justice
