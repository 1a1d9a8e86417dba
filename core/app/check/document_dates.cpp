#include "core/app/check/document_dates.h"

#include <utility>

#include "core/base/vietnamese.h"
#include "core/rules/compiled_definition.h"

namespace cchc {
namespace {

std::string explanationOf(const SectionData& data, const Finding& finding) {
  for (const auto& explanation : data.explanations) {
    if (explanation.code == finding.code && explanation.place == finding.place) return explanation.text;
  }
  return {};
}

class DateCheck {
 public:
  DateCheck(const std::map<std::string, CentralDocument>& catalogue, const SectionKey& key, const SectionView& section)
      : catalogue_(catalogue), key_(key), section_(section) {}

  std::vector<Finding> run() {
    const auto& form = section_.definition->definition();
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      check(section_.data->fields[i], [&] { return form.fields[i].id; });
    }
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
      const auto& columns = form.tables[t].columns;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].type != FieldType::document && columns[c].type != FieldType::documents) continue;
        for (const auto& row : section_.data->tables[t].rows) {
          check(row.cells[c], [&] { return placeText(Place::ofCell(form.tables[t].id, row.id, columns[c].id)); });
        }
      }
    }
    return std::move(findings_);
  }

 private:
  template <class PlaceOf>
  void check(const Value& value, const PlaceOf& place) {
    const auto* documents = value.documents();
    if (documents == nullptr) return;
    for (const auto& document : *documents) {
      if (!document.date || document.numberState != NumberState::known) continue;
      const auto known = catalogue_.find(symbolOf(document));
      if (known == catalogue_.end()) continue;
      const auto date = Date::parse(known->second.date);
      const bool same = date && date->year == document.date->year && date->month == document.date->month &&
                        (!document.date->hasDay() || document.date->day == date->day);
      // A symbol without a year is used again every year, so a citation of another year is another document.
      if (!date || same || (document.year.empty() && date->year != document.date->year)) continue;
      auto finding = makeFinding("core.document-date", Severity::warning, key_, place(),
                                 {{"document", typeName(document.type) + " " + symbolOf(document)},
                                  {"given", vietnamese::date(*document.date)},
                                  {"known", vietnamese::date(*date)},
                                  {"issuer", known->second.issuer}});
      finding.explanation = explanationOf(*section_.data, finding);
      findings_.push_back(std::move(finding));
    }
  }

  const std::map<std::string, CentralDocument>& catalogue_;
  const SectionKey& key_;
  const SectionView& section_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> documentDateFindings(const std::map<std::string, CentralDocument>& catalogue,
                                          const SectionKey& key, const SectionView& section) {
  return DateCheck(catalogue, key, section).run();
}

}  // namespace cchc
