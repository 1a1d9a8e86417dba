#include "core/model/journal_text.h"

#include <algorithm>
#include <array>

namespace cchc {
namespace {

constexpr std::array<std::string_view, 11> eventMarks = {
    "received ",  "rival ",       "signed ",   "chosen ",        "decided by ",     "discarded ",
    "withdrawn ", "entered for ", "amended: ", "reassigned to ", "period changed: "};
constexpr std::string_view reasonMark = ": ";

}  // namespace

std::string transitionText(const TransitionText& transition) {
  std::string text(stateName(transition.state));
  if (!transition.reason.empty()) text.append(reasonMark).append(transition.reason);
  return text;
}

std::optional<TransitionText> readTransition(std::string_view text) {
  const auto end = text.find(':');
  const auto state = stateOf(text.substr(0, end));
  if (!state) return std::nullopt;
  const auto reason = end == std::string_view::npos ? std::string_view() : text.substr(end);
  return TransitionText{*state, std::string(reason.starts_with(reasonMark) ? reason.substr(reasonMark.size()) : "")};
}

bool isTransition(const Change& change) {
  return change.place.isState() && readTransition(change.oldValue) && readTransition(change.newValue);
}

std::string submissionEventText(const SubmissionEvent& event) {
  return std::string(eventMark(event.kind)) + event.about;
}

std::string_view eventMark(SubmissionEvent::Kind kind) { return eventMarks[static_cast<std::size_t>(kind)]; }

std::optional<SubmissionEvent> readSubmissionEvent(std::string_view text) {
  for (std::size_t i = 0; i < eventMarks.size(); ++i) {
    if (text.starts_with(eventMarks[i]))
      return SubmissionEvent{static_cast<SubmissionEvent::Kind>(i), std::string(text.substr(eventMarks[i].size()))};
  }
  return std::nullopt;
}

std::optional<ReassignmentText> readReassignment(const Change& change) {
  if (change.place.submission() == nullptr) return std::nullopt;
  const auto event = readSubmissionEvent(change.newValue);
  if (!event || event->kind != SubmissionEvent::Kind::reassigned) return std::nullopt;
  const auto end = std::min(event->about.find(reasonMark), event->about.size());
  const auto after = std::min(end + reasonMark.size(), event->about.size());
  return ReassignmentText{OrgUnitId(change.oldValue), OrgUnitId(event->about.substr(0, end)),
                          event->about.substr(after)};
}

std::optional<PeriodChangeText> readPeriodChange(const Change& change) {
  if (change.place.submission() == nullptr) return std::nullopt;
  const auto event = readSubmissionEvent(change.newValue);
  if (!event || event->kind != SubmissionEvent::Kind::periodChanged) return std::nullopt;
  return PeriodChangeText{change.oldValue, event->about};
}

}  // namespace cchc
