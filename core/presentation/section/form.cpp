#include "core/presentation/section/form.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/definition/located_place.h"
#include "core/presentation/section/formula_text.h"
#include "core/presentation/section/step_name.h"
#include "core/rules/section_findings.h"

namespace cchc::presentation {

std::string changePercent(const Value& now, const Value& before) {
  if (now.number() == nullptr || before.number() == nullptr || before.number()->isZero()) return {};
  const auto difference = subtract(*now.number(), *before.number());
  const auto percent = difference ? rate(*difference, *before.number(), 1) : std::nullopt;
  return percent ? (percent->isNegative() ? "" : "+") + vietnamese::percent(*percent) : std::string();
}

Form::Completeness completenessOf(const SectionDefinition& definition, const SectionData& data,
                                  const Evaluation& evaluation) {
  Form::Completeness count;
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& field = definition.fields[i];
    if (field.required != Required::submit || !evaluation.fields[i].relevant || !field.reference.empty()) continue;
    ++count.required;
    count.filled += data.groupNothing[field.group] || !evaluation.fields[i].value().blank() ? 1 : 0;
  }
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    if (definition.tables[i].required != Required::submit || !evaluation.inForce.table(i)) continue;
    ++count.required;
    count.filled +=
        data.tables[i].nothing || data.groupNothing[definition.tables[i].group] || !data.tables[i].rows.empty() ? 1 : 0;
  }
  return count;
}

void Form::layOut() {
  rows_.clear();
  const auto& form = editing_.definition();
  for (std::size_t g = 0; g < form.groups.size(); ++g) {
    const auto& group = form.groups[g];
    const auto& inForce = editing_.evaluation().inForce;
    // A group without anything that is in force disappears.
    const bool any = std::any_of(group.items.begin(), group.items.end(), [&](const GroupItem& item) {
      return item.kind == GroupItem::Kind::field   ? inForce.field(item.index)
             : item.kind == GroupItem::Kind::table ? inForce.table(item.index)
                                                   : false;
    });
    if (!any) continue;
    rows_.push_back({FormRow::Kind::group, g});
    if (folded_.contains(g) || groupNothing(g)) continue;
    for (const auto& item : group.items) {
      if (item.kind == GroupItem::Kind::table && inForce.table(item.index))
        rows_.push_back({FormRow::Kind::table, item.index});
      if (item.kind == GroupItem::Kind::field && editing_.evaluation().fields[item.index].relevant)
        rows_.push_back({FormRow::Kind::field, item.index});
    }
  }
  const auto& kept = editing_.data().kept;
  if (!kept.empty()) rows_.push_back({FormRow::Kind::keptHeading, 0});
  for (std::size_t i = 0; i < kept.size(); ++i) rows_.push_back({FormRow::Kind::kept, i});
}

std::string Form::keptTitle() const {
  return words_("form.kept-values", {{"count", std::to_string(editing_.data().kept.size())}});
}

Form::KeptLine Form::keptLine(std::size_t kept) const {
  const auto& one = editing_.data().kept[kept];
  // A place that the form no longer has is named by its address.
  const auto label = cchc::placeLabel(editing_.definition(), editing_.data(), one.place);
  return {label.in(words_.language), keptValueText(one, words_.language)};
}

bool Form::enteredInTable(std::size_t table) const {
  const auto& places = editing_.enteredPlaces();
  const auto whole = Place::ofTable(editing_.definition().tables[table].id);
  return std::any_of(places.begin(), places.end(), [&](const Place& place) { return liesIn(place, whole); });
}

bool Form::enteredInGroup(std::size_t group) const {
  return editing_.enteredPlaces().contains(Place::ofGroup(editing_.definition().groups[group].id));
}

bool Form::refresh() {
  auto before = std::move(rows_);
  layOut();
  return before != rows_;
}

void Form::fold(std::size_t group, bool folded) {
  if (folded)
    folded_.insert(group);
  else
    folded_.erase(group);
  layOut();
}

std::vector<std::string> Form::choicesOf(std::size_t field) const {
  std::vector<std::string> labels;
  for (const auto& choice : editing_.definition().fields[field].choices) {
    if (editing_.evaluation().inForce.choice(choice)) labels.push_back(choice.label.in(words_.language));
  }
  return labels;
}

std::string Form::groupTitle(std::size_t group) const {
  const auto& one = editing_.definition().groups[group];
  const auto& title = one.title.in(words_.language);
  const auto& text = title.empty() ? editing_.definition().title.in(words_.language) : title;
  return groupNothing(group) ? words_("form.group-nothing", {{"group", text}}) : text;
}

std::string Form::tableTitle(std::size_t table) const {
  const auto& data = editing_.data().tables[table];
  const auto& title = editing_.definition().tables[table].title.in(words_.language);
  if (data.nothing) return words_("form.table-nothing", {{"table", title}});
  return words_(data.rows.size() == 1 ? "form.table-rows.one" : "form.table-rows.many",
                {{"table", title}, {"count", std::to_string(data.rows.size())}});
}

namespace {

template <class Match>
std::optional<Severity> worstOf(const std::vector<Finding>& findings, const Match& match,
                                const Finding** which = nullptr) {
  std::optional<Severity> worst;
  for (const auto& finding : findings) {
    if (!match(finding) || (worst && finding.severity <= *worst)) continue;
    worst = finding.severity;
    if (which != nullptr) *which = &finding;
  }
  return worst;
}

}  // namespace

std::optional<Severity> Form::worstOfTable(std::size_t table) const {
  const auto& id = editing_.definition().tables[table].id;
  return worstOf(editing_.findings(), [&](const Finding& finding) { return finding.place.owner() == id; });
}

void Form::compare(std::size_t field, ComparisonKind kind, std::string& shown, std::string& change,
                   std::string& note) const {
  const auto* compared = editing_.compared(kind);
  if (compared == nullptr) return;
  const auto& one = editing_.definition().fields[field];
  const bool previous = kind == ComparisonKind::previousPeriod;
  const auto addNote = [&](const std::string& text) { note += (note.empty() ? "" : "\n") + text; };
  const auto addFigure = [&](const std::string& value) {
    addNote(words_(previous ? "form.previous-period" : "form.last-year", {{"value", value}}));
  };
  if (const auto* reason = compared->reasonOf(field)) {
    shown = words_("form.not-comparable-brief");  // there is little room beside the figure
    addFigure(words_("form.not-comparable"));
    addNote(message(*reason, words_.language).what);
    return;
  }
  const auto& value = compared->view()->evaluation->fields[field].value();
  shown = shownText(one, value, words_);
  if (shown.empty()) return;
  change = changePercent(editing_.evaluation().fields[field].value(), value);
  addFigure(shown + (change.empty() ? "" : " (" + change + ")"));
  if (compared->regrouped()) addNote(words_("form.regrouped"));
  if (compared->parts().size() < 2 && !compared->regrouped()) return;
  for (const auto& part : compared->parts()) {
    addNote(words_("form.addend", {{"unit", part.unitName},
                                   {"period", part.periodName},
                                   {"value", shownText(one, part.evaluation.fields[field].value(), words_)}}));
  }
}

bool Form::editable(std::size_t field) const {
  const auto& form = editing_.definition().fields[field];
  return !editing_.locked() && form.enterable() && form.type != FieldType::attachment &&
         editing_.evaluation().inForce.field(field);
}

FieldLine Form::line(std::size_t field) const {
  const auto& form = editing_.definition();
  const auto& one = form.fields[field];
  const auto& effective = editing_.evaluation().fields[field];
  FieldLine line;
  line.label = one.label.in(words_.language);
  line.unit = unitText(one, words_);
  line.value = shownText(one, effective.value(), words_);
  line.computed = one.computed() && effective.origin != Origin::given && effective.origin != Origin::entered;
  line.editable = editable(field);
  line.entered = editing_.enteredPlaces().contains(Place::ofField(one.id));
  const auto addNote = [&](const std::string& text) {
    if (!text.empty()) line.note += (line.note.empty() ? "" : "\n") + text;
  };
  if (line.entered) {
    const auto before = shownText(one, editing_.before().fields[field], words_);
    addNote(words_("form.entered-by-office", {{"before", before.empty() ? words_("form.blank") : before}}));
  }
  addNote(one.hint.in(words_.language));
  addNote(presentation::amountInWords(one, effective.value()));
  if (one.comparePrevious)
    compare(field, ComparisonKind::previousPeriod, line.previous, line.previousChange, line.note);
  if (one.compareLastYear) compare(field, ComparisonKind::lastYear, line.lastYear, line.lastYearChange, line.note);
  if (!one.target.empty()) {
    if (const auto target = form.fieldIndex(one.target))
      line.target = shownText(form.fields[*target], editing_.evaluation().fields[*target].value(), words_);
  }
  const Finding* finding = nullptr;
  line.worst = worstOf(
      editing_.findings(), [&](const Finding& other) { return other.place == one.id; }, &finding);
  if (finding != nullptr) line.problem = what(*finding, words_.language) + ". " + fix(*finding, words_.language);
  return line;
}

std::string Form::formulaText(std::size_t field) const {
  const auto& form = editing_.definition();
  const auto& one = form.fields[field];
  const FormulaNames names{[&](std::size_t other) {
                             return shownText(form.fields[other], editing_.evaluation().fields[other].value(), words_);
                           },
                           [&](const DefinitionId& id) { return editing_.otherDefinition(id); }};
  const auto inWords = [&](const ExpressionText& expression) {
    return formulaInWords(form, expression.text, names, words_);
  };
  if (!one.formula.empty()) return words_("formula.whole", {{"formula", inWords(one.formula)}});
  if (!one.numerator.empty()) {
    return words_("formula.whole-rate",
                  {{"numerator", inWords(one.numerator)}, {"denominator", inWords(one.denominator)}});
  }
  if (!one.reference.empty()) return words_("formula.taken-from", {{"source", inWords(one.reference)}});
  return {};
}

std::string Form::amountInWords(std::size_t field, std::string_view typed) const {
  const auto& one = editing_.definition().fields[field];
  if (one.type != FieldType::money) return {};
  const auto value = readTypedValue(one, typed);
  return value ? presentation::amountInWords(one, *value) : std::string();
}

Label Form::labelOf(const Place& place) const {
  const auto& form = editing_.definition();
  return locate(form, place) ? cchc::placeLabel(form, editing_.data(), place) : Label{};
}

std::string Form::placeLabel(const Place& place) const { return labelOf(place).in(words_.language); }

std::array<Form::Comparison, 3> Form::comparisons() const {
  std::array<Comparison, 3> all;
  const auto& form = editing_.definition();
  const auto note = [](Comparison& one, bool any) {
    one.asked = true;
    one.any = one.any || any;
  };
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (!editing_.evaluation().inForce.field(i)) continue;
    const auto& field = form.fields[i];
    const auto any = [&](ComparisonKind kind) {
      const auto* compared = editing_.compared(kind);
      return compared != nullptr &&
             (compared->reasonOf(i) != nullptr || !compared->view()->evaluation->fields[i].value().blank());
    };
    if (field.comparePrevious) note(all[0], any(ComparisonKind::previousPeriod));
    if (field.compareLastYear) note(all[1], any(ComparisonKind::lastYear));
    if (const auto target = field.target.empty() ? std::nullopt : form.fieldIndex(field.target))
      note(all[2], !editing_.evaluation().fields[*target].value().blank());
  }
  return all;
}

std::string Form::editorText(std::size_t field) const {
  const auto& one = editing_.definition().fields[field];
  return editText(one, one.computed() ? editing_.data().fields[field] : editing_.evaluation().fields[field].value(),
                  words_);
}

Status Form::type(std::size_t field, std::string_view text) {
  if (editing_.locked()) return fail(*editing_.locked());
  if (text == editorText(field)) return {};
  CCHC_TRY(auto value, readTypedValue(editing_.definition().fields[field], text, editing_.data().fields[field],
                                      {.year = onlyYear(editing_.period())}));
  return setValue(field, std::move(value));
}

Status Form::setValue(std::size_t field, Value value) {
  const auto& one = editing_.definition().fields[field];
  const auto& before = editing_.data().fields[field];
  if (before == value) return {};
  const auto named = [&](Language language) {
    const auto shown = [&](const Value& which) {
      auto text = shownText(one, which, {language});
      if (lengthOf(text) > 40) text = "…";
      return text.empty() ? Words{language}("form.blank") : text;
    };
    return one.label.in(language) + ": " + shown(before) + " → " + shown(value);
  };
  return editing_.apply({{named(Language::vi), named(Language::en)}, {FieldEdit{field, std::move(value)}}});
}

Status Form::setGroupNothing(std::size_t group, bool nothing) {
  const auto& title = editing_.definition().groups[group].title;
  return editing_.apply({stepName("undo.nothing-to-report", {{"title", title}}), {GroupNothing{group, nothing}}});
}

Status Form::setTableNothing(std::size_t table, bool nothing) {
  const auto& title = editing_.definition().tables[table].title;
  return editing_.apply({stepName("undo.nothing-to-report", {{"title", title}}), {TableNothing{table, nothing}}});
}

Status Form::setExplanation(const Finding& finding, const std::string& text) {
  auto place = labelOf(finding.place);
  if (place.empty()) place = editing_.definition().title;
  return editing_.apply(
      {stepName("undo.explanation", {{"place", place}}), {ExplanationEdit{{finding.code, finding.place, text}}}});
}

std::optional<std::size_t> Form::nextEditable(std::optional<std::size_t> row, bool forward) const {
  auto at = row ? static_cast<std::ptrdiff_t>(*row) : (forward ? -1 : static_cast<std::ptrdiff_t>(rows_.size()));
  for (at += forward ? 1 : -1; at >= 0 && at < static_cast<std::ptrdiff_t>(rows_.size()); at += forward ? 1 : -1) {
    const auto& candidate = rows_[static_cast<std::size_t>(at)];
    const bool attached = candidate.kind == FormRow::Kind::field &&
                          editing_.definition().fields[candidate.index].type == FieldType::attachment;
    if (candidate.kind == FormRow::Kind::table || attached ||
        (candidate.kind == FormRow::Kind::field && editable(candidate.index)))
      return static_cast<std::size_t>(at);
  }
  return std::nullopt;
}

Form::Target Form::target(const Place& place) const {
  const auto found = locate(editing_.definition(), place);
  if (!found) return {};
  const auto* cell = place.cell();
  return {found->field, found->table, found->row, cell != nullptr ? cell->column : std::string()};
}

std::optional<std::size_t> Form::rowOf(const Place& place) {
  const auto aim = target(place);
  const bool shown = (aim.field || aim.table) && editing_.evaluation().inForce.place(editing_.definition(), place);
  if (!shown) {
    const auto& kept = editing_.data().kept;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (rows_[row].kind == FormRow::Kind::kept && kept[rows_[row].index].place == place) return row;
    }
    return std::nullopt;
  }
  const auto& form = editing_.definition();
  const auto group = aim.field ? form.fields[*aim.field].group : form.tables[*aim.table].group;
  if (folded(group)) fold(group, false);
  const FormRow wanted =
      aim.field ? FormRow{FormRow::Kind::field, *aim.field} : FormRow{FormRow::Kind::table, *aim.table};
  const auto found = std::find(rows_.begin(), rows_.end(), wanted);
  return found == rows_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rows_.begin()));
}

Form::Completeness Form::completeness() const {
  return completenessOf(editing_.definition(), editing_.data(), editing_.evaluation());
}

}  // namespace cchc::presentation
