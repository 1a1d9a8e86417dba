// The documents that a section cites, for the checks of documents. Private to check/.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc {

struct CitedDocument {
  const DocumentReference* document = nullptr;  // never null; borrowed from the section's evaluation
  std::optional<std::size_t> table;             // nullopt: it is in a field
  std::size_t row = 0, column = 0;              // `column`: of the table, or the field
};

// Every document in a relevant field or cell: the fields in the order of the definition, then each table row by row.
std::vector<CitedDocument> citedDocuments(const SectionView& section);

// A warning at the place of the document, with the section's explanation for it.
Finding warningAt(const CitedDocument& cited, std::string_view code, const SectionKey& key, const SectionView& section,
                  const std::vector<Parameter>& parameters);

}  // namespace cchc
