#include "core/app/check/document_dates.h"

#include "core/base/vietnamese.h"
#include "core/rules/compiled_definition.h"

namespace cchc {
namespace {

// Whether the document is cited with a date that differs from the catalogue's.
bool differs(const DocumentReference& document, const std::optional<Date>& known) {
  const bool same = known && known->year == document.date->year && known->month == document.date->month &&
                    (!document.date->hasDay() || document.date->day == known->day);
  // A symbol without a year is used again every year, so a citation of another year is another document.
  return known && !same && (!document.year.empty() || known->year == document.date->year);
}

}  // namespace

std::vector<Finding> documentDateFindings(const std::map<std::string, CentralDocument>& catalogue,
                                          const SectionKey& key, const SectionView& section,
                                          const std::vector<CitedDocument>& cited) {
  std::vector<Finding> findings;
  for (const auto& one : cited) {
    const auto& document = *one.document;
    if (!document.date || document.numberState != NumberState::known) continue;
    const auto symbol = symbolOf(document);
    const auto known = catalogue.find(symbol);
    if (known == catalogue.end()) continue;
    const auto date = Date::parse(known->second.date);
    if (!differs(document, date)) continue;
    findings.push_back(warningAt(one, "core.document-date", key, section,
                                 {{"document", typeName(document.type) + " " + symbol},
                                  {"given", vietnamese::date(*document.date)},
                                  {"known", vietnamese::date(*date)},
                                  {"issuer", known->second.issuer}}));
  }
  return findings;
}

}  // namespace cchc
