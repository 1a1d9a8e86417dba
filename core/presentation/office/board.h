// The office's board: every assigned section of a period with its state, deadline and findings.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/presentation/window/permission.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

struct BoardLine {
  SectionKey key;
  OrgUnitId reporter;
  std::string reporterName, title;
  SectionState state = SectionState::draft;
  bool known = false;      // the store has the section: begun or received
  bool received = false;   // at least one submission was received
  bool undecided = false;  // the latest revision has several packages, and nobody has chosen between them
  int revision = 0, errors = 0, warnings = 0;
  int kept = 0;  // values for which the form in force has no place: neither counted nor printed
  std::optional<Date> deadline;
  std::optional<int> daysLeft;  // negative: late; none once it is received
  // Of the latest submission; signer: the person who submitted it if it is not signed.
  std::string lastChange, signer, digest;
  std::string reason;  // of a return, or of a request for one
  Time changedAt{};
};
enum class BoardFilter : unsigned char { all, missing, late, withErrors, toReview, accepted };

struct Board {
  std::vector<BoardLine> lines;  // by reporter's code, then in report order
  int units = 0, unitsComplete = 0, sections = 0, received = 0;
};
// Errors: period.unknown, period.none and those of the store
Result<Board> readBoard(Suite& suite, const PeriodId& period, const Date& today, Words words);
bool shows(BoardFilter filter, const BoardLine& line);
std::size_t countOf(const Board& board, BoardFilter filter);
std::string filterText(BoardFilter filter, Words words);

// Why the desk may not give the command to all of these lines; nullopt: it may. Errors: those of refusal
// (window/permission.h), and
//   permission.none-selected   there are no lines
//   permission.one-section     the command is about one section at a time
//   section.not-received       the command is about a submission, and none counts
std::optional<Error> refusal(const Desk& desk, DeskCommand command, const std::vector<BoardLine>& lines);

// A difference between a revision of a section and the last one received before it (core/app/section/differences.h), as
// shown; the first revision is compared with nothing.
struct Difference {
  Place place;
  std::string label, before, after;  // before, after: "—" for blank
};
// Errors: those of differencesOf
Result<std::vector<Difference>> differences(Suite& suite, const SectionKey& key, int revision, Words words);

// A package of a section's latest revision among which a person chooses which one counts (chooseSubmission in
// core/app/receive/review.h). One that was discarded may be chosen again.
struct RivalPackage {
  std::string digest, text;  // text: "lập 28/08/2023 09:10, nhận 28/08/2023 09:14 · Lê Thị Mẫu · 29aa667a1b2c"
  bool counts = false, discarded = false;
};
// Empty if there is nothing to choose: the revision has no package but one that counts. Withdrawn ones are left out.
// Errors: those of submissionHistory
Result<std::vector<RivalPackage>> rivalPackages(Suite& suite, const SectionKey& key, Words words);

// The text of a reminder to the units that have not submitted yet, for the clipboard: who, what, and by when. It covers
// the lines `only` if at least one of them is still to be submitted, otherwise all lines. It is always in Vietnamese,
// whatever the window's language, because it is sent to Vietnamese offices.
std::string reminderText(const Board& board, const Period& period, const std::vector<BoardLine>& only = {});

}  // namespace cchc::presentation
