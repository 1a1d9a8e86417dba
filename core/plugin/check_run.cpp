#include "core/plugin/check_run.h"

#include "core/plugin/convert.h"

namespace cchc {

CheckRun::CheckRun(const SectionKey& key, const SectionView& section, const Surroundings& surroundings,
                   const std::vector<std::string>& others, const PluginMessages& messages,
                   std::vector<Finding>& findings)
    : key_(key),
      surroundings_(surroundings),
      messages_(messages),
      findings_(findings),
      data_(*section.data),
      reader_(section) {
  if (const auto* previous = surroundings.previous()) previous_.emplace(*previous);
  for (const auto& other : others) {
    if (const auto* view = surroundings.section(DefinitionId(other))) {
      others_.try_emplace(other, *view);
    } else if (const auto* children = surroundings.children(DefinitionId(other))) {
      others_.try_emplace(other, children->section);
    }
  }
}

const plugin::SectionReader* CheckRun::other(const plugin::Text& definition) const noexcept {
  const auto found = others_.find(std::string_view(definition.data, definition.size));
  return found == others_.end() ? nullptr : &found->second;
}

std::int32_t CheckRun::periodYear() const noexcept {
  const auto* period = surroundings_.period();
  return period == nullptr ? 0 : period->end.year;
}
plugin::CalendarDate CheckRun::periodStart() const noexcept {
  const auto* period = surroundings_.period();
  return period == nullptr ? plugin::CalendarDate{} : detail::calendarDate(period->start);
}
plugin::CalendarDate CheckRun::periodEnd() const noexcept {
  const auto* period = surroundings_.period();
  return period == nullptr ? plugin::CalendarDate{} : detail::calendarDate(period->end);
}

void CheckRun::addFinding(const plugin::Text& code, plugin::Severity severity, const plugin::Place* places,
                          std::size_t placeCount, const plugin::Argument* arguments,
                          std::size_t argumentCount) noexcept {
  std::vector<Parameter> parameters;
  for (std::size_t i = 0; i < argumentCount; ++i) {
    parameters.push_back({std::string(arguments[i].name.data, arguments[i].name.size),
                          std::string(arguments[i].value.data, arguments[i].value.size)});
  }
  const std::string codeText(code.data, code.size);
  const auto place = placeCount > 0 ? reader_.placeText(places[0]) : std::string();
  if (placeCount > 1) {  // {places} and {places_en}: the further places, for messages that name them
    Label further;
    for (std::size_t i = 1; i < placeCount; ++i) {
      const auto label = reader_.placeLabel(places[i]);
      further.vi += (i == 1 ? "" : "; ") + label.vi;
      further.en += (i == 1 ? "" : "; ") + label.in(Language::en);
    }
    parameters.push_back({"places", further.vi});
    parameters.push_back({"places_en", further.en});
  }
  auto finding = makeFinding(codeText, static_cast<Severity>(severity), key_, place, parameters);
  if (const auto own = messages_.find(codeText); own != messages_.end()) {
    finding.viWhat = fillPlaceholders(own->second.vi, parameters);
    finding.viFix = fillPlaceholders(own->second.viFix, parameters);
    finding.enWhat = fillPlaceholders(own->second.en, parameters);
    finding.enFix = fillPlaceholders(own->second.enFix, parameters);
  }
  for (const auto& explanation : data_.explanations) {
    if (explanation.code == finding.code && explanation.place == finding.place) finding.explanation = explanation.text;
  }
  findings_.push_back(std::move(finding));
}

}  // namespace cchc
