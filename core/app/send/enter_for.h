// Submissions that the office makes itself: figures that it enters for the unit that reports them, and the amended
// heading of its report.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/app/section/edits.h"
#include "core/app/suite/suite.h"
#include "core/base/date.h"
#include "core/exchange/values/values_file.h"
#include "core/model/finding.h"
#include "core/model/submission.h"
#include "core/signing/key.h"

namespace cchc {

struct OfficeEntry {
  ValuesFile values;           // what is entered
  std::filesystem::path file;  // the package is also written there, for the unit; empty: nowhere
  const SigningKey* signing = nullptr;
  EditStep edits = {};                     // entered besides, on the data that the section had as `seen`
  std::optional<SectionHeader> seen = {};  // nullopt: any
};
struct OfficeOutcome {
  SubmissionHeader header;
  std::vector<Finding> findings;  // the remaining warnings and information
};

// Enters for the unit that reports the section (DeskCommand::enterFor), which `askedBy`, a person, asked for on a day.
// The values are entered into what was sent last, or else into the draft or what a section starts with, and become the
// next revision, which waits for acceptance. The package and the journal say that the office entered, who asked, and,
// if the section had been sent before, which places. `blocking`: set to the errors that prevent it.
// Errors:
//   enter-for.asked-by, enter-for.asked-on   who asked, or the day, is missing or in the future
//   enter-for.nothing                        nothing of what was sent is changed
//   submit.blocked                           there are findings of severity error
//   section.changed-meanwhile                the section is not as it was `seen`
//   period.closed, plugin.missing
//   those of permits, stepOf (section_content.h) and makePackage (package_making.h)
Result<OfficeOutcome> enterForUnit(Suite& suite, const SectionKey& key, const OfficeEntry& entry,
                                   const std::string& askedBy, const Date& askedOn, std::vector<Finding>& blocking);

// Amends the heading of a report that is not issued (DeskCommand::amendHeading): number, place and date in the section
// of the office itself. It is returned, edited, submitted and accepted in one transaction, with the reason in the
// journal; the report must be consolidated again. Errors:
//   amend.reason        the reason is blank
//   amend.not-heading   the section does not have the heading of the report
//   amend.nothing       nothing is changed
//   and otherwise those of enterForUnit
Result<OfficeOutcome> amendHeading(Suite& suite, const SectionKey& key, const OfficeEntry& entry,
                                   const std::string& reason, std::vector<Finding>& blocking);

}  // namespace cchc
