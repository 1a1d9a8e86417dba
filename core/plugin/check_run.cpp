#include "core/plugin/check_run.h"

#include <utility>

#include "core/plugin/boundary.h"

namespace cchc {
namespace {

const cchc_section* otherSection(void* self, cchc_text definition) noexcept {
  if (!LiveSelf::mayUse(self)) return nullptr;
  return static_cast<const CheckRun*>(self)->other(boundary::wanted(definition));
}

void takeFinding(void* self, const cchc_finding* finding) noexcept {
  if (!LiveSelf::mayUse(self)) return;
  try {
    static_cast<CheckRun*>(self)->addFinding(finding);
  } catch (...) {  // no exception may reach the plugin, and only a lack of memory throws here
    return;
  }
}

// The next element of an array whose elements are as large as the plugin's header says.
const cchc_place* placeAt(const cchc_place* places, std::uint64_t index) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(places);
  return reinterpret_cast<const cchc_place*>(bytes + index * places->size);
}

}  // namespace

CheckRun::CheckRun(const SectionKey& key, const SectionView& section, const Surroundings& surroundings,
                   const std::vector<std::string>& others, const PluginMessages& messages,
                   std::vector<Finding>& findings)
    : key_(key), messages_(messages), findings_(findings), reader_(section) {
  if (const auto* previous = surroundings.previous()) previous_.emplace(*previous);
  for (const auto& other : others) {
    if (const auto* view = surroundings.section(DefinitionId(other))) {
      others_.try_emplace(other, *view);
    } else if (const auto* children = surroundings.children(DefinitionId(other))) {
      others_.try_emplace(other, children->section);
    }
  }
  raw_.size = sizeof raw_;
  raw_.self = this;
  if (const auto* period = surroundings.period()) {
    raw_.period_year = period->end.year;
    raw_.period_start = boundary::dateOf(period->start);
    raw_.period_end = boundary::dateOf(period->end);
    raw_.period_span = period->span == PeriodSpan::inPeriod ? CCHC_IN_THE_PERIOD : CCHC_CUMULATIVE;
  }
  unitCode_ = codeOf(key.unit);
  raw_.unit = boundary::view(unitCode_);
  if (const auto* circumstances = surroundings.circumstances();
      circumstances != nullptr && circumstances->forms.size() == 1)
    unitForm_ = circumstances->forms.front();
  raw_.unit_form = boundary::view(unitForm_);
  raw_.section = &reader_.raw();
  raw_.previous = previous_ ? &previous_->raw() : nullptr;
  raw_.other = &otherSection;
  raw_.add_finding = &takeFinding;
}

const cchc_section* CheckRun::other(std::string_view definition) const {
  const auto found = others_.find(definition);
  return found == others_.end() ? nullptr : &found->second.raw();
}

Result<Finding> CheckRun::read(const cchc_finding* finding) const {
  CCHC_CHECK(boundary::sized(finding, "cchc_finding"));
  CCHC_CHECK(boundary::inEnumeration(finding->severity, CCHC_ERROR, "cchc_finding.severity"));
  CCHC_TRY(const auto code, boundary::code(finding->code, "cchc_finding.code"));
  const auto own = messages_.find(code);
  if (own == messages_.end()) return fail("plugin.unknown-code", {}, {{"given", code}});
  CCHC_CHECK(boundary::array(finding->places, finding->place_count, boundary::mostPlaces, "cchc_finding.places"));
  CCHC_TRY(auto parameters, boundary::arguments(finding->arguments, finding->argument_count, "cchc_finding.arguments"));
  Place place;
  Label further;
  for (std::uint64_t i = 0; i < finding->place_count; ++i) {
    const auto* at = placeAt(finding->places, i);
    CCHC_TRY(auto known, reader_.place(at));
    if (at->size != finding->places->size)
      return fail(boundary::wrongSize("cchc_place", at->size, finding->places->size));
    if (i == 0) {
      place = std::move(known);
      continue;
    }
    const auto label = reader_.label(*at);
    further.vi += (i == 1 ? "" : "; ") + label.vi;
    further.en += (i == 1 ? "" : "; ") + label.in(Language::en);
  }
  if (finding->place_count > 1) {
    parameters.push_back({"places", further.vi});
    parameters.push_back({"places_en", further.en});
  }
  Finding read;
  read.code = code;
  read.severity = static_cast<Severity>(finding->severity);
  read.section = key_;
  read.place = std::move(place);
  read.viWhat = fillPlaceholders(own->second.vi, parameters);
  read.viFix = fillPlaceholders(own->second.viFix, parameters);
  read.enWhat = fillPlaceholders(own->second.en, parameters);
  read.enFix = fillPlaceholders(own->second.enFix, parameters);
  setExplanation(read, *reader_.view().data);
  return read;
}

void CheckRun::addFinding(const cchc_finding* finding) {
  if (fault_) return;
  if (auto counted = boundary::atMost(++added_, boundary::mostFindings, "cchc_finding"); !counted) {
    fault_ = std::move(counted).error();
    return;
  }
  auto read = this->read(finding);
  if (read && !reader_.inForce(read->place)) return;  // what is not asked cannot be corrected
  if (read)
    findings_.push_back(std::move(*read));
  else
    fault_ = std::move(read).error();
}

}  // namespace cchc
