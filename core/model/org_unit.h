// Units of the organisation tree, reporting periods, and who reports what. The tree is data, and no level is special,
// since units merge and split, and levels are added and abolished.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/model/ids.h"

namespace cchc {

// A unit as it is on a day (unit_history.h).
struct OrgUnit {
  OrgUnitId id;
  std::string code;                 // as official lists and files name it on that day
  std::string kind;                 // tier: province, district, department, commune, or something else
  std::string form;                 // by law: "xã", "phường"; may be empty
  std::string name;                 // "xã Mẫu", "Phòng Tư pháp"
  std::optional<OrgUnitId> parent;  // of that day
  std::string identifier;           // electronic identifier "000.00.00.H00"; may be empty
  bool operator==(const OrgUnit&) const = default;
};

// The span of what the figures of a period are summed over, where a field does not say its own (Basis).
enum class PeriodSpan : unsigned char {
  cumulative,  // from the start of its year
  inPeriod     // in the period alone
};
std::string_view periodSpanName(PeriodSpan span);  // "cumulative", "period"
std::optional<PeriodSpan> periodSpanOf(std::string_view name);

struct Period {
  PeriodId id;
  std::string name;      // "8 tháng đầu năm 2023"
  std::string nextName;  // "những tháng cuối năm 2023"
  Date start, end;       // the data window
  std::optional<Date> closing, deadline;
  std::optional<PeriodId> comparison;  // the previous period, for comparing figures
  std::optional<PeriodId> lastYear;    // the same period of last year
  bool closed = false;                 // nothing more can be entered or received
  PeriodSpan span = PeriodSpan::cumulative;
  bool operator==(const Period&) const = default;
};
// The year of all days of the period, which completes a date that is written without its year; 0: it spans two years.
inline int onlyYear(const Period& period) { return period.start.year == period.end.year ? period.end.year : 0; }

// Who must report what. The figures describe the subject; the reporter enters them.
struct Assignment {
  DefinitionId definition;
  OrgUnitId subject, reporter;
  PeriodId period;
  std::optional<Date> deadline;  // its own; nullopt: that of the period
  bool operator==(const Assignment&) const = default;
};
// When the section is due; nullopt: nobody has said.
inline std::optional<Date> deadlineOf(const Assignment& assignment, const Period& period) {
  return assignment.deadline ? assignment.deadline : period.deadline;
}

}  // namespace cchc
