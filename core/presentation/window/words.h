// Words of the window in both languages, written side by side, so that neither can be missing.
#pragma once
#include <string>

#include "core/model/finding.h"
#include "core/model/section.h"

namespace cchc::presentation {

struct Words {
  Language language = Language::vi;
  const char* operator()(const char* vi, const char* en) const { return language == Language::en ? en : vi; }
};

// "Đã gửi (lần 2)"; `begun` false: nothing is there yet.
std::string stateText(SectionState state, int revision, bool begun, Words words);
// "II.5"; "" for the letter's heading, which has no number in the outline.
inline std::string printedPlace(const std::string& place) { return place == "heading" ? std::string() : place; }
// A shape beside each state and severity, so that colour never stands alone.
const char* stateShape(SectionState state, bool begun);
const char* severityShape(Severity severity);
std::string severityText(Severity severity, Words words);

}  // namespace cchc::presentation
