#include "core/app/check/checks.h"
#include "core/base/vietnamese.h"

namespace cchc {
namespace {

std::string commentOf(const SectionData& data, const Finding& finding) {
  for (const auto& comment : data.comments) {
    if (comment.code == finding.code && comment.place == finding.place) return comment.text;
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
      look(section_.data->fields[i], [&] { return form.fields[i].id; });
    }
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
      const auto& columns = form.tables[t].columns;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].type != FieldType::document && columns[c].type != FieldType::documents) continue;
        for (const auto& row : section_.data->tables[t].rows) {
          look(row.cells[c], [&] { return placeText(Place::ofCell(form.tables[t].id, row.id, columns[c].id)); });
        }
      }
    }
    return std::move(findings_);
  }

 private:
  template <class PlaceOf>
  void look(const Value& value, const PlaceOf& place) {
    const auto* documents = value.documents();
    if (documents == nullptr) return;
    for (const auto& document : *documents) {
      if (!document.date || document.numberState != NumberState::known) continue;
      const auto known = catalogue_.find(symbolOf(document));
      if (known == catalogue_.end()) continue;
      const auto date = Date::parse(known->second.date);
      const bool same = date && date->year == document.date->year && date->month == document.date->month &&
                        (!document.date->hasDay() || document.date->day == date->day);
      // A symbol without its year comes again every year: another year's is another document.
      if (!date || same || (document.year.empty() && date->year != document.date->year)) continue;
      auto finding = makeFinding("core.document-date", Severity::warning, key_, place(),
                                 {{"document", typeName(document.type) + " " + symbolOf(document)},
                                  {"given", vietnamese::date(*document.date)},
                                  {"known", vietnamese::date(*date)},
                                  {"issuer", known->second.issuer}});
      finding.comment = commentOf(*section_.data, finding);
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

SectionChecks sectionChecks(const Suite& suite) {
  return [&suite](const SectionKey& key, const SectionView& section, const Surroundings& surroundings) {
    auto findings = suite.catalogue.plugins.check(key, section, surroundings);
    auto dates = documentDateFindings(suite.centralDocuments, key, section);
    findings.insert(findings.end(), std::make_move_iterator(dates.begin()), std::make_move_iterator(dates.end()));
    return findings;
  };
}

}  // namespace cchc
