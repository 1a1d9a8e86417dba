// Units of the organisation tree, reporting periods, and who reports what. The tree is data, and no level is special,
// since units merge and split, and levels are added and abolished.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/model/ids.h"

namespace cchc {

struct OrgUnit {
  OrgUnitId id;      // the code of the unit
  std::string kind;  // province, district, department, commune, or something else
  std::string name;  // "huyện Bình Giang", "xã Vĩnh Hưng", "Phòng Tư pháp"
  std::optional<OrgUnitId> parent;
  std::optional<Date> from, to;  // first and last day of its existence
  std::string identifier;        // electronic identifier "000.00.00.H00"; may be empty
  bool operator==(const OrgUnit&) const = default;
};

struct Period {
  PeriodId id;
  std::string name;      // "8 tháng đầu năm 2023"
  std::string nextName;  // "những tháng cuối năm 2023"
  Date start, end;       // the data window
  std::optional<Date> closing, deadline;
  std::optional<PeriodId> comparison;  // the previous period, for comparing figures
  std::optional<PeriodId> lastYear;    // the same period of last year
  bool closed = false;                 // nothing more can be entered or received
  bool operator==(const Period&) const = default;
};
// The year of all days of the period, which completes a date that is written without its year; 0: it spans two years.
inline int onlyYear(const Period& period) { return period.start.year == period.end.year ? period.end.year : 0; }

// Who must report what. The figures describe the subject; the reporter enters them.
struct Assignment {
  DefinitionId definition;
  OrgUnitId subject, reporter;
  PeriodId period;
  std::optional<Date> deadline;
  bool operator==(const Assignment&) const = default;
};

}  // namespace cchc
