// The office's board: every assigned section of a period with its state, deadline and findings.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

struct BoardLine {
  SectionKey key;
  OrgUnitId reporter;
  std::string reporterName, title;
  SectionState state = SectionState::draft;
  bool received = false;   // something came in
  bool undecided = false;  // two packages of one revision: a person chooses
  int revision = 0, errors = 0, warnings = 0;
  std::optional<Date> deadline;
  std::optional<int> daysLeft;  // negative: late; none once it is in
  std::string lastChange, signer, digest;
  std::string reason;  // of a return, or of a request for one
  Time changedAt{};
};
enum class BoardFilter : unsigned char { all, missing, late, withErrors, toReview, accepted };

struct Board {
  std::vector<BoardLine> lines;  // by reporter's code, then in report order
  int units = 0, unitsComplete = 0, sections = 0, received = 0;
};
Result<Board> readBoard(Suite& suite, const PeriodId& period, const Date& today, Words words);
bool shows(BoardFilter filter, const BoardLine& line);
std::size_t countOf(const Board& board, BoardFilter filter);
std::string filterText(BoardFilter filter, Words words);

// What differs between a revision of a section and the last one received before it (app/differences.h), as shown to a
// reader; the first is compared with nothing.
struct Difference {
  std::string place, label, before, after;
};
Result<std::vector<Difference>> differences(Suite& suite, const SectionKey& key, int revision, Words words);

// The packages of a section's latest revision, where there are several: a person chooses which counts (app/review.h,
// chooseSubmission).
struct RivalPackage {
  std::string digest, text;  // "nhận 28/08/2023 09:14 · Lê Thị Mẫu · 29aa667a1b2c"
  bool counts = false;
};
// None where the revision has one package.
Result<std::vector<RivalPackage>> rivalPackages(Suite& suite, const SectionKey& key, Words words);

// The text of a reminder to those who have not sent yet, for the clipboard: who, what, by when. Of `only`, where one of
// them has not sent; else of all.
std::string reminderText(const Board& board, const Period& period, const std::vector<BoardLine>& only = {});

}  // namespace cchc::presentation
