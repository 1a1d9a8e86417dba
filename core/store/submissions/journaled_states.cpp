#include "core/store/submissions/journaled_states.h"

#include <algorithm>
#include <utility>

#include "core/store/submissions/set_aside.h"

namespace cchc::store {
namespace {

bool counts(SubmissionState state) { return state < SubmissionState::rival; }

}  // namespace

void JournaledStates::replay(const Change& change) {
  if (const auto* submission = change.place.submission()) {
    if (const auto event = readSubmissionEvent(change.newValue)) take(submission->revision, *event, change.at);
    return;
  }
  if (!isTransition(change)) return;
  section_ = readTransition(change.newValue)->state;
  if (section_ == SectionState::accepted) decide(SubmissionState::accepted);
  // A heading is amended by the steps of a return, but what was accepted stays so.
  if (section_ == SectionState::returned && !std::exchange(amending_, false)) decide(SubmissionState::returned);
  if (section_ != SectionState::submitted) return;
  for (const auto& [key, state] : states_) {
    if (counts(state)) current_ = std::max(current_, key.first);
  }
}

void JournaledStates::take(int revision, const SubmissionEvent& event, Time at) {
  // After the digest, a signer or a reason may follow.
  const auto digest = event.about.substr(0, event.about.find_first_of(" :"));
  switch (event.kind) {
    case SubmissionEvent::Kind::received:
      states_[{revision, digest}] = SubmissionState::submitted;
      receivedAt_.try_emplace({revision, digest}, at);
      // What arrives after the issue waits.
      if (section_ != SectionState::issued) current_ = std::max(current_, revision);
      break;
    case SubmissionEvent::Kind::rival:
      states_[{revision, digest}] = SubmissionState::rival;
      receivedAt_.try_emplace({revision, digest}, at);
      break;
    case SubmissionEvent::Kind::chosen:
      choose(revision, digest);
      break;
    case SubmissionEvent::Kind::discarded:
      states_[{revision, digest}] = SubmissionState::discarded;
      if (isWildRevision(revision)) current_ = 0;  // the next one received counts
      break;
    case SubmissionEvent::Kind::withdrawn:
      states_[{revision, digest}] = SubmissionState::withdrawn;
      break;
    case SubmissionEvent::Kind::amended:
      amending_ = true;
      break;
    case SubmissionEvent::Kind::nowSigned:
    case SubmissionEvent::Kind::decided:
    case SubmissionEvent::Kind::entered:
    case SubmissionEvent::Kind::reassigned:
    case SubmissionEvent::Kind::periodChanged:
      break;
  }
}

// A choice of the package that counts already changes nothing.
void JournaledStates::choose(int revision, const std::string& digest) {
  if (section_ != SectionState::issued) current_ = std::max(current_, revision);
  const auto chosen = states_.find({revision, digest});
  if (chosen != states_.end() && counts(chosen->second)) return;
  for (auto& [key, state] : states_) {
    if (key.first == revision && counts(state)) state = SubmissionState::rival;
  }
  if (chosen != states_.end()) chosen->second = SubmissionState::submitted;
}

void JournaledStates::decide(SubmissionState state) {
  for (auto& [key, of] : states_) {
    if (key.first == current_ && counts(of)) of = state;
  }
}

}  // namespace cchc::store
