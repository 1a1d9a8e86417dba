#include "core/app/forms/form_preview.h"

#include <string_view>
#include <utility>

#include "core/app/forms/sample_values.h"
#include "core/base/vietnamese.h"
#include "core/model/finding.h"
#include "core/narrative/display.h"
#include "core/narrative/narrative.h"
#include "core/rules/evaluation.h"

namespace cchc {
namespace {

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (c == '&')
      safe += "&amp;";
    else if (c == '"')
      safe += "&quot;";
    else
      safe += c;
  }
  return safe;
}

class Page {
 public:
  Page(const CompiledDefinition& compiled, Language language)
      : compiled_(compiled),
        form_(compiled.definition()),
        language_(language),
        data_(sampleValues(form_)),
        period_(samplePeriod(language)),
        circumstances_{},
        surroundings_(period_, circumstances_),
        evaluation_(evaluate(compiled, data_, surroundings_)) {}

  std::string body() {
    html_ = "<h2>" + escaped(form_.title.in(language_)) + "</h2>\n<p><b>" + words("form-preview.notice") +
            "</b></p>\n<p>" +
            words("form-preview.form", {{"id", form_.id.value},
                                        {"version", std::to_string(form_.version)},
                                        {"place", form_.place},
                                        {"owner", form_.owner}}) +
            limits(form_.inForce) + "</p>\n";
    for (std::size_t g = 0; g < form_.groups.size(); ++g) addGroup(g);
    addRules();
    return html_;
  }

 private:
  static Period samplePeriod(Language language) {
    Period period;
    period.id = PeriodId("2025-6T");
    period.name = text("form-preview.period", language, {});
    period.nextName = text("form-preview.next-period", language, {});
    period.start = {2024, 12, 15};
    period.end = {2025, 6, 14};
    return period;
  }

  std::string words(std::string_view code, const std::vector<Parameter>& parameters = {}) const {
    return escaped(text(code, language_, parameters));
  }

  // " (từ 01/07/2025; xã, phường)"
  std::string limits(const InForce& inForce) const {
    std::string all;
    const auto add = [&](const std::string& one) { all += (all.empty() ? "" : "; ") + one; };
    if (inForce.from) add(words("form-preview.from", {{"day", vietnamese::date(*inForce.from)}}));
    if (inForce.until) add(words("form-preview.until", {{"day", vietnamese::date(*inForce.until)}}));
    std::string forms;
    for (const auto& form : inForce.unitForms) forms += (forms.empty() ? "" : ", ") + form;
    if (!forms.empty()) add(escaped(forms));
    return all.empty() ? "" : " <i>(" + all + ")</i>";
  }

  std::string valueOf(const FieldDefinition& field, const Effective& effective) const {
    if (!effective.relevant) return "<i>" + words("form-preview.not-relevant") + "</i>";
    const auto shown = display(field, effective, "");
    return shown.empty() ? "…" : escaped(shown);
  }

  // What is told of a field beside its value.
  std::string notes(const FieldDefinition& field) const {
    std::string all;
    const auto add = [&](const std::string& one) { all += (all.empty() ? "" : "<br>") + one; };
    if (field.required == Required::submit) add(words("form-preview.required"));
    if (!field.hint.empty()) add(escaped(field.hint.in(language_)));
    if (!field.source.empty()) add(escaped(field.source));
    std::string choices;
    for (const auto& choice : field.choices)
      choices += (choices.empty() ? "" : "; ") + escaped(choice.label.in(language_)) + limits(choice.inForce);
    if (!choices.empty()) add(words("form-preview.choices") + " " + choices);
    if (field.minimum) add("≥ " + escaped(vietnamese::number(*field.minimum)));
    if (field.maximum) add("≤ " + escaped(vietnamese::number(*field.maximum)));
    if (!field.formula.empty()) add(words("form-preview.computed", {{"formula", field.formula.text}}));
    if (!field.numerator.empty())
      add(words("form-preview.computed", {{"formula", field.numerator.text + " : " + field.denominator.text}}));
    if (!field.reference.empty()) add(words("form-preview.refers", {{"source", field.reference.text}}));
    if (!field.relevant.empty()) add(words("form-preview.relevant", {{"condition", field.relevant.text}}));
    return all;
  }

  std::string labelOf(const FieldDefinition& field) const {
    auto label = escaped(field.label.in(language_));
    if (!field.code.empty()) label += " [" + escaped(field.code) + "]";
    return label + limits(field.inForce);
  }

  void addGroup(std::size_t index) {
    const auto& group = form_.groups[index];
    html_ += "<h3>" + escaped(group.title.in(language_)) + limits(group.inForce) + "</h3>\n";
    bool open = false;
    const auto setOpen = [&](bool wanted) {
      if (wanted != open) html_ += wanted ? "<table border=\"1\" cellpadding=\"4\" cellspacing=\"0\">\n" : "</table>\n";
      open = wanted;
    };
    for (const auto& item : group.items) {
      if (item.kind == GroupItem::Kind::narrative) continue;
      if (item.kind == GroupItem::Kind::table) {
        setOpen(false);
        addTable(item.index);
        continue;
      }
      setOpen(true);
      const auto& field = form_.fields[item.index];
      html_ += "<tr><td>" + labelOf(field) + "</td><td>" + valueOf(field, evaluation_.fields[item.index]) +
               "</td><td>" + notes(field) + "</td></tr>\n";
    }
    setOpen(false);
    NarrativeContext context;
    context.unit = &unit_;
    context.parent = &parent_;
    context.period = &period_;
    for (const auto& paragraph : paragraphs(compiled_, index, data_, evaluation_, context)) {
      const auto* mark = paragraph.level == 1 ? "- " : paragraph.level == 2 ? "+ " : "";
      html_ += "<p>" + std::string(mark) + escaped(paragraph.text) + "</p>\n";
    }
  }

  void addTable(std::size_t index) {
    const auto& table = form_.tables[index];
    if (table.id == "other_facts") return;
    html_ += "<p><b>" + escaped(table.title.in(language_)) + "</b>" + limits(table.inForce) +
             "</p>\n<table border=\"1\" cellpadding=\"4\" cellspacing=\"0\">\n<tr>";
    if (table.fixed) html_ += "<th></th>";
    for (const auto& column : table.columns) html_ += "<th>" + labelOf(column) + "</th>";
    html_ += "</tr>\n";
    for (std::size_t r = 0; r < data_.tables[index].rows.size(); ++r) {
      html_ += "<tr>";
      if (table.fixed)
        html_ +=
            "<td>" + escaped(table.fixedRows[r].label.in(language_)) + limits(table.fixedRows[r].inForce) + "</td>";
      for (std::size_t c = 0; c < table.columns.size(); ++c)
        html_ += "<td>" + valueOf(table.columns[c], evaluation_.cells[index][r][c]) + "</td>";
      html_ += "</tr>\n";
    }
    html_ += "<tr>";
    if (table.fixed) html_ += "<td></td>";
    for (const auto& column : table.columns) html_ += "<td>" + notes(column) + "</td>";
    html_ += "</tr>\n</table>\n";
  }

  void addRules() {
    if (form_.rules.empty()) return;
    html_ += "<h3>" + words("form-preview.rules") + "</h3>\n<ul>\n";
    for (const auto& rule : form_.rules) {
      const auto severity = severityLabel(static_cast<Severity>(rule.severity), language_);
      html_ += "<li>" + escaped(severity) + ": " + escaped(rule.message.in(language_)) + ". " +
               escaped(rule.fix.in(language_)) + limits(rule.inForce) + "</li>\n";
    }
    html_ += "</ul>\n";
  }

  const CompiledDefinition& compiled_;
  const SectionDefinition& form_;
  Language language_;
  SectionData data_;
  Period period_;
  Circumstances circumstances_;
  WithinPeriod surroundings_;
  Evaluation evaluation_;
  OrgUnit unit_{OrgUnitId("1"), "1", "commune", "", text("form-preview.unit", Language::vi, {}), {}, ""};
  OrgUnit parent_{OrgUnitId("0"), "0", "province", "", text("form-preview.parent", Language::vi, {}), {}, ""};
  std::string html_;
};

}  // namespace

std::string formPreviewBody(const CompiledDefinition& form, Language language) { return Page(form, language).body(); }

std::string formPreview(const CompiledDefinition& form, Language language) {
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(language == Language::en ? "en" : "vi") +
         "\"><head><meta charset=\"UTF-8\"><title>" + escaped(form.definition().title.in(language)) +
         "</title></head><body>\n" + formPreviewBody(form, language) + "</body></html>\n";
}

}  // namespace cchc
