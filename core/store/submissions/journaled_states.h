// The states of a section's submissions as its journal tells them. Private to store/.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/model/journal_text.h"
#include "core/model/submission.h"

namespace cchc::store {

class JournaledStates {
 public:
  // Takes the entries of one section in their order.
  void replay(const Change& change);

  using Key = std::pair<int, std::string>;  // revision and digest
  // Of every submission whose receipt is in the journal.
  const std::map<Key, SubmissionState>& states() const { return states_; }
  // When it was received; Time{} if the journal does not say so.
  Time receivedAt(const Key& submission) const {
    const auto found = receivedAt_.find(submission);
    return found == receivedAt_.end() ? Time{} : found->second;
  }

 private:
  void take(int revision, const SubmissionEvent& event, Time at);
  void choose(int revision, const std::string& digest);
  void decide(SubmissionState state);

  std::map<Key, SubmissionState> states_;
  std::map<Key, Time> receivedAt_;
  int current_ = 0;  // the revision that decisions are about
  SectionState section_ = SectionState::draft;
  bool amending_ = false;
};

}  // namespace cchc::store
