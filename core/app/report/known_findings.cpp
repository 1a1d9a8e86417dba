#include "core/app/report/known_findings.h"

#include <iterator>
#include <utility>

#include "core/app/receive/review.h"
#include "core/app/report/form_findings.h"
#include "core/app/report/journal_findings.h"
#include "core/app/report/missing_sections.h"
#include "core/app/report/store_source.h"

namespace cchc {

Status addKnown(Suite& suite, SectionChoice choice, ConsolidationInput& input) {
  CCHC_TRY(input.knownFindings,
           reviewFindings(suite, input.period.id, unitsOf(input), choice != SectionChoice::accepted));
  const auto add = [&](std::vector<Finding> findings) {
    std::move(findings.begin(), findings.end(), std::back_inserter(input.knownFindings));
  };
  CCHC_TRY(auto onForms, formFindings(suite, input));
  add(std::move(onForms));
  CCHC_TRY(auto journaled, journalFindings(suite, input, choice));
  add(std::move(journaled));
  return addMissing(suite, input);
}

}  // namespace cchc
