#include "core/presentation/navigator.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/app/section_content.h"
#include "core/base/text.h"

namespace cchc::presentation {
// Findings of all sections of each subject, once.
Status countFindings(Suite& suite, const PeriodId& period, std::vector<NavigatorEntry>& entries) {
  std::map<OrgUnitId, std::vector<NavigatorEntry*>> subjects;
  for (auto& entry : entries) {
    entry.errors = entry.warnings = 0;
    subjects[entry.key.unit].push_back(&entry);
  }
  for (auto& [unit, own] : subjects) {
    if (std::none_of(own.begin(), own.end(), [](const NavigatorEntry* entry) { return entry->begun; })) continue;
    CCHC_TRY(const auto findings, checkUnit(suite, unit, period, SectionChoice::working));
    for (const auto& finding : findings) {
      for (auto* entry : own) {
        if (finding.section != entry->key) continue;
        entry->errors += finding.severity == Severity::error ? 1 : 0;
        entry->warnings += finding.severity == Severity::warning ? 1 : 0;
      }
    }
  }
  return {};
}

Result<std::vector<NavigatorEntry>> uncountedEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period, Words words) {
  std::vector<NavigatorEntry> entries;
  CCHC_TRY(const auto current, periodOf(suite, period));
  CCHC_TRY(const auto assignments, suite.store.assignments(period));
  const WithinPeriod surroundings(current);
  std::vector<std::tuple<std::size_t, OrgUnitId, NavigatorEntry>> ordered;
  for (const auto& assignment : assignments) {
    if (assignment.reporter != reporter) continue;
    NavigatorEntry entry;
    entry.key = {assignment.definition, assignment.subject, period};
    entry.deadline = assignment.deadline ? assignment.deadline : current.deadline;
    const auto& all = suite.catalogue.compiled;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one->definition().id == assignment.definition; });
    const auto rank = static_cast<std::size_t>(found - all.begin());
    CCHC_TRY(const auto unit, suite.store.unit(assignment.subject));
    entry.unitName = unit ? unit->name : assignment.subject.value;
    const auto kept = found == all.end() ? definitionFor(suite, entry.key) : Result<std::shared_ptr<const CompiledDefinition>>(*found);
    if (!kept) {
      entry.title = assignment.definition.value + " (" + words("thiếu plugin", "plugin missing") + ")";
    } else {
      const auto& definition = (*kept)->definition();
      entry.place = printedPlace(definition.place);
      entry.title = definition.title.in(words.language);
      if (found == all.end()) entry.title += std::string(" (") + words("thiếu plugin", "plugin missing") + ")";
      CCHC_TRY(const auto loaded, loadSection(suite, entry.key));
      entry.begun = loaded.has_value();
      const auto data = loaded ? loaded->data : initialData(definition);
      const auto count = completenessOf(definition, data, evaluate(**kept, data, surroundings));
      entry.filled = count.filled, entry.required = count.required;
      if (loaded) {
        entry.state = loaded->header.state, entry.revision = loaded->header.revision;
        if (entry.state == SectionState::returned || entry.state == SectionState::draft) entry.reason = loaded->header.reason;
      }
    }
    ordered.emplace_back(rank, assignment.subject, std::move(entry));
  }
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b)); });
  for (auto& each : ordered) entries.push_back(std::move(std::get<2>(each)));
  return entries;
}

Result<std::vector<NavigatorEntry>> navigatorEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period, Words words) {
  CCHC_TRY(auto entries, uncountedEntries(suite, reporter, period, words));
  CCHC_CHECK(countFindings(suite, period, entries));
  return entries;
}

std::string entryText(const NavigatorEntry& entry, Words words) {
  std::string text = std::string(stateShape(entry.state, entry.begun)) + " ";
  text += (entry.place.empty() ? "" : entry.place + " ") + entry.title;
  text += "  " + std::to_string(entry.filled) + "/" + std::to_string(entry.required);
  if (entry.errors > 0) text += std::string("  ") + severityShape(Severity::error) + std::to_string(entry.errors);
  if (entry.warnings > 0) text += std::string("  ") + severityShape(Severity::warning) + std::to_string(entry.warnings);
  static_cast<void>(words);
  return text;
}

std::optional<int> daysLeft(const std::vector<NavigatorEntry>& entries, const Date& today) {
  std::optional<int> least;
  for (const auto& entry : entries) {
    const bool sent = entry.begun && entry.state != SectionState::draft && entry.state != SectionState::returned;
    if (sent || !entry.deadline) continue;
    const auto days = daysBetween(today, *entry.deadline);
    if (days && (!least || *days < *least)) least = days;
  }
  return least;
}

std::string daysLeftText(int days, Words words) {
  if (days < 0) return words("Quá hạn ", "") + std::to_string(-days) + words(" ngày", days == -1 ? " day late" : " days late");
  if (days == 0) return words("Hết hạn hôm nay", "Due today");
  return words("Còn ", "") + std::to_string(days) + words(" ngày", days == 1 ? " day left" : " days left");
}

std::vector<SearchHit> search(Suite& suite, const std::vector<NavigatorEntry>& entries, const std::string& wanted, Words words, std::size_t limit) {
  std::vector<SearchHit> hits;
  const auto folded = foldForSearch(foldSpace(wanted));
  if (folded.empty()) return hits;
  const auto matches = [&](const std::string& text) { return foldForSearch(text).find(folded) != std::string::npos; };
  for (const auto& entry : entries) {
    const auto definition = suite.catalogue.find(entry.key.definition);
    if (!definition) continue;
    const auto& form = definition->definition();
    const auto loaded = loadSection(suite, entry.key);
    const auto data = loaded && *loaded ? (*loaded)->data : initialData(form);
    const auto hit = [&](std::string place, const std::string& text) {
      if (hits.size() < limit) hits.push_back({entry.key, std::move(place), entry.place + " · " + text});
    };
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      const auto& field = form.fields[i];
      const auto label = field.label.in(words.language);
      const auto value = shownText(field, data.fields[i], words);
      if (matches(label) || matches(field.code) || (!value.empty() && matches(value))) hit(field.id, label + (value.empty() ? "" : ": " + value));
    }
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
      const auto& table = form.tables[t];
      const auto title = table.title.in(words.language);
      if (matches(title)) hit(table.id, title);
      for (const auto& row : data.tables[t].rows) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          const auto value = shownText(table.columns[c], row.cells[c], words);
          if (!value.empty() && matches(value)) hit(placeText(Place::ofCell(table.id, row.id, table.columns[c].id)), title + ": " + value);
        }
      }
    }
  }
  return hits;
}

}  // namespace cchc::presentation
