// The organisation tree: data, not code; no level is special (units merge, split, and tiers come and go).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/model/ids.h"

namespace cchc {

struct OrgUnit {
  OrgUnitId id;      // its code
  std::string kind;  // province, district, department, commune, or another word
  std::string name;  // "huyện Bình Giang", "xã Vĩnh Hưng", "Phòng Tư pháp"
  std::optional<OrgUnitId> parent;
  std::optional<Date> from, to;  // it exists from … to (inclusive)
  std::string identifier;        // electronic identifier "000.00.00.H00", may be empty
  bool operator==(const OrgUnit&) const = default;
};

struct Period {
  PeriodId id;
  std::string name;      // "8 tháng đầu năm 2023"
  std::string nextName;  // "những tháng cuối năm 2023"
  Date start, end;       // data window
  std::optional<Date> closing, deadline;
  std::optional<PeriodId> comparison;  // previous period that figures are compared with
  std::optional<PeriodId> lastYear;    // same period of last year
  bool closed = false;                 // takes in nothing more
  bool operator==(const Period&) const = default;
};

// Who must report what: the subject is whom the figures describe, the reporter enters them.
struct Assignment {
  DefinitionId definition;
  OrgUnitId subject, reporter;
  PeriodId period;
  std::optional<Date> deadline;
  bool operator==(const Assignment&) const = default;
};

}  // namespace cchc
