// The documents that a section cites, each with its series and its number in the series.
#pragma once
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::justice {

struct CitedDocument {
  plugin::Place place;
  plugin::Document document;  // views into the section
  std::string body;           // series without year: issuer, type and issuer code, lower case without diacritics
  int number = 0;             // 8 of "08"
  int numberYear = 0;         // 2023 of "01/2023/QĐ-UBND"; 0: none
  Date date;
};

// Only documents with a known number and a date, in the order of the section.
std::vector<CitedDocument> citedDocuments(const plugin::SectionReader& section);

// A key for comparing issuers. "UBND huyện Bình Giang" and "Ủy ban nhân dân huyện Bình Giang" have the same key.
std::string bodyKey(std::string_view issuer);

}  // namespace cchc::justice
