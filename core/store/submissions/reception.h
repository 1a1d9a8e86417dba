// Receives submissions inside a transaction that has begun. Private to store/.
#pragma once
#include <string>

#include "core/model/permits.h"
#include "core/store/session.h"
#include "core/store/submission_row.h"

namespace cchc::store {

// Holds the statements for a batch of submissions. `command`: what makes a section submitted that has a row.
class Reception {
 public:
  Reception(Store::Session& session, const Actor& who, DeskCommand command);

  // Stores the submission with its journal entry. Errors: those of makeTransition.
  Result<Store::Received> receive(const StoredSubmission& submission);

 private:
  bool addSignature(const StoredSubmission& submission);
  void beginJournal(const StoredSubmission& submission, Store::Received outcome);
  Result<Store::Received> update(SectionHeader& header, const StoredSubmission& submission, Store::Received outcome);

  Store::Session& session_;
  Actor who_;
  DeskCommand command_;
  SubmissionRow row_;
  int sections_ = 0, sameRevision_ = 0, entries_ = 0;
  std::string id_, place_, what_, at_, entry_;
  soci::statement count_, insert_, begin_;
};

}  // namespace cchc::store
