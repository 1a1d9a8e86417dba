#include "core/presentation/window/words.h"

namespace cchc::presentation {

std::string stateText(SectionState state, int revision, bool begun, Words words) {
  if (!begun) return words("state.not-begun");
  std::string label(stateLabel(state, words.language));
  const bool numbered = state == SectionState::submitted || state == SectionState::accepted;
  if (!numbered || revision <= 1) return label;
  return words("state.revision", {{"state", label}, {"revision", std::to_string(revision)}});
}

const char* stateShape(SectionState state, bool begun) {
  if (!begun) return "○";
  switch (state) {
    case SectionState::draft:
      return "◐";
    case SectionState::submitted:
      return "➤";
    case SectionState::returnAsked:
      return "↶";
    case SectionState::accepted:
      return "✓";
    case SectionState::returned:
      return "↩";
    case SectionState::inReport:
      return "▣";
    case SectionState::issued:
      return "●";
  }
  return "";
}

const char* severityShape(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "■";
    case Severity::warning:
      return "▲";
    case Severity::information:
      return "ℹ";
  }
  return "";
}

std::string severityText(Severity severity, Words words) {
  return std::string(severityLabel(severity, words.language));
}

}  // namespace cchc::presentation
