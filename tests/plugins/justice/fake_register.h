// The register of the justice section as a plugin sees it, made in a test: each row has a topic and one document.
#pragma once
#include <string>
#include <vector>

#include "tests/plugins/support/fake_section.h"

namespace cchc::test {

struct RegisterRow {
  std::string number;
  plugin::CalendarDate date;
  std::string issuerCode = "UBND", issuer = "UBND huyện Bình Giang", topic = "dissemination", type = "KH";
};

inline FakeSection registerOf(const std::vector<RegisterRow>& rows) {
  FakeSection section;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto place = "documents." + std::to_string(row) + ".";
    const auto& of = rows[row];
    section.text(place + "topic", of.topic);
    section.document(place + "document", {of.type, of.number, of.issuerCode, of.issuer, "", of.date});
  }
  return section;
}

}  // namespace cchc::test
