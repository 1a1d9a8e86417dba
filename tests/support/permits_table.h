// The table of what each desk may do, as it was written by hand (tests/core/model/permits_table.tsv). A test walks
// through all its cells; what has no line is refused.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/permits.h"

namespace cchc::test {

enum class Seat { own, other, any };  // of the section's reporter, of another unit, of no unit

struct PermitLine {
  DeskCommand command = DeskCommand::edit;
  bool ofSection = true;  // false: the command is not about a section
  std::optional<SectionState> state, to;
  Roles own = 0, other = 0, any = 0;
  Roles roles(Seat seat) const { return seat == Seat::own ? own : seat == Seat::other ? other : any; }
};
// Throws if a line has a word that is not known.
std::vector<PermitLine> permitLines();
// nullptr: refused to everybody.
const PermitLine* lineFor(const std::vector<PermitLine>& lines, DeskCommand command, std::optional<SectionState> state);

inline constexpr int stateCount = 7, commandCount = 17;
// none, then each state.
std::vector<std::optional<SectionState>> allStates();
std::vector<DeskCommand> allCommands();
std::string stateWord(std::optional<SectionState> state);  // "none", "in-report"
std::string seatWord(Seat seat);

}  // namespace cchc::test
