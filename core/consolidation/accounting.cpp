#include "core/consolidation/accounting.h"

#include <algorithm>

namespace cchc {
namespace {

constexpr const char* notPrintedCode = "report.not-printed";

// Calls `visit` with each value of the group that the section has: its place, and whether it is in force and asked.
template <class Visit>
void eachValue(const GroupSource& source, std::size_t group, const Visit& visit) {
  const auto& form = source.definition->definition();
  const auto& evaluation = *source.evaluation;
  for (const auto& item : form.groups[group].items) {
    if (item.kind == GroupItem::Kind::field) {
      if (source.data->fields[item.index].blank()) continue;
      visit(Place::ofField(form.fields[item.index].id),
            evaluation.inForce.field(item.index) && evaluation.fields[item.index].relevant);
    } else if (item.kind == GroupItem::Kind::table) {
      const auto& table = form.tables[item.index];
      const auto& data = source.data->tables[item.index];
      if (data.nothing) visit(Place::ofTable(table.id), evaluation.inForce.table(item.index));
      for (std::size_t r = 0; r < data.rows.size(); ++r) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          if (data.rows[r].cells[c].blank()) continue;
          visit(Place::ofCell(table.id, data.rows[r].id, table.columns[c].id),
                evaluation.inForce.cell(item.index, r, c) && evaluation.cells[item.index][r][c].relevant);
        }
      }
    }
  }
}

// The narrative of a paragraph: all of the id, or what is before the row ("tasks[r1]").
std::string_view narrativeOf(const ParagraphData& paragraph) {
  return std::string_view(paragraph.id).substr(0, paragraph.id.find('['));
}

// Calls `visit` with each edited paragraph of the group. Paragraphs of a narrative that the definition does not have
// are kept values, and are not among the data.
template <class Visit>
void eachEdited(const GroupSource& source, std::size_t group, const Visit& visit) {
  const auto& form = source.definition->definition();
  for (const auto& paragraph : source.data->paragraphs) {
    if (!paragraph.text) continue;
    for (const auto& item : form.groups[group].items) {
      if (item.kind == GroupItem::Kind::narrative && form.narratives[item.index].id == narrativeOf(paragraph))
        visit(Place::ofParagraph(paragraph.id), source.evaluation->inForce.narrative(item.index));
    }
  }
}

Finding finding(const GroupSource& source, const Place& place, const char* why) {
  const auto label = placeLabel(source.definition->definition(), *source.data, place);
  return makeFinding(notPrintedCode, Severity::error, *source.key, place,
                     {{"label", label.vi},
                      {"label_en", label.in(Language::en)},
                      {"why_vi", std::string(text(why, Language::vi))},
                      {"why_en", std::string(text(why, Language::en))}});
}

}  // namespace

Accounting::Accounting(const Outline& outline) : leftOut_(outline.leftOut) { addPlaces(outline.places); }

void Accounting::addPlaces(const std::vector<OutlineEntry>& entries) {
  for (const auto& entry : entries) {
    places_.insert(entry.place.id);
    addPlaces(entry.places);
  }
}

const LeftOutPart* Accounting::leftOut(const DefinitionId& definition, const std::string& group) const {
  const auto found = std::find_if(leftOut_.begin(), leftOut_.end(), [&](const LeftOutPart& part) {
    return part.definition == definition && (part.group.empty() || part.group == group);
  });
  return found == leftOut_.end() ? nullptr : &*found;
}

bool Accounting::hasContent(const GroupSource& source, std::size_t group) {
  bool has = source.data->groupNothing[group];
  eachValue(source, group, [&](const Place&, bool) { has = true; });
  eachEdited(source, group, [&](const Place&, bool) { has = true; });
  return has;
}

void Accounting::printed(const ReportGroup& group) {
  auto& places = printed_[{group.section.definition, group.aggregate}];
  places.insert(placeText(Place::ofGroup(group.id)));
  for (const auto& indicator : group.indicators) places.insert(indicator.id);
  for (const auto& table : group.tables) {
    places.insert(table.id);
    for (const auto& row : table.rows) {
      for (const auto& cell : row.cells) places.insert(placeText(Place::ofCell(table.id, row.id, cell.column)));
    }
  }
  for (const auto& paragraph : group.paragraphs) places.insert(placeText(Place::ofParagraph(paragraph.id)));
}

std::vector<Finding> Accounting::notPrinted(const GroupSource& source) const {
  std::vector<Finding> findings;
  const auto& form = source.definition->definition();
  const auto found = printed_.find({form.id, source.aggregate != nullptr});
  const auto isPrinted = [&](const Place& place) {
    return found != printed_.end() && found->second.contains(placeText(place));
  };
  for (std::size_t group = 0; group < form.groups.size(); ++group) {
    const auto& id = form.groups[group].id;
    if (!source.evaluation->inForce.group(group) || leftOut(form.id, id) != nullptr) continue;
    const auto whole = Place::ofGroup(id);
    if (!isPrinted(whole)) {
      if (hasContent(source, group)) findings.push_back(finding(source, whole, "missing.no-place"));
      continue;
    }
    const auto check = [&](const Place& place, bool asked) {
      if (asked && !isPrinted(place)) findings.push_back(finding(source, place, "missing.not-in-text"));
    };
    eachValue(source, group, check);
    eachEdited(source, group, check);
  }
  return findings;
}

}  // namespace cchc
