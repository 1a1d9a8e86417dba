// The texts of the window in the chosen language, from the catalogue of texts (core/base/texts.h).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/texts.h"
#include "core/model/finding.h"
#include "core/model/section.h"

namespace cchc::presentation {

struct Words {
  Language language = Language::vi;
  // The text of a code, with placeholders filled. For a code without an entry, the code itself.
  std::string operator()(std::string_view code) const { return std::string(text(code, language)); }
  std::string operator()(std::string_view code, const std::vector<Parameter>& parameters) const {
    return text(code, language, parameters);
  }
};

// "Đã gửi (lần 2)". `begun` false: the section has no data yet.
std::string stateText(SectionState state, int revision, bool begun, Words words);
// A section's place in the outline as printed, "II.5"; "" for the report's heading, which has no number.
inline std::string printedPlace(const std::string& place) { return place == "heading" ? std::string() : place; }
// A shape for each state and severity, so that nothing is shown by colour alone.
const char* stateShape(SectionState state, bool begun);
const char* severityShape(Severity severity);
std::string severityText(Severity severity, Words words);

}  // namespace cchc::presentation
