// Documents of a section with what series are made of.
#pragma once
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::justice {

struct CitedDocument {
  plugin::Place place;
  plugin::Document document;  // views into the section
  std::string body;           // issuer, type and issuer code, folded: what one series shares besides its year
  int number = 0;             // 8 of "08"
  int numberYear = 0;         // 2023 of "01/2023/QĐ-UBND", else 0
  Date date;
};

// Those with a known number and a date, in order of the section.
std::vector<CitedDocument> citedDocuments(const plugin::SectionReader& section);

// "UBND huyện Bình Giang" and "Ủy ban nhân dân huyện Bình Giang" are one body.
std::string bodyKey(std::string_view issuer);

}  // namespace cchc::justice
